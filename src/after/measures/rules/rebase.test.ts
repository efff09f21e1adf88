import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { chartOf, type ChartSettings } from './chart.ts'
import { suggestRebase } from './rebase.ts'

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
const monthly = (values: readonly (number | null)[]) =>
  values.map((value, index) => ({
    on: Temporal.PlainDate.from('2023-01-01').add({ months: index }).toString(),
    value,
    denominator: null,
  }))
const before = [50, 53, 48, 51, 47, 52, 49, 54, 50, 48, 52, 51, 49]
const after = [60, 62, 59, 61, 63, 60, 58, 62, 61, 60]
const suggest = (values: readonly (number | null)[], changed: Partial<ChartSettings> = {}) =>
  suggestRebase(chartOf(monthly(values), { ...settings, ...changed }))

test('a steady run on the wanted side is proposed with its figures', () => {
  assert.deepEqual(suggest([...before, ...after]), {
    on: '2024-02-01',
    because:
      'From 1 February 2024 on 10 readings lie above the median of the first 13, and they are steady among themselves (50 before, 60.5 since). If you know what made the difference, let the mean begin anew there.',
  })
  assert.equal(suggest([...before, ...after], { kind: 'run' })?.on, '2024-02-01')
})

test('nothing is proposed where the rules do not support it', () => {
  const none: [string, ReturnType<typeof suggest>][] = [
    ['the unwanted side', suggest([...before, ...after], { direction: 'decrease' })],
    ['no wanted side', suggest([...before, ...after], { direction: 'neutral' })],
    ['a run of eight', suggest([...before, ...after.slice(0, 8)])],
    ['a short baseline', suggest([...before.slice(0, 8), ...after])],
    ['a gain that is lost', suggest([...before, ...after, 47])],
    [
      'a series that goes on rising',
      suggest([...before, ...Array.from({ length: 12 }, (_, at) => 60 + 3 * at)]),
    ],
    ['it is done already', suggest([...before, ...after], { rebases: ['2024-02-01'] })],
  ]
  for (const [what, suggestion] of none) assert.equal(suggestion, undefined, what)
})

test('what is proposed is a day with a reading, and nothing is proposed after it', () => {
  const values = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 22, maxLength: 40 })
  fc.assert(
    fc.property(values, (list) => {
      const suggestion = suggest([...list, ...after])
      if (!suggestion) return
      assert.ok(monthly([...list, ...after]).some(({ on }) => on === suggestion.on))
      assert.equal(suggest([...list, ...after], { rebases: [suggestion.on] }), undefined)
    }),
  )
})
