import { ok, throws } from 'node:assert/strict'
import { test } from 'node:test'
import type { Method } from './ballot.ts'
import type { CountedVote } from './count.ts'
import { resultOfVotes } from './result.ts'
import { sentenceOf } from './saying.ts'

/**
 * Somebody who knows the rules, how many voted in each team, which team owns which idea and everything that is
 * published tries all votes that there can have been, and keeps those from which the same would have been published.
 */
const ideas = ['x', 'y', 'z']
const titles = new Map(ideas.map((idea) => [idea, idea]))

interface Room {
  method: Method
  /** Voters of each team. */
  sizes: number[]
  /** Whose each idea is: the number of a team, or -1 for one that did not vote. */
  owners: number[]
}

/** What one person can say. A vote for the own idea is one as well: it is counted apart. */
const sayings: Record<'person' | 'several' | 'ranked', string[][]> = {
  person: ideas.map((idea) => [idea]),
  several: [['x'], ['y'], ['z'], ['x', 'y'], ['x', 'z'], ['y', 'z'], ['x', 'y', 'z']],
  ranked: [
    ...ideas.map((idea) => [idea]),
    ...['xyz', 'xzy', 'yxz', 'yzx', 'zxy', 'zyx'].map((order) => [...order]),
  ],
}

/** All that so many people of a team can have said together. Nobody knows in which order they said it. */
function together(size: number, said: readonly string[][]): string[][][] {
  if (size === 0) return [[]]
  return said.flatMap((one, at) => together(size - 1, said.slice(at)).map((others) => [one, ...others]))
}

const worldsOf = (sizes: readonly number[], said: readonly string[][]): string[][][][] =>
  sizes.reduce<string[][][][]>(
    (worlds, size) => worlds.flatMap((world) => together(size, said).map((team) => [...world, team])),
    [[]],
  )

interface World {
  /** What each team said. */
  said: string[]
  /** The first choices of the hidden teams, where overall is shown: it tells of them if they are all alike. */
  alike: boolean
  shown: boolean
}

type Publish = typeof resultOfVotes

/** All votes there can have been, by what would be published of them. */
function published({ method, sizes, owners }: Room, publish: Publish) {
  const options = ideas.map((idea, at) => ({ idea, team: owners[at] === -1 ? 'absent' : `t${owners[at]}` }))
  const groups = new Map<string, World[]>()
  for (const world of worldsOf(sizes, sayings[method as 'person'])) {
    const votes = world.flatMap((said, at) =>
      said.map((choices): CountedVote => ({ team: `t${at}`, choices })),
    )
    const result = publish(votes, options, method)
    const hidden = new Set(result.teams.filter(({ counts }) => !counts).map(({ team }) => team))
    const left = votes.filter(({ team }) => hidden.has(team)).map(({ choices }) => choices.join())
    const text = JSON.stringify([result, sentenceOf(result, titles, method)])
    const said = world.map((team) => team.map((choices) => choices.join()).join(' '))
    const one = { said, alike: isAlike(left, method), shown: result.overall !== null }
    groups.set(text, [...(groups.get(text) ?? []), one])
  }
  return groups
}

/** The stated limit: of an idea that all hidden voters chose, or none of them, the sum says so. */
function isAlike(left: readonly string[], method: Method): boolean {
  const chosen = left.map((one) => (method === 'several' ? one : one.split(',')[0]!))
  if (method !== 'several') return new Set(chosen).size === 1
  return ideas.every((idea) => new Set(chosen.map((one) => one.split(',').includes(idea))).size === 1)
}

const small = ({ sizes }: Room) => sizes.flatMap((size, at) => (size === 1 || size === 2 ? [at] : []))

/** How much somebody can say of a team of one or two; throws where they know what it chose. */
function tryRoom(room: Room, publish: Publish = resultOfVotes) {
  const everything = small(room).map(
    (at) => together(room.sizes[at]!, sayings[room.method as 'person']).length,
  )
  for (const [text, worlds] of published(room, publish))
    for (const [which, at] of small(room).entries()) {
      const possible = new Set(worlds.map(({ said }) => said[at]!)).size
      const about = `${JSON.stringify(room)} t${at}: ${worlds[0]!.said.join(' | ')} -> ${text}`
      if (!worlds[0]!.shown) ok(possible === everything[which], `told something: ${about}`)
      else ok(possible > 1 || worlds.every(({ alike }) => alike), `known: ${about}`)
    }
}

/** All numbers of voters of so many teams, rising: which team is which makes no difference. */
const sizesOf = (teams: number, most: number, least = 0): number[][] =>
  teams === 0
    ? [[]]
    : Array.from({ length: most - least + 1 }, (_each, at) => least + at).flatMap((size) =>
        sizesOf(teams - 1, most, size).map((others) => [size, ...others]),
      )

/** Every way in which the three ideas can belong to these teams, or to teams that did not vote. */
const owningOf = (teams: number): number[][] =>
  ideas.reduce<number[][]>(
    (all) =>
      all.flatMap((owners) =>
        Array.from({ length: teams + 1 }, (_each, at) => at - 1)
          .filter((team) => team === -1 || !owners.includes(team))
          .map((team) => [...owners, team]),
      ),
    [[]],
  )

const rooms = (method: Method, sizes: number[][]): Room[] =>
  sizes.flatMap((each) => owningOf(each.length).map((owners) => ({ method, sizes: each, owners })))

const tried: readonly [Method, number[][]][] = [
  ['person', [...sizesOf(1, 4), ...sizesOf(2, 4), ...sizesOf(3, 3)]],
  [
    'person',
    [
      [1, 1, 1, 2],
      [1, 2, 3, 3],
    ],
  ],
  ['several', [...sizesOf(2, 2), [1, 3], [1, 1, 1], [1, 1, 2]]],
  ['ranked', [...sizesOf(2, 2), [1, 3], [1, 1, 1], [1, 1, 2]]],
]
for (const [method, sizes] of tried)
  test(`${method}, ${sizes.length} sizes of teams, every ownership: who tries all votes finds out no hidden team`, () => {
    for (const room of rooms(method, sizes)) tryRoom(room)
  })

/** What looks gentle: the overall result, and of teams nothing. */
const overallAlone: Publish = (votes, options, method) => {
  const open = resultOfVotes(
    votes.map((vote) => ({ ...vote, votes: 3 })),
    options,
    method,
  )
  const teams = open.teams.map((team) => ({ ...team, counts: null, own: null, choice: null }))
  return { ...open, teams }
}

test('They would find out from the overall result alone, where teams are not counted in for their own ideas', () => {
  throws(
    () => tryRoom({ method: 'person', sizes: [1, 3, 3], owners: [0, 1, 2] }, overallAlone),
    /^AssertionError.*known:/,
  )
})
