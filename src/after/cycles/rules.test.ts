import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { largerThan, nextFrom, rampsOf, sizeOf, whyNot } from './rules.ts'

test('ramps: each begins where a test goes on from none, and keeps the order in which they were planned', () => {
  const of = (...pairs: [string, string | null][]) =>
    rampsOf(pairs.map(([id, after]) => ({ id, after }))).map((ramp) => ramp.map(({ id }) => id))
  deepEqual(of(), [])
  deepEqual(of(['a', null]), [['a']])
  deepEqual(of(['a', null], ['b', 'a'], ['c', 'b']), [['a', 'b', 'c']])
  deepEqual(of(['a', null], ['b', null], ['c', 'a'], ['d', 'b']), [
    ['a', 'c'],
    ['b', 'd'],
  ])
  deepEqual(of(['a', null], ['b', 'a'], ['c', 'a']), [['a', 'b', 'c']])
  deepEqual(of(['a', 'one that is not there']), [['a']])
})

test('the next test: what is to be found out, who and what is counted stay; what is expected is asked anew', () => {
  const over = {
    question: 'Why?',
    next: null,
    plan: 'A nurse',
    data: null,
    scale: 'one',
    decision: 'again',
  } as const
  deepEqual(nextFrom(over), { question: 'Why?', plan: 'A nurse', data: '', scale: 'one' })
  equal(nextFrom({ ...over, next: 'And at night?' })['question'], 'And at night?')
  equal(nextFrom({ ...over, decision: 'bigger' })['scale'], 'few')
  equal(nextFrom({ ...over, scale: null, decision: 'bigger' })['scale'], '')
})

test('scales grow one by one, and the largest stays', () => {
  deepEqual((['one', 'few', 'clinic', 'service', 'several'] as const).map(sizeOf), [1, 2, 3, 4, 5])
  equal(sizeOf(null), 0)
  equal(largerThan('one'), 'few')
  equal(largerThan('several'), 'several')
})

test('why not: a released pledge, a test that is over, one that is not', () => {
  const pledge = { released_at: null }
  const open = { decided_at: null }
  const over = { decided_at: '2026-05-01T10:00:00.000Z' }
  const may = (doing: Parameters<typeof whyNot>[0], cycle?: typeof open | typeof over) =>
    whyNot(doing, pledge, cycle) === undefined
  deepEqual(
    (['change', 'finish', 'reopen', 'celebrate'] as const).map((doing) => [
      may(doing, open),
      may(doing, over),
    ]),
    [
      [true, false],
      [true, false],
      [false, true],
      [false, true],
    ],
  )
  equal(may('plan'), true)
  equal(whyNot('plan', { released_at: over.decided_at }) === undefined, false)
})
