import { eventTopic } from '../../../../before/events/rules.ts'
import { z } from 'zod'
import { Id } from '../../../../platform/form/fields.ts'
import { attendeesOfActors, type Attending } from '../../../../before/sign-ups/store.ts'
import { ownSignUp } from '../../../../before/sign-ups/store/places.ts'
import { actorKey, type Actor } from '../../../../platform/store/actor.ts'
import {
  command,
  everyone,
  mayNot,
  refuse,
  refuseForGood,
  refuseOnTop,
  type Circumstances,
  type Refusal,
} from '../../../../platform/store/command.ts'
import type { Tx } from '../../../../platform/store/database.ts'
import { cameLate, lateVoter, type Voter } from '../rules/vote.ts'
import { ballotById, type BallotRow } from '../../ballot/store/ballots.ts'
import { leads, teamLedBy, voters, votingOf } from '../store/voting.ts'
import { onRollAmong, votedAmong, votesWithIds } from '../store/votes.ts'
import { ballotAt } from '../../ballot/commands/ballots.ts'
import { castOn, Secret, voteId, Received } from './casting.ts'

export const gone = refuseForGood('This vote is not there any more')
const notOnRoll = refuse(
  'You are not on the list of voters, because your sign-up does not say who you come with. Ask an organiser to add it.',
)
const tooLate = refuse(`${lateVoter} Until then nothing is counted.`)
const removed = refuseForGood(
  'Your sign-up has been cancelled, so you have no vote. If that is a mistake, ask an organiser to undo it.',
)
const removedAfterVoting = refuseOnTop(
  'Your sign-up has been cancelled. The vote that you gave before that is counted as it is.',
  { final: true },
)
const leadVotes = refuseForGood(
  'Here those who come together have one vote. They agree on it, and their lead casts it after signing in.',
)

/** One id, or several. Which of them may be empty, and how many there may be, depends on the ballot. */
const Choices = z
  .union([z.string().max(100), z.array(z.string().max(100)).max(50)], { error: 'Choose an idea' })
  .transform((given) => [given].flat())
  .refine((given) => given.some((choice) => choice !== ''), 'Choose an idea')

export const Vote = z.object({
  network: Id,
  event: Id,
  ballot: Id,
  choice: Choices,
  secret: Secret,
})
type Vote = z.infer<typeof Vote>

/**
 * One vote, or another choice for the vote that this device cast. It leaves no key, no subject and no actor in
 * the journal: the roll lets each voter vote once, and the secret makes sending it again harmless.
 */
export const castVote = command('ballots.castVote', {
  input: Vote,
  topic: eventTopic,
  who: voters,
  secret: true,
  outcome: Received,
  async run(tx, input, circumstances): Promise<Received | Refusal> {
    return (await castAll(tx, [{ input, circumstances }]))[0]!
  },
  runAll: castAll,
})

type Batch = { input: Vote; circumstances: Circumstances }[]

async function castAll(tx: Tx, batch: Batch): Promise<(Received | Refusal)[]> {
  const answers: (Received | Refusal)[] = Array.from({ length: batch.length }, () => gone)
  const onBallot = Map.groupBy(batch.entries(), ([, { input }]) =>
    JSON.stringify([input.network, input.event, input.ballot]),
  )
  for (const entries of onBallot.values()) {
    const all = entries.map(([, each]) => each)
    const { network, event } = all[0]!.input
    const actors = all.map(({ circumstances }) => circumstances.actor)
    const [ballot, attendees] = await Promise.all([
      ballotAt(tx, all[0]!.input),
      attendeesOfActors(tx, actors, network, event),
    ])
    const who = await votersOf(tx, ballot, { all, attendees })
    if (!ballot) {
      entries.forEach(([at], of) => (answers[at] = 'refused' in who[of]! ? who[of] : gone))
      continue
    }
    const castings = all.map(({ input: { secret, choice: choices } }, at) => ({
      voter: who[at]!,
      secret,
      choices,
      way: 'phone' as const,
    }))
    const given = await castOn(tx, ballot, castings)
    entries.forEach(([at], of) => (answers[at] = given[of]!))
  }
  return answers
}

