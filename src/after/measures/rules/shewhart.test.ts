import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { shewhart, type ShewhartInput } from './shewhart.ts'

const blank: Omit<ShewhartInput, 'chart' | 'y'> = {
  n: null,
  freeze: null,
  partAfter: [],
  exclude: [],
  target: null,
  centreLine: null,
  multiply: 1,
  method: 'anhoej',
  screenMovingRanges: true,
}

type Worked = Pick<ShewhartInput, 'chart' | 'y'> &
  Partial<ShewhartInput> & { centre: number; lower: number | null; upper: number; upper95: number | null }

/** Each worked by hand from the published formula; the lines are those of the first point. */
const worked: Worked[] = [
  // mean 2, moving ranges 1, 1, 1: 2 ± 3 ÷ 1.128
  {
    chart: 'i',
    y: [1, 2, 3, 2],
    centre: 2,
    lower: 2 - 3 / 1.128,
    upper: 2 + 3 / 1.128,
    upper95: 2 + 2 / 1.128,
  },
  // moving ranges 2 and 1
  { chart: 'mr', y: [1, 3, 4], centre: 1.5, lower: null, upper: 4.9005, upper95: null },
  // 30 of 250; √(0.12 × 0.88 ÷ 50) = 0.045956501
  {
    chart: 'p',
    y: [5, 10, 15],
    n: [50, 100, 100],
    centre: 0.12,
    lower: 0,
    upper: 0.257869503,
    upper95: 0.211913002,
  },
  // 15 for 6; √(2.5 ÷ 2) = 1.118033989
  { chart: 'u', y: [4, 9, 2], n: [2, 3, 1], centre: 2.5, lower: 0, upper: 5.854101966, upper95: 4.736067977 },
  // √6 = 2.449489743
  { chart: 'c', y: [4, 9, 5, 6], centre: 6, lower: 0, upper: 13.348469228, upper95: 10.898979486 },
  // mean 8: √(8 × 9) = 8.485281374; median 8
  { chart: 'g', y: [3, 8, 1, 20, 8], centre: 8, lower: 0, upper: 33.455844123, upper95: 24.970562748 },
  // roots 1, 2, 3, 2: 2 ± 3 ÷ 1.128, each to the power of 3.6
  {
    chart: 't',
    y: [1, 2 ** 3.6, 3 ** 3.6, 2 ** 3.6],
    centre: 2 ** 3.6,
    lower: 0,
    upper: (2 + 3 / 1.128) ** 3.6,
    upper95: (2 + 2 / 1.128) ** 3.6,
  },
  // every step is 0.1 whatever the denominator explains: 0.15 ± 3 × 0.1 ÷ 1.128
  {
    chart: 'pp',
    y: [10, 20, 10, 20],
    n: [100, 100, 100, 100],
    centre: 0.15,
    lower: 0,
    upper: 0.15 + 0.3 / 1.128,
    upper95: 0.15 + 0.2 / 1.128,
  },
  {
    chart: 'up',
    y: [10, 30, 10, 30],
    n: [10, 10, 10, 10],
    centre: 2,
    lower: 0,
    upper: 2 + 6 / 1.128,
    upper95: 2 + 4 / 1.128,
  },
]

const near = (actual: number | null, expected: number | null) =>
  actual === null || expected === null
    ? actual === expected
    : Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected))

for (const { centre, lower, upper, upper95, ...input } of worked)
  test(`${input.chart}: as worked by hand`, () => {
    const [first] = shewhart({ ...blank, ...input }).points
    const lines = [first!.centreLine, first!.lower, first!.upper, first!.upper95]
    for (const [index, expected] of [centre, lower, upper, upper95].entries())
      assert.ok(near(lines[index]!, expected), `${lines[index]}, expected ${expected}`)
  })

