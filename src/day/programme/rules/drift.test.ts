import assert from 'node:assert/strict'
import { test } from 'node:test'
import { item, on, over } from '../../../../test/items.ts'
import { forecast, nextBegins } from './drift.ts'
import type { Timed } from './items.ts'
import type { ItemKind } from '../../../items.ts'
import { outlook } from './outlook.ts'

const running = (extra = 0): Timed[] => [
  item('talk', 30, { started_at: on('09:30'), extra_minutes: extra }),
  item('idea', 15),
  item('lunch', 45, { planned_at: on('10:20') }),
  item('close', 10),
]
const begins = (items: Timed[], now: string) =>
  forecast(items, on('09:30'), on(now)).map(({ item: { id }, at, spare }) => [id, at?.slice(11, 16), spare])

test('What is to come is foreseen from now on, and nothing begins before its own time', () => {
  assert.deepEqual(begins(running(), '09:40'), [
    ['idea', '10:00', 0],
    ['lunch', '10:20', 5],
    ['close', '11:05', 0],
  ])
  assert.deepEqual(begins(running(10), '09:40'), [
    ['idea', '10:10', 0],
    ['lunch', '10:25', 0],
    ['close', '11:10', 0],
  ])
  assert.deepEqual(begins(running(), '10:02'), [
    ['idea', '10:02', 0],
    ['lunch', '10:20', 3],
    ['close', '11:05', 0],
  ])
})

const nexts: [string, Timed[], string, string | undefined][] = [
  ['before the day, as planned', [item('a', 10)], '09:00', '09:30'],
  ['before the day, which is late', [item('a', 10)], '09:40', undefined],
  ['behind', [item('a', 30, { started_at: on('09:38') }), item('b', 5)], '09:40', '10:08'],
  ['what is on overruns', [item('a', 10, { started_at: on('09:30') }), item('b', 5)], '09:47', undefined],
  [
    'nothing is on, and it is late',
    [item('a', 10, over('09:30', '09:40')), item('b', 5)],
    '09:52',
    undefined,
  ],
  [
    'what is on has no length',
    [item('a', null, { started_at: on('09:30') }), item('b', 5)],
    '09:47',
    undefined,
  ],
  ['nothing to come', [item('a', 10, { started_at: on('09:30') })], '09:35', undefined],
  [
    'the last was run first, and the host went back',
    [item('a', 10, { started_at: on('09:40') }), item('b', 5), item('c', 10, over('09:30', '09:40'))],
    '09:42',
    '09:50',
  ],
]
for (const [name, items, now, expected] of nexts)
  test(`When the next begins: ${name}`, () =>
    assert.equal(nextBegins(items, on('09:30'), on(now)), expected && on(expected)))

test('An item without a length ends what can be foreseen, up to the next time that is fixed', () => {
  const items = [item('vote', null, { started_at: on('09:30') }), ...running().slice(1)]
  assert.deepEqual(begins(items, '09:40'), [
    ['idea', undefined, 0],
    ['lunch', '10:20', 0],
    ['close', '11:05', 0],
  ])
})

const named = (items: Timed[]) =>
  items.map((one) => ({
    ...one,
    kind: (['lunch', 'gap'].includes(one.id) ? 'break' : 'talk') as ItemKind,
    title: one.id[0]!.toUpperCase() + one.id.slice(1),
  }))
const said = (items: Timed[], now: string) => {
  const seen = outlook(named(items), on('09:30'), on(now))
  return seen && [seen.says, seen.slack]
}
const looks: [string, Timed[], string, (string | undefined)[] | undefined][] = [
  ['nothing should be on yet', [item('talk', 30)], '09:20', undefined],
  [
    'hours late and not begun',
    [item('talk', 50), item('lunch', 45), item('close', 10)],
    '12:52',
    [
      '3 hours 22 minutes behind: Lunch at 1:42pm',
      'Trimming cannot win that back. Leave out what can wait, or end the day.',
    ],
  ],
  [
    'half a night late, its times carry their day',
    [item('talk', 30, { started_at: on('23:10') }), item('lunch', 45), item('close', 10)],
    '23:36',
    [
      '13 hours 40 minutes behind: Lunch at 11:40pm',
      'Trimming cannot win that back. Leave out what can wait, or end the day.',
    ],
  ],
  [
    'what would be after midnight is on another day',
    [item('talk', 30, { started_at: on('23:40') }), item('close', 10)],
    '23:45',
    [
      '14 hours 10 minutes behind: the day ends at 12:20am on Wednesday 13 January',
      'Trimming cannot win that back. Leave out what can wait, or end the day.',
    ],
  ],
  ['on time', running(), '09:40', ['On time: Lunch at 10:20am', 'Time to spare before Lunch: 5 minutes.']],
  [
    'behind, and time to spare takes it up',
    running(4),
    '09:40',
    ['4 minutes behind: Lunch can still begin at 10:20am', undefined],
  ],
  [
    'behind, and lunch is late',
    running(13),
    '09:40',
    ['13 minutes behind: Lunch at 10:28am unless you trim', 'The longest before it is Idea, 15 minutes.'],
  ],
  [
    'behind without a break to come',
    [item('talk', 30, { started_at: on('09:38') }), item('close', 10)],
    '09:40',
    [
      '8 minutes behind: the day ends at 10:18am unless you trim',
      'The longest to come is Close, 10 minutes.',
    ],
  ],
  [
    'left out is time won',
    [
      item('talk', 30, { started_at: on('09:38') }),
      item('idea', 15, { skipped_at: on('09:39') }),
      item('close', 10),
    ],
    '09:40',
    ['7 minutes ahead: the day ends at 10:18am', undefined],
  ],
  [
    'a break put in costs its minutes',
    [
      item('talk', 30, { started_at: on('09:34') }),
      item('gap', 15, { added_at: on('09:35') }),
      item('lunch', 45),
    ],
    '09:40',
    ['19 minutes behind: Lunch at 10:19am unless you trim', 'The longest before it is Gap, 15 minutes.'],
  ],
  [
    'a break put in on an empty stage',
    [item('talk', 30, over('09:30', '10:00')), item('gap', 15, { added_at: on('10:00') }), item('lunch', 45)],
    '10:00',
    ['15 minutes behind: Lunch at 10:15am unless you trim', 'The longest before it is Gap, 15 minutes.'],
  ],
]
for (const [name, items, now, expected] of looks)
  test(`What it leads to: ${name}`, () => assert.deepEqual(said(items, now), expected))

test('A day without a time at which it starts is measured from when it began', () => {
  const items = [
    item('talk', 30, { started_at: on('09:34'), extra_minutes: 5 }),
    item('lunch', 45),
    item('close', 10),
  ]
  const seen = (some: Timed[], now: string) => outlook(named(some), null, on(now))?.says
  assert.equal(seen(items, '09:40'), '5 minutes behind: Lunch at 10:09am unless you trim')
  assert.equal(seen([{ ...items[0]!, started_at: null }, ...items.slice(1)], '09:40'), undefined)
})
