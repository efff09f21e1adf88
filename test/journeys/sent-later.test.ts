import { deepEqual, equal, match } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { restoreAttendee } from '../../src/before/sign-ups/commands/organising.ts'
import { cancelMySignUp } from '../../src/before/sign-ups/commands/own.ts'
import { closeBallot } from '../../src/day/ballots/ballot/commands/ballots.ts'
import { closeFeedback, openFeedback } from '../../src/day/feedback/commands.ts'
import { makeRoom, removeRoom } from '../../src/day/rooms/commands/rooms.ts'
import { takePlace } from '../../src/day/rooms/commands/places.ts'
import { allNotesOf } from '../../src/day/rooms/store/notes.ts'
import { pledgesAt } from '../../src/day/pledges/store.ts'
import { reflectionsOf } from '../../src/day/reflections/store.ts'
import { paths } from '../../src/paths.ts'
import type { Refusal } from '../../src/platform/store/command.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { ballotOf } from '../ballot.ts'
import { openHouse } from '../house.ts'
import { onBothDatabases } from '../stores.ts'
import { headingOf, hiddenFieldsOf, wordsOn } from '../visitor.ts'

const minutes = (many: number) => String(many * 60_000)

onBothDatabases('What a phone sends later, by its script', (database) => {
  async function aRoom(t: TestContext) {
    const house = await openHouse(t, { database, now: '2027-01-12T10:58:00.000Z' })
    const day = await ballotOf(house.store)
    const { network, event, people, of } = day
    const made = { network, event, theme: 'Front doors' }
    const { id: room } = orThrow(await house.store.dispatch(makeRoom, made, { actor: people.organiser }))
    const [ray, other] = of['harrow']!
    orThrow(await house.store.dispatch(takePlace, { network, event, room }, { actor: ray! }))
    const nurse = await house.as(ray!)
    const senderIn = async (visitor: typeof nurse) =>
      JSON.parse((await visitor.get(paths.sender({}))).text) as { sender: string; token: string }
    const at = { network, event }
    const held = await senderIn(nurse)
    const says = { accept: 'application/json', 'x-sender': held.sender }
    return {
      ...house,
      day,
      nurse,
      at,
      room: { ...at, room },
      held,
      says,
      other: await senderIn(await house.as(other!)),
      notes: async () =>
        (await allNotesOf(house.store.db, network, room)).map((one) => [one.text, one.claimed_at]),
    }
  }

  test('it is stored once, and says when it was written and when it came', async (t) => {
    const { nurse, room, at, held, says, store, notes } = await aRoom(t)
    const sent = { text: 'Ask the café', _key: 'k'.repeat(30), _token: held.token }
    const later = { ...says, 'x-waited': minutes(16) }
    for (let time = 0; time < 2; time += 1) {
      const answer = await nurse.post(paths.newNote(room), sent, later)
      deepEqual([answer.status, JSON.parse(answer.text)], [200, { to: `${paths.room(room)}#notes` }])
    }
    deepEqual(await notes(), [['Ask the café', '2027-01-12T10:42:00.000Z']])
    const words = wordsOn((await nurse.get(paths.room(room))).text)
    match(words, /Written at 10:42am, as the phone says; received at 10:58am Ask the café/)
    equal(words.includes('Note added'), false)
    const pledge = { team: 'harrow', what: 'A café', _token: held.token }
    await nurse.post(paths.newPledge(at), pledge, later)
    await nurse.post(paths.reflection({ ...at, idea: 'tree' }), { keep: 'It', _token: held.token }, later)
    const claimed = [
      ...(await pledgesAt(store.db, 'north', 'day')),
      ...(await reflectionsOf(store.db, 'north', 'day')),
    ]
    deepEqual(
      claimed.map((one) => one.claimed_at),
      ['2027-01-12T10:42:00.000Z', '2027-01-12T10:42:00.000Z'],
    )
  })

  test('a clock that is wrong does no harm', async (t) => {
    const { nurse, room, held, says, notes } = await aRoom(t)
    const claims: [string, string | null][] = [
      ['-99999999999', null],
      ['0', null],
      ['5000', null],
      ['yesterday', null],
      ['NaN', null],
      ['Infinity', null],
      ['99999999999999', null],
      [minutes(60), '2027-01-12T09:58:00.000Z'],
    ]
    for (const [waited] of claims)
      await nurse.post(
        paths.newNote(room),
        { text: waited, _token: held.token },
        { ...says, 'x-waited': waited },
      )
    deepEqual(new Map((await notes()) as typeof claims), new Map(claims))
  })

  test('it is never taken for somebody else’s', async (t) => {
    const { nurse, room, held, other, notes } = await aRoom(t)
    const note = { text: 'Mine', _token: held.token }
    for (const sender of [other.sender, '', 'forged']) {
      const answer = await nurse.post(paths.newNote(room), note, {
        accept: 'application/json',
        'x-sender': sender,
      })
      deepEqual([answer.status, JSON.parse(answer.text)], [401, { elsewhere: true }])
    }
    deepEqual(await notes(), [])
  })

  test('what is wrong comes back as words, and an old token is told from what may not be done', async (t) => {
    const { nurse, room, at, held, says, notes } = await aRoom(t)
    const empty = await nurse.post(paths.newNote(room), { text: '', _token: held.token }, says)
    equal(empty.status, 422)
    deepEqual(JSON.parse(empty.text).fields, { text: 'Enter a note' })
    const stale = await nurse.post(paths.newNote(room), { text: 'Note', _token: 'old.token' }, says)
    deepEqual([stale.status, JSON.parse(stale.text)], [403, { stale: true }])
    const gone = await nurse.post(
      paths.newNote({ ...at, room: 'nowhere' }),
      { text: 'Note', _token: held.token },
      says,
    )
    equal(gone.status, 403)
    equal(typeof JSON.parse(gone.text).refused, 'string')
    deepEqual(await notes(), [])
  })

  test('what nothing can correct any more is marked so, and nothing else is', async (t) => {
    const { nurse, day, room, at, held, says, store } = await aRoom(t)
    const { people, of } = day
    const by = { actor: people.organiser }
    const send = async (path: string, values: Record<string, string>) => {
      const { status, text } = await nurse.post(path, { ...values, _token: held.token }, says)
      const refusal = JSON.parse(text) as Refusal
      return [status, refusal.kind === 'final' || (refusal.kind === 'stands' && refusal.final)]
    }
    const secret = 'K7QJ4M2XPR9TWC3H'
    const vote = () => send(paths.vote(day.at), { choice: 'tree', secret })
    const feedback = () => send(paths.feedback(at), { useful: 'very', secret })
    const note = () => send(paths.newNote(room), { text: 'Ask the café' })
    const reflection = () => send(paths.reflection({ ...at, idea: 'tree' }), { keep: 'It' })
    const pledge = (what: string) => send(paths.newPledge(at), { team: 'harrow', what })
    deepEqual(await send(paths.vote(day.at), { choice: '', secret }), [422, false])
    deepEqual(await send(paths.newNote(room), { text: '' }), [422, false])
    deepEqual(await pledge(''), [422, false])
    deepEqual(await feedback(), [409, false], 'not open yet')
    orThrow(await store.dispatch(openFeedback, at, by))
    orThrow(await store.dispatch(cancelMySignUp, at, { actor: of['harrow']![0]! }))
    deepEqual(
      await Promise.all([vote(), feedback(), note(), reflection(), pledge('A café')]),
      [409, 409, 403, 422, 403].map((status) => [status, true]),
    )
    orThrow(await store.dispatch(restoreAttendee, { ...at, attendee: of['harrow']![0]!.id }, by))
    orThrow(await store.dispatch(closeBallot, day.at, by))
    orThrow(await store.dispatch(closeFeedback, at, by))
    deepEqual(
      [await vote(), await feedback()],
      [
        [409, true],
        [409, true],
      ],
    )
    orThrow(await store.dispatch(removeRoom, room, by))
    deepEqual(await note(), [403, true])
    deepEqual(await send(paths.reflection({ ...at, idea: 'gone' }), { keep: 'It' }), [409, true])
  })

  test('a vote that waited keeps its receipt on the phone, and says nowhere that it waited', async (t) => {
    const { nurse, day, says } = await aRoom(t)
    const form = hiddenFieldsOf((await nurse.get(paths.vote(day.at))).text, paths.vote(day.at))
    const vote = { ...form, choice: 'tree' }
    const answer = await nurse.post(paths.vote(day.at), vote, { ...says, 'x-waited': minutes(16) })
    deepEqual(JSON.parse(answer.text), { to: paths.voteDone(day.at) })
    equal(headingOf((await nurse.get(paths.voteDone(day.at))).text), 'Your vote is counted')
    const again = await nurse.post(paths.vote(day.at), vote, { ...says, 'x-waited': minutes(20) })
    equal(again.status, 200)
  })
})
