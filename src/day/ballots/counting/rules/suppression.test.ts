import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { options } from '../../../../../test/votes.ts'
import { whatWillBeHidden, type Closing } from './suppression.ts'

const names: Record<string, string> = {
  brent: 'Brent',
  harrow: 'Harrow',
  hillingdon: 'Hillingdon',
  ealing: 'Ealing',
}

const closing = (voted: Record<string, number>, given: Partial<Closing> = {}): Closing => ({
  method: 'person',
  ownIdea: 'counted',
  options,
  turnout: Object.entries(voted).map(([team, number]) => ({ team, teamName: names[team]!, voted: number })),
  teamNoun: 'borough',
  teamNounPlural: 'boroughs',
  ...given,
})

const cases: readonly [string, Closing, string | undefined][] = [
  ['nobody has voted', closing({ brent: 0 }), undefined],
  ['each team has one vote', closing({ brent: 1, harrow: 1 }, { method: 'team' }), undefined],
  [
    'two in all',
    closing({ brent: 1, harrow: 1 }),
    'Fewer than 3 people have voted. If you close it now, the result cannot be shown: it would tell what single people chose.',
  ],
  [
    'three of each',
    closing({ brent: 3, harrow: 3 }),
    'The result will show the whole, and the votes of each borough.',
  ],
  [
    'one alone with one other team',
    closing({ brent: 4, harrow: 1 }),
    'The result will show the whole exactly, and no votes by borough: that would tell what single people chose.',
  ],
  [
    'one alone among several',
    closing({ brent: 4, harrow: 1, hillingdon: 5, ealing: 0 }),
    'The result will show the whole exactly. Brent (4 votes) and Harrow (1 vote) will be shown together as “the other boroughs”, so that nobody’s own vote can be worked out.',
  ],
]
for (const [name, given, sentence] of cases)
  test(`Before closing, ${name}: ${sentence ? 'it is said what will be hidden' : 'nothing is said'}`, () =>
    equal(whatWillBeHidden(given), sentence))
