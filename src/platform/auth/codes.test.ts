import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { alphabet, bytesForCode, grouped, newCode, normaliseCode, readableCode } from './codes.ts'

const code = fc
  .tuple(fc.integer({ min: 1, max: 16 }), fc.infiniteStream(fc.integer({ min: 0, max: 255 })))
  .map(([length, stream]) => readableCode(Uint8Array.from(stream.take(bytesForCode(length))), length))

test('the alphabet has no look-alikes', () => {
  assert.equal(alphabet, 'ABCDEFGHJKMNPQRSTVWXYZ23456789')
  assert.doesNotMatch(alphabet, /[0O1ILU]/)
})

test('a code has its length and only characters of the alphabet', () => {
  for (const length of [4, 6, 8]) assert.equal(newCode(length).length, length)
  fc.assert(fc.property(code, (each) => [...each].every((character) => alphabet.includes(character))))
})

test('the same bytes make the same code, and other bytes another', () => {
  const bytes = (last: number) => Uint8Array.from([...Array(12).fill(7), last])
  assert.equal(readableCode(bytes(1), 8), readableCode(bytes(1), 8))
  assert.notEqual(readableCode(bytes(1), 8), readableCode(bytes(2), 8))
})

test('every character is about equally frequent', () => {
  const counts = new Map<string, number>()
  for (const character of Array.from({ length: 3000 }, () => newCode(10)).join(''))
    counts.set(character, (counts.get(character) ?? 0) + 1)
  assert.equal(counts.size, alphabet.length)
  // 1000 of each are expected, with a standard deviation of 31: eight of them never happen by chance.
  assert.ok([...counts.values()].every((count) => Math.abs(count - 1000) < 250))
})

test('too few bytes are refused', () => {
  assert.throws(() => readableCode(new Uint8Array(8), 8), RangeError)
})

const typed: readonly [string, string][] = [
  [' abcd-efgh ', 'ABCDEFGH'],
  ['ab cd\u00a0ef–gh', 'ABCDEFGH'],
  ['ABCD.EFGU', 'ABCDEFGV'],
  ['O0I1L', 'O0I1L'],
]
for (const [written, kept] of typed) {
  test(`"${written}" is kept as ${kept}`, () => assert.equal(normaliseCode(written), kept))
}

test('codes are shown in groups', () => {
  assert.deepEqual(['ABCDEFGH', 'ABCDEF', 'ABCD', 'ABCDE', ''].map(grouped), [
    'ABCD EFGH',
    'ABC DEF',
    'ABCD',
    'ABCD E',
    '',
  ])
})

test('a code that is shown and typed again is the same code', () => {
  fc.assert(fc.property(code, (each) => normaliseCode(grouped(each).toLowerCase()) === each))
})
