import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { addIdea } from '../../src/before/ideas/commands.ts'
import { addTeam } from '../../src/before/networks/commands.ts'
import { closeBallot, revealBallot } from '../../src/day/ballots/ballot/commands/ballots.ts'
import { layOutProgramme } from '../../src/day/programme/commands/laying-out.ts'
import { beginPlan, addStep } from '../../src/after/plans/commands.ts'
import { setUpSeries } from '../../src/after/reviews/commands/series.ts'
import { makePledge } from '../../src/day/pledges/commands.ts'
import { paths } from '../../src/paths.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { ballotOf, vote } from '../ballot.ts'
import { dayOf } from '../day.ts'
import { peopleOf } from '../people.ts'
import { openInBrowser } from './open.ts'

/** The number of A4 sheets that a page takes; with SHOTS, as a file. */
async function sheetsOf(page: Page, name: string): Promise<number> {
  const shots = process.env['SHOTS']
  const pdf = await page.pdf({ preferCSSPageSize: true, ...(shots && { path: `${shots}/${name}.pdf` }) })
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
}

const words = async (page: Page): Promise<string> => (await page.locator('main').innerText()).trim()

test('A programme, who is coming and an event are printed on few sheets, without what leads elsewhere', async (t) => {
  const house = await openInBrowser(t)
  const people = await peopleOf(house.store)
  const by = { actor: people.organiser }
  const { network } = people
  for (const name of ['Kensington and Chelsea', 'Milton Keynes', 'Westminster'])
    orThrow(await house.store.dispatch(addTeam, { network, name }, by))
  const { event } = await dayOf(house, people, { perTeam: 3 })
  for (const team of ['brent', 'harrow', 'hillingdon', 'westminster', 'milton-keynes'])
    orThrow(
      await house.store.dispatch(addIdea, { network, team, title: `A change that worked in ${team}` }, by),
    )
  orThrow(await house.store.dispatch(layOutProgramme, { network, event }, by))
  const at = { network, event }
  // As wide as the print of a sheet is.
  const { page } = await house.window(people.organiser, { width: 718, height: 1047 })
  await page.emulateMedia({ media: 'print' })

  await page.goto(paths.programme(at))
  const programme = await words(page)
  assert.match(programme, /Day, Tuesday 12 January 2027/)
  assert.doesNotMatch(programme, /Not started|On the day|Changes|Move the whole day/)
  assert.equal(await sheetsOf(page, 'programme'), 1)

  await page.goto(paths.coverage(at))
  assert.ok((await sheetsOf(page, 'coverage')) <= 2)
  const right = await page.locator('#coverage').evaluate((table) => table.getBoundingClientRect().right)
  assert.ok(right <= 718, `The table ends at ${right}`)

  await page.goto(paths.event(at))
  const printed = await words(page)
  assert.doesNotMatch(
    printed,
    /For organisers|More of this event|I have signed up already|Plan the programme/,
  )
  assert.match(printed, /A change that worked in brent/)
  assert.ok((await sheetsOf(page, 'event')) <= 2)
})

test('The result of a vote begins on the first sheet, and no words are printed that only a screen can follow', async (t) => {
  const house = await openInBrowser(t)
  const { at, of, people } = await ballotOf(house.store)
  for (const [number, voter] of of['brent']!.entries())
    orThrow(await vote(house.store, at, voter, 'hub', `brent ${number}`))
  for (const command of [closeBallot, revealBallot])
    orThrow(await house.store.dispatch(command, at, { actor: people.organiser }))
  const { page } = await house.window(people.lead, { width: 718, height: 1047 })
  await page.emulateMedia({ media: 'print' })
  await page.goto(paths.ballot(at))
  const printed = await words(page)
  assert.doesNotMatch(printed, /Check that a vote|Refresh|How secret|Confirm\b/)
  assert.match(printed, /Not confirmed yet/)
  assert.equal(await sheetsOf(page, 'ballot'), 1)
})

test('Pledges are printed four to a sheet, one by itself fills a sheet, and the plan of a year takes one', async (t) => {
  const house = await openInBrowser(t)
  const people = await peopleOf(house.store)
  const { network } = people
  const { event } = await dayOf(house, people, { perTeam: 1 })
  const by = { actor: people.organiser }
  const pledge = async (team: string, what: string): Promise<string> => {
    const made = { network, event, team, what, byDay: '2027-04-30' }
    return orThrow(await house.store.dispatch(makePledge, made, by)).id
  }
  const first = await pledge(
    'brent',
    'We will call every new referral within two working days, and say who sees them',
  )
  for (const team of ['brent', 'harrow', 'hillingdon']) await pledge(team, 'Ask three questions')
  const { page } = await house.window(people.organiser, { width: 718, height: 1047 })
  await page.emulateMedia({ media: 'print' })
  await page.goto(paths.pledges({ network, event }))
  assert.equal(await sheetsOf(page, 'wall'), 1)
  await pledge('harrow', 'One joint clinic on Tuesdays')
  await page.reload()
  assert.equal(await sheetsOf(page, 'wall-of-five'), 2)
  await page.goto(paths.pledge({ network, event, pledge: first }))
  const large = await page
    .locator('h1')
    .evaluate((heading) => Number.parseFloat(getComputedStyle(heading).fontSize))
  assert.ok(large > 50, `The pledge is printed in letters of ${large} pixels`)
  assert.equal(await sheetsOf(page, 'pledge'), 2)

  const of = { network, team: 'brent' }
  const plan = { ...of, pledge: first, aim: 'Nobody waits longer than six weeks', startsOn: '2027-01-01' }
  orThrow(await house.store.dispatch(beginPlan, plan, by))
  const series = { network, firstOn: '2027-02-17', localTime: '9:30am', minutes: '60' }
  orThrow(await house.store.dispatch(setUpSeries, series, by))
  for (const quarter of ['1', '2', '3', '4'])
    for (const what of [
      'Train two nurses of each clinic',
      'Measure how long people wait',
      'Tell the practices',
    ])
      orThrow(await house.store.dispatch(addStep, { ...of, quarter, what }, by))
  await page.goto(paths.plan(of))
  assert.equal(await sheetsOf(page, 'plan'), 1)
  assert.doesNotMatch(await words(page), /Mark as done|Add a step|Change the plan/)
})
