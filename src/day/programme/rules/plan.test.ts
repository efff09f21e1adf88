import assert from 'node:assert/strict'
import { test } from 'node:test'
import { item, on, over } from '../../../../test/items.ts'
import { drift, driftInWords } from './drift.ts'
import { likeThatDay, usualDay, type Timed } from './items.ts'
import { differenceOf, endsAt, plannedTimes, positionOf } from './plan.ts'

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
  [
    'the last was run first, and the host went back',
    [
      item('a', 5, { started_at: on('09:05') }),
      item('b', 5, { skipped_at: on('09:00') }),
      item('c', 5),
      item('d', 5, over('09:00', '09:05')),
    ],
    { stage: 'on', on: 'a', next: 'c' },
  ],
  [
    'between after going back',
    [item('a', 5, over('09:05', '09:10')), item('b', 5), item('c', 5, over('09:00', '09:05'))],
    { stage: 'between', next: 'b' },
  ],
  [
    'the last was begun in the same moment as one before it',
    [item('a', 5), item('b', 5, over('09:00', '09:00')), item('c', 5, over('09:00', '09:05'))],
    { stage: 'after' },
  ],
  [
    'what was passed over does not come by itself',
    [item('a', 5), item('b', 5, over('09:00', '09:05'))],
    { stage: 'after' },
  ],
]
for (const [name, items, expected] of days) {
  test(`Where the day stands: ${name}`, () => {
    const { stage, on, next } = positionOf(items)
    assert.deepEqual({ stage, on: on?.id, next: next?.id }, { on: undefined, next: undefined, ...expected })
  })
}

const drifts: [string, Timed[], string, number | undefined][] = [
  ['before the day', [item('a', 10)], '09:20', undefined],
  ['just as the day should begin', [item('a', 10)], '09:30', undefined],
  ['the day has not begun and should have', [item('a', 10)], '12:52', 202],
  ['the first has a later time of its own', [item('a', 10, { planned_at: on('10:00') })], '09:40', undefined],
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

test('What is put in, extended or left out on the day leaves the plan as it is', () => {
  const items = [
    item('talk', 30, { started_at: on('09:30'), extra_minutes: 10 }),
    item('gap', 5, { added_at: on('09:40') }),
    item('idea', 15, { skipped_at: on('09:41') }),
    item('lunch', 45),
  ]
  assert.deepEqual(
    [...plannedTimes(items, on('09:30'))].map(([id, { at }]) => [id, at?.slice(11, 16)]),
    [
      ['talk', '09:30'],
      ['gap', undefined],
      ['idea', '10:00'],
      ['lunch', '10:15'],
    ],
  )
  assert.equal(endsAt(items[0]!), on('10:10'))
  assert.equal(positionOf(items).next?.id, 'gap')
})

test('A usual day shows every idea between the talk and the reflection', () => {
  assert.deepEqual(
    usualDay([{ id: 'x' }, { id: 'y' }]).map(({ kind, idea }) => [kind, idea].filter(Boolean).join(' ')),
    ['talk', 'idea x', 'idea y', 'reflection', 'ballot', 'break', 'pledges', 'rooms', 'feedback'],
  )
})

const differences: [string, Partial<Timed>, string | undefined][] = [
  ['as planned', over('09:30', '09:40'), 'as planned'],
  ['late', over('09:38', '09:48'), 'began 8 minutes late'],
  ['early and longer', over('09:29', '09:41'), 'began 1 minute early, took 2 minutes more'],
  ['shorter', over('09:30', '09:35'), 'took 5 minutes less'],
  ['put in on the day', { ...over('09:30', '09:35'), added_at: on('09:29') }, undefined],
  ['still on', { started_at: on('09:30') }, undefined],
]
for (const [name, rest, expected] of differences)
  test(`What came of the plan: ${name}`, () =>
    assert.equal(differenceOf(item('a', 10, rest), { at: on('09:30'), until: on('09:40') }), expected))

test('The next day is planned with the minutes that its parts really took', () => {
  const a = { ...item('a', 10, over('09:30', '09:52')), kind: 'talk' as const, title: 'A', idea_id: null }
  const b = { ...item('b', 15), kind: 'idea' as const, title: '', idea_id: 'tree' }
  const c = { ...a, id: 'c', skipped_at: on('09:40') }
  assert.deepEqual(likeThatDay([a, b, c]), [
    { kind: 'talk', title: 'A', minutes: 22 },
    { kind: 'idea', title: '', minutes: 15, idea: 'tree' },
  ])
})
