import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { votersByTeam, type CountedVote } from '../../counting/rules/count.ts'
import { publishable } from '../../counting/rules/disclosure.ts'
import { resultOfVotes } from '../../counting/rules/result.ts'

const teams = ['a', 'b', 'c', 'd', 'e']
/** Each team has an idea on the ballot, in its own letter as a capital. */
const options = teams.map((team) => ({ idea: team.toUpperCase(), team }))
const ideasFor = (team: string) => options.filter((option) => option.team !== team).map(({ idea }) => idea)

/** Votes of teams of up to five people, none for the own idea. */
const votesOf = (choices: (ideas: string[]) => fc.Arbitrary<string[]>) =>
  fc
    .tuple(...teams.map((team) => fc.array(choices(ideasFor(team)), { maxLength: 5 })))
    .map((all) =>
      all.flatMap((each, at) => each.map((one): CountedVote => ({ team: teams[at]!, choices: one }))),
    )
const ranked = votesOf((ideas) => fc.shuffledSubarray(ideas, { minLength: 1 }))
const several = votesOf((ideas) => fc.subarray(ideas, { minLength: 1, maxLength: 3 }))

/** The hidden teams of a result, and the number of voters in each. */
function hiddenIn(votes: readonly CountedVote[], method: 'ranked' | 'several') {
  const result = resultOfVotes(votes, options, method)
  const hidden = result.teams.filter(({ counts }) => counts === null)
  return { result, hidden }
}

for (const [method, votes] of [
  ['several', several],
  ['ranked', ranked],
] as const) {
  test(`${method}: no team of one or two voters is shown, whatever number of ideas they named`, () => {
    fc.assert(
      fc.property(votes, (all) => {
        const voters = votersByTeam(all)
        const { result } = hiddenIn(all, method)
        for (const { team, votes: has, counts, own, choice } of result.teams) {
          assert.equal(has, voters[team])
          if (has < 3) assert.deepEqual([counts, own, choice], [null, null, null])
        }
        const voted = Object.values(voters).reduce((sum, has) => sum + has, 0)
        assert.equal(result.overall === null, voted === 1 || voted === 2)
      }),
    )
  })
}

for (const [method, votes] of [
  ['several', several],
  ['ranked', ranked],
] as const)
  test(`${method}: what the teams say, with what the others say together, is the whole`, () => {
    fc.assert(
      fc.property(votes, (all) => {
        const { result, hidden } = hiddenIn(all, method)
        if (!result.overall) return
        assert.deepEqual(
          result.others?.teams ?? [],
          hidden.map(({ team }) => team),
        )
        const parts = [...result.teams.map(({ counts }) => counts ?? {}), result.others?.counts ?? {}]
        for (const [idea, has] of Object.entries(result.overall))
          assert.equal(
            parts.reduce((sum, counts) => sum + (counts[idea] ?? 0), 0),
            has,
          )
      }),
    )
  })

/** All that a team of so many people can have said of two ideas, as votes for x, votes for y. */
const sayings = (size: number): [x: number, y: number][] => {
  const all: [number, number][] = []
  for (let both = 0; both <= size; both++)
    for (let x = 0; x + both <= size; x++) all.push([x + both, size - x])
  return all
}

function possible(sizes: readonly [string, number][]): Record<string, { x: number; y: number }>[] {
  const [first, ...rest] = sizes
  if (!first) return [{}]
  return possible(rest).flatMap((others) =>
    sayings(first[1]).map(([x, y]) => ({ [first[0]]: { x, y }, ...others })),
  )
}

const worlds = fc.array(fc.nat(3), { minLength: 2, maxLength: 4 }).chain((sizes) => {
  const named = sizes.map((size, at): [string, number] => [`t${at}`, size])
  return fc.tuple(fc.constant(named), fc.constantFrom(...possible(named)))
})

test('several: who tries everything that can have been said does not find out a team of one or two', () => {
  fc.assert(
    fc.property(worlds, ([sizes, byTeam]) => {
      const publish = (world: typeof byTeam) =>
        JSON.stringify(publishable(world, { voters: Object.fromEntries(sizes) }))
      const shown = publishable(byTeam, { voters: Object.fromEntries(sizes) })
      const alike = possible(sizes).filter((other) => publish(other) === JSON.stringify(shown))
      const hidden = sizes.filter(([name, size]) => size > 0 && shown.byTeam[name] === null)
      // The stated limit: of an idea that all hidden voters chose, or none, their sum says so.
      const said = (['x', 'y'] as const).every((idea) => {
        const left = hidden.map(([name, size]) => [byTeam[name]![idea], size] as const)
        return left.every(([has]) => has === 0) || left.every(([has, size]) => has === size)
      })
      if (said && shown.overall !== null) return
      for (const [name] of hidden.filter(([, size]) => size < 3))
        assert.ok(new Set(alike.map((other) => JSON.stringify(other[name]))).size > 1, name)
    }),
    { numRuns: 200 },
  )
})
