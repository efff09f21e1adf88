import { whenAndWhere } from '../events/views.ts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EventRow } from '../events/store.ts'
import fc from 'fast-check'
import { keyedHasher } from '../../platform/store/keyed-hash.ts'
import { coverageOf, gapsIn, hideSmall, linkToken, personalCode, sealedIn } from './rules.ts'

for (const [counts, shown, total] of [
  [[3, 4], [3, 4], 7],
  [[3, 2], [3, null], null],
  [[3, 0, 0], [3, null, null], null],
  [[3, 2, 2], [3, null, null], null],
  [[3, 1, 0], [3, null, null], 4],
  [[1, 1], [null, null], null],
  [[1, 1, 1], [null, null, null], 3],
  [[], [], null],
] as const) {
  test(`representatives counted ${counts.join(', ') || 'nowhere'} are shown as ${shown.join(', ')} and ${total}`, () => {
    assert.deepEqual(hideSmall(counts), { shown: [...shown], total })
  })
}

test('no hidden count can be worked out from what is shown', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 5 })
  fc.assert(
    fc.property(counts, (counted) => {
      const { shown, total } = hideSmall(counted)
      const hidden = shown.flatMap((one, at) => (one === null ? [at] : []))
      const open = shown.reduce<number>((all, one) => all + (one ?? 0), 0)
      // Every way to fill the hidden places that agrees with the total that is shown.
      const ways: number[][] = hidden.reduce<number[][]>(
        (all) => all.flatMap((way) => [0, 1, 2].map((count) => [...way, count])),
        [[]],
      )
      const possible = ways.filter(
        (way) => total === null || open + way.reduce((all, one) => all + one, 0) === total,
      )
      return hidden.every((_place, at) => new Set(possible.map((way) => way[at])).size > 1)
    }),
  )
})

const keyedHash = keyedHasher('a secret for tests')

test('a link names its sign-up, and no other server or sign-up can make it', () => {
  const token = linkToken(keyedHash, 'north', 'a1')
  assert.deepEqual(sealedIn(keyedHash, token), { network: 'north', id: 'a1' })
  assert.equal(sealedIn(keyedHash, token.replace('~a1~', '~a2~')), undefined)
  assert.equal(sealedIn(keyedHasher('another'), token), undefined)
  for (const wrong of ['', '~~', 'north~a1', `${token}~x`])
    assert.equal(sealedIn(keyedHash, wrong), undefined)
})

test('a code has eight letters and belongs to one sign-up', () => {
  assert.match(personalCode(keyedHash, 'north', 'a1'), /^[A-Z2-9]{8}$/)
  assert.notEqual(personalCode(keyedHash, 'north', 'a1'), personalCode(keyedHash, 'south', 'a1'))
})

test('who is missing is said first: teams, professions that most teams bring, professions that nobody has', () => {
  const teams = ['brent', 'ealing', 'harrow', 'pinner'].map((id) => ({ id, name: id }))
  const person = (team_id: string, profession: string | null) => ({
    team_id,
    profession,
    lived_experience: 'none' as const,
  })
  const coverage = coverageOf(
    [
      person('brent', 'Nurse'),
      person('brent', 'Doctor'),
      person('ealing', 'Nurse'),
      person('harrow', 'Doctor'),
      person('harrow', 'Beekeeper'),
      person('harrow', null),
    ],
    teams,
  )
  const rows = coverage.professions.map(({ name, counts }) => `${name} ${counts.join(' ')}`)
  assert.deepEqual(rows.slice(-3), ['Support worker 0 0 0 0', 'Beekeeper 0 0 1 0', 'Not given 0 0 1 0'])
  assert.ok(rows.includes('Nurse 1 1 0 0') && rows.includes('Manager 0 0 0 0'))
  const gaps = gapsIn(coverage)
  assert.deepEqual(gaps.teams, ['pinner'])
  assert.deepEqual(gaps.partly, [
    { profession: 'Doctor', teams: ['ealing'] },
    { profession: 'Nurse', teams: ['harrow'] },
  ])
  assert.ok(gaps.professions.includes('Manager') && !gaps.professions.includes('Nurse'))
})

test('When an event is says each day once, also where it ends on another', () => {
  const held = { on_day: '2026-11-29', starts_at: '2026-11-29T19:50:00.000Z', place: null }
  const when = (ends_at: string | null) => whenAndWhere({ ...held, ends_at } as EventRow)
  assert.equal(when('2026-11-29T22:00:00.000Z'), 'Sunday 29 November 2026, 7:50pm to 10pm')
  assert.equal(
    when('2026-11-30T02:45:00.000Z'),
    'Sunday 29 November 2026, 7:50pm to 2:45am on Monday 30 November',
  )
  assert.equal(when(null), 'Sunday 29 November 2026, from 7:50pm')
})
