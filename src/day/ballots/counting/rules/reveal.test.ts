import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Html } from '../../../../platform/face/html.ts'
import { revealingPart } from '../views/reveal.ts'
import type { CountedVote } from './count.ts'
import { resultOfVotes } from './result.ts'
import { revealedAfter, stepsIn } from './reveal.ts'

const options = ['tree', 'hub', 'step', 'talks'].map((idea) => ({ idea, team: `team of ${idea}` }))
const titles = new Map(options.map(({ idea }) => [idea, idea.toUpperCase()]))
const votes = (written: Record<string, number>): CountedVote[] =>
  Object.entries(written).map(([order, number]) => ({
    team: 'others',
    choices: order.split('>'),
    votes: number,
  }))

test('bar by bar from the last place up; those tied for a place come together', () => {
  const result = resultOfVotes(votes({ tree: 3, hub: 7, step: 3, talks: 1 }), options, 'person')
  equal(stepsIn(result), 3)
  const seen = [1, 2, 3].map((step) => revealedAfter(step, result, titles, 'person'))
  deepEqual(
    seen.map(({ bars, sentence }) => [bars.map(({ option, votes: has }) => [option, has]), sentence]),
    [
      [
        [
          [null, 0],
          [null, 0],
          [null, 0],
          ['talks', 1],
        ],
        'Place 4: TALKS, 1 vote.',
      ],
      [
        [
          [null, 0],
          ['tree', 3],
          ['step', 3],
          ['talks', 1],
        ],
        'Place 2, tied: TREE and STEP, 3 votes each.',
      ],
      [
        [
          ['hub', 7],
          ['tree', 3],
          ['step', 3],
          ['talks', 1],
        ],
        'Place 1: HUB, 7 votes.',
      ],
    ],
  )
})

test('round by round: what comes in the next round is not told', () => {
  const result = resultOfVotes(votes({ tree: 5, hub: 4, 'step>hub': 2 }), options, 'ranked')
  equal(stepsIn(result), 3)
  deepEqual(
    [1, 2, 3].map((step) => revealedAfter(step, result, titles, 'ranked').sentence),
    [
      'Round 1. “TALKS” has fewest, 0 votes, and is taken out.',
      'Round 2. “STEP” has fewest, 2 votes, and is taken out.',
      'Round 3.',
    ],
  )
  deepEqual(revealedAfter(2, result, titles, 'ranked').bars, [
    { option: 'tree', votes: 5 },
    { option: 'hub', votes: 4 },
    { option: 'step', votes: 2, label: 'taken out' },
  ])
})

test('where several can be chosen, a bar says of how many people, in the words of the whole result', () => {
  const choices: [string[], number][] = [
    [['hub', 'tree'], 4],
    [['hub', 'step'], 3],
    [['talks'], 2],
  ]
  const all = choices.map(([chosen, number]) => ({ team: 'x', choices: chosen, votes: number }))
  const result = resultOfVotes(all, options, 'several')
  const first = revealedAfter(1, result, titles, 'several')
  const last = revealedAfter(4, result, titles, 'several')
  equal(first.caption, 'How many chose each idea, from the last place up')
  equal(first.sentence, 'Place 4: TALKS, 2 of 9.')
  const shown = options.map(({ idea, team }, place) => ({
    idea,
    title: titles.get(idea)!,
    team,
    teamName: team,
    place,
  }))
  const words = (markup: Html) =>
    markup
      .toString()
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
  equal(
    words(revealingPart(last, shown)),
    ' How many chose each idea, from the last place up HUB (team of hub) 7 of 9 TREE (team of tree) 4 of 9 STEP (team of step) 3 of 9 TALKS (team of talks) 2 of 9 ',
  )
})

test('what is hidden, or that nobody voted, is one step', () => {
  equal(stepsIn(resultOfVotes(votes({ tree: 1 }), options, 'person')), 1)
  equal(stepsIn(resultOfVotes([], options, 'ranked')), 1)
})

test('a step names no idea of a place that is still to come, and the votes of none', () => {
  const several = fc.array(
    fc
      .subarray(['tree', 'hub', 'step', 'talks'], { minLength: 1 })
      .map((choices) => ({ team: 'x', choices })),
    { minLength: 3, maxLength: 12 },
  )
  fc.assert(
    fc.property(several, (all) => {
      const result = resultOfVotes(all, options, 'several')
      const of = stepsIn(result)
      for (let step = 1; step < of; step++) {
        const { bars, sentence } = revealedAfter(step, result, titles, 'several')
        const shown = new Set(bars.flatMap(({ option }) => option ?? []))
        const least = Math.max(...bars.filter(({ option }) => option).map((bar) => bar.votes))
        for (const { option, votes: has } of result.places)
          if (!shown.has(option)) {
            ok(has > least)
            ok(!sentence.includes(titles.get(option)!))
          }
        ok(shown.size < options.length)
      }
    }),
  )
})
