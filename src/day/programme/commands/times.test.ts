import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { deskOf, nouns, press, told } from '../../../../test/desk.ts'
import { onBothDatabases, type Database } from '../../../../test/stores.ts'
import { errorsOn, wordsOn } from '../../../../test/visitor.ts'
import { describeEvent } from '../../../before/events/commands.ts'
import { paths } from '../../../paths.ts'
import { orThrow } from '../../../platform/store/store.ts'
import { makeRoom } from '../../rooms/commands/rooms.ts'
import { roomsOf } from '../../rooms/store/rooms.ts'
import { fixedTime } from '../rules/times.ts'

const onDay = (clock: string) => `2027-01-12T${clock}:00.000Z`

const typed: [string, string | null, string | undefined][] = [
  ['4:30', '14:45', '16:30'],
  ['4.30', '14:45', '16:30'],
  ['4:30am', '14:45', '04:30'],
  ['04:30', '14:45', '04:30'],
  ['11:30', '09:30', '11:30'],
  ['1:30', '09:30', '13:30'],
  ['1:30', null, '13:30'],
  ['9:30', null, '09:30'],
  ['12:30', '14:45', '12:30'],
  ['16:30', '14:45', '16:30'],
  ['soon', '14:45', undefined],
]
for (const [words, starts, expected] of typed)
  test(`A time typed as ${words} on a day from ${starts ?? 'no known time'} is ${expected ?? 'none'}`, () =>
    assert.equal(
      fixedTime(words, { on_day: '2027-01-12', starts_at: starts && onDay(starts) }),
      expected && onDay(expected),
    ))

/** An afternoon from 2:45pm to 5pm with parts of 20 minutes. */
async function afternoon(t: TestContext, database: Database, titles: string[]) {
  const desk = await deskOf(t, database, titles)
  const on = { ...nouns, name: 'Day', on: '2027-01-12', starts: '14:45', ends: '17:00' }
  orThrow(await desk.store.dispatch(describeEvent, on as never, { actor: desk.people.organiser }))
  const { olu } = desk
  return {
    ...desk,
    adds: (values: Record<string, string>) =>
      olu.submit(paths.newItem(nouns), { kind: 'break', title: 'Lunch', ...values }),
    programme: async () => wordsOn((await olu.get(paths.programme(nouns))).text),
  }
}

onBothDatabases('Times on the programme', (database) => {
  test('A bare time is taken as the afternoon of an afternoon, and that is said', async (t) => {
    const { adds, programme, items, olu, at } = await afternoon(t, database, ['One', 'Two'])
    assert.equal(told(await adds({ plannedAt: '4:30' })), 'Added to the programme. It starts at 4:30pm.')
    assert.match(await programme(), /Planned 4:30pm What Lunch/)
    const { id } = (await items())[2]!
    const changed = await olu.submit(paths.editItem(at(id)), {
      kind: 'break',
      title: 'Lunch',
      plannedAt: '3:45',
    })
    assert.equal(told(changed), 'Saved. It starts at 3:45pm.')
  })

  test('A time that the rest of the day contradicts is asked for again, and nothing is lost', async (t) => {
    const { adds, titles, items, olu, at, ids } = await afternoon(t, database, ['One', 'Two'])
    const early = await adds({ plannedAt: '3am', note: 'By the window' })
    assert.equal(early.status, 422)
    assert.deepEqual(errorsOn(early.text), [
      '3am is earlier than “Two” before it, which starts at 3:05pm. Enter a later time, or put this further up.',
    ])
    assert.ok(early.text.includes('By the window'))
    assert.deepEqual(errorsOn((await adds({ plannedAt: '4am' })).text), [
      '4am is earlier than “Two” before it, which starts at 3:05pm. Did you mean 4pm? Enter a later time, or put this further up.',
    ])
    assert.deepEqual(await titles(), ['One', 'Two'])
    await adds({ plannedAt: '3:30pm' })
    const late = await adds({ title: 'Tea', plannedAt: '4pm', before: (await items())[2]!.id })
    assert.deepEqual(errorsOn(late.text), [
      '4pm is later than “Lunch” after it, which starts at 3:30pm. Enter an earlier time, or put this further down.',
    ])
    const moved = { kind: 'talk', title: 'Two', minutes: '20', plannedAt: '4pm' }
    const change = await olu.submit(paths.editItem(at(ids[1]!)), moved)
    assert.deepEqual(errorsOn(change.text), [
      '4pm is later than “Lunch” after it, which starts at 3:30pm. Enter an earlier time, or put this further down.',
    ])
    assert.deepEqual(
      (await items()).map(({ planned_at }) => planned_at),
      [null, null, onDay('15:30')],
    )
  })

  test('What was moved before an earlier time is pointed out', async (t) => {
    const { adds, programme, items, olu, at } = await afternoon(t, database, ['One'])
    await adds({ plannedAt: '3:30pm' })
    await adds({ title: 'Tea', plannedAt: '4pm' })
    assert.doesNotMatch(await programme(), /is earlier than/)
    await press(olu, paths.itemMove(at((await items())[2]!.id)), { where: 'up' })
    assert.match(await programme(), /3:30pm for “Lunch” is earlier than what stands before it\./)
  })

  test('A programme that is longer than its event says by how much', async (t) => {
    const { add, programme, desk, olu, ids, at, visitor, clock } = await afternoon(t, database, ['One'])
    await add({ title: 'Two', minutes: 115 })
    const over = /The programme runs to (\S+), (.*?) past the end of the event at 5pm\./
    const said = (page: string) => over.exec(page)?.slice(1)
    const event = async () => wordsOn((await olu.get(paths.event(nouns))).text)
    assert.deepEqual(
      [said(await programme()), said(await desk(olu)), said(await event())],
      [undefined, undefined, undefined],
    )
    await add({ title: 'Three', minutes: 115 })
    const late = ['6:55pm', '1 hour 55 minutes']
    assert.deepEqual(
      [said(await programme()), said(await desk(olu)), said(await event())],
      [late, late, late],
    )
    assert.equal(said(wordsOn((await visitor().get(paths.event(nouns))).text)), undefined)
    clock.move(6 * 60 - 5)
    await press(olu, paths.itemStart(at(ids[0]!)))
    assert.deepEqual(said(await desk(olu)), ['7:05pm', '2 hours 5 minutes'])
  })

  test('Rooms that go on after their time in the programme are counted', async (t) => {
    const { add, desk, olu, at, store, people } = await deskOf(t, database, ['One'])
    const rooms = await add({ kind: 'rooms', title: 'Rooms', minutes: 20 })
    for (const theme of ['Beds', 'Doors'])
      orThrow(await store.dispatch(makeRoom, { ...nouns, theme } as never, { actor: people.organiser }))
    await press(olu, paths.itemStart(at(rooms)))
    assert.doesNotMatch(await desk(olu), /after (its|their) time in the programme/)
    const [beds, doors] = (await roomsOf(store.db, 'north', 'day')).map(({ id: room }) =>
      paths.roomTimerExtension({ ...nouns, room }),
    )
    await press(olu, beds!, { minutes: '5' })
    assert.match(
      await desk(olu),
      /1 room goes on 5 minutes after its time in the programme\. Starting what comes next ends its time\./,
    )
    await press(olu, doors!, { minutes: '5' })
    assert.match(await desk(olu), /2 rooms go on 5 minutes after their time in the programme\./)
    await press(olu, doors!, { minutes: '5' })
    assert.match(await desk(olu), /2 rooms go on up to 10 minutes after their time in the programme\./)
  })
})
