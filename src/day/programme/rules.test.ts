import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  drift,
  driftInWords,
  endsAt,
  lastDone,
  plannedTimes,
  standingOf,
  usualDay,
  type Timed,
} from './rules.ts'

const on = (clock: string) => `2027-01-12T${clock}:00.000Z`

const item = (id: string, minutes: number | null, rest: Partial<Timed> = {}): Timed => ({
  id,
  minutes,
  planned_at: null,
  started_at: null,
  finished_at: null,
  ...rest,
})
const over = (from: string, until: string) => ({ started_at: on(from), finished_at: on(until) })

test('An item is planned when the one before it ends, unless its own time is fixed', () => {
  const items = [item('talk', 30), item('vote', null), item('lunch', 45, { planned_at: on('12:00') })]
  assert.deepEqual(
    [...plannedTimes(items, on('09:30'))],
    [
      ['talk', { at: on('09:30'), until: on('10:00') }],
      ['vote', { at: on('10:00'), until: undefined }],
      ['lunch', { at: on('12:00'), until: on('12:45') }],
    ],
  )
})

test('Without a time at which the day starts, nothing is made up', () => {
  assert.deepEqual(
    [...plannedTimes([item('talk', 30)], null)],
    [['talk', { at: undefined, until: undefined }]],
  )
})

const days: [string, Timed[], { stage: string; on?: string; next?: string }][] = [
  ['empty', [], { stage: 'before' }],
  ['not begun', [item('a', 5), item('b', 5)], { stage: 'before', next: 'a' }],
  ['begun', [item('a', 5, { started_at: on('09:00') }), item('b', 5)], { stage: 'on', on: 'a', next: 'b' }],
  ['between', [item('a', 5, over('09:00', '09:05')), item('b', 5)], { stage: 'between', next: 'b' }],
  [
    'one left out',
    [item('a', 5), item('b', 5, over('09:00', '09:05')), item('c', 5)],
    { stage: 'between', next: 'c' },
  ],
  ['last', [item('a', 5, { started_at: on('09:00') })], { stage: 'on', on: 'a' }],
  ['over', [item('a', 5, over('09:00', '09:05'))], { stage: 'after' }],
]
for (const [name, items, expected] of days) {
  test(`Where the day stands: ${name}`, () => {
    const { stage, on, next } = standingOf(items)
    assert.deepEqual({ stage, on: on?.id, next: next?.id }, { on: undefined, next: undefined, ...expected })
  })
}

const drifts: [string, Timed[], string, number | undefined][] = [
  ['before the day', [item('a', 10)], '09:40', undefined],
  ['begun on time', [item('a', 10, { started_at: on('09:30') })], '09:35', 0],
  ['begun late', [item('a', 10, { started_at: on('09:38') })], '09:39', 8],
  ['begun early', [item('a', 10, { started_at: on('09:25') })], '09:26', -5],
  ['begun on time and overrun', [item('a', 10, { started_at: on('09:30') })], '09:47', 7],
  ['waiting for what should be on', [item('a', 10, over('09:30', '09:40')), item('b', 10)], '09:52', 12],
  ['waiting in good time', [item('a', 10, over('09:30', '09:35')), item('b', 10)], '09:38', 0],
  ['all over', [item('a', 10, over('09:30', '09:40'))], '11:00', undefined],
]
for (const [name, items, now, expected] of drifts) {
  test(`Behind or ahead: ${name}`, () => assert.equal(drift(items, on('09:30'), on(now)), expected))
}

test('There is no drift where there is no plan', () => {
  assert.equal(drift([item('a', 10, { started_at: on('09:30') })], null, on('09:45')), undefined)
})

test('Drift is said in plain words', () => {
  assert.deepEqual([8, 1, 0, -1, -5, 2, 60, -201].map(driftInWords), [
    '8 minutes behind',
    'On time',
    'On time',
    'On time',
    '5 minutes ahead',
    '2 minutes behind',
    '1 hour behind',
    '3 hours 21 minutes ahead',
  ])
})

test('What is on should end as long after it began as was planned', () => {
  assert.equal(endsAt(item('a', 15, { started_at: on('09:38') })), on('09:53'))
  assert.equal(endsAt(item('a', null, { started_at: on('09:38') })), undefined)
})

test('Only the last start or finish can be taken back', () => {
  const [a, b] = [item('a', 5, over('09:00', '09:10')), item('b', 5, over('09:10', '09:10'))]
  assert.equal(lastDone([item('a', 5)]), undefined)
  assert.deepEqual(lastDone([a, item('b', 5)]), { item: a, what: 'finish' })
  assert.deepEqual(lastDone([a, b]), { item: b, what: 'finish' })
  const c = item('c', 5, { started_at: on('09:10') })
  assert.deepEqual(lastDone([a, b, c]), { item: c, what: 'start' })
})

test('A usual day shows every idea between the talk and the reflection', () => {
  assert.deepEqual(
    usualDay([{ id: 'x' }, { id: 'y' }]).map(({ kind, idea }) => [kind, idea].filter(Boolean).join(' ')),
    ['talk', 'idea x', 'idea y', 'reflection', 'ballot', 'break', 'pledges', 'rooms', 'feedback'],
  )
})
