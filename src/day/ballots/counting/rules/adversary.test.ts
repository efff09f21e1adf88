import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Method, OwnIdeaRule } from '../../ballot/rules/ballot.ts'
import type { CountedVote } from './count.ts'
import { resultOfVotes, type Result } from './result.ts'

/**
 * Somebody who knows the rules, how many voted in each team, which team owns which idea and everything that is
 * published tries all votes that there can have been, and keeps those from which the same would have been published.
 */
const ideas = ['x', 'y', 'z']

interface Room {
  method: Method
  /** Voters of each team. */
  sizes: number[]
  /** The owner of each of two or three ideas: the number of a team, or -1 for one that did not vote. */
  owners: number[]
  ownIdea: OwnIdeaRule
}

/** All votes that one person can cast. One for the own idea is among them, where it is counted apart. */
const sayings: Record<'person' | 'several' | 'ranked', string[][]> = {
  person: ideas.map((idea) => [idea]),
  several: [['x'], ['y'], ['z'], ['x', 'y'], ['x', 'z'], ['y', 'z'], ['x', 'y', 'z']],
  ranked: [
    ...ideas.map((idea) => [idea]),
    ...['xy', 'yx', 'xyz', 'xzy', 'yxz', 'yzx', 'zxy', 'zyx'].map((order) => [...order]),
  ],
}

/** All votes that one person of a team can cast under the rule for own ideas. */
const sayingsOf = ({ method, owners, ownIdea }: Room, team: number): string[][] =>
  sayings[method as 'person'].filter(
    (choices) =>
      choices.every((idea) => {
        const owner = owners[ideas.indexOf(idea)]
        return owner !== undefined && (ownIdea !== 'excluded' || owner !== team)
      }) &&
      (method !== 'ranked' || choices.length !== 2 || owners.length === 2),
  )

/** All that so many people of a team can have said together. Nobody knows in which order they said it. */
function together(size: number, said: readonly string[][]): string[][][] {
  if (size === 0) return [[]]
  return said.flatMap((one, at) => together(size - 1, said.slice(at)).map((others) => [one, ...others]))
}

const worldsOf = (room: Room): string[][][][] =>
  room.sizes.reduce<string[][][][]>(
    (worlds, size, at) =>
      worlds.flatMap((world) => together(size, sayingsOf(room, at)).map((team) => [...world, team])),
    [[]],
  )

interface World {
  /** The votes of each team. */
  said: string[]
  result: Result
}

type Publish = (result: Result) => Partial<Result>

/** Everything that is published, and the whole alone, of which no team is a part. */
const everything: Publish = (result) => result
const wholeAlone: Publish = ({ votes, overall, places, outcome, rounds }) => ({
  votes,
  overall,
  places,
  outcome,
  ...(rounds && { rounds }),
})

const worldsWithResults = (room: Room): World[] => {
  const { method, owners, ownIdea } = room
  const options = owners.map((owner, at) => ({
    idea: ideas[at]!,
    team: owner === -1 ? 'absent' : `t${owner}`,
  }))
  return worldsOf(room).map((world) => {
    const votes = world.flatMap((said, at) =>
      said.map((choices): CountedVote => ({ team: `t${at}`, choices })),
    )
    const said = world.map((team) => team.map((choices) => choices.join()).join(' '))
    return { said, result: resultOfVotes(votes, options, method, ownIdea) }
  })
}

/** All votes there can have been, by what would be published of them. The sentence and the bars follow from it. */
function alikeIn(worlds: readonly World[], publish: Publish): Map<string, World[]> {
  const groups = new Map<string, World[]>()
  for (const world of worlds) {
    const text = JSON.stringify(publish(world.result))
    const group = groups.get(text)
    if (group) group.push(world)
    else groups.set(text, [world])
  }
  return groups
}

/** The teams of one or two who had something to choose between. */
const small = (room: Room) =>
  room.sizes.flatMap((size, at) => ((size === 1 || size === 2) && sayingsOf(room, at).length > 1 ? [at] : []))

const saidBy = (team: number, worlds: readonly World[]) => new Set(worlds.map(({ said }) => said[team]!)).size

/**
 * The stated limit: of some idea, or of the votes for one's own, everybody among the hidden who could choose it did, or
 * nobody.
 */
function isExtreme({ others, teams }: Result, { owners, ownIdea, method }: Room): boolean {
  if (!others) return false
  const owned = owners.map((owner) => (ownIdea === 'counted' ? '' : `t${owner}`))
  const votersIn = (some: readonly string[]) =>
    teams.reduce((sum, { team, votes }) => (some.includes(team) ? sum + votes : sum), 0)
  const counts = owned.map((_owner, at) => others.counts[ideas[at]!]!)
  const could = owned.map((owner) => votersIn(others.teams.filter((team) => team !== owner)))
  const ownVotes = others.votes - counts.reduce((sum, count) => sum + count, 0)
  const owning = votersIn(others.teams.filter((team) => owned.includes(team)))
  return (
    counts.some((count, at) => count === 0 || count === could[at]) ||
    (method === 'person' && ownIdea === 'apart' && (ownVotes === 0 || ownVotes === owning))
  )
}

