import { deepEqual, equal, match } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { ideaFields } from '../../before/ideas/record.ts'
import { reflectionFields } from '../reflections/record.ts'
import { dayOf } from '../../../test/day.ts'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { commands } from '../../commands.ts'
import { onBothDatabases, type Database } from '../../../test/stores.ts'
import { errorsByBox, filledIn, headingOf, noticesOn, wordsOn } from '../../../test/visitor.ts'
import { paths } from '../../paths.ts'
import { actorKey } from '../../platform/store/actor.ts'
import { command, everyone, isRefusal } from '../../platform/store/command.ts'
import { operator } from '../../platform/store/actor.ts'
import { orThrow } from '../../platform/store/store.ts'
import { z } from 'zod'
import { completePledge, makePledge, releasePledge } from './commands.ts'
import { pledgesAt } from './store.ts'

const network = 'north'
const at = '2027-01-12T09:00:00.000Z'

/** Data of other slices that a pledge needs: ideas, and what Brent chose and reflected. */
const before = command('test.before', {
  said: 'did what comes before',
  input: z.object({ network: z.string(), event: z.string(), chosen: z.boolean() }),
  topic: () => 'test',
  who: everyone,
  async run(tx, { event, chosen }) {
    const ideas = [
      { id: 'tree', team_id: 'harrow', title: 'Tree of Life' },
      { id: 'hub', team_id: 'brent', title: 'One hub' },
    ]
    for (const idea of ideas)
      await tx
        .insertInto('ideas')
        .values({ network_id: network, ...ideaFields.empty, ...idea, created_at: at, updated_at: at })
        .execute()
    if (!chosen) return { id: event }
    const here = { network_id: network, event_id: event }
    await tx
      .insertInto('reflections')
      .values({
        ...here,
        id: 'r',
        idea_id: 'tree',
        team_id: 'brent',
        ...reflectionFields.empty,
        first_test: 'Try it with one family',
        updated_at: at,
      })
      .execute()
    const ballot = { question: 'Which?', method: 'person', own_idea: 'excluded' } as const
    const closed = { created_at: at, opened_at: at, closed_at: at, revealed_at: at }
    await tx
      .insertInto('ballots')
      .values({ ...here, id: 'b', ...ballot, ...closed })
      .execute()
    await tx
      .insertInto('team_choices')
      .values({
        network_id: network,
        id: 'c',
        ballot_id: 'b',
        team_id: 'brent',
        idea_id: 'tree',
        reason: null,
        confirmed_by: 'operator',
        confirmed_at: at,
      })
      .execute()
    return { id: event }
  },
})

async function theDay(t: TestContext, database: Database, chosen = false) {
  const house = await openHouse(t, { database, commands: new Map([...commands, [before.name, before]]) })
  const people = await peopleOf(house.store)
  const day = await dayOf(house, people, { perTeam: 1 })
  orThrow(await house.store.dispatch(before, { network, event: day.event, chosen }, { actor: operator }))
  return { house, people, day, nouns: { network, event: day.event } }
}

const whole = {
  idea: 'tree',
  what: 'We will test the Tree of Life',
  firstStep: 'Read it together',
  'byDay-day': '27',
  'byDay-month': 'March',
  'byDay-year': '2027',
  lead: 'Bea Lead',
}

