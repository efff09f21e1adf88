import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { dayOf } from '../../../../test/day.ts'
import { openHouse } from '../../../../test/house.ts'
import { peopleOf } from '../../../../test/people.ts'
import { onBothDatabases, type Database } from '../../../../test/stores.ts'
import { bannerOn, mainOf, wordsOn } from '../../../../test/visitor.ts'
import { addSignUp } from '../../../before/sign-ups/commands/sign-up.ts'
import { paths } from '../../../paths.ts'
import type { Actor } from '../../../platform/store/actor.ts'
import { orThrow } from '../../../platform/store/store.ts'
import { addItem } from '../../programme/commands/items.ts'
import { startItem } from '../../programme/commands/running.ts'
import { roomOfAttendee } from '../store/places.ts'
import { allocateRooms, placeMe, takePlace } from './places.ts'
import { makeRoom } from './rooms.ts'

const network = 'north'

async function theRooms(t: TestContext, database: Database, perTeam = 2) {
  const house = await openHouse(t, { database })
  const people = await peopleOf(house.store)
  const day = await dayOf(house, people, { perTeam })
  const at = { network, event: day.event }
  const by = { actor: people.organiser }
  const rooms: string[] = []
  for (const theme of ['What can we stop?', 'Whose voice?'])
    rooms.push(orThrow(await house.store.dispatch(makeRoom, { ...at, theme }, by)).id)
  const dealt = async (how: string) =>
    orThrow(await house.store.dispatch(allocateRooms, { ...at, who: 'everyone', how }, by))
  const roomOf = async (actor: Actor) =>
    (await roomOfAttendee(house.store.db, network, at.event, (actor as { id: string }).id))?.id
  return { house, day, at, by, rooms, dealt, roomOf }
}

onBothDatabases('Places in rooms', (database) => {
  test('a room that somebody chose puts nobody else anywhere until places are given out', async (t) => {
    const { house, day, at, by, dealt, rooms, roomOf } = await theRooms(t, database)
    const { id: item } = orThrow(
      await house.store.dispatch(addItem, { ...at, kind: 'rooms', title: 'Rooms' }, by),
    ) as { id: string }
    orThrow(await house.store.dispatch(startItem, { ...at, item }, by))
    const [first, second] = day.of['brent']!
    orThrow(await house.store.dispatch(takePlace, { ...at, room: rooms[1] }, { actor: first! }))
    const visitor = await house.as(second!)
    equal(
      mainOf((await visitor.get(paths.now(at))).text),
      'Day On now: breakout rooms Rooms Choose a room I am here Refresh to see what is on now. See the whole programme',
    )
    equal(await roomOf(second!), undefined)
    deepEqual(await house.store.dispatch(placeMe, at, { actor: second! }), {
      kind: 'rule',
      refused: 'Places in the rooms have not been given out yet.',
    })
    await dealt('rest')
    equal(await roomOf(first!), rooms[1])
    ok(await roomOf(second!))
  })

  test('an attendee chooses with one tap from the list, and moves with another; nobody else is asked to', async (t) => {
    const { house, day, at, rooms, roomOf } = await theRooms(t, database)
    const [one] = day.of['brent']!
    const visitor = await house.as(one!)
    const list = async (address = paths.rooms(at)) => wordsOn((await visitor.get(address)).text)
    match(
      await list(),
      /What can we stop\? nobody yet Choose this room.*Whose voice\? nobody yet Choose this room/,
    )
    const [first, second] = rooms.map((room) => paths.roomPlace({ ...at, room }))
    const { location } = await visitor.submit(first!, {}, paths.rooms(at))
    equal(location, paths.room({ ...at, room: rooms[0]! }))
    equal(bannerOn((await visitor.get(location!)).text), 'Success You are in this room')
    const chosen =
      /Your room: What can we stop\? .* 1 person so far You are in this room Whose voice\? nobody yet Move to this room/
    match(await list(), chosen)
    match(await list(paths.roomChoice(at)), chosen)
    await visitor.submit(second!, {}, paths.rooms(at))
    equal(await roomOf(one!), rooms[1])
    doesNotMatch(wordsOn((await house.visitor().get(paths.rooms(at))).text), /Choose this room/)
    equal((await house.visitor().get(paths.roomChoice(at))).status, 303)
  })

  test('places are given out also where everybody had chosen one', async (t) => {
    const { house, day, at, by, dealt, rooms, roomOf } = await theRooms(t, database, 1)
    for (const actor of day.attendees)
      orThrow(await house.store.dispatch(takePlace, { ...at, room: rooms[0] }, { actor }))
    const late = { ...at, name: 'Late', team: 'brent', profession: 'Nurse' }
    await dealt('rest')
    const { id } = orThrow(await house.store.dispatch(addSignUp, late, by))
    const actor = { kind: 'attendee', network, id } as const
    orThrow(await house.store.dispatch(placeMe, at, { actor }))
    ok(rooms.slice(1).includes((await roomOf(actor))!))
  })
})
