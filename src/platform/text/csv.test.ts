import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { csv } from './csv.ts'

test('A sheet keeps commas, quotes and lines in their cells, and runs no formula', () => {
  equal(
    csv([
      ['Idea', 'Days'],
      ['One, "two"\nthree', 4],
      ['=SUM(A1)', null],
      ['-1', undefined],
    ]),
    '\u{feff}Idea,Days\r\n"One, ""two""\nthree",4\r\n\'=SUM(A1),\r\n\'-1,\r\n',
  )
})
