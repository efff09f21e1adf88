import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { wordsOf } from './search-words.ts'

const cases: readonly [string, string[]][] = [
  ['Tree of Life', ['tree', 'life']],
  ['services, Service; SERVICE’S', ['service']],
  ['Therapies in clinics and boxes', ['therapy', 'clinic', 'box']],
  ['access status analysis', ['access', 'status', 'analysis']],
  ['Step 2 hub', ['step', '2', 'hub']],
  ['Café ﬁle Ångström', ['cafe', 'file', 'angstrom']],
  ['self-report', ['self', 'report']],
  ['We will ask about the A', ['ask']],
  ['', []],
]
for (const [text, words] of cases) {
  test(`"${text}" is found under ${words.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(wordsOf(text), words))
}

test('a word is kept to 40 letters', () => {
  assert.deepEqual(wordsOf('x'.repeat(100)), ['x'.repeat(40)])
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('s', 'e', 'i', 'h', 'c', 'x', 'z', 'İ', 'ǅ', '’', ' ', 't', 'ß', '𝔖', '½'),
  }),
)

test('a word found once is found again under itself', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const words = wordsOf(text)
      assert.deepEqual(wordsOf(words.join(' ')), words)
      assert.ok(words.every((word) => [...word].length <= 40 && /^[\p{L}\p{N}]+$/u.test(word)))
    }),
  )
})

test('capitals and accents make no difference', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'é', 'ñ', 'b', ' ', 's') }), (text) => {
      const bare = text.replaceAll('é', 'e').replaceAll('ñ', 'n')
      assert.deepEqual(wordsOf(text.toUpperCase()), wordsOf(bare))
      assert.deepEqual(wordsOf(text.normalize('NFD')), wordsOf(bare))
    }),
  )
})
