import { createHash } from 'node:crypto'
import { z } from 'zod'
import { networkById } from '../../../../before/networks/store/networks.ts'
import { newCode, normaliseCode } from '../../../../platform/auth/codes.ts'
import type { Tx } from '../../../../platform/store/database.ts'
import { isRefusal, type Refusal } from '../../../../platform/store/command.ts'
import { stateOf, type Way } from '../../ballot/rules/ballot.ts'
import { take, type Cast, type RollState, type Voter, type VotedOn } from '../rules/vote.ts'
import { broughtTo, type BallotRow } from '../../ballot/store/ballots.ts'
import { addVotes, changeVotes, choicesOf, votedAmong, votesWithIds } from '../store/votes.ts'

/** The secret that the voter's device keeps: at least 80 bits, written as a receipt code, spaces and case aside. */
export const Secret = z
  .string({ error: 'Enter the receipt code' })
  .max(200, 'Use 200 characters or fewer')
  .transform(normaliseCode)
  .pipe(z.string().regex(/^[A-Z0-9_]{16,}$/, 'Enter the receipt code: 16 letters and digits or more'))

/** A secret for a device that cannot make one itself. Its maker must not keep it. */
export const newSecret = (): string => newCode(24)

/** The name of a vote. Whoever has the secret finds the vote; nobody finds the secret from the name. */
export const voteId = (network: string, ballot: string, secret: string): string =>
  createHash('sha256')
    .update(JSON.stringify(['vote', network, ballot, secret]))
    .digest('base64url')

export interface Casting {
  voter: Voter | Refusal
  secret: string
  choices: readonly string[]
  way: Way
}

/** Nothing here names the vote. */
export const Received = z.object({ received: z.literal(true) }).meta({ id: 'Received' })
export type Received = z.infer<typeof Received>

/** Takes votes on one ballot, one after another, in the same few statements however many they are. */
export async function castOn(
  tx: Tx,
  ballot: BallotRow,
  castings: readonly Casting[],
): Promise<(Received | Refusal)[]> {
  const { network_id: network, id } = ballot
  const casts = castings.map(({ voter, secret, choices, way }): Cast | Refusal =>
    isRefusal(voter) ? voter : { ...voter, choices, way, id: voteId(network, id, secret) },
  )
  const real = casts.filter((one): one is Cast => !isRefusal(one))
  const [standing, votedOn] = await Promise.all([rollStateOf(tx, ballot, real), votedOnAs(tx, ballot)])
  const before = new Map([...standing.votes].map(([vote, { choices }]) => [vote, choices.join(' ')]))
  const added: Cast[] = []
  const answers = casts.map((cast): Received | Refusal => {
    if (isRefusal(cast)) return cast
    const taken = take(cast, votedOn, standing)
    if (isRefusal(taken)) return taken
    if (taken === 'new') added.push(cast)
    return { received: true }
  })
  await store(tx, ballot, { added, before, standing })
  return answers
}

async function votedOnAs(tx: Tx, ballot: BallotRow): Promise<VotedOn> {
  const { network_id: network, id, method, at_most: atMost, own_idea: ownIdea } = ballot
  const [options, found] = await Promise.all([broughtTo(tx, network, id), networkById(tx, network)])
  return { state: stateOf(ballot), method, atMost, ownIdea, options, teamNoun: found!.team_noun }
}

async function rollStateOf(tx: Tx, ballot: BallotRow, casts: readonly Cast[]): Promise<RollState> {
  const { network_id: network, id } = ballot
  const voters = [...new Set(casts.map(({ voter }) => voter))]
  const ids = [...new Set(casts.map((cast) => cast.id))]
  const [voted, votes] = await Promise.all([
    votedAmong(tx, network, id, voters),
    votesWithIds(tx, network, id, ids),
  ])
  return {
    voted,
    votes: new Map(votes.map((vote) => [vote.id, { choices: choicesOf(vote), team: vote.team_id }])),
  }
}

async function store(
  tx: Tx,
  { network_id, id: ballot_id }: BallotRow,
  { added, before, standing }: { added: Cast[]; before: Map<string, string>; standing: RollState },
): Promise<void> {
  const voteOf = (id: string) => {
    const { choices, team } = standing.votes.get(id)!
    return { network_id, ballot_id, id, choices: choices.join(' '), team_id: team }
  }
  const changed = [...before].map(([id, was]) => ({ was, row: voteOf(id) }))
  await addVotes(
    tx,
    added.map(({ voter, attendee, team, way }) => ({
      network_id,
      ballot_id,
      voter_id: voter,
      attendee_id: attendee,
      team_id: team,
      voted: 1,
      way,
    })),
    added.map(({ id }) => voteOf(id)),
  )
  await changeVotes(
    tx,
    changed.filter(({ was, row }) => row.choices !== was).map(({ row }) => row),
  )
}
