import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { addTeam } from '../../src/before/networks/commands.ts'
import { teamsOf } from '../../src/before/networks/store/networks.ts'
import { closeBallot, makeBallot } from '../../src/day/ballots/ballot/commands/ballots.ts'
import { castVote } from '../../src/day/ballots/voting/commands/votes.ts'
import { addItem } from '../../src/day/programme/commands/items.ts'
import { startItem } from '../../src/day/programme/commands/running.ts'
import { paths } from '../../src/paths.ts'
import type { AnyCommand } from '../../src/platform/store/command.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { secretOf } from '../ballot.ts'
import { dayOf } from '../day.ts'
import { peopleOf } from '../people.ts'
import { addRecords, anIdea, commandsOfTests } from '../records.ts'
import { openInBrowser } from './open.ts'

const nouns = { network: 'north', event: 'day' }

/** From first to last place. */
const ideas = [
  ['Tree of Life groups for people who wait for trauma therapy', 10],
  ['One front door', 9],
  ['A step 2 approach developed from feedback, with personalised conversations', 7],
  ['Peer workers in the first meeting', 6],
  ['Carers’ hour on Tuesday evenings', 5],
  ['Letters in plain English', 4],
  ['A walking group that meets at the station', 3],
  ['Short calls between appointments', 1],
  ['A café in the waiting room', 0],
] as const

/** Nine ideas of nine teams, a vote on them that is closed and on, and everybody has voted. */
async function closedVote(t: TestContext) {
  const house = await openInBrowser(t, { commands: commandsOfTests })
  const people = await peopleOf(house.store)
  const by = { actor: people.organiser }
  const done = async (command: AnyCommand, input: object): Promise<string> =>
    (orThrow(await house.store.dispatch(command, { ...nouns, ...input }, by)) as { id: string }).id
  for (const name of ['Camden', 'Islington', 'Haringey', 'Enfield', 'Barnet', 'Ealing'])
    await done(addTeam, { name })
  const day = await dayOf(house, people, { perTeam: 5 })
  const teams = (await teamsOf(house.store.db, 'north')).map(({ id }) => id)
  const rows = ideas.map(([title], at) => anIdea(`idea-${at}`, teams[at]!, title))
  await addRecords(house.store, { ideas: rows })
  const question = 'Which change do we test at home?'
  const ballot = await done(makeBallot, { question, ownIdea: 'apart', ideas: rows.map(({ id }) => id) })
  const item = await done(addItem, { kind: 'ballot', title: 'The result', minutes: 20, ballot })
  await done(addItem, { kind: 'break', title: 'Lunch', minutes: 45 })
  await done(startItem, { item })
  const left = ideas.map(([, votes]) => votes as number)
  for (const actor of day.attendees) {
    const may = left.map((votes, at) => (day.of[teams[at]!]!.includes(actor) ? 0 : votes))
    const at = may.indexOf(Math.max(...may))
    left[at]! -= 1
    const input = { ...nouns, ballot, choice: `idea-${at}`, secret: secretOf(actor.id) }
    orThrow(await house.store.dispatch(castVote, input, { actor }))
  }
  await done(closeBallot, { ballot })
  return { ...house, people, ballot }
}

interface ShownBar {
  text: string
  share: number
  value: string
}

const bars = (page: Page): Promise<ShownBar[]> =>
  page.locator('.app-bars tbody tr').evaluateAll((rows) =>
    rows.map((row) => ({
      text: row.querySelector('th')!.textContent!.trim(),
      share: Number.parseFloat(row.querySelector('rect')!.getAttribute('width')!),
      value: row.querySelector('td:last-child')!.textContent!.trim(),
    })),
  )

const tooLong = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight > innerHeight + 1)

const sizes = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 576 },
]

/** At each size and in both prints, whole and without scrolling; with SHOTS, as pictures. */
async function looksWell(page: Page, step: number): Promise<void> {
  const shots = process.env['SHOTS']
  for (const size of sizes) {
    await page.setViewportSize(size)
    await page.waitForFunction(() => document.documentElement.scrollHeight <= innerHeight + 1)
    assert.equal(await tooLong(page), false, `step ${step} at ${size.width}`)
    const print = page.url().includes('large') ? '-large' : ''
    if (shots) await page.screenshot({ path: `${shots}/reveal-${step}-${size.width}${print}.png` })
  }
  await page.setViewportSize(sizes[0]!)
}

test('A result is shown bar by bar, with one scale from the first bar to the last', async (t) => {
  const house = await closedVote(t)
  const [{ page }, { page: large }, { page: desk }] = [
    await house.window(),
    await house.window(),
    await house.window(house.people.organiser),
  ]
  await page.goto(paths.screen(nouns))
  await large.goto(`${paths.screen(nouns)}?print=large`)
  await desk.goto(paths.desk(nouns))
  const shares = new Map<string, number>()
  for (let step = 1; step <= ideas.length; step += 1) {
    const name = step === 1 ? 'Show it bar by bar' : /^Show the (next bar|last bar and reveal all)/
    await desk.getByRole('button', { name }).click()
    const coming = ideas[ideas.length - step]!
    for (const screen of [page, large])
      await screen.locator('.app-bars', { hasText: coming[0] }).waitFor({ state: 'attached' })
    // As the whole is out the winner stands alone for a moment, with its team.
    if (step === ideas.length)
      await page.locator('.app-winner-alone:visible', { hasText: /10 of 45 votes.*Tree of Life/s }).waitFor()
    const shown = await bars(page)
    assert.equal(shown.length, ideas.length)
    for (const [at, [title, votes]] of ideas.entries()) {
      const bar = shown[at]!
      if (at < ideas.length - step) {
        assert.deepEqual(bar, { text: 'Not shown yet', share: 0, value: '' })
        continue
      }
      assert.ok(bar.text.startsWith(title), `${bar.text} in place ${at + 1}`)
      assert.equal(bar.value, votes === 1 ? '1 vote' : `${votes} votes`)
      assert.equal(shares.get(title) ?? bar.share, bar.share, `the bar of ${title} has jumped`)
      shares.set(title, bar.share)
    }
    const sealed = ideas.slice(0, ideas.length - step)
    for (const address of [paths.screen(nouns), `${paths.eventLive(nouns)}?parts=screen&poll=`]) {
      const sent = await (await page.request.get(address)).text()
      for (const [title] of sealed) assert.equal(sent.includes(title), false, `${title} was told at ${step}`)
    }
    await looksWell(page, step)
    await looksWell(large, step)
  }
  await page
    .locator('.app-winner', { hasText: /“Tree of Life groups.*” has the most votes: 10 of 45\./ })
    .waitFor()
  await page.locator('.app-winner-alone').waitFor({ state: 'hidden' })
  await page.reload()
  await page.locator('.app-winner').waitFor()
  assert.equal(await page.locator('.app-winner-alone').isVisible(), false)
})
