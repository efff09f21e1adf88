import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { askedOf, takenBy, whyNotThese } from './rules.ts'

const pledge = (team_id: string, idea_id: string | null, released_at: string | null = null) => ({
  team_id,
  idea_id,
  released_at,
})

test('a team has taken up what it pledged and did not release, each idea once', () => {
  const pledges = [
    pledge('brent', 'a'),
    pledge('brent', 'a'),
    pledge('brent', 'b', '2027-01-12T09:00:00.000Z'),
    pledge('brent', 'elsewhere'),
    pledge('brent', null),
    pledge('harrow', 'b'),
  ]
  deepEqual(takenBy(pledges, 'brent', new Set(['a', 'b'])), ['a'])
  deepEqual(takenBy(pledges, 'harrow', new Set(['a', 'b'])), ['b'])
  deepEqual(takenBy([], 'brent', new Set(['a'])), [])
})

test('nobody is asked to test what they brought themselves', () => {
  const ideas = [
    { id: 'a', team_id: 'brent' },
    { id: 'b', team_id: 'harrow' },
    { id: 'c', team_id: 'harrow' },
  ]
  deepEqual([...askedOf(ideas, ['a', 'b'], 'brent')], ['b'])
  deepEqual([...askedOf(ideas, ['a', 'b'], 'hillingdon')], ['a', 'b'])
  deepEqual([...askedOf(ideas, ['b', 'c'], 'harrow')], [])
})

test('a package has from 1 to 12 ideas of the network', () => {
  const there = new Set(Array.from({ length: 20 }, (_, at) => String(at)))
  equal(whyNotThese([], there), 'Choose at least one idea')
  equal(whyNotThese(['1'], there), undefined)
  equal(whyNotThese([...there], there), 'Choose at most 12 ideas: nobody can test more in a year')
  equal(whyNotThese(['of another network'], there), 'Choose from the list')
})
