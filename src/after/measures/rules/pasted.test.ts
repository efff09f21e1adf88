import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mostRows, patientNumbersIn, readPasted } from './pasted.ts'

const today = '2024-06-30'
const read = (text: string) => readPasted(text, { today })
const only = (cell: string, value = '5') => read(`18/03/2023\t4\n${cell}\t${value}`).rows[1]!
const number = (cell: string) => read(`18/03/2023\t4\n19/03/2023\t${cell}`).rows[1]!

test('days are read as spreadsheets and people write them, the day first', () => {
  const days: [string, string][] = [
    ['18/04/2023', '2023-04-18'],
    ['8/4/23', '2023-04-08'],
    ['18.4.2023', '2023-04-18'],
    ['18-04-2023', '2023-04-18'],
    ['18-Apr-23', '2023-04-18'],
    ['18 April 2023', '2023-04-18'],
    ['18th Sept 2023', '2023-09-18'],
    ['Apr 18, 2023', '2023-04-18'],
    ['Tue 18/04/2023', '2023-04-18'],
    ['Tuesday, 18 April 2023', '2023-04-18'],
    ['w/c 17/04/2023', '2023-04-17'],
    ['2023-04-18', '2023-04-18'],
    ['2023-04-18T00:00:00', '2023-04-18'],
    ['18/04/2023 00:00', '2023-04-18'],
    ['Apr 2023', '2023-04-01'],
    ['Apr-23', '2023-04-01'],
    ['04/2023', '2023-04-01'],
    ['2023-04', '2023-04-01'],
    ['45034', '2023-04-18'],
    ['\u00a018/04/2023\u00a0', '2023-04-18'],
    ['29/02/2024', '2024-02-29'],
  ]
  for (const [cell, on] of days) assert.equal(only(cell).reading?.on, on, cell)
})

test('what is no day is named with what to write instead', () => {
  const cases: [string, string][] = [
    ['31/04/2023', '“31/04/2023” is not a real date.'],
    ['29/02/2023', '“29/02/2023” is not a real date.'],
    ['04/18/2023', '“04/18/2023” has its month first: write the day first, as in 18/04/2023.'],
    ['18/04', '“18/04” is not a date. Write it as 18/04/2023.'],
    ['Total', '“Total” is not a date. Write it as 18/04/2023.'],
    ['', 'This row has no date.'],
    ['=A2+7', '“=A2+7” is a formula: paste what it comes to.'],
    ['01/07/2024', '1 July 2024 is in the future.'],
    ['18/03/2023', 'Row 1 is of 18 March 2023, too. Keep one of them.'],
    ['18/04/0203', '“18/04/0203” is too long ago.'],
  ]
  for (const [cell, wrong] of cases) {
    const row = only(cell)
    assert.deepEqual([row.wrong, row.reading], [wrong, undefined], cell)
  }
})

test('numbers are read as spreadsheets show them', () => {
  const numbers: [string, number | null][] = [
    ['12', 12],
    ['12.5', 12.5],
    ['12,5', 12.5],
    ['1,234', 1234],
    ['1,234,567.8', 1234567.8],
    ['1.234,5', 1234.5],
    ['1 234', 1234],
    ['1\u202f234,5', 1234.5],
    ['12\u00a0', 12],
    ['45%', 45],
    ['45.5 %', 45.5],
    ['-3', -3],
    ['−3', -3],
    ['(3)', -3],
    ['£1,200', 1200],
    ['1.2E+03', 1200],
    ['', null],
    ['-', null],
    ['n/a', null],
    ['#N/A', null],
  ]
  for (const [cell, value] of numbers) assert.equal(number(cell).reading?.value, value, cell)
})

test('what is no number is named', () => {
  const cases: [string, string][] = [
    ['twelve', '“twelve” is not a number.'],
    ['12 people', '“12 people” is not a number.'],
    ['1,2,3', '“1,2,3” is not a number.'],
    ['<5', '“<5” is not one number: leave the cell empty where the count may not be given.'],
    ['=SUM(B2:B9)', '“=SUM(B2:B9)” is a formula: paste what it comes to.'],
    ['#DIV/0!', '“#DIV/0!” is an error of the spreadsheet, not a number.'],
    ['Infinity', '“Infinity” is not a number.'],
    ['1e300', '“1e300” is too large.'],
  ]
  for (const [cell, wrong] of cases) assert.equal(number(cell).wrong, wrong, cell)
})

test('a column with one decimal comma has only decimal commas', () => {
  const { rows } = read('01/01/2023\t12,5\n01/02/2023\t1,234\n01/03/2023\t1.234')
  assert.deepEqual(
    rows.map(({ reading, wrong }) => reading?.value ?? wrong),
    [12.5, 1.234, 1234],
  )
})

