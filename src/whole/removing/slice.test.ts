import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { ballotOf } from '../../../test/ballot.ts'
import { openHouse, type House } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { onBothDatabases, type Database } from '../../../test/stores.ts'
import { bannerOn, noticesOn, wordsOn } from '../../../test/visitor.ts'
import { makeEvent } from '../../before/events/commands.ts'
import { addCoProducer, addIdea } from '../../before/ideas/commands.ts'
import { addMember, addTeam, endMembership } from '../../before/networks/commands.ts'
import { cancelAttendee } from '../../before/sign-ups/commands/organising.ts'
import { addSignUp } from '../../before/sign-ups/commands/sign-up.ts'
import { makeBallot, openBallot } from '../../day/ballots/ballot/commands/ballots.ts'
import { layOutProgramme } from '../../day/programme/commands/laying-out.ts'
import { removeItem } from '../../day/programme/commands/items.ts'
import { itemsOf } from '../../day/programme/store/items.ts'
import { reflect } from '../../day/reflections/commands.ts'
import { makeRoom } from '../../day/rooms/commands/rooms.ts'
import { paths } from '../../paths.ts'
import { operator } from '../../platform/store/actor.ts'
import { rowsNaming } from '../../platform/store/rows.ts'
import { orThrow } from '../../platform/store/store.ts'
import { eraseMe } from '../keeping/commands.ts'
import { sections } from '../../slices.ts'
import { staying } from '../moving/store/staying.ts'
import { forgetRemoved, takeAwayEvent, takeAwayIdea } from './commands.ts'

const north = { network: 'north' }
const idea = { ...north, idea: 'one-round' }
const email = 'ada@example.invalid'

async function opened(t: TestContext, database: Database) {
  const house = await openHouse(t, { database })
  const people = await peopleOf(house.store)
  const by = { actor: people.organiser }
  const made = { ...north, team: 'brent', title: 'One round' }
  orThrow(await house.store.dispatch(addIdea, made, by))
  const together = { ...idea, kind: 'service_users', recruitedBy: 'brent', howMany: 4 }
  orThrow(await house.store.dispatch(addCoProducer, together, by))
  return { ...house, people, by, organiser: await house.as(people.organiser) }
}

type Opened = Awaited<ReturnType<typeof opened>>

/** An event with all that goes with it: a programme, a vote that was prepared, a room, a cancelled sign-up. */
async function eventByMistake({ store, by }: Pick<Opened, 'store' | 'by'>) {
  const { id: event } = orThrow(
    await store.dispatch(makeEvent, { ...north, name: 'Wrong day', on: '2027-02-01' }, by),
  )
  const at = { ...north, event }
  orThrow(await store.dispatch(layOutProgramme, at, by))
  const [item] = await itemsOf(store.db, 'north', event)
  orThrow(await store.dispatch(removeItem, { ...at, item: item!.id }, by))
  const asked = { question: 'Which?', method: 'person', ideas: ['one-round', 'other'], ownIdea: 'counted' }
  orThrow(await store.dispatch(addIdea, { ...north, team: 'harrow', title: 'Other' }, by))
  orThrow(await store.dispatch(makeBallot, { ...at, ...asked }, by))
  orThrow(await store.dispatch(makeRoom, { ...at, theme: 'Rounds' }, by))
  const answers = { name: 'Ada', team: 'brent', profession: 'Nurse', email, accessNeeds: 'A quiet room' }
  const { id: attendee } = orThrow(await store.dispatch(addSignUp, { ...at, ...answers }, by))
  return { ...at, attendee }
}

/** All rows of the network, whichever table they are in. */
async function everything({ store }: Pick<House, 'store'>) {
  const tables = [...sections.map(({ table }) => table), ...Object.keys(staying)].filter(
    (table) => !['networks', 'journal', 'removed', 'rehearsals'].includes(table),
  )
  const all: Record<string, unknown> = {}
  for (const table of tables)
    all[table] = await rowsNaming(store.db, { table, by: 'network_id', ids: ['north'], only: {} }, 'north')
  return all
}

const removedIn = (house: Pick<House, 'store'>) =>
  house.store.db.selectFrom('removed').selectAll().orderBy('removed_at').execute()

