import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fill, linesOf, winnerSize } from './fit-text.ts'

const rowsOf = (many: number, text: string) =>
  Array.from({ length: many }, () => ({ text, value: '10 votes' }))
const above = [{ text: 'Which change do we test at home?', size: 3.2 }]

test('Words stand in as many lines as they need, and one longer than a line is broken', () => {
  assert.equal(linesOf('One front door', 20), 1)
  assert.equal(linesOf('One front door', 5), 2)
  assert.equal(linesOf('Traumatherapy'.repeat(9), 10), 7)
})

test('Few short ideas have large letters, many long ones smaller, and none smaller than can be read', () => {
  const long =
    'A step 2 approach developed from feedback and data, with personalised conversations for all (Harrow)'
  const [few, six, twelve] = [
    fill({ rows: rowsOf(2, 'One front door (Harrow)'), above, wide: true }),
    fill({ rows: rowsOf(6, long), above, wide: true }),
    fill({ rows: rowsOf(12, long), above, wide: true }),
  ]
  assert.deepEqual([few.size, few.atOnce], [6.4, 2])
  assert.ok(few.size > six.size && six.size > twelve.size && twelve.size >= 2.8, `${six.size} ${twelve.size}`)
  assert.deepEqual([six.atOnce, twelve.atOnce], [6, 12])
})

test('What is too much for letters that can be read turns over in pages, sooner in large print', () => {
  const rows = rowsOf(12, 'W'.repeat(150))
  const [usual, large] = [fill({ rows, above, wide: true }), fill({ rows, above, wide: true }, 'large')]
  assert.ok(usual.size >= 2.8 && usual.atOnce < 12, `${usual.size} ${usual.atOnce}`)
  assert.ok(large.size >= 3.4 && large.atOnce <= usual.atOnce, `${large.size} ${large.atOnce}`)
})

test('A long sentence of what came out steps back behind its bars', () => {
  assert.deepEqual(
    [30, 120, 400].map((many) => winnerSize('x'.repeat(many))),
    ['short', 'long', 'longest'],
  )
})