const reading = (on: string, value: number | null, denominator: number | null = null, note = '') => ({
  on,
  value,
  denominator,
  note,
})
const readings = (text: string) => read(text).rows.map((row) => row.reading ?? row.wrong)

test('columns are recognised by their headings, in any order', () => {
  const text =
    'DNA rate, Harrow\n\nComment\tTotal booked\tNumerator\tMonth\nnew letter\t1,200\t90\tApr 2023\n\t1,100\t85\tMay 2023'
  assert.deepEqual(readings(text), [
    reading('2023-04-01', 90, 1200, 'new letter'),
    reading('2023-05-01', 85, 1100),
  ])
  assert.deepEqual(
    read(text).rows.map(({ row }) => row),
    [4, 5],
  )
})

test('columns without headings are recognised by what stands in them', () => {
  assert.deepEqual(readings('18/04/2023\t9\t40\tstaff away\n25/04/2023\t11\t38'), [
    reading('2023-04-18', 9, 40, 'staff away'),
    reading('2023-04-25', 11, 38),
  ])
  assert.deepEqual(readings('9\t18/04/2023\n11\t25/04/2023'), [
    reading('2023-04-18', 9),
    reading('2023-04-25', 11),
  ])
  assert.deepEqual(readings('45034\t9\n45041\t11'), [reading('2023-04-18', 9), reading('2023-04-25', 11)])
})

test('files with commas, semicolons, quotes and spaces are read', () => {
  assert.deepEqual(
    readings('date,value,note\r\n2023-04-18,9,"late, again"\r\n2023-04-25,"1,100","a ""b"""\r\n'),
    [reading('2023-04-18', 9, null, 'late, again'), reading('2023-04-25', 1100, null, 'a "b"')],
  )
  assert.deepEqual(readings('Datum;Wert\n18.04.2023;9,5\n25.04.2023;11,25'), [
    reading('2023-04-18', 9.5),
    reading('2023-04-25', 11.25),
  ])
  assert.deepEqual(readings('18/04/2023   9\n25/04/2023   11'), [
    reading('2023-04-18', 9),
    reading('2023-04-25', 11),
  ])
  assert.deepEqual(readings('18/04/2023\t9\t5" of snow\n25/04/2023\t11\t'), [
    reading('2023-04-18', 9, null, '5" of snow'),
    reading('2023-04-25', 11),
  ])
})

test('a denominator of nothing, and a share out of something, are named', () => {
  assert.deepEqual(readings('18/04/2023\t9\t0\n25/04/2023\t11\t38\n02/05/2023\t45%\t38'), [
    'What it is out of must be more than 0.',
    reading('2023-04-25', 11, 38),
    '“45%” is a share already. Paste how many out of 38, or leave that column out.',
  ])
})

test('what cannot be read at all is refused in a sentence', () => {
  assert.match(read('  \n ').refused!, /^Paste the dates/)
  assert.match(read('hello').refused!, /^There is no column of dates/)
  assert.match(read('1\n2\n3').refused!, /^There is no column of dates/)
  assert.match(read('18/04/2023\n25/04/2023').refused!, /none with numbers/)
  assert.match(read('Month\tApr 2023\tMay 2023\tJun 2023\nDNA\t4\t5\t6').refused!, /Transpose/)
})

test('5,000 rows are read and more are refused', () => {
  const rows = (n: number) =>
    `date\tvalue\n${Array.from({ length: n }, (_, at) => `${30_000 + at}\t${at}`).join('\n')}`
  assert.equal(read(rows(mostRows)).rows.filter((row) => row.reading).length, mostRows)
  assert.match(read(rows(mostRows + 1)).refused!, /^That is more than 5,000 rows\./)
  assert.match(read('x'.repeat(1_000_001)).refused!, /^That is more than 5,000 rows\./)
})

test('what looks like an NHS number is found with its row', () => {
  assert.deepEqual(patientNumbersIn('date\tvalue\n18/04/2023\t9\n25/04/2023\t943 476 5919'), [
    { row: 3, number: '9434765919' },
  ])
  assert.deepEqual(patientNumbersIn('943\t476\t5919'), [])
})

test('whatever is pasted, each row has a reading or a sentence, and no day twice', () => {
  const cell = fc.oneof(
    fc.constantFrom('18/04/2023', '25 Apr 2023', '45034', '12', '1,5', '=A1', '"', '', 'x', '40%', '-'),
    fc.string({ maxLength: 8 }),
  )
  const text = fc
    .array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 12 })
    .map((rows) => rows.map((cells) => cells.join('\t')).join('\n'))
  fc.assert(
    fc.property(text, (pasted) => {
      const { rows } = read(pasted)
      assert.ok(rows.every((row) => (row.reading === undefined) !== (row.wrong === undefined)))
      const days = rows.flatMap((row) => row.reading?.on ?? [])
      assert.equal(new Set(days).size, days.length)
    }),
  )
})
