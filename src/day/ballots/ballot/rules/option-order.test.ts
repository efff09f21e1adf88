import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wrongPlaces } from './option-order.ts'

const same = (one: string, other: string) =>
  `Your ${one} and your ${other} choice are the same idea. Choose each idea once.`

const lists: [string, string[], [number, string][]][] = [
  ['in order', ['a', 'b', ''], []],
  [
    'one idea twice',
    ['a', 'b', 'c', 'b'],
    [
      [1, same('second', 'fourth')],
      [3, 'This is your second choice, too'],
    ],
  ],
  [
    'two ideas twice',
    ['a', 'b', 'b', 'a'],
    [
      [0, same('first', 'fourth')],
      [1, same('second', 'third')],
      [2, 'This is your second choice, too'],
      [3, 'This is your first choice, too'],
    ],
  ],
  [
    'an empty place before another',
    ['a', '', 'a'],
    [
      [
        1,
        'You have left your second choice empty and chosen another after it. Fill each place in turn, from the first.',
      ],
    ],
  ],
]
for (const [name, given, wrong] of lists)
  test(`Only the places that clash are wrong: ${name}`, () =>
    assert.deepEqual([...wrongPlaces(given)], wrong))
