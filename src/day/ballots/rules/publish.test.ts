import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { total, type Counts } from './count.ts'
import { publishable } from './publish.ts'

/** A result in short: { a: '3 1' } is team a with three votes for x and one for y. */
const teams = (written: Record<string, string>): Record<string, Counts> =>
  Object.fromEntries(
    Object.entries(written).map(([team, counts]) => {
      const [x = 0, y = 0] = counts.split(' ').map(Number)
      return [team, { x, y }]
    }),
  )
const hiddenIn = (byTeam: Record<string, Counts>) => {
  const shown = publishable(byTeam)
  const names = Object.keys(byTeam)
    .filter((team) => shown.byTeam[team] === null)
    .sort()
  return [...names, ...(shown.overall === null ? ['overall'] : [])].join(' ')
}

const cases: readonly [string, Record<string, string>, string][] = [
  ['teams of three or more are shown', { a: '3 0', b: '1 2' }, ''],
  ['a small team alone takes the next smallest with it', { a: '1 1', b: '4 4', c: '2 3' }, 'a c'],
  ['of teams as small, the first by id', { c: '2 2', b: '2 2', a: '0 1' }, 'a b'],
  ['two small teams with three votes cover each other', { a: '1 1', b: '1 0', c: '4 4' }, 'a b'],
  ['two teams with two votes need a third', { a: '1 0', b: '1 0', c: '4 4', d: '3 2' }, 'a b d'],
  ['three teams of one vote cover each other', { a: '1 0', b: '1 0', c: '0 1', d: '3 2' }, 'a b c'],
  ['a team without votes hides nobody', { a: '1 1', b: '0 0', c: '4 4' }, 'a c'],
  ['one small team is the whole: nothing is shown', { a: '1 1' }, 'a overall'],
  ['two votes in all: nothing is shown', { a: '1 0', b: '0 1' }, 'a b overall'],
  ['nobody voted: nothing to hide', { a: '0 0' }, ''],
  ['no team: nothing to hide', {}, ''],
]
for (const [name, written, hidden] of cases) {
  test(name, () => assert.equal(hiddenIn(teams(written)), hidden))
}

test('what is shown is the true count', () => {
  const byTeam = teams({ a: '3 0', b: '1 2' })
  assert.deepEqual(publishable(byTeam), { overall: { x: 4, y: 2 }, byTeam })
})

const team = fc.record({ x: fc.nat(3), y: fc.nat(3) })
const result = fc
  .array(team, { maxLength: 5 })
  .map((all) => Object.fromEntries(all.map((counts, index) => [`team${index}`, counts])))

test('a team of one or two votes is never shown, and what is left over is of two teams and three votes', () => {
  fc.assert(
    fc.property(result, (byTeam) => {
      const shown = publishable(byTeam)
      const hidden = Object.keys(byTeam).filter((name) => shown.byTeam[name] === null)
      const small = Object.keys(byTeam).filter((name) => [1, 2].includes(total(byTeam[name]!)))
      assert.ok(small.every((name) => hidden.includes(name)))
      if (small.length === 0) assert.deepEqual(hidden, [])
      if (shown.overall === null || hidden.length === 0) return
      assert.ok(hidden.filter((name) => total(byTeam[name]!) > 0).length >= 2)
      assert.ok(hidden.reduce((sum, name) => sum + total(byTeam[name]!), 0) >= 3)
    }),
  )
})

/** Every result with these team sizes: all that a reader who knows only the sizes must think possible. */
function possible(sizes: readonly [string, number][]): Record<string, Counts>[] {
  const [first, ...rest] = sizes
  if (!first) return [{}]
  const [name, size] = first
  return possible(rest).flatMap((others) =>
    Array.from({ length: size + 1 }, (_, x) => ({ [name]: { x, y: size - x }, ...others })),
  )
}

