import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chartOf, proposeKind, type ChartReading, type ChartSettings } from './chart.ts'
import { readingOf } from './words.ts'

const settings: ChartSettings = {
  kind: 'xmr',
  ruleSet: 'nhsr',
  runRules: 'anhoej',
  direction: 'increase',
  target: null,
  rebases: [],
  fixAfter: null,
  screen: true,
}
const measure = { name: 'Seen in time', unit: '%', direction: 'increase', target: null } as const

const monthly = (values: readonly (number | null)[], denominator: number | null = null): ChartReading[] =>
  values.map((value, index) => ({
    on: Temporal.PlainDate.from('2023-01-01').add({ months: index }).toString(),
    value,
    denominator,
  }))
const around = [50, 53, 48, 51, 47, 52, 49, 54, 50, 48, 52, 51, 49, 50]
const better = [...around, 58, 59, 57, 60, 58, 61, 59, 58]

test('under 10 readings nothing pretends to a signal', () => {
  for (const kind of ['xmr', 'run', 'line'] as const) {
    const chart = chartOf(monthly([1, 1, 1, 1, 1, 1, 2, 1, 90]), { ...settings, kind })
    assert.deepEqual([chart.kind, chart.asked, chart.variation, chart.assurance], ['line', kind, null, null])
    assert.ok(chart.points.every(({ type, signal, upper }) => type === 'common_cause' && !signal && !upper))
    assert.deepEqual(chart.notices, ['There are 9 readings. It takes 10 to tell a change from chance.'])
    assert.match(readingOf(chart, measure).says, /9 readings so far, too few to tell a change from chance/)
  }
})

test('a gain is said with its day and its reason', () => {
  const chart = chartOf(monthly(better), settings)
  assert.equal(chart.variation, 'special_cause_improvement')
  const { says, next } = readingOf(chart, measure)
  assert.equal(
    says,
    'Seen in time has improved since 1 March 2024 (7 points above the mean, more than chance).',
  )
  assert.equal(next, 'Note what made the difference, keep it, and see whether it lasts.')
})

test('a run chart marks the points of the long run', () => {
  const chart = chartOf(monthly(better), { ...settings, kind: 'run', direction: 'decrease' })
  assert.equal(chart.centreIs, 'median')
  assert.equal(chart.variation, 'special_cause_concern')
  assert.equal(chart.points.at(-1)!.signal, '8 points above the median')
})

test('a series that does not vary has no limits and says so', () => {
  const chart = chartOf(monthly(Array<number>(14).fill(4)), settings)
  assert.ok(chart.points.every(({ lower, upper }) => lower === null && upper === null))
  assert.deepEqual(chart.notices, ['The readings do not vary at all, so there are no limits to draw.'])
  assert.equal(readingOf(chart, measure).says, 'Seen in time has been 4% every time, without any variation.')
})

test('a chart is proposed with its reason', () => {
  const of = (
    n: number,
    counted: Parameters<typeof proposeKind>[1]['counted'],
    denominator: number | null = null,
  ) => proposeKind(monthly(better.slice(0, n), denominator), { counted }).kind
  assert.deepEqual(
    [of(9, 'number'), of(10, 'number'), of(13, 'number'), of(13, 'count'), of(13, 'rare')],
    ['line', 'run', 'xmr', 'c', 't'],
  )
  assert.deepEqual(
    [of(13, 'proportion', 90), of(13, 'rate', 90), of(13, 'proportion'), of(13, 'rate')],
    ['p', 'u', 'xmr', 'xmr'],
  )
})
