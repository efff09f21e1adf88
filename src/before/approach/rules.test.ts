import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { lessonOf, primer } from './rules.ts'

test('each meeting has its question in turn, and after the last the first again', () => {
  equal(lessonOf(0), primer[0])
  equal(lessonOf(8), primer[8])
  equal(lessonOf(9), primer[0])
})

test('each lesson says something of its own, asks a question and names where to read on', () => {
  equal(new Set(primer.map(({ title }) => title)).size, primer.length)
  for (const { says, asks, source } of primer) {
    ok(says.length < 260, says)
    ok(asks.endsWith('?'), asks)
    ok(source.href.startsWith('https://'), source.href)
  }
})
