import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { options, titles, votes } from '../../../../test/votes.ts'
import type { Method } from './ballot.ts'
import { openIn, resultOfVotes } from './result.ts'
import { sentenceOf } from './saying.ts'

/** Between the tree and the hub nobody votes for their own: whoever is of brent can only choose the hub. */
const forced: readonly [Method, string[], string][] = [
  [
    'person',
    ['others tree 3', 'others hub 3', 'brent hub 1'],
    '“Hub” is first: it has 3 of the 6 votes shown, and the other vote could not be for the voter’s own idea.',
  ],
  [
    'person',
    ['others tree 4', 'others hub 2', 'brent hub 2'],
    '“Tree of Life” and “Hub” are tied: they have 4 and 2 of the 6 votes shown, and the other 2 could not be for the voters’ own ideas.',
  ],
  [
    'person',
    ['others tree 3', 'others hub 3', 'brent hub 1', 'harrow tree 1'],
    '“Tree of Life” and “Hub” have the most votes, 3 each of the 6 shown. However the other 2 went, they are tied.',
  ],
  ['person', ['brent hub 2'], '“Hub” is first, as nobody could vote for their own idea.'],
  [
    'person',
    ['brent hub 1', 'harrow tree 1'],
    '“Tree of Life” and “Hub” are tied, as nobody could vote for their own idea.',
  ],
  [
    'ranked',
    ['others tree 3', 'others hub 3', 'brent hub 1'],
    '“Hub” is the first choice of more than half of all 7: 3 of the 6 votes shown put it first, and the other vote could not be for the voter’s own idea.',
  ],
  [
    'person',
    ['others tree 3', 'others hub 3', 'small hub 1', 'brent hub 2'],
    '“Hub” is first: it has 3 of the 6 votes shown, and the other 3 could not be for the voters’ own ideas.',
  ],
]
for (const [method, written, sentence] of forced)
  test(`${method}, own ideas barred: ${sentence}`, () => {
    const result = resultOfVotes(votes(...written), options.slice(0, 2), method, 'excluded')
    equal(sentenceOf(result, titles, method), sentence)
  })

test('where own ideas count like all others, they stand in the numbers, and small owners cover each other', () => {
  const written = ['brent tree 2', 'harrow hub 1', 'hillingdon tree 3']
  const result = resultOfVotes(votes(...written), options.slice(0, 2), 'person', 'counted')
  deepEqual([result.overall, result.outcome], [{ tree: 5, hub: 1 }, { winner: 'tree' }])
  deepEqual(
    result.teams.map(({ team, counts, own }) => [team, counts, own]),
    [
      ['brent', null, null],
      ['harrow', null, null],
      ['hillingdon', { tree: 3, hub: 0 }, 0],
    ],
  )
})

const between: readonly [name: string, Method, string[], string[]][] = [
  ['a tie', 'person', ['brent hub 3', 'harrow tree 3'], ['tree', 'hub']],
  ['a winner', 'person', ['brent hub 3'], []],
  ['own ideas alone', 'person', ['brent tree 3'], ['tree', 'hub', 'step']],
  ['nobody voted', 'person', [], []],
  ['all is hidden', 'person', ['brent hub 2', 'harrow step 2'], ['tree', 'hub', 'step']],
  [
    'one that cannot catch up',
    'person',
    ['brent hub 6', 'harrow tree 2', 'hillingdon tree 4'],
    ['tree', 'hub'],
  ],
  ['sure', 'person', ['brent hub 7', 'harrow tree 2', 'hillingdon tree 4'], []],
  [
    'one that must go out first',
    'ranked',
    ['brent hub>step 5', 'harrow tree>step 2', 'hillingdon tree>hub 3'],
    ['tree', 'hub'],
  ],
]
for (const [name, method, written, open] of between)
  test(`${method}, ${name}: people may decide between ${open.length}`, () =>
    deepEqual(openIn(resultOfVotes(votes(...written), options, method)), open))
