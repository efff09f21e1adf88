import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deskOf, nouns, press, told } from '../../../../test/desk.ts'
import { addRecords, anIdea } from '../../../../test/records.ts'
import { wordsOn } from '../../../../test/visitor.ts'
import { makeEvent } from '../../../before/events/commands.ts'
import { itemsOf } from '../store/items.ts'
import { onBothDatabases } from '../../../../test/stores.ts'
import { makeBallot } from '../../ballots/ballot/commands/ballots.ts'
import { castVote } from '../../ballots/voting/commands/votes.ts'
import { ballotsOf } from '../../ballots/ballot/store/ballots.ts'
import { makeRoom } from '../../rooms/commands/rooms.ts'
import { startTimer } from '../../rooms/commands/timers.ts'
import { roomsOf } from '../../rooms/store/rooms.ts'
import { orThrow } from '../../../platform/store/store.ts'
import { paths } from '../../../paths.ts'

type Desk = Awaited<ReturnType<typeof deskOf>>

const undo = async ({ olu, seen }: Desk) =>
  press(olu, paths.deskStepRemoval({ ...nouns, step: await seen() }))

onBothDatabases('What is done from the Desk', (database) => {
  test('Starting an item finishes the one before; step by step everything is taken back', async (t) => {
    const desk = await deskOf(t, database, ['One', 'Two'])
    const { olu, ids, at, times, clock } = desk
    const started = await press(olu, paths.itemStart(at(ids[0]!)), { seen: '' })
    assert.deepEqual([started.status, started.location], [303, paths.desk(nouns)])
    clock.move(10)
    await press(olu, paths.itemStart(at(ids[1]!)))
    const running = { One: ['09:00', '09:10'], Two: ['09:10', undefined] }
    assert.deepEqual(await times(), running)
    clock.move(5)
    await press(olu, paths.itemFinish(at(ids[1]!)))
    assert.deepEqual(await times(), { One: ['09:00', '09:10'], Two: ['09:10', '09:15'] })
    assert.equal(told(await undo(desk)), 'Taken back: “Finished Two”')
    assert.deepEqual(await times(), running)
    await undo(desk)
    await undo(desk)
    assert.deepEqual(await times(), { One: [undefined, undefined], Two: [undefined, undefined] })
  })

  test('Only the last step can be taken back', async (t) => {
    const { olu, ids, at, seen, times } = await deskOf(t, database, ['One', 'Two'])
    await press(olu, paths.itemStart(at(ids[0]!)))
    const first = await seen()
    await press(olu, paths.itemFinish(at(ids[0]!)))
    const before = await times()
    const answer = await press(olu, paths.deskStepRemoval({ ...nouns, step: first }))
    assert.equal(
      told(answer),
      'That could not be done: You have finished One already, at 9am. Nothing was changed. Look at what is on now, then press again if it is still wanted.',
    )
    assert.deepEqual(await times(), before)
  })

  test('An item is left out, taken in again, brought forward; each can be taken back', async (t) => {
    const desk = await deskOf(t, database, ['One', 'Two', 'Three'])
    const { olu, ids, at, titles, items } = desk
    const [one, two, three] = ids as [string, string, string]
    await press(olu, paths.itemStart(at(one)))
    assert.equal(told(await press(olu, paths.itemSkip(at(two)))), 'Left out Two')
    assert.match(await desk.desk(olu), /Next: Three/)
    assert.equal(told(await press(olu, paths.itemBack(at(two)))), 'Put Two back')
    assert.match(await desk.desk(olu), /Next: Two/)
    assert.equal(told(await press(olu, paths.itemForward(at(three)))), 'Brought Three forward')
    assert.deepEqual(await titles(), ['One', 'Three', 'Two'])
    await undo(desk)
    assert.deepEqual(await titles(), ['One', 'Two', 'Three'])
    await undo(desk)
    assert.deepEqual((await items())[1]!.skipped_at, '2027-01-12T09:00:00.000Z')
    await undo(desk)
    assert.deepEqual((await items())[1]!.skipped_at, null)
    assert.equal(
      told(await press(olu, paths.itemSkip(at(one)))),
      'That could not be done: “One” has begun already, so it stays where it is.',
    )
  })

  test('Time is given and taken, never more than there is', async (t) => {
    const desk = await deskOf(t, database, ['One'])
    const { olu, ids, at, items } = desk
    const extend = (minutes: string) => press(olu, paths.itemExtension(at(ids[0]!)), { minutes })
    assert.equal(
      told(await extend('5')),
      'That could not be done: “One” is not on now, so its time cannot be changed from here.',
    )
    await press(olu, paths.itemStart(at(ids[0]!)))
    assert.equal(told(await extend('10')), 'Gave One 10 minutes more')
    assert.equal(told(await extend('-5')), 'Took 5 minutes off One')
    assert.equal(
      told(await extend('-30')),
      'That could not be done: “One” lasts 25 minutes in all, so 30 cannot be taken off. Finish it instead.',
    )
    assert.equal(told(await extend('soon')), 'That could not be understood: Enter how many minutes')
    assert.equal((await items())[0]!.extra_minutes, 5)
    await undo(desk)
    assert.equal((await items())[0]!.extra_minutes, 10)
    assert.equal((await items())[0]!.minutes, 20)
  })

  test('A break is put in right after what is on, and the plan stays as it was', async (t) => {
    const desk = await deskOf(t, database, ['One', 'Two'])
    const { olu, ids, at, titles } = desk
    await press(olu, paths.itemStart(at(ids[0]!)))
    const put = { kind: 'break', title: 'Short break', minutes: '5' }
    assert.equal(told(await press(olu, paths.insertItem(nouns), put)), 'Added Short break')
    assert.deepEqual(await titles(), ['One', 'Short break', 'Two'])
    const nameless = await press(olu, paths.insertItem(nouns), { kind: 'talk', minutes: '5' })
    assert.equal(nameless.status, 422)
    assert.match(told(nameless), /Enter a title for the talk/)
    await undo(desk)
    assert.deepEqual(await titles(), ['One', 'Two'])
  })

  test('Starting the rooms starts the time of each; more time goes to all; the end ends them', async (t) => {
    const desk = await deskOf(t, database, [])
    const { olu, at, add, store, people } = desk
    for (const theme of ['Stop', 'Listen'])
      orThrow(await store.dispatch(makeRoom, { ...nouns, theme }, { actor: people.organiser }))
    const rooms = await add({ kind: 'rooms', title: 'Rooms' })
    const timers = async () =>
      (await roomsOf(store.db, 'north', 'day')).map((one) => [
        one.timer_until?.slice(11, 16),
        one.timer_ended_at?.slice(11, 16),
      ])
    await press(olu, paths.itemStart(at(rooms)))
    assert.deepEqual(await timers(), [
      ['09:20', undefined],
      ['09:20', undefined],
    ])
    const { id } = (await roomsOf(store.db, 'north', 'day'))[0]!
    await press(olu, paths.roomTimerEnd({ ...nouns, room: id }))
    await press(olu, paths.itemExtension(at(rooms)), { minutes: '5' })
    assert.deepEqual(await timers(), [
      ['09:20', '09:00'],
      ['09:25', undefined],
    ])
    await press(olu, paths.itemFinish(at(rooms)))
    assert.deepEqual(await timers(), [
      ['09:20', '09:00'],
      ['09:25', '09:00'],
    ])
    await undo(desk)
    assert.deepEqual((await timers())[1], ['09:25', undefined])
  })

  test('A room whose time runs already keeps it when the rooms start', async (t) => {
    const { olu, at, add, store, people } = await deskOf(t, database, [])
    const made = { actor: people.organiser }
    const [first] = [
      orThrow(await store.dispatch(makeRoom, { ...nouns, theme: 'Stop' }, made)),
      orThrow(await store.dispatch(makeRoom, { ...nouns, theme: 'Listen' }, made)),
    ]
    const rooms = await add({ kind: 'rooms', title: 'Rooms' })
    orThrow(await store.dispatch(startTimer, { ...nouns, room: first!.id, minutes: 45 }, made))
    await press(olu, paths.itemStart(at(rooms)))
    const until = (await roomsOf(store.db, 'north', 'day')).map((one) => one.timer_until?.slice(11, 16))
    assert.deepEqual(until, ['09:45', '09:20'])
  })
})

