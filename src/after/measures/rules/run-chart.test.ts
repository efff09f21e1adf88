import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import recorded from './cases/run.json' with { type: 'json' }
import { crossingsLimit, longestRunLimit, median, runChart, type RunInput } from './run-chart.ts'

type Case = (typeof recorded.cases)[number]

/** A column of a case: its values with bars between, or one value for all rows. */
const column = (written: string, rows: number): unknown[] => {
  const cells = written.split('|').map((cell) => JSON.parse(cell) as unknown)
  return cells.length === 1 ? Array(rows).fill(cells[0]) : cells
}

const inputOf = ({ input }: Case) => ({ ...input, y: column(input.y, 1) }) as unknown as RunInput

/** Numbers as far as they are recorded, so that the whole answer can be compared at once. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, each: unknown) =>
    typeof each === 'number' ? Number(each.toPrecision(9)) : each,
  )

for (const each of recorded.cases) {
  test(each.id, () => {
    const input = inputOf(each)
    const { parts, points } = runChart(input)
    const columns = Object.entries(each.expected.points).map(
      ([name, written]) => [name, column(written, input.y.length)] as const,
    )
    const expected = input.y.map((y, index) => ({
      x: index + 1,
      y,
      ...Object.fromEntries(columns.map(([name, cells]) => [name, cells[index]])),
    }))
    assert.deepEqual(rounded(parts), rounded(each.expected.parts))
    assert.deepEqual(rounded(points), rounded(expected))
    assert.deepEqual(Object.keys(points[0]!), Object.keys(expected[0]!))
  })
}

test('the limits for 1 to 200 useful points are those of the table', () => {
  const sizes = Array.from({ length: 200 }, (_, index) => index + 1)
  assert.deepEqual(sizes.map(longestRunLimit).join('|'), recorded.limits.longestRunMax)
  assert.deepEqual(sizes.map(crossingsLimit).join('|'), recorded.limits.crossingsMin)
})

const blank: RunInput = {
  chart: 'run',
  y: [],
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

test('no values make an empty chart', () => {
  assert.deepEqual(runChart(blank), { parts: [], points: [] })
})

test('with denominators the chart shows proportions, here as per cent', () => {
  const { parts, points } = runChart({ ...blank, y: [1, 3, null, 1], n: [4, 4, 4, 0], multiply: 100 })
  assert.deepEqual(
    points.map(({ y }) => y),
    [25, 75, null, null],
  )
  assert.deepEqual([parts[0]?.centreLine, parts[0]?.nUseful], [50, 2])
})

test('another method and missing denominators are refused', () => {
  assert.throws(() => runChart({ ...blank, method: 'bestbox' }), RangeError)
  assert.throws(() => runChart({ ...blank, y: [1, 2], n: [1] }), RangeError)
})

const value = fc.option(fc.integer({ min: -20, max: 20 }), { nil: null })
const values = fc.array(value, { maxLength: 60 })
const present = (y: readonly (number | null)[]) => y.filter((each) => each !== null)

test('the median has as many values below it as above', () => {
  fc.assert(
    fc.property(values, (y) => {
      const middle = median(y)
      if (middle === null) return assert.equal(present(y).length, 0)
      const half = present(y).length / 2
      assert.ok(present(y).filter((each) => each < middle).length <= half)
      assert.ok(present(y).filter((each) => each > middle).length <= half)
    }),
  )
})

test('backwards and upside down the runs are the same', () => {
  const counts = (y: (number | null)[]) => {
    const { nUseful, longestRun, crossings, runsSignal } = runChart({ ...blank, y }).parts[0]!
    return { nUseful, longestRun, crossings, runsSignal }
  }
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), (y) => {
      assert.deepEqual(counts(y.toReversed()), counts(y))
      assert.deepEqual(counts(y.map((each) => (each === null ? null : -each))), counts(y))
    }),
  )
})

test('points on the centre and missing points make no difference to the runs', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), (y) => {
      const read = (given: (number | null)[]) =>
        runChart({ ...blank, centreLine: 0, y: given }).parts[0]?.longestRun ?? null
      assert.equal(read(y), read(y.filter((each) => Boolean(each))))
    }),
  )
})
