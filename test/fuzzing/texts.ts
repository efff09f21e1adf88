import fc from 'fast-check'
import { hostile } from './hostile.ts'

/** Near misses of a day, a time, a number or an address. */
const nearly = [
  '2027-01-12',
  '0000-00-00',
  '9999-12-31',
  '2027-13-45',
  '+275760-09-13',
  '-000001-01-01',
  '2028-02-29T24:00:00Z',
  '9:30am',
  '24:00',
  '25:61pm',
  '12:30:61',
  '0',
  '-0',
  '007',
  '1.5',
  '1e3',
  '0x10',
  '٣',
  '９',
  'Infinity',
  '9007199254740993',
  '-9999999999',
  'true',
  'null',
  'undefined',
  '[object Object]',
  'a@b',
  'somebody.new@example.invalid',
  '"a b"@[127.0.0.1]',
  'https://example.invalid/a?b#c',
  '//example.invalid',
  'data:text/html,x',
  '/networks/north',
  '\\\\example\\share',
]

const odd = [
  'toString',
  'hasOwnProperty',
  'prototype',
  '*',
  '_',
  '%',
  '%%',
  '%u0041',
  '\u0001\u001f\u007f\u0085',
  '\u2066a\u2069\u202a\u200f',
  '\ufffe\uffff',
  '\udc00\ud800',
  'İıſß',
  '\u0300'.repeat(200),
  '🏳️‍🌈'.repeat(60),
  '(a+)+$',
  'a'.repeat(201),
  'word '.repeat(2_000),
  '\n'.repeat(500),
  '{"a":1}',
  '=1+1',
  '- [x](javascript:alert(1)) **a** `b` <b>',
]

export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...hostile) },
  { weight: 3, arbitrary: fc.constantFrom(...nearly) },
  { weight: 3, arbitrary: fc.constantFrom(...odd) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...hostile, ...odd), fc.string()).map((two) => two.join('')),
  },
)

/** As a proxy or a program could really send it in a header: bytes without control characters. */
export const headerText: fc.Arbitrary<string> = text.map((one) =>
  Buffer.from(one.slice(0, 4_000))
    .toString('latin1')
    .replace(/[^\t\x20-\x7e\x80-\xff]/g, '')
    .trim(),
)

/** Names that objects have already, and names that look like ours. */
export const names: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'length',
    'then',
    'ideas[]',
    'a.b',
  ),
  fc.constantFrom(
    '',
    '_token',
    '_key',
    '_step',
    '_stood',
    'notIdentifiers',
    'network',
    'event',
    'id',
    'hands-',
  ),
  text.map((one) => one.slice(0, 200)),
)

/** Mostly usual values, so that the unusual ones get far. */
export const mostly = <T>(usual: fc.Arbitrary<T>, unusual: fc.Arbitrary<T>, of = 5): fc.Arbitrary<T> =>
  fc.oneof({ weight: of, arbitrary: usual }, { weight: 1, arbitrary: unusual })

/** There sometimes, and otherwise not. */
export const maybe = <T>(value: fc.Arbitrary<T>, of = 4): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 1, arbitrary: value }, { weight: of, arbitrary: fc.constant(undefined) })
