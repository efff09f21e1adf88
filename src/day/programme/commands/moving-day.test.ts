import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { deskOf, nouns, press, told } from '../../../../test/desk.ts'
import { onBothDatabases, type Database } from '../../../../test/stores.ts'
import { refusalOn, wordsOn } from '../../../../test/visitor.ts'
import { describeEvent } from '../../../before/events/commands.ts'
import { eventById } from '../../../before/events/store.ts'
import { paths } from '../../../paths.ts'
import { orThrow } from '../../../platform/store/store.ts'

/** A day that begins at ten minutes to nine, two minutes past which its programme is fixed, or on another day. */
async function aDay(t: TestContext, database: Database, { on = '2027-01-12', starts = '8:50' } = {}) {
  const day = await deskOf(t, database, ['Welcome', 'Talk'])
  const by = { actor: day.people.organiser }
  orThrow(
    await day.store.dispatch(
      describeEvent,
      { ...nouns, name: 'Day', on, starts, ends: '16:00' } as never,
      by,
    ),
  )
  const at = async () => {
    const event = (await eventById(day.store.db, 'north', 'day'))!
    return [event.on_day, event.starts_at?.slice(11, 16), event.ends_at?.slice(11, 16)]
  }
  return { ...day, at, begun: async () => (await day.items()).filter((item) => item.started_at).length }
}

onBothDatabases('A day that is not today', (database) => {
  test('is started only by who says so; nothing begins before', async (t) => {
    const { olu, ids, at, desk, begun, items } = await aDay(t, database, { on: '2027-01-14' })
    deepEqual((await at())[0], '2027-01-14')
    const item = { ...nouns, item: ids[0]! }
    const page = await olu.get(paths.desk(nouns))
    equal(page.text.includes(paths.itemOnAnotherDay(item)), true)
    equal(page.text.includes(`action="${paths.itemStart(item)}"`), false)
    const refused = await press(olu, paths.itemStart(item), { seen: '' })
    equal(refused.status, 422)
    equal(
      refusalOn(refused.text),
      'That could not be understood: This event is on Thursday 14 January 2027, not today. Say that you want to start it all the same.',
    )
    equal(await begun(), 0)
    const asked = wordsOn((await olu.get(paths.itemOnAnotherDay(item))).text)
    match(asked, /Start on another day\? .*This event is on Thursday 14 January 2027/)
    const started = await olu.submit(paths.itemOnAnotherDay(item), {})
    equal(started.location, paths.desk(nouns))
    equal(await begun(), 1)
    // An item that has begun goes on.
    await press(olu, paths.itemStart({ ...nouns, item: ids[1]! }))
    deepEqual(
      (await items()).map(({ started_at }) => started_at !== null),
      [true, true],
    )
    match(await desk(olu), /On now: Talk/)
  })

  test('that is over offers no Desk and no rehearsal', async (t) => {
    const { olu } = await aDay(t, database, { on: '2027-01-04' })
    const { text } = await olu.get(paths.event(nouns))
    doesNotMatch(text, new RegExp(`href="${paths.desk(nouns)}"`))
    doesNotMatch(text, new RegExp(`href="${paths.rehearse(nouns)}"`))
    doesNotMatch((await olu.get(paths.programme(nouns))).text, /Run the day from the Desk/)
  })
})

onBothDatabases('A day that starts late', (database) => {
  test('is moved with one press, and back from the programme; not when it has begun, nor by a stranger', async (t) => {
    const { olu, people, as, ids, at, desk, add, items } = await aDay(t, database)
    await add({ title: 'Lunch', plannedAt: '12:30' })
    const before = await at()
    const shown = await desk(olu)
    match(shown, /The day was to begin at 8:50am\. Begin at 9am: move everything by 10 minutes/)
    const minutes = Number(/move everything by (\d+) minutes/.exec(shown)![1])
    const moved = await press(olu, paths.movedDay(nouns), { minutes: String(minutes), seen: '' })
    equal(told(moved), 'The day begins at 9am now. Everything after it moves along.')
    doesNotMatch(await desk(olu), /move everything by/)
    const lunch = (await items()).at(-1)!.planned_at!
    equal(Date.parse(lunch) - Date.parse('2027-01-12T12:30:00.000Z'), minutes * 60_000)
    equal(
      (await olu.submit(paths.movedDay(nouns), { minutes: String(-minutes) }, paths.programme(nouns))).status,
      303,
    )
    deepEqual(await at(), before)
    for (const wrong of ['0', 'x', '721', '1.5'])
      equal((await press(olu, paths.movedDay(nouns), { minutes: wrong })).status, 422)
    const lead = await as(people.lead)
    equal((await lead.json('POST', `/api/v1${paths.movedDay(nouns)}`, { minutes: 15 })).status, 403)
    await press(olu, paths.itemStart({ ...nouns, item: ids[0]! }))
    const late = await press(olu, paths.movedDay(nouns), { minutes: '15' })
    equal(refusalOn(late.text), 'That could not be done: The day has begun, so it is not moved any more.')
    deepEqual(await at(), before)
  })
})
