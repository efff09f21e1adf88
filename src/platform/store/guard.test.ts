import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nhsNumbersIn, refuseIdentifiers } from './guard.ts'

const found: readonly [string, string[]][] = [
  ['943 476 5919', ['9434765919']],
  ['Seen: 943-476-5919.', ['9434765919']],
  ['9434765919,9990000018', ['9434765919', '9990000018']],
  ['943\u00a0476\u20115919', ['9434765919']],
  ['9434765919 and again 943 476 5919', ['9434765919']],
  ['943 476 5918', []],
  ['999 123 4560', []],
  ['0000000000 1111111111', []],
  ['19434765919', []],
  ['94347659190', []],
  ['943 4765 919', []],
  ['07911 123456, 020 7946 0958, +44 7911 123456', []],
  ['2026-11-23 09:30', []],
  ['', []],
]
for (const [text, numbers] of found) {
  test(`"${text}" holds ${numbers.length}`, () => assert.deepEqual(nhsNumbersIn(text), numbers))
}

test('the question shows only part of the number', () => {
  assert.deepEqual(refuseIdentifiers({ pledge: 'For 943 476 5919', note: 'fine' }), {
    pledge: 'This looks like an NHS number (943 476 …). Take it out, or confirm that it is not one.',
  })
  assert.deepEqual(refuseIdentifiers({ note: '9434765919 9990000018' }), {
    note: 'These look like NHS numbers (943 476 …, 999 000 …). Take them out, or confirm that they are not.',
  })
})

test('nothing is asked about clean or confirmed fields', () => {
  assert.equal(refuseIdentifiers({ pledge: 'We will ring within a week' }), undefined)
  assert.equal(refuseIdentifiers({ pledge: '9434765919' }, ['pledge']), undefined)
})

const nineDigits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })
const separator = fc.constantFrom('', ' ', '-')
const words = fc.string().map((text) => text.replace(/\d/g, ''))

test('exactly one of the ten last digits at most makes a number valid, wherever it stands', () => {
  fc.assert(
    fc.property(nineDigits, separator, separator, words, words, (digits, first, second, before, after) => {
      const start = digits.join('')
      const written = (last: number) =>
        `${before}${start.slice(0, 3)}${first}${start.slice(3, 6)}${second}${start.slice(6)}${last}${after}`
      const valid = [...Array(10).keys()].filter((last) => nhsNumbersIn(written(last)).length > 0)
      const check = (11 - (digits.reduce((sum, digit, index) => sum + digit * (10 - index), 0) % 11)) % 11
      const filler = `${start}${check}` === String(check).repeat(10)
      assert.deepEqual(valid, check === 10 || filler ? [] : [check])
    }),
  )
})
