import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calledIn, greeting } from './greeting.ts'

const written: readonly [string, string][] = [
  ['Ada Nurse', 'Ada Nurse'],
  ['Dr J.Smith-Jones (CAMHS), née Ó Briain', 'Dr J. Smith-Jones (CAMHS), née Ó Briain'],
  ['Ada', 'Ada'],
  ['You won: https://evil.example/x?y claim', 'You won: claim'],
  ['see evil.example now', 'see now'],
  ['see WWW.EVIL.EXAMPLE', 'see'],
  ['see evil。example or evil．example', 'see or'],
  ['ev\u200bil.exa\u200bmple', ''],
  ['me@evil.example', ''],
  ['evil.example/path\nBcc: all', 'Bcc: all'],
  ['x.co pays', 'x. co pays'],
  ['javascript:alert(1) tel:0800', ''],
]
for (const [name, called] of written)
  test(`${JSON.stringify(name)} is called ${JSON.stringify(called)}`, () =>
    assert.equal(calledIn(name), called))

test('a long name is shortened', () => {
  assert.equal(calledIn('word '.repeat(30)), `${'word '.repeat(9)}word…`)
})

test('whatever is typed, nothing in it is a link, a new line or longer than a name', () => {
  const tricky = fc.constantFrom('.', '/', '@', ':', 'evil', 'com', 'http', ' ', '\n', '。', '\u202e', 'ａ')
  fc.assert(
    fc.property(fc.array(fc.oneof(tricky, fc.string({ unit: 'grapheme' }))), (parts) => {
      const called = calledIn(parts.join(''))
      assert.ok([...called].length <= 50)
      assert.doesNotMatch(called, /[\n\r\u202e]|:\/\/|[\p{L}\p{N}]\.[\p{L}\p{N}]/u)
    }),
  )
})

test('whoever has no name left is greeted all the same', () => {
  assert.deepEqual([greeting('Ada'), greeting('https://evil.example')], ['Hello Ada', 'Hello'])
})
