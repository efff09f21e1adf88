import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { startItem } from '../../src/day/programme/commands/running.ts'
import { itemsOf } from '../../src/day/programme/store/items.ts'
import { paths } from '../../src/paths.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { focused, tab, tabTo } from './keyboard.ts'
import { inWords, nouns, saysWrong, storyOf, type Run, type Story } from './story.ts'

const keyboards: Run[] = [
  { width: 1280, scripts: true },
  { width: 390, scripts: false },
]

for (const run of keyboards) {
  test(`Ada signs up and votes with Tab, Space and Enter alone (${inWords(run)})`, async (t) => {
    const story = await storyOf(t, run)
    story.theDayComes()
    const page = await story.window()
    await page.goto(paths.signUp(nouns))
    await skipsToTheMain(page)
    await signsUp(page, run)
    await voteOpens(story)
    await page.goto(paths.now(nouns))
    await votes(page)
  })
}

/** The first stop of a page leads past its header. */
async function skipsToTheMain(page: Page): Promise<void> {
  assert.equal(await tab(page), 'Skip to main content')
  await page.keyboard.press('Enter')
  await page.waitForURL(/#maincontent$/)
  assert.equal(await tab(page), 'Name')
}

async function signsUp(page: Page, run: Run): Promise<void> {
  await tabTo(page, 'Continue')
  await page.keyboard.press('Enter')
  await saysWrong(page, run, 'Enter a name', 'Choose from the list, or none of these')
  assert.equal(await focused(page), 'Name', 'the error leads to its question')
  await page.keyboard.type('Ada Carer')
  await tabTo(page, 'Brent')
  await page.keyboard.press('Space')
  await tabTo(page, 'Continue')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
  await tabTo(page, 'Confirm and sign up')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Sign-up received' }).waitFor()
}

/** The organiser starts the second item, which is the vote. */
async function voteOpens({ store, people }: Story): Promise<void> {
  const [, item] = await itemsOf(store.db, nouns.network, nouns.event)
  orThrow(await store.dispatch(startItem, { ...nouns, item: item!.id }, { actor: people.organiser }))
}

async function votes(page: Page): Promise<void> {
  await tabTo(page, 'One front door')
  await page.keyboard.press('ArrowDown')
  assert.equal(await focused(page), 'Step-down group')
  await tabTo(page, 'Vote')
  await page.keyboard.press('Enter')
  await page.getByText('Your vote is counted').waitFor()
}
