import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Day, OptionalDay } from './fields.ts'

const said = (schema: typeof Day, typed: string) => {
  const read = schema('By when').safeParse(typed)
  return read.success ? read.data : read.error.issues[0]?.message
}

for (const [typed, expected] of [
  ['2023-4-18', '2023-04-18'],
  ['2023-Apr-18', '2023-04-18'],
  ['2023-4-31', 'By when must be a real date'],
  ['2023--18', 'By when must include a month'],
  ['23-4-18', 'Year must include 4 numbers'],
  ['2023-4-1 8', 'By when must be a real date'],
  ['', 'Enter a date: by when'],
] as const) {
  test(`the day “${typed}” is read as ${expected}`, () => {
    assert.equal(said(Day, typed), expected)
  })
}

test('a day may be left out where the schema says so', () => {
  assert.equal(OptionalDay('By when').parse(''), null)
  assert.equal(OptionalDay('By when').parse(undefined), null)
  assert.equal(OptionalDay('By when').parse('2023-04-18'), '2023-04-18')
})
