import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deskOf, nouns, press, told } from '../../../../test/desk.ts'
import { addRecords, anIdea } from '../../../../test/records.ts'
import { onBothDatabases } from '../../../../test/stores.ts'
import { errorsOn, mainOf, wordsOn } from '../../../../test/visitor.ts'
import { paths } from '../../../paths.ts'
import { orThrow } from '../../../platform/store/store.ts'
import { makeRoom } from '../../rooms/commands/rooms.ts'
import { roomsOf } from '../../rooms/store/rooms.ts'

const onDesk = (minutes: number) => `−${minutes} min`

onBothDatabases('What the Desk and the programme say', (database) => {
  test('What a break costs is said as soon as it is put in', async (t) => {
    const { olu, ids, at, add, desk, clock } = await deskOf(t, database, ['One', 'Two'])
    await add({ kind: 'break', title: 'Lunch', minutes: 45 })
    await press(olu, paths.itemStart(at(ids[0]!)))
    clock.move(5)
    assert.match(await desk(olu), /On time Lunch at 9:40am /)
    await press(olu, paths.insertItem(nouns), { kind: 'break', title: 'Short break', minutes: '15' })
    const page = await desk(olu)
    assert.match(page, /15 minutes behind Lunch at 9:55am unless you trim The longest before it is Two/)
  })

  test('Where a day is too late to trim, the button that ends it stands below the sentence that says so', async (t) => {
    const { olu, ids, at, desk, clock } = await deskOf(t, database, ['One', 'Two', 'Three'])
    await press(olu, paths.itemStart(at(ids[0]!)))
    const closed = /The rest of the day \(1\).* Leave out the rest and end the day/
    assert.match(await desk(olu), closed)
    assert.doesNotMatch(await desk(olu), /or end the day/)
    clock.move(200)
    const late = /or end the day\. Leave out the rest and end the day On now: One/
    assert.match(await desk(olu), late)
    await press(olu, paths.endedDay(nouns))
    const now = wordsOn((await olu.get(paths.now(nouns))).text)
    assert.match(now, /Thank you for taking part/)
    assert.doesNotMatch(now, /the vote/)
  })

  test('Time is offered to be taken off only while there is so much', async (t) => {
    const { olu, ids, at, desk, clock } = await deskOf(t, database, ['One'])
    await press(olu, paths.itemStart(at(ids[0]!)))
    clock.move(15)
    assert.ok((await desk(olu)).includes(onDesk(5)))
    clock.move(1)
    assert.ok(!(await desk(olu)).includes(onDesk(5)))
  })

  test('On another day nothing is measured, and the day is said as it is', async (t) => {
    const { as, people, olu, ids, at, desk, clock } = await deskOf(t, database, ['One', 'Two'])
    clock.move(-24 * 60)
    await press(olu, paths.itemStart(at(ids[0]!)), { anotherDay: 'yes' })
    assert.match(await desk(olu), /This event is on Tuesday 12 January 2027, not today\. .* On now: One/)
    assert.doesNotMatch(await desk(olu), /behind|ahead|On time/)
    clock.move(48 * 60)
    assert.match(
      await desk(await as(people.organiser)),
      /This event was on Tuesday 12 January 2027, not today\./,
    )
  })

  test('What the day has passed by is said on the programme, and one minute is one', async (t) => {
    const { olu, ids, at, add } = await deskOf(t, database, ['One', 'Two'])
    await add({ title: 'Wave', minutes: 1 })
    await press(olu, paths.itemStart(at(ids[1]!)))
    const page = wordsOn((await olu.get(paths.programme(nouns))).text)
    assert.match(
      page,
      /One Talk, 20 minutes On the day Passed over .* Wave Talk, 1 minute On the day Not started/,
    )
  })

  test('Whatever is missing of something new is said at once', async (t) => {
    const { olu, titles } = await deskOf(t, database, [])
    const page = (await olu.submit(paths.newItem(nouns), {})).text
    assert.deepEqual(errorsOn(page), ['Choose what it is', 'Enter a title'])
    const program = await olu.json('POST', `/api/v1${paths.newItem(nouns)}`, { minutes: 0 })
    assert.deepEqual(Object.keys((program.body as { fields: object }).fields), ['kind', 'minutes', 'title'])
    assert.deepEqual(await titles(), [])
  })

  test('Breakout rooms of which there are none are asked about before they start', async (t) => {
    const { olu, add, at, store, desk, ids } = await deskOf(t, database, ['One'])
    const ideas = ['brent', 'harrow'].map((team) => anIdea(`of-${team}`, team, `What ${team} changed`))
    await addRecords(store, { ideas })
    const rooms = await add({ kind: 'rooms', title: 'Rooms' })
    await press(olu, paths.itemStart(at(ids[0]!)))
    const asks = paths.itemRooms(at(rooms))
    assert.ok((await olu.get(paths.desk(nouns))).text.includes(`href="${asks}"`))
    assert.match(wordsOn((await olu.get(asks)).text), /Make 2 rooms, one for each change idea/)
    const none = await olu.submit(asks, { rooms: '' })
    assert.deepEqual(errorsOn(none.text), ['Choose which rooms there are'])
    const started = await olu.submit(asks, { rooms: 'ideas' })
    assert.equal(told(started), 'Started Rooms. 2 rooms were made from the change ideas.')
    assert.deepEqual(
      (await roomsOf(store.db, 'north', 'day')).map(({ theme }) => theme),
      ['What brent changed', 'What harrow changed'],
    )
    assert.match(await desk(olu), /On now: Rooms .* What brent changed until 9:20am/)
  })

  test('Rooms that there are start at once, and without rooms they start when that was chosen', async (t) => {
    const { as, day, olu, add, at, store, times, people } = await deskOf(t, database, [])
    const rooms = await add({ kind: 'rooms', title: 'Rooms' })
    const asks = paths.itemRooms(at(rooms))
    assert.doesNotMatch(wordsOn((await olu.get(asks)).text), /one for each change idea/)
    assert.equal((await olu.submit(asks, { rooms: 'ideas' })).status, 422)
    assert.deepEqual(await times(), { Rooms: [undefined, undefined] })
    assert.equal(told(await olu.submit(asks, { rooms: 'none' })), 'Started Rooms')
    const phone = async () => wordsOn((await nurse.get(paths.now(nouns))).text)
    const nurse = await as(day.of['brent']![0]!)
    assert.match(await phone(), /There are no breakout rooms to choose from\. Talk where you are\./)
    assert.match(wordsOn((await olu.get(paths.screen(nouns))).text), /No breakout rooms have been made/)
    const more = await add({ kind: 'rooms', title: 'More rooms' })
    const desk = async () => (await olu.get(paths.desk(nouns))).text
    assert.ok((await desk()).includes(`href="${paths.itemRooms(at(more))}"`))
    orThrow(await store.dispatch(makeRoom, { ...nouns, theme: 'Beds' } as never, { actor: people.organiser }))
    assert.ok((await desk()).includes(`action="${paths.itemStart(at(more))}"`))
    assert.match(await phone(), /Choose a room/)
    assert.equal(
      mainOf((await olu.get(asks)).text),
      'Rooms Which rooms are there? There is 1 room now. Start Make a room of your own first',
    )
  })

  test('A vote that goes by the title of its row is named once on phones', async (t) => {
    const { as, day, olu, add, at, store } = await deskOf(t, database, [])
    const ideas = ['brent', 'harrow'].map((team) => anIdea(`of-${team}`, team, `What ${team} changed`))
    await addRecords(store, { ideas })
    const vote = await add({ kind: 'ballot', title: 'Vote now' })
    await olu.submit(paths.itemVote(at(vote)), { ballot: 'new' })
    const phone = wordsOn((await (await as(day.of['brent']![0]!)).get(paths.now(nouns))).text)
    assert.match(phone, /On now: vote.* Vote now Your vote .* What harrow changed/)
    assert.equal(phone.match(/Vote now/g)!.length, 1)
  })
})
