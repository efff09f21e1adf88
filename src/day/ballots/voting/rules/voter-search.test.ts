import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { findVoter } from './voter-search.ts'

const roll = [
  ['1', 'Ada Nurse', 'Brent'],
  ['2', 'Adam Porter', 'Harrow'],
  ['3', 'Zoë O’Neill', 'Brent'],
  ['4', 'Jo Smith', 'Brent'],
  ['5', 'Jo Smith', 'Harrow'],
  ['6', 'Harrow', 'Harrow'],
].map(([voter = '', name = '', teamName = '']) => ({ voter, name, teamName }))

const cases: [typed: string, found: string][] = [
  ['3', '3'],
  ['Ada Nurse', '1'],
  ['ada nurse (brent)', '1'],
  ['nurse', '1'],
  [
    'zoe oneill',
    'Nobody on the list of voters is called “zoe oneill”. Check the spelling, or add them to the attendees first.',
  ],
  ['zoe neill', '3'],
  ['harrow', '6'],
  ['jo smith harrow', '5'],
  [
    'Jo Smith',
    '“Jo Smith” may be 2 people: Jo Smith (Brent), Jo Smith (Harrow). Enter more of the name and where they are from.',
  ],
  [
    'ada',
    '“ada” may be 2 people: Ada Nurse (Brent), Adam Porter (Harrow). Enter more of the name and where they are from.',
  ],
  [' ', 'Choose whose vote this is'],
]

for (const [typed, found] of cases)
  test(`“${typed}” finds ${found}`, () => {
    const one = findVoter(typed, roll)
    deepEqual('refused' in one ? one.refused : one.voter, found)
  })
