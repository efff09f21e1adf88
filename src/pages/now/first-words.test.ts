import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { firstWords } from './first-words.ts'

test('a text in short is its first sentence', () => {
  equal(firstWords(null), null)
  equal(firstWords('  '), null)
  equal(firstWords('One call a week'), 'One call a week')
  equal(firstWords('It fell by 3.5 days. Then it stayed.'), 'It fell by 3.5 days.')
  equal(firstWords('Who rings?\n\nA volunteer.'), 'Who rings?')
})

test('a long sentence is cut between words', () => {
  const long = 'word '.repeat(60).trim()
  const cut = firstWords(long)!
  equal(cut.endsWith('word …'), true)
  equal(cut.length <= 152, true)
})