/**
 * The voter of each case, or why there is none. Attendees have been found together; others are asked for one by one.
 */
async function votersOf(
  tx: Tx,
  ballot: BallotRow | undefined,
  { all, attendees }: { all: Batch; attendees: Map<string, Attending> },
): Promise<(Voter | Refusal)[]> {
  const late = await lateAmong(tx, ballot, [...attendees.values()])
  const known = new Map<string, Voter | Refusal>()
  for (const { input, circumstances } of all) {
    const { actor } = circumstances
    const key = actorKey(actor)
    if (known.has(key)) continue
    const attendee = attendees.get(key)
    if (!attendee && !(await leads.allows(tx, input, actor)))
      known.set(key, await whyNoVote(tx, input, actor))
    else if (ballot?.method === 'team') known.set(key, await leadAsVoter(tx, input.network, actor))
    else if (!attendee?.team_id) known.set(key, notOnRoll)
    else if (late.has(attendee.id)) known.set(key, tooLate)
    else known.set(key, { voter: attendee.id, attendee: attendee.id, team: attendee.team_id })
  }
  return all.map(({ circumstances: { actor } }) => known.get(actorKey(actor))!)
}

/** People whose sign-up was cancelled are told so, and the fate of their earlier vote. */
async function whyNoVote(tx: Tx, { network, event, ballot }: Vote, actor: Actor): Promise<Refusal> {
  const own = await ownSignUp(tx, actor, network, event)
  if (!own) return mayNot(castVote)
  return (await votedAmong(tx, network, ballot, [own.id])).size > 0 ? removedAfterVoting : removed
}

/** Those who came, or changed team, when voting had opened, and have not been let in by an organiser. */
async function lateAmong(
  tx: Tx,
  ballot: BallotRow | undefined,
  attendees: Attending[],
): Promise<Set<string>> {
  const late = attendees.filter((one) => cameLate(one, ballot?.opened_at ?? null)).map(({ id }) => id)
  if (!ballot || late.length === 0) return new Set()
  const letIn = await onRollAmong(tx, ballot.network_id, ballot.id, late)
  return new Set(late.filter((id) => !letIn.has(id)))
}

/** The team that somebody leads, voting. An attendee's own link says nothing of that, so the lead signs in. */
async function leadAsVoter(tx: Tx, network: string, actor: Actor): Promise<Voter | Refusal> {
  const team = await teamLedBy(tx, network, actor)
  return team ? { voter: team, attendee: null, team } : leadVotes
}

const Checked = z
  .object({
    counted: z.literal(true),
    yours: z
      .boolean()
      .describe('Whoever asks has voted, in the team of this vote, so that the receipt may be theirs'),
  })
  .meta({ id: 'ReceiptChecked' })
export type Checked = z.infer<typeof Checked>

const noSuchVote =
  'No vote that is counted here has this receipt code. Check each letter, and that the code is from this vote. If both are right, tell an organiser.'

/** Says whether the vote of a receipt is counted, never what it is. Changes nothing. */
export const checkReceipt = command('ballots.checkReceipt', {
  input: z.object({ network: Id, event: Id, ballot: Id, secret: Secret }),
  topic: () => [],
  who: everyone,
  secret: true,
  outcome: Checked,
  async run(tx, { secret, ...nouns }, { actor }): Promise<Checked | Refusal> {
    const { network, event, ballot } = nouns
    const found = await ballotById(tx, network, ballot)
    if (found?.event_id !== event) return gone
    const [vote] = await votesWithIds(tx, network, ballot, [voteId(network, ballot, secret)])
    if (!vote) return refuse(noSuchVote, 'secret')
    const asker = await votingOf(tx, actor, nouns)
    return { counted: true, yours: asker?.voted === true && asker.team === vote.team_id }
  },
})

export const voteCommands = [castVote, checkReceipt]
