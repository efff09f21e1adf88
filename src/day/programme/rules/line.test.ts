import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OnLine } from './line.ts'
import { isMoved, lineInWords, lineOf } from './line.ts'
import { plannedTimes, plus } from './plan.ts'

const begins = '2027-01-27T09:30:00.000Z'
const at = (minutes: number) => plus(begins, minutes)

const item = (id: string, minutes: number | null, more: Partial<OnLine> = {}): Omit<OnLine, 'slot'> => ({
  id,
  minutes,
  kind: 'talk',
  planned_at: null,
  started_at: null,
  finished_at: null,
  extra_minutes: null,
  added_at: null,
  skipped_at: null,
  ...more,
})

const day = (...items: Omit<OnLine, 'slot'>[]): OnLine[] => {
  const slots = plannedTimes(items, begins)
  return items.map((one) => ({ ...one, slot: slots.get(one.id)! }))
}

const seen = (items: OnLine[], now: string, today = true) =>
  lineOf(items, begins, now, today).map(({ item: { id }, state, at: from, minutes, mark }) => [
    id,
    state,
    from && (Date.parse(from) - Date.parse(begins)) / 60_000,
    minutes,
    ...(mark === undefined ? [] : [mark]),
  ])

test('Before the day, and on another, every part stands as it is planned', () => {
  const items = day(item('talk', 20), item('tea', 15, { kind: 'break' }), item('end', null))
  const planned = [
    ['talk', 'next', 0, 20],
    ['tea', 'later', 20, 15],
    ['end', 'later', 35, null],
  ]
  assert.deepEqual(seen(items, at(-600)), planned)
  assert.deepEqual(seen(items, at(5000), false), planned)
})

test('A part that is over is as long as it took, and what comes is where it will be', () => {
  const items = day(
    item('talk', 20, { started_at: at(5), finished_at: at(35) }),
    item('film', 10, { skipped_at: at(36) }),
    item('idea', 15, { started_at: at(36) }),
    item('tea', 15),
    item('end', 10),
  )
  assert.deepEqual(seen(items, at(40)), [
    ['talk', 'done', 5, 30],
    ['film', 'out', undefined, 10],
    ['idea', 'now', 36, 15, 4],
    ['tea', 'next', 51, 15],
    ['end', 'later', 66, 10],
  ])
  assert.deepEqual(lineOf(items, begins, at(40), true).map(isMoved), [true, false, true, true, true])
  assert.equal(
    lineInWords(lineOf(items, begins, at(40), true)),
    'Part 3 of 5 is on. 1 of 5 parts are over, 2 to come.',
  )
})

test('A part that goes on too long grows, and pushes what comes after it', () => {
  const items = day(item('talk', 20, { started_at: at(0) }), item('tea', 15))
  assert.deepEqual(seen(items, at(32)), [
    ['talk', 'now', 0, 32, 32],
    ['tea', 'next', 32, 15],
  ])
})

test('Between two parts the moment stands before the next', () => {
  const items = day(item('talk', 20, { started_at: at(0), finished_at: at(20) }), item('tea', 15))
  assert.deepEqual(seen(items, at(22)), [
    ['talk', 'done', 0, 20],
    ['tea', 'next', 22, 15, 0],
  ])
})

test('A part without a length is as long as it has been on', () => {
  const items = day(item('talk', null, { started_at: at(0) }))
  assert.deepEqual(seen(items, at(7)), [['talk', 'now', 0, 7, 7]])
})
