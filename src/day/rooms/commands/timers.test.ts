import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { deskOf, nouns, press, told } from '../../../../test/desk.ts'
import { onBothDatabases } from '../../../../test/stores.ts'
import { refusalOn, wordsOn } from '../../../../test/visitor.ts'
import { orThrow } from '../../../platform/store/store.ts'
import { paths } from '../../../paths.ts'
import type { Database } from '../../../../test/stores.ts'
import type { TestContext } from 'node:test'
import { roomsOf } from '../store/rooms.ts'
import { makeRoom } from './rooms.ts'

/** Two rooms; the nurse of Brent leads the first. */
async function roomsAt(t: TestContext, database: Database) {
  const desk = await deskOf(t, database, [])
  const by = { actor: desk.people.organiser }
  const nurse = desk.day.of['brent']![0]!
  const made: string[] = []
  for (const [theme, facilitator] of [
    ['Stop', nurse.id],
    ['Listen', undefined],
  ])
    made.push(orThrow(await desk.store.dispatch(makeRoom, { ...nouns, theme, facilitator } as never, by)).id)
  const timers = async () =>
    (await roomsOf(desk.store.db, 'north', 'day')).map((one) => [
      one.timer_until?.slice(11, 16),
      one.timer_ended_at?.slice(11, 16),
    ])
  const rooms = made.map((room) => ({ ...nouns, room }))
  return {
    ...desk,
    rooms,
    timers,
    leader: await desk.as(nurse),
    other: await desk.as(desk.day.of['harrow']![0]!),
  }
}

onBothDatabases('The time of a room', (database) => {
  test('who leads it starts, extends and ends it, and lets it go on; others stay as they are', async (t) => {
    const { rooms, leader, timers, clock } = await roomsAt(t, database)
    const room = rooms[0]!
    const at = paths.room(room)
    const tap = (url: string, values = {}) => leader.submit(url, values, at)
    equal((await tap(paths.roomTimer(room), { minutes: '20' })).location, at)
    await tap(paths.roomTimerExtension(room), { minutes: '5' })
    deepEqual(await timers(), [
      ['09:25', undefined],
      [undefined, undefined],
    ])
    match(wordsOn((await leader.get(at)).text), /until 9:25am/)
    clock.move(30)
    await tap(paths.roomTimerEnd(room))
    equal((await timers())[0]![1], '09:30')
    match(wordsOn((await leader.get(at)).text), /Ended at 9:30am Go on after all/)
    await tap(paths.roomTimerGoOn(room))
    deepEqual((await timers())[0], ['09:25', undefined])
    await tap(paths.roomTimerExtension(room), { minutes: '5' })
    deepEqual((await timers())[0], ['09:35', undefined])
  })

  test('two hosts who give it 5 minutes at once give 5', async (t) => {
    const { rooms, olu, amina, timers } = await roomsAt(t, database)
    const room = rooms[1]!
    await press(olu, paths.roomTimer(room), { minutes: '20' })
    const until = '2027-01-12T09:20:00.000Z'
    const both = await Promise.all(
      [olu, amina].map((who) => press(who, paths.roomTimerExtension(room), { minutes: '5', until })),
    )
    deepEqual(both.map(({ status }) => status).sort(), [303, 409])
    equal(
      told(both.find(({ status }) => status === 409)!),
      'That could not be done: The time of this room has been changed meanwhile. Look at what it is now, then try again.',
    )
    equal((await timers())[1]![0], '09:25')
  })

  test('others may not, and a wrong number of minutes is refused', async (t) => {
    const { rooms, other, leader, timers } = await roomsAt(t, database)
    const before = await timers()
    for (const path of [paths.roomTimer, paths.roomTimerEnd, paths.roomTimerExtension, paths.roomTimerGoOn])
      ok(
        [401, 403].includes((await other.submit(path(rooms[0]!), { minutes: '5' }, paths.signIn({}))).status),
      )
    const wrong = await leader.submit(paths.roomTimer(rooms[0]!), { minutes: 'soon' }, paths.room(rooms[0]!))
    equal(refusalOn(wrong.text), 'That could not be understood: Enter how many minutes')
    const early = await leader.submit(paths.roomTimerEnd(rooms[0]!), {}, paths.room(rooms[0]!))
    equal(refusalOn(early.text), 'That could not be done: Start the timer of this room first')
    deepEqual(await timers(), before)
  })

  test('it stands on the Screen, in the list of rooms and on Now', async (t) => {
    const { rooms, add, at, olu, leader, visitor } = await roomsAt(t, database)
    await press(olu, paths.itemStart(at(await add({ kind: 'rooms', title: 'Talk' }))))
    await press(olu, paths.roomTimerExtension(rooms[0]!), { minutes: '5' })
    for (const path of [paths.rooms(nouns), paths.screen(nouns)])
      match(wordsOn((await visitor().get(path)).text), /Stop.*until 9:25am.*Listen.*until 9:20am/)
    match(wordsOn((await leader.get(paths.now(nouns))).text), /Your room: Stop until 9:25am/)
  })
})
