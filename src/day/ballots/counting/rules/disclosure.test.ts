import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ownIdeaRules } from '../../ballot/rules/ballot.ts'
import { total, type Counts } from './count.ts'
import { publishable } from './disclosure.ts'

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

/** An idea of a team that is not here, so that nobody has only one to choose. */
const nobodys = { idea: 'Z', team: 'absent' }

const cases: readonly [string, Record<string, string>, string][] = [
  ['teams of three or more are shown', { a: '3 0', b: '1 2' }, ''],
  ['a small team alone takes the next smallest with it', { a: '1 1', b: '4 4', c: '2 3' }, 'a c'],
  ['of teams as small, the first by id', { c: '2 2', b: '2 2', a: '0 1' }, 'a b'],
  ['two small teams with three votes cover each other', { a: '1 1', b: '1 0', c: '4 4' }, 'a b'],
  ['two teams with two votes need a third', { a: '1 0', b: '1 0', c: '4 4', d: '3 2' }, 'a b d'],
  ['three teams of one vote cover each other', { a: '1 0', b: '1 0', c: '0 1', d: '3 2' }, 'a b c'],
  ['a team without votes hides nobody', { a: '1 1', b: '0 0', c: '4 4' }, 'a c'],
  ['one small team is the whole: nothing is shown', { a: '1 1' }, 'a overall'],
  [
    'five voters, one of them alone in a team: the whole is shown, and no team',
    { a: '1 0', b: '3 1' },
    'a b',
  ],
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

/** Team `a` owns the idea `A`, and so on; a result in short with ideas x and y. */
const owned: readonly [string, string, Record<string, string>, string][] = [
  [
    'owners are hidden to cover another only after all others',
    'bd',
    { a: '2 0', b: '1 2', c: '2 2', d: '4 4' },
    'a c',
  ],
  [
    'a small owner is hidden with two others, who could have chosen its idea',
    'a',
    { a: '1 1', b: '3 0', c: '2 2', d: '4 4' },
    'a b c',
  ],
  [
    'so is one among owners: without any of them there are two with three votes',
    'abcd',
    { a: '1 0', b: '3 3', c: '4 4', d: '5 5' },
    'a b c',
  ],
  ['where there are too few, no team is shown; the whole always is', 'bc', { a: '1 1', b: '3 3' }, 'a b'],
  ['every team is small and has an idea', 'ab', { a: '1 1', b: '1 0' }, 'a b'],
  ['every team has an idea and three votes', 'abc', { a: '2 1', b: '3 3', c: '4 4' }, ''],
]
for (const [name, owners, written, hidden] of owned) {
  test(name, () => {
    const byTeam = teams(written)
    const options = [...owners].map((team) => ({ idea: team.toUpperCase(), team }))
    for (const ownIdea of ['excluded', 'apart'] as const) {
      const shown = publishable(byTeam, { options: [...options, nobodys], ownIdea })
      assert.deepEqual(shown.overall, publishable(byTeam).overall)
      const names = Object.keys(byTeam).filter((each) => shown.byTeam[each] === null)
      // Alone among others, an owner would be told by what the sum lacks where own ideas stand apart.
      assert.equal(names.join(' '), ownIdea === 'apart' && owners === 'a' ? 'a b c d' : hidden)
    }
  })
}

test('who could choose one idea only covers nobody', () => {
  const byTeam = teams({ a: '0 1', b: '1 0', c: '1 1', d: '4 4' })
  const options = [
    { idea: 'x', team: 'a' },
    { idea: 'y', team: 'b' },
  ]
  const shown = publishable(byTeam, { options, ownIdea: 'excluded' })
  assert.deepEqual(
    Object.keys(byTeam).filter((team) => shown.byTeam[team] === null),
    ['a', 'b', 'c', 'd'],
  )
})

const five = ['team0', 'team1', 'team2', 'team3', 'team4']

test('whoever owns what: the whole is shown from three votes on; each number of the hidden could be of two teams', () => {
  fc.assert(
    fc.property(result, fc.subarray(five), fc.constantFrom(...ownIdeaRules), (byTeam, owning, ownIdea) => {
      const options = [...owning.map((team) => ({ idea: `of ${team}`, team })), nobodys]
      const shown = publishable(byTeam, { options, ownIdea })
      const sizes = new Map(Object.entries(byTeam).map(([team, counts]) => [team, total(counts)]))
      const all = [...sizes.values()].reduce((sum, size) => sum + size, 0)
      assert.equal(shown.overall === null, all === 1 || all === 2)
      const voted = [...sizes].filter(([, size]) => size > 0).map(([team]) => team)
      const hidden = voted.filter((team) => shown.byTeam[team] === null)
      assert.ok(voted.filter((team) => sizes.get(team)! < 3).every((team) => hidden.includes(team)))
      if (hidden.length === 0 || hidden.length === voted.length) return
      for (const owner of ownIdea === 'counted' ? ['nobody'] : ['nobody', ...owning]) {
        const could = hidden.filter((team) => team !== owner)
        assert.ok(could.length >= 2)
        assert.ok(could.reduce((sum, team) => sum + sizes.get(team)!, 0) >= 3)
      }
    }),
  )
})
