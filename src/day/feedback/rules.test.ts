import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { countsShown, sentenceOf, resultsOf, take, textsShown, typical, useful, type Said } from './rules.ts'

const many = (counts: Record<string, number>): string[] =>
  Object.entries(counts).flatMap(([word, count]) => Array.from({ length: count }, () => word))

const shown = (counts: Record<string, number>, options = ['a', 'b', 'c']) =>
  countsShown(many(counts), options).counts?.map(({ count }) => count) ?? 'nothing'

test('small counts are hidden, and what would give them away', () => {
  const table: [Record<string, number>, ReturnType<typeof shown>][] = [
    [{ a: 5, b: 4, c: 3 }, [5, 4, 3]],
    [{ a: 5, b: 0, c: 3 }, [5, 0, 3]],
    [{ a: 7 }, [7, 0, 0]],
    // One small count alone could be taken from the whole: the next smallest goes with it.
    [{ a: 9, b: 4, c: 1 }, [9, null, null]],
    [{ a: 9, b: 2, c: 1 }, [9, null, null]],
    // Two of one each are certain from their sum.
    [{ a: 9, b: 1, c: 1 }, [null, null, null]],
    [{ a: 9, c: 1 }, [null, 0, null]],
    [{ a: 1, b: 1 }, 'nothing'],
    [{ a: 2 }, 'nothing'],
    [{}, 'nothing'],
  ]
  for (const [counts, expected] of table) deepEqual(shown(counts), expected, JSON.stringify(counts))
})

test('words are shown from three on, in the order of the alphabet', () => {
  deepEqual(textsShown(['b', null, 'a']), { written: 2, texts: null })
  deepEqual(textsShown(['b', 'C', 'a']), { written: 3, texts: ['a', 'b', 'C'] })
})

test('a typical answer is the one in the middle, of five or more', () => {
  equal(typical(['very', 'very', 'useful', 'not'], useful), null)
  equal(typical(['very', 'not', 'useful', 'very', 'useful'], useful), 'useful')
  equal(typical([null, null, null, null, null], useful), null)
})

test('each answers once, and may send the same again', () => {
  const states = (['made', 'open', 'closed'] as const).map((state) =>
    [
      [false, false],
      [true, true],
      [true, false],
      [false, true],
    ].map(([given, there]) => {
      const taken = take({ state, given: given!, there: there! })
      return typeof taken === 'string' ? taken : 'refused'
    }),
  )
  deepEqual(states, [
    ['refused', 'refused', 'refused', 'refused'],
    ['new', 'again', 'refused', 'refused'],
    ['refused', 'refused', 'refused', 'refused'],
  ])
})

const said = (one: Partial<Said>): Said => ({
  useful: null,
  equal: null,
  again: null,
  takeHome: null,
  different: null,
  team: null,
  part: null,
  ...one,
})

test('the sentence says what may be said and no more', () => {
  const of = (...words: string[]) =>
    sentenceOf(
      resultsOf(
        words.map((word) => said({ useful: word })),
        [],
      ),
    )
  equal(of(), 'No answers are recorded here.')
  equal(of('very'), '1 person answered.')
  equal(of('very', 'very', 'very', 'not'), '4 people answered.')
  equal(
    of('very', 'very', 'very', 'useful', 'useful', 'useful'),
    '6 people answered. 6 of 6 found the day useful or very useful.',
  )
})
