import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { options, titles, votes } from '../../../../../test/votes.ts'
import fc from 'fast-check'
import type { Method } from '../../ballot/rules/ballot.ts'
import { confirmableBy, resultOfVotes } from './result.ts'
import { sentenceOf } from './result-sentences.ts'

test('votes for one’s own idea stand apart, in all and by team', () => {
  const result = resultOfVotes(votes('brent tree 2', 'brent hub 3', 'harrow tree 4'), options, 'person')
  deepEqual(result.overall, { tree: 4, hub: 3, step: 0 })
  deepEqual(
    result.teams.map(({ team, counts, own, choice }) => [team, counts, own, choice]),
    [
      ['brent', { hub: 3, step: 0 }, 2, { choice: 'hub' }],
      ['harrow', { tree: 4, step: 0 }, 0, { choice: 'tree' }],
    ],
  )
  equal(sentenceOf(result, titles), '“Tree of Life” has the most votes: 4 of 9.')
})

const tooFew = 'Too few people voted to show the result without telling what single people chose.'

const sentences: readonly [Method, string[], string][] = [
  ['person', [], 'Nobody voted.'],
  ['person', ['brent hub 3'], '“Hub” has the most votes: 3 of 3.'],
  ['person', ['brent hub 3', 'harrow tree 3'], '“Tree of Life” and “Hub” are tied with 3 votes each of 6.'],
  ['person', ['brent hub 1'], tooFew],
  ['person', ['brent tree 3'], 'All 3 votes were for the voters’ own ideas.'],
  ['team', ['brent hub 1', 'harrow tree 1'], '“Tree of Life” and “Hub” are tied with 1 vote each of 2.'],
  ['several', ['brent hub>step 3', 'harrow step 3'], '“Step 2” has the most votes: 6 of 6 voters chose it.'],
  ['several', ['brent hub>step 3'], '“Hub” and “Step 2” are tied: 3 of 3 voters chose each.'],
  ['several', ['brent hub>step 2'], tooFew],
  [
    'ranked',
    ['brent hub>step 5', 'harrow step>tree 4'],
    '“Hub” is the first choice of more than half: 5 of 9.',
  ],
  [
    'ranked',
    ['brent hub>step 3', 'harrow step>tree 4', 'hillingdon tree>hub 3', 'brent step 1'],
    '“Hub” and “Step 2” are tied. How the count ends depends on which of the ideas tied for last is taken out.',
  ],
  [
    'ranked',
    ['brent hub>step 3', 'harrow step>tree 5', 'hillingdon tree>hub 4'],
    '“Step 2” wins in round 2, with 8 of the 12 votes that still count.',
  ],
  [
    'ranked',
    ['brent hub>step 3', 'harrow step>tree 3'],
    '“Hub” and “Step 2” are tied in round 2, with 3 votes each.',
  ],
  ['ranked', ['brent tree>hub 3'], '“Hub” is the first choice of more than half: 3 of 3.'],
  ['ranked', ['brent hub>step 2'], tooFew],
]
/** The winner is known, however few voted in one team. */
const ofSmallTeams: typeof sentences = [
  ['person', ['brent hub 4', 'harrow tree 1'], '“Hub” has the most votes: 4 of 5.'],
  [
    'person',
    ['brent hub 6', 'harrow tree 2', 'hillingdon tree 4'],
    '“Tree of Life” and “Hub” are tied with 6 votes each of 12.',
  ],
  [
    'several',
    ['brent hub 4', 'harrow tree 1', 'hillingdon tree 4'],
    '“Tree of Life” has the most votes: 5 of 9 voters chose it.',
  ],
  [
    'ranked',
    ['brent hub>step 5', 'harrow tree>step 2', 'hillingdon tree>hub 3'],
    '“Tree of Life” and “Hub” are tied in round 2, with 5 votes each.',
  ],
]
for (const [method, written, sentence] of [...sentences, ...ofSmallTeams]) {
  test(`${method}: ${sentence}`, () =>
    equal(sentenceOf(resultOfVotes(votes(...written), options, method), titles, method), sentence))
}

test('a small team is shown together with others, as what is left of the whole', () => {
  const result = resultOfVotes(
    votes('brent hub 7', 'harrow tree 2', 'hillingdon tree 3', 'hillingdon hub 1', 'kensington step 9'),
    [...options, { idea: 'garden', team: 'kensington' }],
    'person',
    'excluded',
  )
  deepEqual(
    [result.votes, result.overall, result.outcome],
    [22, { tree: 5, hub: 8, step: 9, garden: 0 }, { winner: 'step' }],
  )
  deepEqual(
    result.teams.map(({ team, counts }) => [team, counts]),
    [
      ['brent', null],
      ['harrow', null],
      ['hillingdon', null],
      ['kensington', { tree: 0, hub: 0, step: 9 }],
    ],
  )
  deepEqual(result.others, {
    teams: ['brent', 'harrow', 'hillingdon'],
    votes: 13,
    counts: { tree: 5, hub: 8, step: 0, garden: 0 },
  })
})

