import { deepEqual, equal, match, notEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { freeSlug, markOf, needsTeam, roles, roleSeenByOthers, slug } from './rules.ts'

test('a name becomes a readable id', () => {
  const cases: [string, string][] = [
    ['Kensington and Chelsea', 'kensington-and-chelsea'],
    ['  Café — 2 ', 'cafe-2'],
    ['St Mary’s', 'st-mary-s'],
    ['Été d’O’Brien', 'ete-d-o-brien'],
    ['Naïve', 'naive'],
    ['???', ''],
    ['a'.repeat(70), 'a'.repeat(60)],
    [`${'a'.repeat(58)} b cde`, `${'a'.repeat(58)}-b`],
    [`${'a'.repeat(50)} ${'b'.repeat(20)}`, 'a'.repeat(50)],
  ]
  for (const [name, id] of cases) equal(slug(name), id, name)
})

test('an id is never one that is taken or that an address needs', () => {
  equal(freeSlug('Brent', new Set()), 'brent')
  equal(freeSlug('Brent', new Set(['brent', 'brent-2'])), 'brent-3')
  equal(freeSlug('New', new Set()), 'new-2')
  match(freeSlug('東京', new Set(), 'team'), /^team-[0-9a-z]{4}$/)
  notEqual(freeSlug('東京', new Set(), 'team'), freeSlug('大阪', new Set(), 'team'))
})

test('a representative looks like a member to who does not organise', () => {
  equal(roleSeenByOthers('representative'), roleSeenByOthers('member'))
  equal(new Set(roles.map(roleSeenByOthers)).size, roles.length - 1)
})

test('only the roles of a team need one', () => {
  deepEqual(roles.filter(needsTeam), ['lead', 'member', 'representative'])
})

test('what is not real says so, and what is real does not', () => {
  equal(markOf('real'), undefined)
  equal(markOf('demonstration'), 'Demonstration: the people and what they say here are invented')
  equal(markOf('rehearsal'), 'Rehearsal: nobody here is real')
})
