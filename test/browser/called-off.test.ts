import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { cancelEvent, holdEvent, makeEvent } from '../../src/before/events/commands.ts'
import { addIdea } from '../../src/before/ideas/commands.ts'
import { addSignUp } from '../../src/before/sign-ups/commands/sign-up.ts'
import { makeBallot, openBallot } from '../../src/day/ballots/ballot/commands/ballots.ts'
import { addItem } from '../../src/day/programme/commands/items.ts'
import { startItem } from '../../src/day/programme/commands/running.ts'
import { paths } from '../../src/paths.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { takeAwayEvent } from '../../src/whole/removing/commands.ts'
import { peopleOf } from '../people.ts'
import { openInBrowser } from './open.ts'

/** An event on the tests' Tuesday on which an idea is shown, with a vote that is open beside it. */
async function openEvent(t: TestContext) {
  const house = await openInBrowser(t)
  const people = await peopleOf(house.store)
  const by = { actor: people.organiser }
  const send = async (command: Parameters<typeof house.store.dispatch>[0], input: object) =>
    orThrow(await house.store.dispatch(command, { network: 'north', ...input } as never, by)) as {
      id: string
    }
  const { id: event } = await send(makeEvent, { name: 'Day', on: '2027-01-12' })
  const ideas = [
    (await send(addIdea, { team: 'brent', title: 'Tree' })).id,
    (await send(addIdea, { team: 'harrow', title: 'Hub' })).id,
  ]
  return { house, people, event, at: { network: 'north', event }, ideas, send }
}

test('An event that is cancelled offers nothing more on pages that are open, until it is held after all', async (t) => {
  const { house, people, at, ideas, send } = await openEvent(t)
  const attendee = await send(addSignUp, { ...at, name: 'Nurse', team: 'harrow', profession: 'Nurse' })
  const { id: ballot } = await send(makeBallot, { ...at, ideas })
  await send(openBallot, { ...at, ballot })
  const { id: item } = await send(addItem, { ...at, kind: 'idea', idea: ideas[0], minutes: 20 })
  await send(startItem, { ...at, item })
  const open = async (actor: Parameters<typeof house.window>[0], path: string) => {
    const { page } = await house.window(actor)
    await page.goto(path)
    return page
  }
  const nurse = await open({ kind: 'attendee', network: 'north', id: attendee.id }, paths.now(at))
  const stranger = await open(undefined, paths.now(at))
  const screen = await open(undefined, paths.screen(at))
  await nurse.getByText('Write what your team thinks of it').waitFor()
  await nurse.getByText('A vote is open, too').waitFor()
  await stranger.getByText('Join the day').waitFor()
  await screen.locator('.app-qr svg').waitFor()

  await send(cancelEvent, at)
  for (const page of [nurse, stranger, screen])
    await page.getByText('This event is cancelled').first().waitFor()
  await nurse.getByText('Write what your team thinks of it').waitFor({ state: 'detached' })
  await nurse.getByText('A vote is open').waitFor({ state: 'detached' })
  await stranger.getByText('Join the day').waitFor({ state: 'detached' })
  await screen.locator('.app-qr svg').waitFor({ state: 'hidden' })
  await nurse.reload()
  assert.doesNotMatch(await nurse.locator('main').innerText(), /vote|Write/)
  const desk = await open(people.organiser, paths.desk(at))
  assert.doesNotMatch(await desk.locator('main').innerText(), /What you press here is real/)

  await send(holdEvent, at)
  await nurse.getByText('A vote is open, too').waitFor()
  await stranger.getByText('Join the day').waitFor()
  await screen.locator('.app-qr svg').waitFor()
})

test('Pages of an event that is taken away say so by themselves', async (t) => {
  const { house, people, at, event, send } = await openEvent(t)
  await send(addItem, { ...at, kind: 'talk', title: 'Welcome', minutes: 20 })
  const pages = []
  for (const [actor, path] of [
    [undefined, paths.now(at)],
    [undefined, paths.screen(at)],
    [people.organiser, paths.desk(at)],
  ] as const) {
    const { page } = await house.window(actor, { expects: /404/ })
    const followed = page.waitForRequest(/live\?/)
    await page.goto(path)
    await followed
    pages.push(page)
  }
  await send(takeAwayEvent, { event, events: [event] })
  for (const page of pages)
    await page.getByText('This event is not there any more: it was taken away.').waitFor()
})
