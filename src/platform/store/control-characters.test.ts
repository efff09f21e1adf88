import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holdsControl, withoutControl } from './control-characters.ts'

const turning = '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'

test('The control characters of ASCII and what turns text around are taken out, but not tab and line ends, and nothing else is', () => {
  const kept = new Set(['\t', '\n', '\r'])
  for (let code = 0; code <= 0xffff; code += 1) {
    const character = String.fromCharCode(code)
    const held = (code < 0x20 || code === 0x7f) && !kept.has(character)
    const goes = held || turning.includes(character)
    assert.equal(holdsControl(`a${character}`), held, code.toString(16))
    assert.equal(withoutControl(`a${character}`), goes ? 'a' : `a${character}`, code.toString(16))
  }
})

test('What turns text around goes too; words from right to left and joined letters stay', () => {
  assert.equal(withoutControl('Ann\u202e gpj.eruc\u2066!'), 'Ann gpj.eruc!')
  for (const kept of ['שלום עולם', 'مرحبا', 'می\u200cخواهم', '👩\u200d⚕️'])
    assert.equal(withoutControl(kept), kept)
})
