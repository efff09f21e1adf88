import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { addTeam } from '../../src/before/networks/commands.ts'
import { addIdea } from '../../src/before/ideas/commands.ts'
import { addSignUp } from '../../src/before/sign-ups/commands/sign-up.ts'
import {
  closeBallot,
  makeBallot,
  openBallot,
  revealBallot,
} from '../../src/day/ballots/ballot/commands/ballots.ts'
import { addItem } from '../../src/day/programme/commands/items.ts'
import { startItem } from '../../src/day/programme/commands/running.ts'
import { paths } from '../../src/paths.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { vote } from '../ballot.ts'
import { dayOf } from '../day.ts'
import { peopleOf } from '../people.ts'
import { openInBrowser } from './open.ts'

/** Looks at pages on a phone and at a desk, and keeps which are wider than their window. */
function looking(page: Page) {
  const wide: string[] = []
  const look = async (...addresses: string[]) => {
    for (const width of [390, 1280])
      for (const address of addresses) {
        await page.setViewportSize({ width, height: 844 })
        await page.goto(address)
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (over > 0) wide.push(`${address} at ${width}: ${over} too wide`)
        const shots = process.env['SHOTS']
        if (shots)
          await page.screenshot({ path: `${shots}/long${address.replaceAll('/', '-')}-${width}.png` })
      }
  }
  return { look, wide }
}

test('Words without a place to break make no page wider than its window', async (t) => {
  const house = await openInBrowser(t)
  const people = await peopleOf(house.store)
  const by = { actor: people.organiser }
  const { network } = people
  orThrow(await house.store.dispatch(addTeam, { network, name: 'Kensington and Chelsea' }, by))
  const { event, of } = await dayOf(house, people)
  const ideas: string[] = []
  for (const team of Object.keys(of))
    ideas.push(
      orThrow(await house.store.dispatch(addIdea, { network, team, title: 'Traumatherapy'.repeat(9) }, by))
        .id,
    )
  const question = 'W'.repeat(200)
  const { id: ballot } = orThrow(
    await house.store.dispatch(makeBallot, { network, event, question, ideas }, by),
  )
  const [at, day] = [
    { network, event, ballot },
    { network, event },
  ]
  const item = { ...day, kind: 'ballot', title: 'V'.repeat(100), ballot }
  const row = orThrow(await house.store.dispatch(addItem, item, by)).id
  const { page } = await house.window(people.organiser)
  const { look, wide } = looking(page)
  await look(
    paths.ballots(day),
    paths.desk(day),
    paths.ballot(at),
    paths.editBallot(at),
    paths.programme(day),
  )
  orThrow(await house.store.dispatch(startItem, { ...day, item: row }, by))
  orThrow(await house.store.dispatch(openBallot, at, by))
  await look(
    paths.now(day),
    paths.screen(day),
    paths.ballotRoll(at),
    paths.rollSheet(at),
    paths.paperVote(at),
  )
  await look(paths.handsVote(at), paths.ballotClosure(at), paths.ballotPapers(at), paths.desk(day))
  for (const [at_, actor] of of['brent']!.entries())
    orThrow(await vote(house.store, at, actor, ideas[1]!, `one ${at_}`))
  orThrow(await house.store.dispatch(closeBallot, at, by))
  await look(paths.ballotReveal(at), paths.ballot(at))
  orThrow(await house.store.dispatch(revealBallot, at, by))
  await look(paths.ballot(at), paths.desk(day), paths.now(day), paths.screen(day), paths.event(day))
  assert.deepEqual(wide, [])
})

test('A name without a place to break makes no table wider than its window', async (t) => {
  const house = await openInBrowser(t)
  const people = await peopleOf(house.store)
  const by = { actor: people.organiser }
  const { network } = people
  const name = 'Q'.repeat(50)
  const { id: team } = orThrow(await house.store.dispatch(addTeam, { network, name }, by))
  orThrow(await house.store.dispatch(addIdea, { network, team, title: name }, by))
  const { event } = await dayOf(house, people)
  const day = { network, event }
  const who = { name, team, profession: name, accessNeeds: name, email: `${'q'.repeat(50)}@example.invalid` }
  orThrow(await house.store.dispatch(addSignUp, { ...day, ...who }, by))
  orThrow(await house.store.dispatch(addItem, { ...day, kind: 'talk', title: name }, by))
  const { page } = await house.window(people.organiser)
  const { look, wide } = looking(page)
  await look(paths.attendees(day), paths.coverage(day), paths.event(day), paths.reflections(day))
  await look(
    paths.programme(day),
    paths.people({ network }),
    paths.network({ network }),
    paths.team({ network, team }),
  )
  assert.deepEqual(wide, [])
})
