import { deepEqual, ok, throws } from 'node:assert/strict'
import { test } from 'node:test'
import type { Method, OwnIdeaRule } from './ballot.ts'
import type { CountedVote } from './count.ts'
import { resultOfVotes, type Result } from './result.ts'
import { winnersOf } from './rounds.ts'
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
  /** Whose each of two or three ideas is: the number of a team, or -1 for one that did not vote. */
  owners: number[]
  ownIdea: OwnIdeaRule
}

/** What one person can say. A vote for the own idea is one as well, where it is counted apart. */
const sayings: Record<'person' | 'several' | 'ranked', string[][]> = {
  person: ideas.map((idea) => [idea]),
  several: [['x'], ['y'], ['z'], ['x', 'y'], ['x', 'z'], ['y', 'z'], ['x', 'y', 'z']],
  ranked: [
    ...ideas.map((idea) => [idea]),
    ...['xy', 'yx', 'xyz', 'xzy', 'yxz', 'yzx', 'zxy', 'zyx'].map((order) => [...order]),
  ],
}

/** What one person of a team can say under the rule for own ideas. */
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
  /** What each team said. */
  said: string[]
  /** The first choices of the hidden teams, where overall is shown: it tells of them if they are all alike. */
  alike: boolean
  result: Result
  /** Who would be first if everything were shown. */
  first: string[]
}

type Publish = typeof resultOfVotes

/** All votes there can have been, by what would be published of them. */
function published(room: Room, publish: Publish) {
  const { method, owners, ownIdea } = room
  const options = owners.map((owner, at) => ({
    idea: ideas[at]!,
    team: owner === -1 ? 'absent' : `t${owner}`,
  }))
  const groups = new Map<string, World[]>()
  for (const world of worldsOf(room)) {
    const votes = world.flatMap((said, at) =>
      said.map((choices): CountedVote => ({ team: `t${at}`, choices })),
    )
    const result = publish(votes, options, method, ownIdea)
    const hidden = new Set(result.teams.filter(({ counts }) => !counts).map(({ team }) => team))
    const left = votes.filter(({ team }) => hidden.has(team)).map(({ choices }) => choices.join())
    const text = JSON.stringify([result, sentenceOf(result, titles, method)])
    const said = world.map((team) => team.map((choices) => choices.join()).join(' '))
    const { outcome } = result.overall ? result : resultOfVotes(thrice(votes), options, method, ownIdea)
    const one = { said, alike: isAlike(left, method), result, first: winnersOf(outcome!) }
    const group = groups.get(text)
    if (group) group.push(one)
    else groups.set(text, [one])
  }
  return groups
}

/** With three times as many voters nothing is hidden, and the same comes out. */
const thrice = (votes: readonly CountedVote[]) => votes.map((vote) => ({ ...vote, votes: 3 }))

/** The stated limit: of an idea that all hidden voters chose, or none of them, the sum says so. */
function isAlike(left: readonly string[], method: Method): boolean {
  const chosen = left.map((one) => (method === 'several' ? one : one.split(',')[0]!))
  if (method !== 'several') return new Set(chosen).size === 1
  return ideas.every((idea) => new Set(chosen.map((one) => one.split(',').includes(idea))).size === 1)
}

const small = ({ sizes }: Room) => sizes.flatMap((size, at) => (size === 1 || size === 2 ? [at] : []))

/** How much somebody can say of a team of one or two; throws where they know what it chose. */
function tryRoom(room: Room, publish: Publish = resultOfVotes) {
  const everything = small(room).map((at) => together(room.sizes[at]!, sayingsOf(room, at)).length)
  for (const [text, worlds] of published(room, publish)) {
    for (const [which, at] of small(room).entries()) {
      const possible = new Set(worlds.map(({ said }) => said[at]!)).size
      const about = `${JSON.stringify(room)} t${at}: ${worlds[0]!.said.join(' | ')} -> ${text}`
      if (!worlds[0]!.result.overall) ok(possible === everything[which], `told something: ${about}`)
      else
        ok(possible > 1 || everything[which] === 1 || worlds.every(({ alike }) => alike), `known: ${about}`)
    }
    if (publish === resultOfVotes) isTrue(room.method, worlds, text)
  }
}

/** Where something is hidden: what is said of who is first is so in all votes there can have been, and no more is. */
function isTrue(method: Method, worlds: readonly World[], text: string) {
  const { overall, outcome, contenders } = worlds[0]!.result
  if (overall) return
  const firsts = new Set(worlds.map(({ first }) => first.join()))
  if (outcome) return deepEqual(firsts, new Set([winnersOf(outcome).join()]), text)
  const can = ideas.filter((idea) => worlds.some(({ first }) => first.includes(idea)))
  if (method === 'ranked')
    return ok(
      can.every((idea) => contenders!.includes(idea)),
      text,
    )
  ok(firsts.size > 1, `could not change: ${text}`)
  if (can.length > 1) deepEqual(contenders, can, text)
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
    test(`${method}, own ideas ${ownIdea}, ${sizes.length} sizes of teams, every ownership: who tries all votes finds out no hidden team`, () => {
      for (const room of rooms(method, sizes, ownIdea)) tryRoom(room)
    })

const betweenTwo: readonly [Method, number[][]][] = [
  ['person', [...sizesOf(2, 4), ...sizesOf(3, 4), [1, 1, 2, 4]]],
  ['several', [...sizesOf(2, 3), ...sizesOf(3, 2), [1, 2, 3]]],
  ['ranked', [...sizesOf(2, 4), ...sizesOf(3, 2), [1, 1, 4]]],
]
for (const ownIdea of ['apart', 'excluded', 'counted'] as const)
  for (const [method, sizes] of betweenTwo)
    test(`${method} between two ideas, own ones ${ownIdea}: nobody is found out, and what is said is so`, () => {
      for (const room of rooms(method, sizes, ownIdea, 2)) tryRoom(room)
    })

/** What looks gentle: the overall result, and of teams nothing. */
const overallAlone: Publish = (votes, options, method) => {
  const open = resultOfVotes(thrice(votes), options, method)
  const teams = open.teams.map((team) => ({ ...team, counts: null, own: null, choice: null }))
  return { ...open, teams }
}

test('They would find out from the overall result alone, where teams are not counted in for their own ideas', () => {
  throws(
    () => tryRoom({ method: 'person', sizes: [1, 3, 3], owners: [0, 1, 2], ownIdea: 'apart' }, overallAlone),
    /^AssertionError.*known:/,
  )
})
