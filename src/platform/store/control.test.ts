import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holdsControl, withoutControl } from './control.ts'

test('The control characters of ASCII are taken out, but not tab and line ends, and nothing else is', () => {
  const kept = new Set(['\t', '\n', '\r'])
  for (let code = 0; code <= 0xffff; code += 1) {
    const character = String.fromCharCode(code)
    const goes = (code < 0x20 || code === 0x7f) && !kept.has(character)
    assert.equal(holdsControl(`a${character}`), goes, code.toString(16))
    assert.equal(withoutControl(`a${character}`), goes ? 'a' : `a${character}`, code.toString(16))
  }
})
