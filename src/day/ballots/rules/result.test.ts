import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { confirmableBy, resultOfVotes, sentenceOf } from './result.ts'

const options = [
  { idea: 'tree', team: 'brent' },
  { idea: 'hub', team: 'harrow' },
  { idea: 'step', team: 'hillingdon' },
]
const titles = new Map([
  ['tree', 'Tree of Life'],
  ['hub', 'Hub'],
  ['step', 'Step 2'],
])
/** 'brent hub 3' is three votes of brent for the hub. */
const votes = (...written: string[]) =>
  written.map((line) => {
    const [team = '', choice = '', number] = line.split(' ')
    return { team, choices: [choice], votes: Number(number) }
  })

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

const sentences: readonly [string[], string][] = [
  [[], 'Nobody voted.'],
  [['brent hub 3'], '“Hub” has the most votes: 3 of 3.'],
  [['brent hub 3', 'harrow tree 3'], '“Tree of Life” and “Hub” are tied with 3 votes each of 6.'],
  [['brent hub 1'], 'Too few people voted to show the result without telling what single people chose.'],
  [['brent tree 3'], 'All 3 votes were for the voters’ own ideas.'],
]
for (const [written, sentence] of sentences) {
  test(sentence, () =>
    equal(sentenceOf(resultOfVotes(votes(...written), options, 'person'), titles), sentence),
  )
}

test('a team confirms its most chosen; where the vote does not say, it says how it chose', () => {
  const result = resultOfVotes(votes('brent hub 4', 'harrow tree 2', 'harrow step 2'), options, 'person')
  deepEqual(confirmableBy('brent', result, ['hub', 'step']), { ideas: ['hub'] })
  deepEqual(confirmableBy('harrow', result, ['tree', 'step']).ideas, ['tree', 'step'])
  deepEqual(confirmableBy('hillingdon', result, ['tree', 'hub']), {
    ideas: ['tree', 'hub'],
    reason: 'The vote does not say what the team chose. Choose together, and say how you chose.',
  })
  const small = resultOfVotes(votes('brent hub 1'), options, 'person')
  equal(
    confirmableBy('brent', small, ['hub', 'step']).reason,
    'The votes of the team are not shown, so that nobody’s own vote can be worked out. Choose together, and say how you chose.',
  )
})
