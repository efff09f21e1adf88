import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nhsNumbersIn, refuseIdentifiers } from './nhs-number.ts'

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
  ['94 34 76 59 19', []],
  ['9 4 3 4 7 6 5 9 1 9', []],
  ['9434 765919 and 94347 65919', []],
  ['943, 476, 5919', []],
  ['943     476     5919', []],
  ['1 \u200b943 476 5919 2', ['9434765919']],
  ['1\u200b943 476 5919', []],
  ['9434765919\u00b2', ['9434765919']],
  ['CHI 010177 1231', ['0101771231']],
  ['CHI 019977 1235', ['0199771235']],
  ['07911 123456, 020 7946 0958, +44 7911 123456', []],
  ['2026-11-23 09:30', []],
  ['23/11/2026 10:15-11:45, 23.11.2026, 09.30-10.45, 2026/11/23', []],
  ['2026-11-23T09:30:00.123Z 1764000000 192.168.100.200', []],
  ['(020) 7946 0958, 0207 946 0958, 0161 496 0123, 01632 960 123, +44 (0)20 7946 0958', []],
  ['12 + 345 + 6,789 = 7,146; 1,250,000; £943,476.59', []],
  ['', []],
]
for (const [text, numbers] of found) {
  test(`"${text}" holds ${numbers.length}`, () => assert.deepEqual(nhsNumbersIn(text), numbers))
}

const apart: Record<string, string> = {
  'two spaces': '  ',
  'a tab': '\t',
  'a line break': '\n',
  'a line break of Windows': '\r\n',
  'a paragraph separator': '\u2029',
  'an en dash': '\u2013',
  'an em dash': '\u2014',
  'a horizontal bar': '\u2015',
  'a minus': '\u2212',
  'a full-width hyphen': '\uff0d',
  'a small hyphen': '\ufe63',
  'a soft hyphen': '\u00ad',
  'a spaced hyphen': ' - ',
  'a spaced en dash': '\u00a0\u2013 ',
  'a dot': '.',
  'a middle dot': '\u00b7',
  'a bullet': ' \u2022 ',
  'a slash': '/',
  'a spaced slash': ' / ',
  'a backslash': '\\',
  'a fraction slash': '\u2044',
  'a low line': '_',
  'an ideographic space': '\u3000',
  'a zero-width space': '\u200b',
  'a word joiner': '\u2060',
  'a byte order mark': '\ufeff',
  'a mark of direction': '\u200e',
  'a Hangul filler': '\u3164',
}
for (const [what, separator] of Object.entries(apart)) {
  test(`finds a number with ${what} between its groups`, () => {
    const written = ['943', '476', '5919'].join(separator)
    assert.deepEqual(nhsNumbersIn(`Ask ${written}, please`), ['9434765919'])
    assert.deepEqual(nhsNumbersIn(`Ask ${written.slice(0, -1)}8, please`), [])
  })
}

test('finds a number in digits that only look otherwise', () => {
  const inDigitsFrom = (nought: number) =>
    [...'943 476 5919']
      .map((one) => (one === ' ' ? one : String.fromCodePoint(nought + Number(one))))
      .join('')
  // Full-width, Arabic-Indic, Devanagari, mathematical bold and monospace.
  for (const nought of [0xff10, 0x0660, 0x0966, 0x1d7ce, 0x1d7f6])
    assert.deepEqual(nhsNumbersIn(inDigitsFrom(nought)), ['9434765919'], nought.toString(16))
  assert.deepEqual(nhsNumbersIn('9\ufe0f\u20e34\u200b3\u200b4\u200b7\u200b6\u200b5\u200b9\u200b1\u200b9'), [
    '9434765919',
  ])
})

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
const separator = fc.constantFrom('', ...Object.values(apart))
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
