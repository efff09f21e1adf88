import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { resultOfVotes } from './result.ts'
import { labelIn, sayRound, sentenceOf } from './result-sentences.ts'

const ideas = ['A', 'B', 'C', 'D']
const titles = new Map(ideas.map((idea) => [idea, idea]))
const options = ideas.map((idea) => ({ idea, team: `owner of ${idea}` }))

/** '4 A>B' is four votes that put A first and B second. */
const resultOf = (written: readonly string[], among = ideas.length) =>
  resultOfVotes(
    written.map((line) => {
      const [number = '', order = ''] = line.split(' ')
      return { team: 'others', choices: order.split('>'), votes: Number(number) }
    }),
    options.slice(0, among),
    'ranked',
  )

/** All that is said of a tie: by its sentence, under each round, beside each idea, and by its place. */
interface Tie {
  name: string
  votes: string[]
  among?: number
  sentence: string
  rounds: string[]
  labels: string[]
  places: string
}

const ties: readonly Tie[] = [
  {
    name: 'for last in an early round, which an earlier one decides',
    votes: ['8 A', '4 B', '3 C>B', '1 D>C>A'],
    sentence: '“A” wins in round 3, with 9 of the 16 votes that still count.',
    rounds: [
      '“D” has fewest, 1 vote, and is taken out. Of its votes: 1 to “C”.',
      '“B” and “C” are tied for last, 4 votes each. “C” had fewer in an earlier round, and is taken out. Of its votes: 1 to “A” and 3 to “B”.',
      '',
    ],
    labels: ['A, B, C, D taken out', 'A, B tied for last, C tied for last, taken out', 'A, B'],
    places: 'A 1, B 2, C 3, D 4',
  },
  {
    name: 'for last in round 1, and the same idea wins whichever goes',
    votes: ['4 A', '2 B>A', '2 C>A', '1 B>C', '1 C>B'],
    among: 3,
    sentence:
      '“A” wins in round 2, with 6 of the 10 votes that still count. Where no round said which idea goes, each way ends the same.',
    rounds: [
      '“B” and “C” are tied for last, 3 votes each. Nothing says which goes, and the end is the same whichever does. Here it is “B”. Of its votes: 2 to “A” and 1 to “C”.',
      '',
    ],
    labels: ['A, B tied for last, taken out, C tied for last', 'A, C'],
    places: 'A 1, B 2 tied, C 2 tied',
  },
  {
    name: 'for last in round 1, and the same two end tied whichever goes',
    votes: ['4 A', '4 B', '1 C>B>A', '1 D>A>B', '1 C>A', '1 D>B'],
    sentence:
      '“A” and “B” are tied in round 3, with 6 votes each. Where no round said which idea goes, each way ends the same.',
    rounds: [
      '“C” and “D” are tied for last, 2 votes each. Nothing says which goes, and the end is the same whichever does. Here it is “C”. Of its votes: 1 to “A” and 1 to “B”.',
      '“D” has fewest, 2 votes, and is taken out. Of its votes: 1 to “A” and 1 to “B”.',
      '',
    ],
    labels: ['A, B, C tied for last, taken out, D tied for last', 'A, B, D taken out', 'A tied, B tied'],
    places: 'A 1 tied, B 1 tied, C 3 tied, D 3 tied',
  },
  {
    name: 'for last in round 1, and on that it depends who wins',
    votes: ['4 A', '3 B>C', '3 C>B'],
    among: 3,
    sentence:
      '“B” and “C” are tied. How the count ends depends on which of the ideas tied for last is taken out.',
    rounds: ['“B” and “C” are tied for last, and no earlier round says which is taken out.'],
    labels: ['A, B tied for last, may win, C tied for last, may win'],
    places: 'B 1 tied, C 1 tied, A 3',
  },
  {
    name: 'of all at once',
    votes: ['2 A>B', '2 B>C', '2 C>D', '2 D>A'],
    sentence: '4 ideas are tied in round 1, with 2 votes each.',
    rounds: [''],
    labels: ['A tied, B tied, C tied, D tied'],
    places: 'A 1 tied, B 1 tied, C 1 tied, D 1 tied',
  },
  {
    name: 'of the two that are left at the end',
    votes: ['4 A', '3 B', '1 C>B'],
    among: 3,
    sentence: '“A” and “B” are tied in round 2, with 4 votes each.',
    rounds: ['“C” has fewest, 1 vote, and is taken out. Of its votes: 1 to “B”.', ''],
    labels: ['A, B, C taken out', 'A tied, B tied'],
    places: 'A 1 tied, B 1 tied, C 3',
  },
  {
    name: 'of those who are out of reach together',
    votes: ['4 A', '5 B', '1 C>A', '1 D>A'],
    sentence: '“A” wins in round 2, with 6 of the 11 votes that still count.',
    rounds: [
      '“C” and “D” are tied for last, 1 vote each, and too few together to catch up. They are taken out. Of their votes: 2 to “A”.',
      '',
    ],
    labels: ['A, B, C tied for last, taken out, D tied for last, taken out', 'A, B'],
    places: 'A 1, B 2, C 3 tied, D 3 tied',
  },
]
for (const { name, votes, among, sentence, rounds, labels, places } of ties) {
  test(`A tie ${name}`, () => {
    const result = resultOf(votes, among)
    const all = result.rounds!
    equal(sentenceOf(result, titles, 'ranked'), sentence)
    deepEqual(
      all.map((round, at) => sayRound(round, all[at + 1], titles)),
      rounds,
    )
    deepEqual(
      all.map((round, at) =>
        Object.keys(round.counts)
          .map((option) =>
            [option, labelIn(round, option, all[at + 1] ? undefined : result.outcome)]
              .filter(Boolean)
              .join(' '),
          )
          .join(', '),
      ),
      labels,
    )
    equal(
      result.places.map(({ option, rank, tied }) => `${option} ${rank}${tied ? ' tied' : ''}`).join(', '),
      places,
    )
  })
}

test('However many are tied, each sentence stays one that can be read aloud', () => {
  const long = new Map(ideas.map((idea) => [idea, 'Six words for a single idea']))
  for (const { votes, among } of ties)
    for (const sentence of sentenceOf(resultOf(votes, among), long, 'ranked').split('. '))
      ok(sentence.split(' ').length <= 30)
})
