import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import mdc from './cases/xmr-mdc.json' with { type: 'json' }
import nhsr from './cases/xmr-nhsr.json' with { type: 'json' }
import { meanOf, shownXmr, xmr, type RuleSet, type XmrInput } from './xmr.ts'

type Case = (typeof nhsr.cases)[number] | (typeof mdc.cases)[number]

const words = new Set(['specialCauseType', 'pointType'])

/** A column of a case: its values with bars between, or one value for all rows. */
const column = (name: string, written: string, rows: number): unknown[] => {
  const cells = written.split('|').map((cell) => (words.has(name) ? cell : (JSON.parse(cell) as unknown)))
  return cells.length === 1 ? Array(rows).fill(cells[0]) : cells
}

function inputOf({ input: { dates, values, ...rest } }: Case): XmrInput {
  const numbers = column('value', values, dates.split('|').length) as (number | null)[]
  const points = dates.split('|').map((date, index) => ({ date, value: numbers[index]! }))
  return { ...rest, points } as XmrInput
}

const isNear = (actual: unknown, expected: unknown) =>
  typeof actual === 'number' && typeof expected === 'number'
    ? Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected))
    : actual === expected

function assertCase(each: Case, ruleSet: RuleSet) {
  const input = inputOf(each)
  const { points, ...whole } = xmr(input, ruleSet)
  const { points: columns, ...expected } = each.expected!
  assert.deepEqual(whole, expected)
  const sorted = input.points.toSorted((a, b) => (a.date < b.date ? -1 : 1))
  assert.deepEqual(
    points.map(({ date, value }) => ({ date, value })),
    sorted,
  )
  assert.deepEqual(Object.keys(points[0]!).slice(2), Object.keys(columns))
  for (const [name, written] of Object.entries(columns))
    for (const [index, cell] of column(name, written, sorted.length).entries()) {
      const actual = points[index]![name as 'mean']
      assert.ok(isNear(actual, cell), `${name} of point ${index + 1}: ${actual}, expected ${String(cell)}`)
    }
}

for (const [ruleSet, { cases }] of Object.entries({ nhsr, mdc })) {
  for (const each of cases) {
    // The package itself stops with an error at a missing value inside a run of rising steps; see below.
    if (each.expected) test(`${ruleSet}: ${each.id}`, () => assertCase(each, ruleSet as RuleSet))
  }
}

test('a missing value breaks a trend instead of stopping the chart', () => {
  const unanswered = nhsr.cases.filter(({ expected }) => expected === null)
  assert.deepEqual(
    unanswered.map(({ id }) => id),
    ['na-in-trend--screen', 'na-in-trend--noscreen'],
  )
  for (const each of unanswered)
    assert.ok(xmr(inputOf(each)).points.every(({ specialCauseType }) => !specialCauseType.includes('Trend')))
})

const blank: Omit<XmrInput, 'points'> = {
  improvementDirection: 'increase',
  target: null,
  rebaseDates: [],
  fixAfterNPoints: null,
  screenOutliers: true,
}
const dated = (values: readonly (number | null)[]) => {
  const start = Temporal.PlainDate.from('2023-01-01')
  return values.map((value, index) => ({ date: start.add({ days: index }).toString(), value }))
}

test('no readings make an empty chart', () => {
  assert.deepEqual(xmr({ ...blank, points: [] }), {
    points: [],
    variation: null,
    assurance: null,
    warned: false,
  })
})

test('two readings on one date and a short baseline are refused', () => {
  const [one] = dated([1])
  assert.throws(() => xmr({ ...blank, points: [one!, one!] }), RangeError)
  assert.throws(() => xmr({ ...blank, points: [one!], fixAfterNPoints: 11 }), RangeError)
})

test('a mean that rounding could miss is met exactly', () => {
  assert.equal(meanOf(Array(10).fill(0.1)), 0.1)
  assert.equal(meanOf([null, null]), null)
})

test('a series that hardly varies is shown without screening, and says so', () => {
  const nearly = shownXmr({ ...blank, points: dated([...Array(19).fill(5), 6]) })
  assert.deepEqual([nearly.screeningDropped, nearly.noVariation], [true, false])
  assert.ok(
    nearly.chart.points.slice(0, 19).every(({ specialCauseType }) => specialCauseType !== 'Below LCL'),
  )
  const constant = shownXmr({ ...blank, points: dated(Array(14).fill(5)) })
  assert.deepEqual([constant.screeningDropped, constant.noVariation], [true, true])
})

test('a series that varies is shown as computed', () => {
  const input = { ...blank, points: dated([4, 6, 5, 7, 3, 6, 5, 4, 6, 5, 7, 3, 6]) }
  assert.deepEqual(shownXmr(input), { chart: xmr(input), screeningDropped: false, noVariation: false })
})

const reading = fc.option(fc.integer({ min: -50, max: 50 }), { nil: null })
const readings = fc.array(reading, { minLength: 1, maxLength: 40 })

test('the order in which readings are given makes no difference', () => {
  const shuffled = readings
    .map(dated)
    .chain((points) =>
      fc.tuple(fc.constant(points), fc.shuffledSubarray(points, { minLength: points.length })),
    )
  fc.assert(
    fc.property(shuffled, ([points, others]) => {
      assert.deepEqual(xmr({ ...blank, points: others }), xmr({ ...blank, points }))
    }),
  )
})

test('upside down, what was high is low and improvement is concern', () => {
  const mirrored = { 1: -1, [-1]: 1, 0: 0 }
  const opposite: Record<string, string> = {
    special_cause_improvement: 'special_cause_concern',
    special_cause_concern: 'special_cause_improvement',
    common_cause: 'common_cause',
  }
  fc.assert(
    fc.property(readings, fc.constantFrom<RuleSet>('nhsr', 'mdc'), (values, ruleSet) => {
      const upright = xmr({ ...blank, points: dated(values) }, ruleSet).points
      const points = dated(values.map((value) => (value === null ? null : 0 - value)))
      const turned = xmr({ ...blank, points }, ruleSet).points
      for (const [index, { pointType, relativeToMean, specialCauseType }] of upright.entries()) {
        assert.equal(turned[index]!.relativeToMean ?? 9, mirrored[(relativeToMean ?? 9) as 1] ?? 9)
        // The quirk of a tie between two trends has no mirror image.
        if (!specialCauseType.includes('Trend')) assert.equal(turned[index]!.pointType, opposite[pointType])
      }
    }),
  )
})
