import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { addIdea } from '../../src/before/ideas/commands.ts'
import { makeBallot } from '../../src/day/ballots/ballot/commands/ballots.ts'
import { castVote } from '../../src/day/ballots/voting/commands/votes.ts'
import { addItem } from '../../src/day/programme/commands/items.ts'
import { paths } from '../../src/paths.ts'
import type { Actor } from '../../src/platform/store/actor.ts'
import type { AnyCommand } from '../../src/platform/store/command.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { secretOf } from '../ballot.ts'
import { dayOf, type AttendeeActor } from '../day.ts'
import { tuesday } from '../stores.ts'
import { peopleOf } from '../people.ts'
import { wrongOnce } from './axe.ts'
import { openInBrowser, type BrowserHouse } from './open.ts'

export interface Run {
  width: number
  scripts: boolean
}

export const runs: Run[] = [390, 1280].flatMap((width) =>
  [true, false].map((scripts) => ({ width, scripts })),
)

export const inWords = ({ width, scripts }: Run): string =>
  `${width} pixels, ${scripts ? 'with' : 'without'} scripts`

export const nouns = { network: 'north', event: 'day' }

export type Story = Awaited<ReturnType<typeof storyOf>>

const aWeekBefore = '2027-01-05T10:00:00.000Z'

/**
 * A week before the day: three teams with an idea each, three nurses of each team signed up, and a talk, a vote and
 * pledges on the programme.
 */
export async function storyOf(t: TestContext, run: Run) {
  const house = await openInBrowser(t, { now: aWeekBefore })
  const people = await peopleOf(house.store)
  const day = await dayOf(house, people, { perTeam: 3 })
  const by = { actor: people.organiser }
  const done = async (command: AnyCommand, input: object): Promise<string> =>
    (orThrow(await house.store.dispatch(command, { ...nouns, ...input }, by)) as { id: string }).id
  const ideas = {
    tree: await done(addIdea, { team: 'brent', title: 'Tree of Life' }),
    hub: await done(addIdea, { team: 'harrow', title: 'One front door' }),
    step: await done(addIdea, { team: 'hillingdon', title: 'Step-down group' }),
  }
  const own = await done(makeBallot, {
    question: 'Which idea will your borough test?',
    ideas: Object.values(ideas),
  })
  await done(addItem, { kind: 'talk', title: 'How ideas spread', minutes: 20 })
  await done(addItem, { kind: 'ballot', title: 'Choose one', minutes: 10, ballot: own })
  await done(addItem, { kind: 'pledges', title: 'Say what you will do', minutes: 15 })
  return {
    ...house,
    ...fitness(house, run),
    run,
    people,
    day,
    ideas,
    at: { ...nouns, ballot: own },
    window: async (actor?: Actor) => (await house.window(actor, { height: 844, ...run })).page,
    /** The big screen, which is not of this run: it has scripts and its own size. */
    screen: async () => {
      const { page } = await house.window(undefined, { width: 1920, height: 1080 })
      await page.goto(paths.screen(nouns))
      return page
    },
    /** Somebody votes elsewhere, with a device of their own. */
    async votes(actor: AttendeeActor, idea: string, ballot = own): Promise<void> {
      const vote = { ...nouns, ballot, choice: idea, secret: secretOf(actor.id) }
      orThrow(await house.store.dispatch(castVote, vote, { actor }))
    },
    theDayComes: () => house.clock.move(tuesday),
  }
}

/** Fails with the text of the page instead of the expected one. */
async function instead(page: Page, expected: string): Promise<never> {
  const shown = await page.locator('body').innerText()
  throw new Error(`Expected “${expected}” at ${page.url()}, which is “${await page.title()}”:\n${shown}`)
}

/** Waits for the page whose title begins so. */
async function isTitled(page: Page, title: string): Promise<void> {
  const begins = (words: string) => document.title.startsWith(words)
  await page.waitForFunction(begins, title).catch(() => instead(page, title))
}

/** Waits until the page shows these words. */
export async function sees(page: Page, words: string): Promise<void> {
  await page
    .getByText(words)
    .first()
    .waitFor()
    .catch(() => instead(page, words))
}

const scriptElements = /<script[^>]*>[\s\S]*?<\/script>/g

/** Collects what is unfit on the pages that are visited, to be looked at in the end. */
function fitness(house: BrowserHouse, { width, scripts }: Run) {
  const wrong: string[] = []
  let twin: Page | undefined
  /** Axe is a script: where there are none, it looks at the same page, without its scripts, in another window. */
  async function twinOf(page: Page): Promise<Page> {
    twin ??= (await house.window(undefined, { width, height: 844 })).page
    const body = (await page.content()).replaceAll(scriptElements, '')
    await twin.route(page.url(), (route) => route.fulfill({ body, contentType: 'text/html' }))
    await twin.goto(page.url())
    await twin.unroute(page.url())
    return twin
  }
  return {
    /** The page is fit for everyone; `title` is how its title begins. */
    async fit(page: Page, title: string): Promise<void> {
      await isTitled(page, title)
      const looks = page.viewportSize()?.width === 1920 || scripts ? page : await twinOf(page)
      wrong.push(...(await wrongOnce(looks, `${new URL(page.url()).pathname} (${title})`)))
    },
    allFit: () => assert.deepEqual(wrong, []),
  }
}

export async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })
  await button.click()
}

export async function follow(page: Page, name: string | RegExp): Promise<void> {
  await page
    .getByRole('link', { name, ...(typeof name === 'string' && { exact: true }) })
    .first()
    .click()
}

/** The page says what is wrong where nobody can miss it, and leads from there to the first mistake. */
export async function saysWrong(page: Page, { scripts }: Run, ...sentences: string[]): Promise<void> {
  const summary = page.locator('.nhsuk-error-summary')
  await summary.waitFor().catch(() => instead(page, sentences.join('; ')))
  assert.match(await page.title(), /^Error: /)
  assert.deepEqual(await summary.locator('li').allInnerTexts(), sentences)
  if (scripts) await page.waitForFunction(() => document.activeElement?.matches('.nhsuk-error-summary'))
  const first = summary.getByRole('link').first()
  const mistake = await first.getAttribute('href')
  await first.press('Enter')
  await page.locator(`${mistake}:focus`).waitFor()
}
