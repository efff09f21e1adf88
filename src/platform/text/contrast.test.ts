import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { contrastWithWhite } from './contrast.ts'

test('The contrast of white letters is that of WCAG', () => {
  // As its published checkers give them.
  for (const [colour, ratio] of [
    ['#000000', 21],
    ['#ffffff', 1],
    ['#767676', 4.54],
    ['#777777', 4.48],
    ['#0000ff', 8.59],
    ['#008000', 5.14],
  ] as const)
    equal(Math.round(contrastWithWhite(colour) * 100) / 100, ratio, colour)
})