onBothDatabases('The times that a day really took', (database) => {
  test('stand beside the plan, and are the plan of the next day', async (t) => {
    const desk = await deskOf(t, database, ['One', 'Two'])
    const { olu, ids, at, clock, store, people } = desk
    await press(olu, paths.itemStart(at(ids[0]!)))
    clock.move(28)
    await press(olu, paths.itemStart(at(ids[1]!)))
    clock.move(20)
    await press(olu, paths.itemFinish(at(ids[1]!)))
    const page = wordsOn((await olu.get(paths.programme(nouns))).text)
    assert.match(page, /One Talk, 20 minutes On the day 9am to 9:28am, 28 minutes took 8 minutes more/)
    const next = { network: 'north', name: 'Next', on: '2027-02-12' }
    const { id: event } = orThrow(await store.dispatch(makeEvent, next as never, { actor: people.organiser }))
    const programme = paths.programme({ network: 'north', event })
    assert.match(
      wordsOn((await olu.get(programme)).text),
      /Lay it out like Day of 12 January 2027, with the times it really took/,
    )
    await olu.submit(paths.dayAgain({ network: 'north', event }), { from: 'day' }, programme)
    const laid = await itemsOf(store.db, 'north', event)
    assert.deepEqual(
      laid.map(({ title, minutes, started_at }) => [title, minutes, started_at]),
      [
        ['One', 28, null],
        ['Two', 20, null],
      ],
    )
  })
})