test('where several can be chosen, an idea has as many votes as people chose it', () => {
  const result = resultOfVotes(
    votes('brent hub>step 2', 'brent hub 2', 'harrow tree>step 3'),
    options,
    'several',
  )
  deepEqual(result.overall, { tree: 3, hub: 4, step: 5 })
  deepEqual(
    [
      result.votes,
      ...result.teams.map(({ team, votes: has, counts, choice }) => [team, has, counts, choice]),
    ],
    [
      7,
      ['brent', 4, { hub: 4, step: 2 }, { choice: 'hub' }],
      ['harrow', 3, { tree: 3, step: 3 }, { tied: ['tree', 'step'] }],
    ],
  )
})

test('where ideas are put in order, each round is told, and each team chooses by first choices alone', () => {
  const written = [
    'brent hub 2',
    'brent step>hub 3',
    'harrow tree>step 2',
    'harrow step 2',
    'hillingdon hub>tree 4',
  ]
  const result = resultOfVotes(votes(...written), options, 'ranked')
  deepEqual(
    result.rounds?.map(({ counts, spent, out }) => [counts, spent, out]),
    [
      [{ tree: 2, hub: 6, step: 5 }, 0, ['tree']],
      [{ hub: 6, step: 7 }, 0, []],
    ],
  )
  deepEqual(result.places, [
    { option: 'step', votes: 7, rank: 1, tied: false },
    { option: 'hub', votes: 6, rank: 2, tied: false },
    { option: 'tree', votes: 2, rank: 3, tied: false },
  ])
  deepEqual(
    result.teams.map(({ team, counts, choice }) => [team, counts, choice]),
    [
      ['brent', { hub: 2, step: 3 }, { choice: 'step' }],
      ['harrow', { tree: 2, step: 2 }, { tied: ['tree', 'step'] }],
      ['hillingdon', { tree: 0, hub: 4 }, { choice: 'hub' }],
    ],
  )
})

test('what a team chose in order tells nothing of second choices: equal first choices are tied, few may be the most', () => {
  const written = ['brent hub>step 2', 'brent step>hub 2', 'harrow tree 2', 'harrow step>tree 1']
  const more = ['hillingdon tree 2', 'hillingdon hub 2', 'kensington step>tree 1']
  const { teams } = resultOfVotes(votes(...written, ...more, 'kensington hub 2'), options, 'ranked')
  deepEqual(
    teams.map(({ team, choice }) => [team, choice]),
    [
      ['brent', { tied: ['hub', 'step'] }],
      ['harrow', { choice: 'tree' }],
      ['hillingdon', { tied: ['tree', 'hub'] }],
      ['kensington', { choice: 'hub' }],
    ],
  )
})

test('what is said of teams follows from first choices alone, whatever comes after them', () => {
  const orders = ['hub', 'step', 'tree'].flatMap((first) =>
    fc
      .shuffledSubarray(['hub', 'step', 'tree'].filter((idea) => idea !== first))
      .map((rest) => [first, ...rest]),
  )
  const ranked = fc.array(
    fc.record({ team: fc.constantFrom('others', 'more', 'few'), choices: fc.oneof(...orders) }),
    { maxLength: 14 },
  )
  fc.assert(
    fc.property(ranked, (all) => {
      const firsts = all.map(({ team, choices }) => ({ team, choices: choices.slice(0, 1) }))
      deepEqual(resultOfVotes(all, options, 'ranked').teams, resultOfVotes(firsts, options, 'ranked').teams)
    }),
  )
})

test('one’s own idea put in order is passed over in all, and told apart', () => {
  const result = resultOfVotes(votes('brent tree>hub 3', 'harrow step 4'), options, 'ranked')
  deepEqual(result.overall, { tree: 0, hub: 3, step: 4 })
  deepEqual([result.teams[0]!.counts, result.teams[0]!.own], [{ hub: 3, step: 0 }, 3])
})

test('a team confirms its most chosen; where the vote does not say, it says how it chose', () => {
  const result = resultOfVotes(votes('brent hub 4', 'harrow tree 2', 'harrow step 2'), options, 'person')
  deepEqual(confirmableBy('brent', result, ['hub', 'step']), { ideas: ['hub'] })
  deepEqual(confirmableBy('harrow', result, ['tree', 'step']).ideas, ['tree', 'step'])
  deepEqual(confirmableBy('hillingdon', result, ['tree', 'hub']), {
    ideas: ['tree', 'hub'],
    reason: 'The vote does not say what was chosen. Choose together, and say how you chose.',
  })
  const small = resultOfVotes(votes('brent hub 1'), options, 'person')
  equal(
    confirmableBy('brent', small, ['hub', 'step']).reason,
    'These votes are not shown, so that nobody’s own vote can be worked out. Choose together, and say how you chose.',
  )
})