test('a reader who tries every possible result cannot find out that of a team of one or two', () => {
  fc.assert(
    fc.property(result, (byTeam) => {
      const shown = publishable(byTeam)
      const sizes = Object.entries(byTeam).map(([name, counts]) => [name, total(counts)] as [string, number])
      const alike = possible(sizes).filter(
        (other) => JSON.stringify(publishable(other)) === JSON.stringify(shown),
      )
      const hidden = sizes.filter(([name]) => shown.byTeam[name] === null)
      // The stated limit: where all hidden teams chose the same, their sum says so.
      const unanimous = (['x', 'y'] as const).some((option) =>
        hidden.every(([name, size]) => byTeam[name]![option] === size),
      )
      if (unanimous && shown.overall !== null) return
      for (const [name, size] of sizes.filter(([, each]) => each === 1 || each === 2))
        assert.ok(new Set(alike.map((other) => other[name]!.x)).size > 1, `${name} of ${size} is revealed`)
    }),
    { numRuns: 300 },
  )
})

test('the order in which teams are given makes no difference', () => {
  fc.assert(
    fc.property(result, (byTeam) => {
      const reversed = Object.fromEntries(Object.entries(byTeam).toReversed())
      assert.deepEqual(publishable(reversed), publishable(byTeam))
    }),
  )
})

const owned: readonly [string, string, Record<string, string>, string][] = [
  ['a small owner is no part of what is left over', 'a', { a: '1 1', b: '1 0', c: '2 2' }, 'a b overall'],
  ['an owner is not hidden to cover another', 'bd', { a: '2 0', b: '1 2', c: '2 2', d: '4 4' }, 'a c'],
  [
    'only owners are left to cover: they stay, overall goes',
    'bc',
    { a: '1 1', b: '3 3', c: '4 4' },
    'a overall',
  ],
  ['every team has an idea: the larger ones are shown', 'abc', { a: '1 1', b: '3 3', c: '4 4' }, 'a overall'],
  ['every team is small and has an idea: nothing is shown', 'ab', { a: '1 1', b: '1 0' }, 'a b overall'],
  ['every team has an idea and three votes', 'abc', { a: '2 1', b: '3 3', c: '4 4' }, ''],
]
for (const [name, owners, written, hidden] of owned) {
  test(name, () => {
    const byTeam = teams(written)
    const shown = publishable(byTeam, { owners: new Set(owners) })
    const names = Object.keys(byTeam).filter((each) => shown.byTeam[each] === null)
    assert.equal([...names, ...(shown.overall === null ? ['overall'] : [])].join(' '), hidden)
  })
}

test('two owners of the only ideas with votes left over do not give each other away', () => {
  const byTeam: Record<string, Counts> = {
    brent: { tree: 3 },
    harrow: { refugees: 1, tree: 2 },
    hillingdon: { tree: 1, hub: 1 },
    kensington: { hub: 3 },
    milton: { tree: 1 },
    westminster: { hub: 2 },
  }
  const shown = publishable(byTeam, { owners: new Set(['harrow', 'milton', 'westminster']) })
  const hidden = Object.keys(byTeam).filter((team) => shown.byTeam[team] === null)
  assert.deepEqual(hidden, ['hillingdon', 'milton', 'westminster'])
  assert.equal(shown.overall, null)
})

test('what is left over is always of two teams and three votes, no owner among them; or overall is hidden', () => {
  fc.assert(
    fc.property(result, fc.subarray(['team0', 'team1', 'team2', 'team3', 'team4']), (byTeam, owning) => {
      const shown = publishable(byTeam, { owners: new Set(owning) })
      const hidden = Object.keys(byTeam).filter((name) => shown.byTeam[name] === null)
      if (shown.overall === null || hidden.length === 0) return
      const voted = hidden.filter((name) => total(byTeam[name]!) > 0)
      assert.ok(voted.every((name) => !owning.includes(name)))
      const others = voted.map((name) => total(byTeam[name]!))
      assert.ok(others.length >= 2 && others.reduce((sum, votes) => sum + votes, 0) >= 3)
    }),
  )
})
