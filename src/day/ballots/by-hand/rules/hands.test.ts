import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Voted } from '../../ballot/rules/ballot.ts'
import { dealt, handsRefusal, type Hands } from './hands.ts'

const one: Voted = { method: 'person', atMost: null }
const two: Voted = { method: 'several', atMost: 2 }

const cases: [voted: Voted, hands: Hands, ticked: number, refused: string | undefined][] = [
  [one, { hub: 3, step: 2 }, 5, undefined],
  [one, { hub: 0, step: 0 }, 5, 'Enter how many hands there were'],
  [
    one,
    { hub: 3, step: 1 },
    5,
    '4 hands were counted, and 5 people are ticked. Untick whoever did not raise a hand.',
  ],
  [
    one,
    { hub: 3, step: 3 },
    5,
    '6 hands were counted, but only 5 people are ticked who had not voted. Count again, or tick who is missing.',
  ],
  [
    one,
    { hub: 1, step: 0 },
    0,
    '1 hand was counted, but only 0 people are ticked who had not voted. Count again, or tick who is missing.',
  ],
  [two, { tree: 1, hub: 5, step: 3 }, 5, undefined],
  [
    two,
    { tree: 0, hub: 6, step: 3 },
    5,
    '9 hands were counted, but only 5 people are ticked who had not voted. Count again, or tick who is missing.',
  ],
  [
    two,
    { tree: 5, hub: 5, step: 1 },
    5,
    '11 hands were counted, but only 5 people are ticked who had not voted. Count again, or tick who is missing.',
  ],
  [
    { method: 'ranked', atMost: null },
    { hub: 1 },
    1,
    'A show of hands cannot put ideas in order. Use paper.',
  ],
  [
    { method: 'team', atMost: null },
    { hub: 1 },
    1,
    'A show of hands counts people, and here they have one vote together. Put it down as one vote.',
  ],
]

for (const [voted, hands, ticked, refused] of cases)
  test(`${voted.method}, ${JSON.stringify(hands)} of ${ticked}: ${refused ?? 'taken'}`, () =>
    equal(handsRefusal(voted, hands, ticked), refused))

test('Hands that are taken are votes that add up to them, of one or more ideas each and none twice', () => {
  const some = fc.record({
    voters: fc.integer({ min: 1, max: 40 }),
    atMost: fc.integer({ min: 1, max: 4 }),
    hands: fc.array(fc.nat(40), { minLength: 2, maxLength: 6 }),
  })
  let taken = 0
  fc.assert(
    fc.property(some, ({ voters, atMost, hands: numbers }) => {
      const hands = Object.fromEntries(numbers.map((number, at) => [`idea ${at}`, number]))
      if (handsRefusal({ method: 'several', atMost }, hands, voters)) return
      taken += 1
      const votes = dealt(hands, voters)
      for (const vote of votes) {
        ok(vote.length >= 1 && vote.length <= atMost)
        equal(new Set(vote).size, vote.length)
      }
      const counted = votes
        .flat()
        .reduce<Hands>((all, idea) => ({ ...all, [idea]: (all[idea] ?? 0) + 1 }), {})
      deepEqual(
        Object.keys(hands).map((idea) => counted[idea] ?? 0),
        Object.values(hands),
      )
    }),
    { numRuns: 2000, seed: 7 },
  )
  ok(taken > 100)
})
