import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { supportWords, whyNot } from './rules.ts'

const nouns = { noun: 'borough', plural: 'boroughs' }
const of = (...teams: string[]) =>
  supportWords(
    teams.map((team_id) => ({ team_id })),
    nouns,
  )

test('people and their teams are counted apart', () => {
  equal(of('brent'), '1 person of 1 other borough has this problem too')
  equal(of('brent', 'brent'), '2 people of 1 other borough have this problem too')
  equal(of('brent', 'harrow', 'harrow'), '3 people of 2 other boroughs have this problem too')
})

test('a removed comment is neither answered nor removed again; one that stands is not put back', () => {
  const stands = { removed_at: null, answer: null }
  const removed = { removed_at: '2027-01-12T09:00:00.000Z', answer: null }
  equal(whyNot('answer', stands), undefined)
  equal(whyNot('answer', removed), 'This comment was removed.')
  equal(whyNot('remove', removed), 'This comment was removed.')
  equal(whyNot('restore', stands), 'This comment stands on the idea already.')
  equal(whyNot('restore', removed), undefined)
})
