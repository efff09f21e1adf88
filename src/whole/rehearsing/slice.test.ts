import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Kysely } from 'kysely'
import { openHouse } from '../../../test/house.ts'
import { begun, played, rehearsable, until } from '../../../test/rehearsal.ts'
import { onBothDatabases } from '../../../test/stores.ts'
import { bannerOn, errorsOn, filledIn, wordsOn } from '../../../test/visitor.ts'
import { eventById } from '../../before/events/store.ts'
import { membersOf, networkById, teamsOf } from '../../before/networks/store/networks.ts'
import { attendeesOf } from '../../before/sign-ups/store.ts'
import { openBallot } from '../../day/ballots/ballot/commands/ballots.ts'
import { ballotById } from '../../day/ballots/ballot/store/ballots.ts'
import { rollOf } from '../../day/ballots/voting/store/votes.ts'
import { givenCount, resultsShown } from '../../day/feedback/store/answers.ts'
import { pledgesAt } from '../../day/pledges/store.ts'
import { itemsOf } from '../../day/programme/store/items.ts'
import { finishItem, startItem } from '../../day/programme/commands/running.ts'
import { placesOf } from '../../day/rooms/store/places.ts'
import { paths } from '../../paths.ts'
import { doingOf } from '../../platform/jobs/scheduler.ts'
import { isRefusal } from '../../platform/store/command.ts'
import { brokenTopics } from '../../platform/store/journal.ts'
import { orThrow, type Store } from '../../platform/store/store.ts'
import { letters } from '../../jobs.ts'
import { letterOf } from '../../platform/mail/letters.ts'
import { newestMessages } from '../../platform/mail/outbox.ts'
import { beginRehearsal, claimRehearsal, clearRehearsal, continueRehearsal } from './commands.ts'
import { player } from './jobs/playing.ts'
import { leapingTime } from './jobs/clockwork.ts'
import { openRehearsals } from './jobs/running.ts'
import { rehearsalIn, rehearsalsOf, toldIn } from './store.ts'

/** Every row of every table that holds a word anywhere, and how many rows there are in all. */
async function rowsWith(store: Store, word: string) {
  const db = store.db as unknown as Kysely<Record<string, Record<string, unknown>>>
  const tables = await db.introspection.getTables()
  const counts: Record<string, number> = {}
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await db.selectFrom(name).selectAll().execute()
    counts[name] = rows.length
    for (const row of rows)
      if (Object.values(row).some((value) => String(value).includes(word))) found.push(name)
  }
  return { counts, found: [...new Set(found)].sort() }
}