onBothDatabases('Pledges', (database) => {
  test('an attendee pledges for the team, and everyone reads it on the wall without a name', async (t) => {
    const { house, people, day, nouns } = await theDay(t, database)
    const attendee = await house.as(day.of['brent']![0]!)
    const made = await attendee.submit(paths.newPledge(nouns), whole)
    const [pledge] = await pledgesAt(house.store.db, network, day.event)
    equal(made.location, paths.pledge({ ...nouns, pledge: pledge!.id }))
    deepEqual(pledge, {
      network_id: network,
      id: pledge!.id,
      event_id: day.event,
      team_id: 'brent',
      idea_id: 'tree',
      what: whole.what,
      first_step: 'Read it together',
      by_day: '2027-03-27',
      lead: 'Bea Lead',
      made_at: at,
      made_by: actorKey(day.of['brent']![0]!),
      claimed_at: null,
      updated_at: at,
      released_at: null,
      released_by: null,
      release_reason: null,
      completed_at: null,
      completed_by: null,
    })
    const wall = wordsOn((await house.visitor().get(paths.pledges(nouns))).text)
    match(wall, /Brent We will test the Tree of Life From the idea: Tree of Life By 27 March 2027/)
    match(wall, /No pledge yet: Harrow, Hillingdon/)
    const stranger = wordsOn((await house.visitor().get(made.location)).text)
    const insider = wordsOn((await (await house.as(people.viewer)).get(made.location)).text)
    equal(/Bea Lead/.test(stranger), false)
    match(insider, /Led by Bea Lead/)
  })

  test('a new pledge begins with the idea that the team chose and its first small test', async (t) => {
    const { house, people, nouns } = await theDay(t, database, true)
    const page = await (await house.as(people.lead)).get(paths.newPledge(nouns))
    deepEqual(filledIn(page.text), {
      idea: 'tree',
      what: 'We will test: Tree of Life',
      firstStep: 'Try it with one family',
    })
    const harrow = await (await house.as(people.harrowLead)).get(paths.newPledge(nouns))
    equal(/ selected/.test(harrow.text), false)
  })

  test('an organiser says for which team first', async (t) => {
    const { house, people, nouns } = await theDay(t, database)
    const organiser = await house.as(people.organiser)
    equal(headingOf((await organiser.get(paths.newPledge(nouns))).text), 'Which borough makes the pledge?')
    const address = `${paths.newPledge(nouns)}?team=hillingdon`
    await organiser.submit(address, { what: 'We will stop sending letters' })
    const pledges = await pledgesAt(house.store.db, network, nouns.event)
    deepEqual(
      pledges.map(({ team_id, idea_id, what, by_day }) => ({ team_id, idea_id, what, by_day })),
      [{ team_id: 'hillingdon', idea_id: null, what: 'We will stop sending letters', by_day: null }],
    )
  })

  test('a day that is none is refused, and what was typed stays', async (t) => {
    const { house, people, nouns } = await theDay(t, database)
    const lead = await house.as(people.lead)
    const answer = await lead.submit(paths.newPledge(nouns), {
      ...whole,
      'byDay-day': '31',
      'byDay-month': '4',
    })
    equal(answer.status, 422)
    deepEqual(errorsByBox(answer.text), { byDay: 'By when must be a real date' })
    deepEqual(filledIn(answer.text), { ...whole, 'byDay-day': '31', 'byDay-month': '4' })
    deepEqual(await pledgesAt(house.store.db, network, nouns.event), [])
  })

  test('a pledge is not made for a day that is past', async (t) => {
    const { house, people, nouns } = await theDay(t, database)
    const by = (byDay: string) =>
      house.store.dispatch(
        makePledge,
        { ...nouns, team: 'brent', what: byDay, byDay },
        { actor: people.lead },
      )
    const sentence = 'This day is past. Enter today, or a day that is still to come.'
    deepEqual(await by('2027-01-11'), { kind: 'input', refused: sentence, fields: { byDay: sentence } })
    equal(isRefusal(await by('2027-01-12')), false)
  })

  test('nobody pledges for a team that is not theirs, nor changes its pledge', async (t) => {
    const { house, people, day, nouns } = await theDay(t, database)
    const { store } = house
    const of = (team: string) =>
      store.dispatch(makePledge, { ...nouns, team, what: 'Yes' }, { actor: people.lead })
    deepEqual(await of('harrow'), {
      refused:
        'You may not do this here. It can be done by someone of the team or an organiser of the network.',
      kind: 'forbidden',
    })
    const { id } = orThrow(await of('brent')) as { id: string }
    const pledge = { ...nouns, pledge: id }
    for (const actor of [people.stranger, people.board, people.harrowLead, day.of['harrow']![0]!]) {
      const visitor = await house.as(actor)
      equal((await visitor.get(paths.editPledge(pledge))).status, 403)
      equal((await visitor.get(paths.pledgeRelease(pledge))).status, 403)
    }
    equal((await house.visitor().get(paths.newPledge(nouns))).status, 303)
    const forged = { ...pledge, network: 'elsewhere' }
    equal((await house.visitor().get(paths.pledge(forged))).status, 404)
  })

  test('a pledge is released with a reason after a check, and taken back', async (t) => {
    const { house, people, nouns } = await theDay(t, database)
    const lead = await house.as(people.lead)
    const { location } = await lead.submit(paths.newPledge(nouns), whole)
    const pledge = { ...nouns, pledge: location.split('/').at(-1)! }
    const now = async () => (await pledgesAt(house.store.db, network, nouns.event))[0]!
    equal((await lead.submit(paths.pledgeRelease(pledge), { reason: '' })).status, 422)
    const reason = 'The room closed'
    equal(
      headingOf((await lead.submit(paths.pledgeRelease(pledge), { reason })).text),
      'Check before you release the pledge',
    )
    equal((await now()).released_at, null)
    await lead.submit(paths.pledgeRelease(pledge), { reason, _step: 'confirmed' })
    deepEqual([(await now()).released_at, (await now()).release_reason], [at, reason])
    deepEqual(noticesOn((await house.visitor().get(location)).text), [
      'Released on 12 January 2027. The team’s reason: The room closed',
    ])
    equal((await lead.submit(paths.editPledge(pledge), whole)).status, 409)
    await lead.submit(paths.takeBackPledge(pledge), {}, location)
    deepEqual([(await now()).released_at, (await now()).release_reason], [null, null])
  })

  test('a pledge is completed and reopened by its lead, not by a member', async (t) => {
    const { house, people, nouns } = await theDay(t, database)
    const lead = await house.as(people.lead)
    const { location } = await lead.submit(paths.newPledge(nouns), whole)
    const pledge = { ...nouns, pledge: location.split('/').at(-1)! }
    const completed = async () => (await pledgesAt(house.store.db, network, nouns.event))[0]!.completed_at
    equal(
      (await (await house.as(people.member)).submit(paths.pledgeCompletion(pledge), {}, location)).status,
      403,
    )
    equal(await completed(), null)
    equal((await lead.submit(paths.pledgeCompletion(pledge), {}, location)).location, location)
    equal(await completed(), at)
    const release = await house.store.dispatch(
      releasePledge,
      { ...pledge, reason: 'No' },
      { actor: people.lead },
    )
    deepEqual(release, { kind: 'rule', refused: 'This pledge is completed, so it cannot be released.' })
    await lead.submit(paths.reopenPledge(pledge), {}, location)
    equal(await completed(), null)
  })

  test('two of a team who pledge the same at once make one pledge', async (t) => {
    const { house, people, day, nouns } = await theDay(t, database)
    const both = [people.member, day.of['brent']![0]!].map((actor) =>
      house.store.dispatch(makePledge, { ...nouns, team: 'brent', idea: 'tree', what: 'Try' }, { actor }),
    )
    deepEqual((await Promise.all(both)).map(isRefusal).sort(), [false, true])
    equal((await pledgesAt(house.store.db, network, nouns.event)).length, 1)
    const other = { ...nouns, team: 'brent', idea: 'tree', what: 'Teach it too' }
    orThrow(await house.store.dispatch(makePledge, other, { actor: people.member }))
    equal((await pledgesAt(house.store.db, network, nouns.event)).length, 2)
  })

  for (const teams of [['brent'], ['brent', 'harrow', 'hillingdon']]) {
    test(`a wall of ${teams.length} is the same as JSON, without names`, async (t) => {
      const { house, people, nouns } = await theDay(t, database)
      for (const team of teams)
        orThrow(
          await house.store.dispatch(
            makePledge,
            { ...nouns, team, what: `Of ${team}`, lead: 'Bea' },
            { actor: people.organiser },
          ),
        )
      const first = (await pledgesAt(house.store.db, network, nouns.event))[0]!
      orThrow(
        await house.store.dispatch(
          completePledge,
          { ...nouns, pledge: first.id },
          { actor: people.organiser },
        ),
      )
      const { body } = await house.visitor().json('GET', `/api/v1${paths.pledges(nouns)}`)
      deepEqual(
        (body as { pledges: { team: { id: string }; what: string; state: string }[] }).pledges.map((one) => [
          one.team.id,
          one.what,
          one.state,
        ]),
        teams.map((team, place) => [team, `Of ${team}`, place === 0 ? 'completed' : 'open']),
      )
      equal(JSON.stringify(body).includes('Bea'), false)
    })
  }
})
