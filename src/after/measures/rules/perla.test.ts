import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perla, runsByChance } from './perla.ts'
import { median, runLengthsAt } from './run-chart.ts'

const read = (values: readonly (number | null)[]) => perla(values, runLengthsAt(values, median(values)))
const rising = (values: readonly (number | null)[]) => read(values).trend.map(({ length }) => length)

test('the runs that chance leaves are those of the table, and go on beyond it', () => {
  assert.deepEqual(runsByChance(9), undefined)
  assert.deepEqual(runsByChance(10), { fewest: 3, most: 9 })
  assert.deepEqual(runsByChance(20), { fewest: 6, most: 16 })
  assert.deepEqual(runsByChance(30), { fewest: 11, most: 21 })
  assert.deepEqual(runsByChance(40), { fewest: 15, most: 27 })
  assert.deepEqual(runsByChance(60), { fewest: 24, most: 38 })
})

test('points on the median neither count towards a shift nor break it', () => {
  const { shift } = read([1, 1, 1, 9, 9, 5, 9, 9, 9, 9, 1, 1, 1, 5])
  assert.deepEqual(
    shift.map(({ length }) => length),
    [3, 3, 3, 6, 6, 0, 6, 6, 6, 6, 3, 3, 3, 0],
  )
})

test('a trend is five points one way; equal neighbours count once and a missing one breaks it', () => {
  assert.deepEqual(rising([1, 2, 3, 4, 5]), [5, 5, 5, 5, 5])
  assert.deepEqual(rising([1, 2, 2, 3, 4, 5]), [5, 5, 0, 5, 5, 5])
  assert.deepEqual(rising([1, 2, null, 3, 4, 5]), [2, 2, 0, 3, 3, 3])
  assert.deepEqual(rising([1, 2, 3, 2, 1]), [3, 3, 3, 3, 3])
  assert.deepEqual(rising([]), [])
})

test('runs are one more than the crossings', () => {
  assert.equal(read([1, 9, 1, 9, 1, 9]).crossings, 5)
})