onBothDatabases('Taking away what was made by mistake', (database) => {
  test('an idea goes after a question, is seen nowhere, and comes back exactly', async (t) => {
    const house = await opened(t, database)
    const { organiser, visitor } = house
    const before = await everything(house)
    assert.match(
      (await organiser.get(paths.editIdea(idea))).text,
      /href="\/networks\/north\/ideas\/one-round\/removal"/,
    )
    const asked = wordsOn((await organiser.get(paths.removeIdea(idea))).text)
    for (const words of ['Take this idea away?', 'One round', '1 record of who made it together'])
      assert.ok(asked.includes(words), words)
    assert.deepEqual(await everything(house), before, 'asking changes nothing')
    const gone = await organiser.submit(paths.removeIdea(idea))
    assert.deepEqual([gone.status, gone.location], [303, paths.removed(north)])
    assert.equal((await organiser.get(paths.idea(idea))).status, 404)
    for (const url of [paths.network(north), paths.ideas(north), `${paths.ideas(north)}?q=round`])
      assert.doesNotMatch((await visitor().get(url)).text, /One round/, url)
    const page = await organiser.get(paths.removed(north))
    assert.equal(
      bannerOn(page.text),
      'Success “One round” is taken away. You can put it back until 19 January 2027.',
    )
    assert.match(wordsOn(page.text), /taken away on 12 January 2027 at 9am by Olu Organiser/)
    assert.match(
      wordsOn((await organiser.get(paths.setUp(north))).text),
      /Taken away 1 thing in the last 7 days, which can be put back/,
    )
    const [row] = await removedIn(house)
    const back = await organiser.submit(
      paths.putBack({ ...north, removed: row!.id }),
      {},
      paths.removed(north),
    )
    assert.deepEqual([back.status, back.location], [303, paths.idea(idea)])
    assert.deepEqual(await everything(house), before)
    assert.deepEqual(await removedIn(house), [])
    assert.match((await visitor().get(`${paths.ideas(north)}?q=round`)).text, /One round/)
  })

  test('an idea that is only in a vote that was never opened is to be taken out of that first', async (t) => {
    const house = await opened(t, database)
    const { organiser, store, by } = house
    const { id: event } = orThrow(
      await store.dispatch(makeEvent, { ...north, name: 'Day', on: '2027-02-01' }, by),
    )
    orThrow(await store.dispatch(addIdea, { ...north, team: 'harrow', title: 'Other' }, by))
    const at = { ...north, event }
    const asked = { question: 'Which one?', ideas: ['one-round', 'other'] }
    const { id: ballot } = orThrow(await store.dispatch(makeBallot, { ...at, ...asked }, by))
    const question = async () => (await organiser.get(paths.removeIdea(idea))).text
    const before = await question()
    assert.deepEqual(noticesOn(before), [
      '“One round” is offered in the vote “Which one?”, not opened yet. Take it out of there first.',
    ])
    assert.ok(before.includes(`href="${paths.ballot({ ...at, ballot })}"`))
    orThrow(await store.dispatch(openBallot, { ...at, ballot }, by))
    assert.match(wordsOn(await question()), /what people did stands on it: 1 vote that offers it/)
  })

  test('an event goes with its programme, votes, rooms and cancelled sign-ups, and comes back exactly', async (t) => {
    const house = await opened(t, database)
    const { organiser, store, by } = house
    const { attendee, ...event } = await eventByMistake(house)
    const stays = wordsOn((await organiser.get(paths.removeEvent(event))).text)
    assert.match(
      stays,
      /“Wrong day” stays, because what people did stands on it: 1 sign-up\. You can cancel it/,
    )
    const before = await everything(house)
    const refused = await store.dispatch(takeAwayEvent, { ...event, events: [event.event] }, by)
    assert.match('refused' in refused ? refused.refused : '', /1 sign-up\./)
    assert.deepEqual(await everything(house), before, 'a refusal changes nothing')
    orThrow(await store.dispatch(cancelAttendee, { ...event, attendee }, by))
    const cancelled = await everything(house)
    const asked = wordsOn((await organiser.get(paths.removeEvent(event))).text)
    assert.match(asked, /1 sign-up/)
    assert.match(asked, /\d+ parts of the programme/)
    assert.equal((await organiser.submit(paths.removeEvent(event))).status, 303)
    assert.equal((await organiser.get(paths.event(event))).status, 404)
    for (const [table, rows] of Object.entries(await everything(house)))
      assert.doesNotMatch(JSON.stringify(rows), /wrong-day/, table)
    const [row] = await removedIn(house)
    const putBack = paths.putBack({ ...north, removed: row!.id })
    assert.equal((await organiser.submit(putBack, {}, paths.removed(north))).status, 303)
    assert.deepEqual(await everything(house), cancelled)
  })

  test('a team goes with roles that have ended, not while anybody works in it', async (t) => {
    const house = await opened(t, database)
    const { organiser, store, by } = house
    const { id: team } = orThrow(await store.dispatch(addTeam, { ...north, name: 'Brnet' }, by))
    const person = { name: 'Wanda', email: 'wanda@example.invalid', role: 'lead', team }
    const { id: membership } = orThrow(await store.dispatch(addMember, { ...north, ...person }, by))
    const at = { ...north, team }
    assert.deepEqual(noticesOn((await organiser.get(paths.removeTeam(at))).text), [
      '“Brnet” stays, because what people did stands on it: 1 role. You can rename it instead, or end roles and move what is only there by mistake first.',
    ])
    assert.equal((await organiser.submit(paths.removeTeam(at))).status, 409)
    orThrow(await store.dispatch(endMembership, { ...north, membership }, by))
    const before = await everything(house)
    assert.equal((await organiser.submit(paths.removeTeam(at))).status, 303)
    assert.equal((await organiser.get(paths.team(at))).status, 404)
    const [row] = await removedIn(house)
    const putBack = () =>
      organiser.submit(paths.putBack({ ...north, removed: row!.id }), {}, paths.removed(north))
    orThrow(await store.dispatch(addTeam, { ...north, name: 'Brnet' }, by))
    assert.match(wordsOn((await putBack()).text), /has taken the place of “Brnet”/)
    assert.equal((await organiser.submit(paths.removeTeam(at))).status, 303)
    assert.equal((await putBack()).status, 303)
    assert.deepEqual(await everything(house), before)
  })

  test('an idea that others built on stays, and the page says on what', async (t) => {
    const house = await openHouse(t, { database })
    const { at, of, people } = await ballotOf(house.store, { perTeam: 1 })
    const words = { event: at.event, idea: 'hub', team: 'brent', keep: 'All of it' }
    orThrow(await house.store.dispatch(reflect, { ...north, ...words }, { actor: of['brent']![0]! }))
    const organiser = await house.as(people.organiser)
    const page = await organiser.get(paths.removeIdea({ ...north, idea: 'hub' }))
    assert.match(wordsOn(page.text), /stands on it: 1 reflection(,| and) 1 vote that offers it/)
    assert.doesNotMatch(page.text, /Take it away/)
    assert.equal((await organiser.submit(paths.removeIdea({ ...north, idea: 'hub' }))).status, 409)
    assert.equal((await organiser.get(paths.idea({ ...north, idea: 'hub' }))).status, 200)
  })

  test('only organisers take teams and events away, and leads their own ideas', async (t) => {
    const house = await opened(t, database)
    const { people, as, visitor, store } = house
    await eventByMistake(house)
    const others = [
      paths.removeTeam({ ...north, team: 'brent' }),
      paths.removeEvent({ ...north, event: 'wrong-day' }),
    ]
    for (const person of [people.member, people.harrowLead, people.board, people.stranger]) {
      const browser = await as(person)
      for (const url of [paths.removeIdea(idea), ...others])
        assert.deepEqual([(await browser.get(url)).status, (await browser.post(url)).status], [403, 403], url)
    }
    assert.equal((await visitor().get(paths.removeIdea(idea))).status, 303)
    const lead = await as(people.lead)
    for (const url of others) assert.equal((await lead.get(url)).status, 403)
    const refused = await store.dispatch(takeAwayIdea, { ...idea }, { actor: people.harrowLead })
    assert.ok('refused' in refused && refused.kind === 'forbidden')
    const mine = { ...north, team: 'brent', title: 'Mine' }
    const own = { ...north, idea: orThrow(await store.dispatch(addIdea, mine, { actor: people.lead })).id }
    assert.equal((await lead.submit(paths.removeIdea(own))).status, 303)
    assert.match((await lead.get(paths.removed(north))).text, /Mine/)
    const harrow = await as(people.harrowLead)
    assert.doesNotMatch((await harrow.get(paths.removed(north))).text, /Mine/)
    const [row] = await removedIn(house)
    const putBack = paths.putBack({ ...north, removed: row!.id })
    assert.equal((await harrow.submit(putBack, {}, paths.removed(north))).status, 403)
    assert.equal((await lead.submit(putBack, {}, paths.removed(north))).status, 303)
    assert.equal((await lead.get(paths.idea(own))).status, 200)
  })

  test('two at once take it away once, and put it back once', async (t) => {
    const house = await opened(t, database)
    const { store, by } = house
    const both = await Promise.all([1, 2].map(() => store.dispatch(takeAwayIdea, { ...idea }, by)))
    assert.deepEqual(both.map((one) => 'refused' in one).sort(), [false, true])
    const [row, ...more] = await removedIn(house)
    assert.deepEqual(more, [])
    const { organiser } = house
    const url = paths.putBack({ ...north, removed: row!.id })
    const page = await organiser.get(paths.removed(north))
    const [first, second] = [page, page].map(() => organiser.submit(url, {}, paths.removed(north)))
    await Promise.all([first, second])
    const ideas = await store.db.selectFrom('ideas').select('id').where('id', '=', 'one-round').execute()
    assert.equal(ideas.length, 1)
  })

  test('what others build meanwhile is not lost: the events are looked at again', async (t) => {
    const { store, by } = await opened(t, database)
    orThrow(await store.dispatch(makeEvent, { ...north, name: 'Day', on: '2027-02-01' }, by))
    const answer = await store.dispatch(takeAwayIdea, { ...idea, events: [] }, by)
    assert.match('refused' in answer ? answer.refused : '', /An event was made just now/)
  })

  test('after a week it is gone for good', async (t) => {
    const house = await opened(t, database)
    const { organiser, store, clock } = house
    assert.equal((await organiser.submit(paths.removeIdea(idea))).status, 303)
    const [row] = await removedIn(house)
    const putBack = paths.putBack({ ...north, removed: row!.id })
    clock.move(7 * 24 * 60 - 1)
    assert.deepEqual(orThrow(await store.dispatch(forgetRemoved, {}, { actor: operator })), { forgotten: 0 })
    clock.move(1)
    const late = await house.as(house.people.organiser)
    assert.doesNotMatch((await late.get(paths.removed(north))).text, /One round/)
    const answer = await late.submit(putBack, {}, paths.removeTeam({ ...north, team: 'hillingdon' }))
    assert.equal((await removedIn(house)).length, 1, String(answer.status))
    assert.deepEqual(orThrow(await store.dispatch(forgetRemoved, {}, { actor: operator })), { forgotten: 1 })
    assert.deepEqual(await removedIn(house), [])
    assert.equal((await late.get(paths.idea(idea))).status, 404)
  })

  test('who has themselves erased is erased in what was taken away too', async (t) => {
    const house = await opened(t, database)
    const { store, by } = house
    const { attendee, ...event } = await eventByMistake(house)
    orThrow(await store.dispatch(cancelAttendee, { ...event, attendee }, by))
    const person = { name: 'Ada', email, role: 'viewer' }
    const { id } = orThrow(await store.dispatch(addMember, { ...north, ...person }, by))
    const ada = await store.db
      .selectFrom('memberships')
      .select('person_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    orThrow(await store.dispatch(takeAwayEvent, { ...event, events: [event.event] }, by))
    const browser = await house.as({ kind: 'person', id: ada.person_id })
    assert.match((await browser.get('/me/data.json')).text, /"eventName": "Wrong day"/)
    orThrow(await store.dispatch(eraseMe, {}, { actor: { kind: 'person', id: ada.person_id } }))
    const [row] = await removedIn(house)
    assert.doesNotMatch(row!.rows, /Ada|ada@example|A quiet room/)
    const { organiser } = house
    await organiser.submit(paths.putBack({ ...north, removed: row!.id }), {}, paths.removed(north))
    assert.equal((await organiser.get(paths.event(event))).status, 200)
  })
})
