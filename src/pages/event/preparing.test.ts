import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whenOf } from './preparing.ts'

const cases: [string, number, boolean | undefined, string, string, boolean][] = [
  ['is done', 42, true, '2027-01-01', '✓ Done', false],
  ['is to come', 42, false, '2026-12-01', 'By Wednesday 16 December 2026', false],
  ['is for today', 42, false, '2026-12-16', 'By Wednesday 16 December 2026', false],
  ['has gone by', 42, false, '2026-12-17', 'Late: it was for Wednesday 16 December 2026', true],
  ['nobody knows of', 7, undefined, '2027-01-26', 'Best by Wednesday 20 January 2027', false],
]

for (const [name, daysBefore, done, today, words, late] of cases)
  test(`When to do what ${name}`, () => {
    assert.deepEqual(whenOf({ daysBefore, done }, '2027-01-27', today), { words, late })
  })