onBothDatabases('A rehearsal', (database) => {
  test('plays a whole day by itself, and at the end everything adds up', async (t) => {
    const { store } = await openHouse(t, { database })
    const day = await rehearsable(store)
    const { network, event } = await begun(store, day)
    await played(store, network)
    const row = (await rehearsalIn(store.db, network))!
    const told = toldIn(row)
    ok(row.ended_at)
    deepEqual([told.signedUp, told.arrived], [30, 30])
    ok(told.again > 0 && told.queued > 0)
    const people = await attendeesOf(store.db, network, event)
    equal(people.filter(({ arrived_at }) => arrived_at).length, 30)
    ok((await ballotById(store.db, network, day.ballot))?.revealed_at)
    const voted = (await rollOf(store.db, network, day.ballot)).filter((one) => one.voted)
    const votes = await store.db.selectFrom('votes').select('id').where('network_id', '=', network).execute()
    ok(voted.length > 20)
    deepEqual([voted.length, votes.length], [told.votes[day.ballot], told.votes[day.ballot]])
    equal((await pledgesAt(store.db, network, event)).length, 3)
    equal((await placesOf(store.db, network, event)).length, 30)
    const answered = await givenCount(store.db, network, event)
    ok(answered > 10)
    equal((await resultsShown(store.db, network, event))?.answered, answered)
    ok((await itemsOf(store.db, network, event)).every(({ finished_at }) => finished_at))
    const refused = Object.keys(told.refused).filter((sentence) => !sentence.startsWith('You have voted'))
    deepEqual(refused, [])
    // Of the real day nothing has changed.
    equal((await attendeesOf(store.db, day.network, event)).length, day.attendees.length)
    ok((await itemsOf(store.db, day.network, event)).every(({ started_at }) => started_at === null))
  })

  test('cleared with one tap, it leaves no row anywhere and the real network as it was', async (t) => {
    const house = await openHouse(t, { database })
    const { store } = house
    const day = await rehearsable(store)
    const organiser = await house.as(day.people.organiser)
    const before = await rowsWith(store, 'rehearsal')
    const url = paths.rehearse(day.at)
    const wished = { people: '12', host: 'itself', minutes: '' }
    const { location } = await organiser.submit(url, wished)
    const [row] = await rehearsalsOf(store.db, day.network, day.event)
    const at = { network: row!.network_id, event: day.event }
    equal(location, paths.rehearse(at))
    await played(store, at.network)
    const during = await rowsWith(store, at.network)
    ok(
      ['attendees', 'done_keys', 'journal', 'sessions', 'topics', 'votes', 'words'].every((one) =>
        during.found.includes(one),
      ),
    )
    match((await organiser.get(url)).text, /Rehearsals of this event/)
    const cleared = await organiser.submit(paths.clearRehearsal(at), {}, paths.rehearse(at))
    equal(cleared.location, url)
    for (const gone of [paths.screen(at), paths.desk(at), `/api/v1${paths.programme(at)}`]) {
      const page = await organiser.get(gone)
      equal(page.status, 404)
      match(page.text, /This rehearsal has been cleared\./)
    }
    const unknown = await organiser.get(paths.screen({ ...at, network: 'nobody-knows' }))
    equal(unknown.status, 404)
    doesNotMatch(unknown.text, /rehearsal/)
    equal(
      bannerOn((await organiser.get(url)).text),
      'Success The rehearsal is cleared. Nothing of it is left.',
    )
    const after = await rowsWith(store, at.network)
    deepEqual(after.found, [])
    // The organiser's own keys stay for a week, and the public has one pseudonym for all networks.
    const { done_keys: _keys, pseudonyms: _names, ...counts } = after.counts
    const { done_keys: _keysBefore, pseudonyms: _namesBefore, ...counted } = before.counts
    deepEqual(counts, counted)
    deepEqual((await rowsWith(store, 'attendee:')).found, [])
    deepEqual(await brokenTopics(store.db), [])
    equal((await organiser.get(paths.now(at))).status, 404)
    equal((await organiser.get('/')).text.includes('rehearsal'), false)
    equal((await organiser.get(paths.activity(day.at))).text.includes('rehears'), false)
  })

  test('cleared in the middle, it stops, and leaves nothing either', async (t) => {
    const { store } = await openHouse(t, { database })
    const day = await rehearsable(store)
    const at = await begun(store, day)
    const playing = played(store, at.network)
    await until(async () => (await attendeesOf(store.db, at.network, at.event)).length > 10)
    orThrow(await store.dispatch(clearRehearsal, at, { actor: day.people.organiser }))
    await playing
    deepEqual((await rowsWith(store, at.network)).found, [])
    equal((await attendeesOf(store.db, day.network, day.event)).length, day.attendees.length)
  })

  test('its network holds nobody real but its organisers, is marked, and sends no mail', async (t) => {
    const house = await openHouse(t, { database })
    const { store } = house
    const day = await rehearsable(store)
    const at = await begun(store, day)
    const network = (await networkById(store.db, at.network))!
    deepEqual([network.name, network.kind], ['North (rehearsal)', 'rehearsal'])
    equal((await eventById(store.db, at.network, at.event))?.on_day, '2027-01-12')
    deepEqual(
      (await teamsOf(store.db, at.network)).map(({ id }) => id),
      ['brent', 'harrow', 'hillingdon'],
    )
    deepEqual(await attendeesOf(store.db, at.network, at.event), [])
    const real = (await membersOf(store.db, at.network)).filter(({ email }) => email)
    deepEqual(
      real.map(({ person_id, role }) => [person_id, role]),
      [[day.people.organiser.id, 'organiser']],
    )
    const mark = 'Rehearsal: nobody here is real'
    const organiser = await house.as(day.people.organiser)
    for (const page of [
      paths.desk(at),
      paths.screen(at),
      paths.now(at),
      paths.network(at),
      paths.rehearse(at),
    ])
      ok(wordsOn((await organiser.get(page)).text).includes(mark), page)
    match((await organiser.get(paths.networkFile(at))).text, new RegExp(`# ${mark}`))
    match(JSON.stringify((await organiser.json('GET', `/api/v1${paths.now(at)}`)).body), new RegExp(mark))
    const guest = house.visitor()
    const answers = { name: 'Ada', email: 'ada@example.invalid', team: 'brent', _step: 'confirmed' }
    equal((await guest.submit(paths.signUp(at), answers)).status, 303)
    const [message] = await newestMessages(store.db, 1)
    const writing = {
      db: store.db,
      now: store.now(),
      keyedHash: store.keyedHash,
      address: (path: string) => path,
    }
    equal(message!.network, at.network)
    equal(await letterOf(letters, writing, message!), undefined)
  })

  test('people follow the Desk where an organiser moves the day on', async (t) => {
    const { store } = await openHouse(t, { database })
    const day = await rehearsable(store)
    const at = await begun(store, day, { host: 'me', people: 9 })
    const by = { actor: day.people.organiser }
    const items = await itemsOf(store.db, at.network, at.event)
    const [vote, last] = [items.find(({ kind }) => kind === 'ballot')!, items.at(-1)!]
    const playing = played(store, at.network)
    const arrived = async () =>
      (await attendeesOf(store.db, at.network, at.event)).filter(({ arrived_at }) => arrived_at).length
    await until(async () => (await arrived()) === 9)
    orThrow(await store.dispatch(startItem, { ...at, item: vote.id }, by))
    const voted = async () => (await rollOf(store.db, at.network, day.ballot)).length
    await until(async () => (await voted()) > 5)
    const ballot = (await ballotById(store.db, at.network, day.ballot))!
    deepEqual([ballot.closed_at, ballot.revealed_at], [null, null])
    orThrow(await store.dispatch(startItem, { ...at, item: last.id }, by))
    orThrow(await store.dispatch(finishItem, { ...at, item: last.id }, by))
    await playing
    ok((await givenCount(store.db, at.network, at.event)) > 2)
    ok((await rehearsalIn(store.db, at.network))?.ended_at)
  })

  test('two at once do not touch each other, and a fourth of one event is refused', async (t) => {
    const { store } = await openHouse(t, { database })
    const day = await rehearsable(store)
    const all = await Promise.all([1, 2, 3].map((seed) => begun(store, day, { people: 6, seed })))
    equal(new Set(all.map(({ network }) => network)).size, 3)
    await Promise.all(all.slice(0, 2).map(({ network }) => played(store, network, network)))
    for (const { network } of all.slice(0, 2)) {
      equal((await attendeesOf(store.db, network, day.event)).length, 6)
      ok((await rehearsalIn(store.db, network))!.ended_at)
    }
    const asked = { network: day.network, event: day.event }
    const fourth = await store.dispatch(beginRehearsal, asked, { actor: day.people.organiser })
    equal(
      isRefusal(fourth) ? fourth.refused : '',
      'There are 3 rehearsals of this event. Clear one of them first.',
    )
    orThrow(await store.dispatch(clearRehearsal, all[0]!, { actor: day.people.organiser }))
    equal((await attendeesOf(store.db, all[1]!.network, day.event)).length, 6)
  })

  test('interrupted, it says so and can be continued, and nothing is done twice', async (t) => {
    const house = await openHouse(t, { database })
    const { store, clock } = house
    const day = await rehearsable(store)
    const at = await begun(store, day, { people: 5 })
    // As if the server had stopped after it had taken it up.
    const claim = { network: at.network, runner: 'dead' }
    orThrow(await store.dispatch(claimRehearsal, claim, { actor: player }))
    clock.move(1)
    const organiser = await house.as(day.people.organiser)
    const page = await organiser.get(paths.rehearse(at))
    match(wordsOn(page.text), /Interrupted .* Nothing that was stored is lost/)
    const done = await organiser.submit(paths.continueRehearsal(at), {}, paths.rehearse(at))
    equal(done.location, paths.rehearse(at))
    const log = { error: () => {} }
    const rehearsals = openRehearsals(store, log, () => leapingTime({ breath: 0 }))
    await rehearsals.jobs[0]!.run(doingOf(store, rehearsals.jobs[0]!, store.now(), log))
    await until(async () => (await rehearsalIn(store.db, at.network))?.ended_at)
    await rehearsals.stop()
    equal(toldIn((await rehearsalIn(store.db, at.network))!).signedUp, 5)
    equal((await attendeesOf(store.db, at.network, at.event)).length, 5)
  })

  test('what nobody clears is cleared after a week', async (t) => {
    const { store, clock } = await openHouse(t, { database })
    const day = await rehearsable(store)
    const at = await begun(store, day)
    const log = { error: () => {} }
    const job = openRehearsals(store, log).jobs[1]!
    const run = () => job.run(doingOf(store, job, store.now(), log))
    clock.move(6 * 24 * 60)
    await run()
    ok(await rehearsalIn(store.db, at.network))
    clock.move(2 * 24 * 60)
    await run()
    deepEqual((await rowsWith(store, at.network)).found, [])
  })

  test('strangers may not, a rehearsal is not rehearsed, and an open vote is left in peace', async (t) => {
    const house = await openHouse(t, { database })
    const { store } = house
    const day = await rehearsable(store)
    const { organiser, lead, stranger } = day.people
    const at = await begun(store, day)
    const said = async (command: Parameters<Store['dispatch']>[0], input: object, actor: typeof lead) => {
      const answer = await store.dispatch(command, input, { actor })
      return isRefusal(answer) ? answer.refused : 'done'
    }
    const asked = { network: day.network, event: day.event }
    const mayNot = 'You may not do this here. It can be done by an organiser of the network'
    for (const actor of [lead, stranger]) {
      equal(await said(beginRehearsal, asked, actor), `${mayNot}.`)
      equal(await said(clearRehearsal, at, actor), `${mayNot} or the clock.`)
      equal(await said(continueRehearsal, at, actor), `${mayNot}.`)
      const visitor = await house.as(actor)
      for (const url of [paths.rehearse(day.at), paths.rehearse(at), paths.rehearsalNow(at)])
        equal((await visitor.get(url)).status, 403, url)
    }
    equal(
      await said(beginRehearsal, at, organiser),
      'This is a rehearsal already. Rehearse the event that it was made from.',
    )
    equal(await said(clearRehearsal, asked, organiser), 'This is not a rehearsal, or it has been cleared.')
    ok(await eventById(store.db, day.network, day.event))
    orThrow(await store.dispatch(openBallot, day.at, { actor: organiser }))
    equal(
      await said(beginRehearsal, asked, organiser),
      'A vote of the real day is open. Rehearse when it is closed.',
    )
    const visitor = await house.as(organiser)
    const wrong = await visitor.submit(paths.rehearse(day.at), { people: '9999', host: 'me', minutes: '' })
    equal(wrong.status, 422)
    deepEqual(filledIn(wrong.text), { people: '9999', host: 'me' })
    deepEqual(errorsOn(wrong.text), ['Enter how many people, from 1 to 5000'])
  })
})