/** Throws where somebody knows what a team of one or two chose, other than by the stated limits. */
function tryRoom(room: Room): void {
  const some = small(room)
  if (some.length === 0) return
  const worlds = worldsWithResults(room)
  const wholes = alikeIn(worlds, wholeAlone)
  const all = room.sizes.reduce((sum, size) => sum + size, 0)
  for (const [text, group] of alikeIn(worlds, everything)) {
    const { said, result } = group[0]!
    const about = () => `${JSON.stringify(room)}: ${said.join(' | ')} -> ${text}`
    ok((result.overall === null) === (all === 1 || all === 2), `the whole, and so who wins: ${about()}`)
    // Of fewer than three in all nothing at all is told.
    if (!result.overall) equal(group.length, worlds.length)
    for (const at of some) {
      equal(result.teams.find(({ team }) => team === `t${at}`)!.counts, null)
      const known = saidBy(at, group) === 1 && saidBy(at, wholes.get(JSON.stringify(wholeAlone(result)))!) > 1
      if (known) ok(isExtreme(result, room), `t${at} is known: ${about()}`)
    }
  }
}

/** Ideas that are nobody's own: a voter is found out only together with all who are hidden, three at least. */
function tryUnowned(room: Room): void {
  for (const [text, group] of alikeIn(worldsWithResults(room), everything)) {
    const known = small(room).filter((at) => saidBy(at, group) === 1)
    const hidden = group[0]!.result.others
    if (known.length === 0) continue
    ok(hidden && hidden.votes >= 3, text)
    ok(
      hidden.teams.every((team) => saidBy(Number(team.slice(1)), group) === 1),
      text,
    )
  }
}

/** All numbers of voters of so many teams, rising: which team is which makes no difference. */
const sizesOf = (teams: number, most: number, least = 0): number[][] =>
  teams === 0
    ? [[]]
    : Array.from({ length: most - least + 1 }, (_each, at) => least + at).flatMap((size) =>
        sizesOf(teams - 1, most, size).map((others) => [size, ...others]),
      )

/** Every way in which two or three ideas can belong to these teams, or to teams that did not vote. */
const owningOf = (teams: number, many: number): number[][] =>
  ideas.slice(0, many).reduce<number[][]>(
    (all) =>
      all.flatMap((owners) =>
        Array.from({ length: teams + 1 }, (_each, at) => at - 1)
          .filter((team) => team === -1 || !owners.includes(team))
          .map((team) => [...owners, team]),
      ),
    [[]],
  )

const rooms = (method: Method, sizes: number[][], ownIdea: OwnIdeaRule, many = ideas.length): Room[] =>
  sizes.flatMap((each) =>
    owningOf(each.length, many).map((owners) => ({ method, sizes: each, owners, ownIdea })),
  )

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
for (const ownIdea of ['apart', 'excluded'] as const)
  for (const [method, sizes] of tried)
    test(`${method}, own ideas ${ownIdea}, ${sizes.length} sizes of teams, every ownership: who tries all votes finds out no small team`, () => {
      for (const room of rooms(method, sizes, ownIdea)) tryRoom(room)
    })

const betweenTwo: readonly [Method, number[][]][] = [
  ['person', [...sizesOf(2, 4), ...sizesOf(3, 4), [1, 1, 2, 4]]],
  ['several', [...sizesOf(2, 3), ...sizesOf(3, 2), [1, 2, 3]]],
  ['ranked', [...sizesOf(2, 4), ...sizesOf(3, 2), [1, 1, 4]]],
]
for (const ownIdea of ['apart', 'excluded', 'counted'] as const)
  for (const [method, sizes] of betweenTwo)
    test(`${method} between two ideas, own ones ${ownIdea}: nobody is found out`, () => {
      for (const room of rooms(method, sizes, ownIdea, 2)) tryRoom(room)
    })

const unowned = (sizes: number[][], method: Method): Room[] =>
  sizes.map((each) => ({ method, sizes: each, owners: [-1, -1, -1], ownIdea: 'excluded' }))

for (const sizes of [[...sizesOf(2, 5), ...sizesOf(3, 4), [1, 1, 2, 3]]])
  test('person, no idea of a team that votes: only all the hidden are found out, three at least, where they chose alike', () => {
    for (const room of unowned(sizes, 'person')) tryUnowned(room)
  })

test('They would find out a team of one whose idea nobody else has, were it hidden with one other team alone', () => {
  const room: Room = { method: 'person', sizes: [1, 3, 4, 5], owners: [-1, 1, -1], ownIdea: 'excluded' }
  const [one] = worldsWithResults(room)
  deepEqual(one!.result.others?.teams, ['t0', 't2'])
})