test('a point beyond its own limit is a signal', () => {
  const y = [5, 5, 5, 5, 5, 5, 5, 5, 5, 30]
  const { points } = shewhart({ ...blank, chart: 'c', y })
  assert.deepEqual(
    points.map(({ sigmaSignal }) => sigmaSignal),
    [...Array<boolean>(9).fill(false), true],
  )
})

test('parts, freezing and excluding hold for control charts, too', () => {
  const parts = shewhart({ ...blank, chart: 'c', y: [4, 4, 9, 9], partAfter: [2] })
  assert.deepEqual(
    parts.points.map(({ centreLine }) => centreLine),
    [4, 4, 9, 9],
  )
  assert.equal(shewhart({ ...blank, chart: 'c', y: [4, 4, 9, 9], freeze: 2 }).points[3]!.centreLine, 4)
  assert.equal(shewhart({ ...blank, chart: 'c', y: [4, 4, 9, 9], exclude: [3, 4] }).points[0]!.centreLine, 4)
})

test('missing values and denominators of nought have no place, and the rest is as before', () => {
  const { points } = shewhart({
    ...blank,
    chart: 'p',
    y: [5, null, 3, 10],
    n: [50, 50, 0, 100],
    multiply: 100,
  })
  assert.deepEqual(
    points.map(({ y }) => y),
    [10, null, null, 10],
  )
  assert.equal(points[2]!.upper, null)
})

test('what a kind needs is said', () => {
  assert.throws(() => shewhart({ ...blank, chart: 'p', y: [1] }), /needs denominators/)
  assert.throws(() => shewhart({ ...blank, chart: 't', y: [1, 0] }), /more than 0/)
  assert.throws(() => shewhart({ ...blank, chart: 'c', y: [1], method: 'other' }), RangeError)
})

test('nothing at all makes an empty chart, and all missing one without lines', () => {
  for (const chart of ['i', 'mr', 'c', 'g', 't'] as const) {
    assert.deepEqual(shewhart({ ...blank, chart, y: [] }), { parts: [], points: [] })
    const [point] = shewhart({ ...blank, chart, y: [null, null] }).points
    assert.deepEqual(
      [point!.centreLine, point!.lower, point!.upper, point!.sigmaSignal],
      [null, null, null, false],
    )
  }
})

const readings = fc.array(
  fc.record({ y: fc.integer({ min: 0, max: 30 }), n: fc.integer({ min: 30, max: 90 }) }),
  { minLength: 2, maxLength: 40 },
)

test('limits enclose the centre, and more of everything narrows them', () => {
  fc.assert(
    fc.property(readings, fc.constantFrom('p', 'u', 'pp', 'up'), (list, chart) => {
      const of = (times: number) =>
        shewhart({ ...blank, chart, y: list.map(({ y }) => y * times), n: list.map(({ n }) => n * times) })
          .points
      const more = of(4)
      for (const [index, { centreLine, lower, upper }] of of(1).entries()) {
        if (upper === null) continue
        assert.ok(lower! <= centreLine! + 1e-12 && upper >= centreLine! - 1e-12)
        // P′ and U′ take their width from the readings, which are the same.
        if (chart === 'p' || chart === 'u') assert.ok(more[index]!.upper! <= upper + 1e-12)
        else assert.ok(near(more[index]!.upper, upper))
      }
    }),
  )
})

test('individuals move and grow with their values', () => {
  const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(
      values,
      fc.integer({ min: -100, max: 100 }),
      fc.integer({ min: 1, max: 9 }),
      (y, by, times) => {
        const of = (changed: (value: number) => number) =>
          shewhart({ ...blank, chart: 'i', y: y.map(changed) }).points.at(-1)!.upper
        const plain = of((value) => value)
        if (plain === null) return
        assert.ok(
          near(
            of((value) => value + by),
            plain + by,
          ),
        )
        assert.ok(
          near(
            of((value) => value * times),
            plain * times,
          ),
        )
      },
    ),
  )
})