/** Two ideas, and a vote on the programme that nobody has said which it is. */
async function voteOf(desk: Desk) {
  const ideas = [anIdea('tree', 'brent', 'Tree of Life'), anIdea('hub', 'harrow', 'One hub')]
  await addRecords(desk.store, { ideas })
  return desk.add({ kind: 'ballot', title: 'Choose one' })
}

const prepare = async ({ store, people }: Desk, question: string) =>
  orThrow(
    await store.dispatch(
      makeBallot,
      { ...nouns, question, method: 'person', ownIdea: 'excluded', ideas: ['tree', 'hub'] } as never,
      { actor: people.organiser },
    ),
  ).id

onBothDatabases('A vote on the programme', (database) => {
  test('It is asked which vote opens, even where there is only one', async (t) => {
    const desk = await deskOf(t, database, [])
    const item = await voteOf(desk)
    const prepared = await prepare(desk, 'Which one?')
    const { olu, at, store } = desk
    assert.equal(
      told(await press(olu, paths.itemStart(at(item)))),
      'That could not be understood: Choose which vote opens',
    )
    assert.equal((await ballotsOf(store.db, 'north', 'day'))[0]!.opened_at, null)
    assert.match((await olu.get(paths.itemVote(at(item)))).text, /Which one\?/)
    const answer = await olu.submit(paths.itemVote(at(item)), { ballot: prepared })
    assert.deepEqual([answer.status, answer.location], [303, paths.desk(nouns)])
    assert.equal((await ballotsOf(store.db, 'north', 'day'))[0]!.opened_at, '2027-01-12T09:00:00.000Z')
  })

  test('A new vote on all ideas is made with one tap', async (t) => {
    const desk = await deskOf(t, database, [])
    const item = await voteOf(desk)
    const { olu, at, store } = desk
    await olu.submit(paths.itemVote(at(item)), { ballot: 'new' })
    const made = await ballotsOf(store.db, 'north', 'day')
    assert.deepEqual(
      made.map((one) => [one.question, one.opened_at !== null]),
      [['Choose one', true]],
    )
  })

  test('The start is taken back with the opening, while nobody has voted', async (t) => {
    const desk = await deskOf(t, database, [])
    const item = await voteOf(desk)
    const { olu, at, store } = desk
    await olu.submit(paths.itemVote(at(item)), { ballot: 'new' })
    assert.equal(
      told(await undo(desk)),
      'Taken back: “Started Choose one”. The vote is not open any more. Nobody had voted.',
    )
    assert.equal((await ballotsOf(store.db, 'north', 'day'))[0]!.opened_at, null)
  })

  test('With a vote in, the start is taken back and the vote stays open; that is said', async (t) => {
    const desk = await deskOf(t, database, [])
    const item = await voteOf(desk)
    const { olu, at, store, day } = desk
    const ballot = await prepare(desk, 'Which one?')
    await olu.submit(paths.itemVote(at(item)), { ballot })
    const vote = { ...nouns, ballot, choice: 'hub', secret: 'ABCD EFGH JKMN PQRS TVWX YZ23' }
    orThrow(await store.dispatch(castVote, vote as never, { actor: day.of['brent']![0]! }))
    assert.equal(
      told(await undo(desk)),
      'Taken back: “Started Choose one”. The vote stays open, because 1 vote is in already. Close it when everyone has voted.',
    )
    assert.notEqual((await ballotsOf(store.db, 'north', 'day'))[0]!.opened_at, null)
  })

  test('Finishing it offers to close the vote, which brings back to the Desk', async (t) => {
    const desk = await deskOf(t, database, [])
    const item = await voteOf(desk)
    const { olu, at, store } = desk
    await olu.submit(paths.itemVote(at(item)), { ballot: 'new' })
    const [made] = await ballotsOf(store.db, 'north', 'day')
    const finished = await press(olu, paths.itemFinish(at(item)))
    assert.equal(
      told(finished),
      'Finished Choose one. The vote is still open. Close it when everyone has voted.',
    )
    assert.match(await desk.desk(olu), /The vote “Choose one” is still open\. Close this vote/)
    const closing = `${paths.ballotClosure({ ...nouns, ballot: made!.id })}?from=desk`
    assert.equal((await olu.submit(closing)).location, paths.desk(nouns))
    const reveal = `${paths.ballotReveal({ ...nouns, ballot: made!.id })}?from=desk`
    assert.equal((await press(olu, reveal)).location, paths.desk(nouns))
    assert.doesNotMatch(await desk.desk(olu), /still open/)
  })
})
