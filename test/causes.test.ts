// A state that somebody caused says who, beside when; what is taken back says neither.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closeBallot, revealBallot } from '../src/day/ballots/ballot/commands/ballots.ts'
import { ballotsOf } from '../src/day/ballots/ballot/store/ballots.ts'
import { paths } from '../src/paths.ts'
import { sections } from '../src/slices.ts'
import { actorKey } from '../src/platform/store/actor.ts'
import { orThrow } from '../src/platform/store/store.ts'
import { deskOf, nouns, press } from './desk.ts'
import { addRecords, anIdea } from './records.ts'
import { none } from './sources.ts'
import { onBothDatabases } from './stores.ts'

/** The times that no doer stands beside, under the reason. */
const without: Record<string, RegExp> = {
  'a time that was planned, not a thing that was done': /\.(starts|ends|planned)_at$/,
  'the time of the record itself; the journal has each change of it': /\.(created|updated|edited)_at$/,
  'what a phone says of when it wrote': /\.claimed_at$/,
  'people by themselves: nothing joins them to whoever let them in': /^attendees\./,
  'the doer stands under another name': /^(answers\.answered|asks\.made)_at$/,
  'a small step that the records tell nothing more of: the journal says who':
    /^(rooms\.timer_ended|room_notes\.removed|co_producers\.removed|memberships\.ended|plan_steps\.(completed|removed)|review_questions\.(asked|answered)|review_decisions\.decided|actions\.(made|completed))_at$/,
  'the same of what makes an idea travel':
    /^(idea_pictures\.(added|removed)|components\.removed|idea_comments\.removed|cycles\.breakthrough|packages\.(made|removed)|wild_cards\.chosen|adaptations\.removed|team_updates\.removed)_at$/,
  'a figure is of its team, whoever typed it: the journal says who':
    /^(measures\.retired|measure_changes\.changed|readings\.removed|reading_changes\.changed|rebases\.removed)_at$/,
}

test('Beside the time of what somebody caused stands who, but for a list with reasons', () => {
  const columns = sections.flatMap(({ table, fields }) =>
    Object.values(fields).map(({ column }) => `${table}.${column}`),
  )
  const times = columns.filter((one) => one.endsWith('_at'))
  const alone = times.filter((one) => !columns.includes(one.replace(/_at$/, '_by')))
  const allowed = Object.values(without)
  none(
    alone.filter((one) => !allowed.some((pattern) => pattern.test(one))),
    'Add a column of the same name that ends in _by, with actorKey(actor), and fields.doer in its section; or put it here with its reason.',
  )
  none(
    allowed.filter((pattern) => !alone.some((one) => pattern.test(one))).map(String),
    'Take the pattern out: nothing matches it any more.',
  )
})

onBothDatabases('Who caused it', (database) => {
  test('Parts of the day that begin, end and are left out say who did it, until it is taken back', async (t) => {
    const desk = await deskOf(t, database, ['One', 'Two', 'Three'])
    const { amina, olu, at, items, people, seen } = desk
    const [one, two, three] = desk.ids as [string, string, string]
    const undo = async () => press(olu, paths.deskStepRemoval({ ...nouns, step: await seen() }))
    const causes = async () =>
      (await items()).map((row) =>
        [row.started_by, row.finished_by, row.skipped_by].map((by) => by && name(by)),
      )
    const name = (by: string) => (by === actorKey(people.organiser) ? 'Olu' : 'Amina')
    await press(olu, paths.itemStart(at(one)))
    await press(olu, paths.itemSkip(at(three)))
    await press(amina, paths.itemStart(at(two)))
    const running = [
      ['Olu', 'Amina', null],
      ['Amina', null, null],
      [null, null, 'Olu'],
    ]
    assert.deepEqual(await causes(), running)
    await press(amina, paths.itemBack(at(three)))
    assert.deepEqual((await causes())[2], [null, null, null])
    await undo()
    assert.deepEqual(await causes(), running, 'what was taken back is as it was, with who')
    await undo()
    await undo()
    await undo()
    assert.deepEqual((await causes()).flat().filter(Boolean), [])
    await press(olu, paths.itemStart(at(one)))
    await press(amina, paths.endedDay(nouns))
    assert.deepEqual(await causes(), [
      ['Olu', 'Amina', null],
      [null, null, 'Amina'],
      [null, null, 'Amina'],
    ])
  })

  test('A vote says who opened, closed and revealed it, and not who had opened it by mistake', async (t) => {
    const desk = await deskOf(t, database, [])
    const { olu, store, people, at } = desk
    await addRecords(store, { ideas: [anIdea('tree', 'brent', 'Tree'), anIdea('hub', 'harrow', 'Hub')] })
    const item = await desk.add({ kind: 'ballot', title: 'Choose one' })
    const causes = async () => {
      const [row] = await ballotsOf(store.db, 'north', 'day')
      return [row!.opened_by, row!.closed_by, row!.revealed_by]
    }
    const by = actorKey(people.organiser)
    await olu.submit(paths.itemVote(at(item)), { ballot: 'new' })
    assert.deepEqual(await causes(), [by, null, null])
    await press(olu, paths.deskStepRemoval({ ...nouns, step: await desk.seen() }))
    assert.deepEqual(await causes(), [null, null, null])
    const ballot = (await ballotsOf(store.db, 'north', 'day'))[0]!.id
    await olu.submit(paths.itemVote(at(item)), { ballot })
    for (const step of [closeBallot, revealBallot])
      orThrow(await store.dispatch(step, { ...nouns, ballot }, { actor: people.organiser }))
    assert.deepEqual(await causes(), [by, by, by])
  })
})
