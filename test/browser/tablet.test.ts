import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { countsOf, rollOf } from '../../src/day/ballots/voting/store/votes.ts'
import { paths } from '../../src/paths.ts'
import { ballotOf } from '../ballot.ts'
import { openInBrowser } from './open.ts'

const receiptOn = async (page: Page): Promise<string> =>
  /(?:[A-Z0-9]{4}\s){5}[A-Z0-9]{4}/
    .exec(await page.locator('main').innerText())?.[0]
    .replaceAll('\u00a0', ' ') ?? ''

/** One person after another: a team, a name, an idea. Without scripts everything is the same. */
async function votes(page: Page, name: string, idea: string): Promise<string> {
  const team = page.getByRole('link', { name: 'Brent', exact: true })
  await team
    .or(page.getByRole('link', { name, exact: true }))
    .first()
    .waitFor()
  if (await team.isVisible()) await team.click()
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByText(`You are ${name}, Brent.`).waitFor()
  await page.getByLabel(idea, { exact: true }).check()
  await page.getByRole('button', { name: 'Vote', exact: true }).click()
  await page.getByRole('heading', { name: 'Thank you. Note the code, then hand the device on' }).waitFor()
  const receipt = await receiptOn(page)
  assert.match(receipt, /^\S{4}( \S{4}){5}$/)
  return receipt
}

/** Everything that can be pressed leads on in voting, and is large enough for a thumb. */
async function keepsWithin(page: Page, within: string): Promise<void> {
  const links = await page.locator('a[href]').evaluateAll((all) => all.map((a) => a.getAttribute('href')!))
  assert.deepEqual(
    links.filter((href) => !href.startsWith(within) && !href.startsWith('#')),
    [],
  )
  const targets = page.locator('main a[href]:visible, main button:visible, main .nhsuk-radios__item:visible')
  const heights = await targets.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  assert.ok(heights.length > 0)
  assert.deepEqual(
    heights.filter((height) => height < 44),
    [],
  )
}

for (const scripts of [true, false])
  test(`A device goes round, ${scripts ? 'with' : 'without'} scripts, and shows nothing of the one before`, async (t) => {
    const house = await openInBrowser(t)
    const { at, people, network, ballot } = await ballotOf(house.store)
    const { page } = await house.window(people.organiser, { width: 820, height: 1180, scripts })
    await page.goto(paths.newTablet(at))
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByRole('heading', { name: 'Which borough are you from?' }).waitFor()
    const within = paths.tablet(at)
    await keepsWithin(page, within)
    await page.getByRole('link', { name: 'Brent', exact: true }).click()
    await page.getByRole('heading', { name: 'Who are you?' }).waitFor()
    await keepsWithin(page, within)
    await page.getByRole('link', { name: 'Nurse 1, Brent' }).click()
    await page.getByRole('button', { name: 'Vote', exact: true }).waitFor()
    await keepsWithin(page, within)
    await page.getByRole('button', { name: 'This is not me: start again' }).click()
    const first = await votes(page, 'Nurse 1, Brent', 'hub')
    await keepsWithin(page, within)
    await page.getByRole('button', { name: 'Next person' }).click()
    await page.getByRole('heading', { name: 'Which borough are you from?' }).waitFor()
    const seen: string[] = []
    for (let back = 0; back < 8 && page.url().includes(within); back += 1) {
      seen.push(`${page.url()}\n${await page.locator('body').innerText()}`)
      assert.equal(await page.locator('input:checked').count(), 0)
      if (!(await page.goBack())) break
    }
    assert.ok(seen.length > 0)
    for (const text of seen) {
      assert.equal(text.replaceAll('\u00a0', ' ').includes(first), false, text)
      // Without scripts one may go back to the names of a team, not to who of them was here.
      assert.doesNotMatch(text, scripts ? /Nurse/ : /You are Nurse 1/)
    }
    await page.goto(within)
    const second = await votes(page, 'Nurse 2, Brent', 'step')
    assert.notEqual(second, first)
    assert.equal((await page.locator('body').innerText()).includes('Nurse'), false)
    assert.deepEqual(await countsOf(house.store.db, network, ballot), [
      { team: 'brent', choices: ['hub'], votes: 1 },
      { team: 'brent', choices: ['step'], votes: 1 },
    ])
    assert.equal((await rollOf(house.store.db, network, ballot)).length, 2)
  })

test('By keyboard alone, and with a receipt the vote is changed', async (t) => {
  const house = await openInBrowser(t)
  const { at, people, network, ballot } = await ballotOf(house.store)
  const { page } = await house.window(people.organiser, { width: 820, height: 1180 })
  await page.goto(paths.newTablet(at))
  await page.getByRole('button', { name: 'Start' }).press('Enter')
  await page.getByRole('link', { name: 'Brent', exact: true }).press('Enter')
  await page.getByRole('link', { name: 'Nurse 1, Brent' }).press('Enter')
  await page.getByLabel('hub', { exact: true }).press('Space')
  await page.getByRole('button', { name: 'Vote', exact: true }).press('Enter')
  await page.getByRole('button', { name: 'Next person' }).waitFor()
  const receipt = await receiptOn(page)
  await page.getByRole('button', { name: 'Next person' }).press('Enter')
  await page.getByRole('link', { name: 'Brent', exact: true }).press('Enter')
  await page.getByRole('link', { name: 'Nurse 1, Brent' }).press('Enter')
  await page.getByText('A vote is counted under this name.').waitFor()
  await page.getByLabel('Receipt code').fill(receipt)
  await page.getByLabel('step', { exact: true }).press('Space')
  await page.getByRole('button', { name: 'Change my vote' }).press('Enter')
  await page.getByRole('heading', { name: 'Thank you. Note the code, then hand the device on' }).waitFor()
  assert.deepEqual(await countsOf(house.store.db, network, ballot), [
    { team: 'brent', choices: ['step'], votes: 1 },
  ])
})
