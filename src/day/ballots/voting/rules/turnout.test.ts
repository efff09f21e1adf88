import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Method } from '../../ballot/rules/ballot.ts'
import { turnoutAtClosing, turnoutCaption, turnoutInWords } from './turnout.ts'

type Line = [teamName: string, voted: number, toCome: number]

const cases: [says: string, method: Method, lines: Line[]][] = [
  ['Nobody who may vote has arrived yet', 'person', []],
  ['Nobody who may vote has arrived yet', 'person', [['Brent', 0, 0]]],
  ['0 of 1 present has voted; Brent: 1 to come', 'person', [['Brent', 0, 1]]],
  ['The only one present has voted', 'person', [['Brent', 1, 0]]],
  [
    '53 of 55 present have voted; Harrow: 2 to come',
    'person',
    [
      ['Brent', 50, 0],
      ['Harrow', 3, 2],
    ],
  ],
  [
    '1 of 4 present have voted; Brent: 1 to come, Harrow: 2 to come',
    'person',
    [
      ['Brent', 1, 1],
      ['Harrow', 0, 2],
    ],
  ],
  [
    'All 4 present have voted',
    'person',
    [
      ['Brent', 1, 0],
      ['Harrow', 3, 0],
    ],
  ],
  [
    '1 of 3 boroughs have voted; to come: Harrow, Hillingdon',
    'team',
    [
      ['Brent', 1, 0],
      ['Harrow', 0, 1],
      ['Hillingdon', 0, 1],
    ],
  ],
  [
    '1 of 6 present have voted; 5 to come',
    'person',
    [
      ['Brent', 1, 1],
      ['Harrow', 0, 2],
      ['Hillingdon', 0, 1],
      ['Westminster', 0, 1],
    ],
  ],
  [
    '0 of 4 boroughs have voted; 4 to come',
    'team',
    [
      ['Brent', 0, 1],
      ['Harrow', 0, 1],
      ['Hillingdon', 0, 1],
      ['Westminster', 0, 1],
    ],
  ],
  [
    'All 2 boroughs have voted',
    'team',
    [
      ['Brent', 1, 0],
      ['Harrow', 1, 0],
    ],
  ],
]

for (const [says, method, lines] of cases)
  test(`${lines.length} teams, ${method}: ${says}`, () => {
    const turnout = lines.map(([teamName, voted, toCome]) => ({
      team: teamName,
      teamName,
      voted,
      toCome,
      present: voted + toCome,
      mayVote: 9,
    }))
    equal(turnoutInWords({ method, teamNounPlural: 'boroughs', turnout }), says)
  })

const closed: [says: string, method: Method, lines: Line[]][] = [
  ['Nobody voted', 'person', []],
  ['Nobody voted', 'team', [['Brent', 0, 1]]],
  ['The only one present voted', 'ranked', [['Brent', 1, 0]]],
  [
    '53 of 61 present voted',
    'person',
    [
      ['Brent', 50, 6],
      ['Harrow', 3, 2],
    ],
  ],
  ['All 4 present voted', 'several', [['Brent', 4, 0]]],
  [
    '1 of 2 boroughs voted',
    'team',
    [
      ['Brent', 1, 0],
      ['Harrow', 0, 1],
    ],
  ],
]

for (const [says, method, lines] of closed)
  test(`closed, ${method}: ${says}`, () => {
    const turnout = lines.map(([teamName, voted, missing]) => ({
      team: teamName,
      teamName,
      voted,
      toCome: 0,
      present: voted + missing,
      mayVote: 9,
    }))
    equal(turnoutAtClosing({ method, teamNounPlural: 'boroughs', turnout }), says)
  })

test('The numbers beside the teams say what they are out of', () => {
  const said = (method: Method, done: boolean) => turnoutCaption({ method, teamNoun: 'borough' }, done)
  equal(said('person', false), 'How many of those present have voted, by borough')
  equal(said('ranked', true), 'How many of those present voted, by borough')
  equal(said('team', true), 'Votes in: each borough has one')
})
