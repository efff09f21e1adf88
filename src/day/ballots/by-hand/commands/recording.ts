import { eventTopic } from '../../../../before/events/rules.ts'
import { z } from 'zod'
import { organisers } from '../../../../before/networks/store/roles.ts'
import { isRefusal, command, refuse, type Refusal } from '../../../../platform/store/command.ts'
import type { Tx } from '../../../../platform/store/database.ts'
import { dealt, handsNotCounted, handsRefusal, mayRaiseHand, notWhole, type Hands } from '../rules/hands.ts'
import { findVoter, labelOf } from '../../voting/rules/voter-search.ts'
import { stateOf } from '../../ballot/rules/ballot.ts'
import { refuseClosed, type Voter } from '../../voting/rules/vote.ts'
import type { BallotRow } from '../../ballot/store/ballots.ts'
import { optionsShown } from '../../counting/store/results.ts'
import { wholeRoll, type OnRoll } from '../../voting/store/roll.ts'
import { votesWithIds } from '../../voting/store/votes.ts'
import { ballotAt } from '../../ballot/commands/ballots.ts'
import { castOn, voteId, type Casting, Received } from '../../voting/commands/casting.ts'
import { gone, Vote } from '../../voting/commands/votes.ts'

/** A vote on paper or by a show of hands, put down by an organiser against the same roll. */
export const recordVote = command('ballots.recordVote', {
  input: Vote.extend({
    voter: z.string({ error: 'Choose whose vote this is' }).min(1, 'Choose whose vote this is').max(300),
    way: z.enum(['paper', 'hands'], 'Choose how the vote was given'),
  }),
  topic: eventTopic,
  who: organisers,
  secret: true,
  outcome: Received,
  async run(tx, { voter: typed, way, secret, choice, ...nouns }): Promise<Received | Refusal> {
    const ballot = await ballotAt(tx, nouns)
    if (!ballot) return gone
    const found = findVoter(typed, await wholeRoll(tx, ballot))
    if ('refused' in found) return refuse(found.refused, 'voter')
    return (await castOn(tx, ballot, [{ voter: voterOf(ballot, found), secret, choices: choice, way }]))[0]!
  },
})

/** As the roll has them. */
export const voterOf = ({ method }: BallotRow, { voter, team }: OnRoll): Voter => ({
  voter,
  attendee: method === 'team' ? null : voter,
  team,
})

/** Text that is no number is refused with the name of its idea, which only the ballot knows. */
const Counted = z.record(z.string().max(100), z.union([z.coerce.number(), z.string().max(100)], notWhole()))

/** One box ticked comes as a text, several as a list. */
const Voters = z
  .union([z.string().max(100), z.array(z.string().max(100)).max(10_000)])
  .optional()
  .transform((voters) => voters && [...new Set([voters].flat())].filter((voter) => voter !== ''))

/**
 * The hands of a team, counted for each idea. Who raised a hand stands on the roll, and the votes beside it; which
 * hand was whose is nowhere, also not for a moment. Sent again with the same secret it is harmless.
 */
export const recordHands = command('ballots.recordHands', {
  input: Vote.omit({ choice: true }).extend({
    team: z.string().min(1).max(100),
    hands: Counted,
    voters: Voters,
  }),
  topic: eventTopic,
  who: organisers,
  secret: true,
  outcome: Received,
  async run(tx, { team, hands, voters: ticked, secret, ...nouns }): Promise<Received | Refusal> {
    const ballot = await ballotAt(tx, nouns)
    if (!ballot) return gone
    const closed = refuseClosed(stateOf(ballot))
    if (closed && !(await isCounted(tx, ballot, `${secret}_0`))) return refuse(closed.refused)
    const ofTeam = (await wholeRoll(tx, ballot)).filter((one) => one.team === team)
    const raised = ofTeam.filter((one) => (ticked ? ticked.includes(one.voter) : mayRaiseHand(one)))
    if (ticked && raised.length < ticked.length)
      return refuse(
        'Somebody who is ticked is not on the list of voters of this team any more. Tick again.',
        'voters',
      )
    const options = await optionsShown(tx, nouns.network, nouns.ballot)
    const uncounted = handsNotCounted(options, hands)
    if (uncounted) return uncounted
    const counted = Object.fromEntries(options.map(({ idea }) => [idea, Number(hands[idea] ?? 0)]))
    const refused = handsRefusal({ method: ballot.method, atMost: ballot.at_most }, counted, raised.length)
    if (refused) return refuse(refused, 'hands')
    const castings = castingsOf(ballot, raised, counted, secret)
    const sentBefore = await areCounted(tx, ballot, castings)
    const voted = sentBefore ? [] : raised.filter((one) => one.voted).map(labelOf)
    if (voted.length > 0)
      return refuse(
        `Has voted already: ${voted.join(', ')}. Untick them, and count the hands without theirs.`,
        'voters',
      )
    const refusal = (await castOn(tx, ballot, castings)).find(isRefusal)
    return refusal ? refuse(refusal.refused, 'hands') : { received: true }
  },
})

/** Casts votes for people in any order: the stored roll and the stored votes have nothing in common. */
function castingsOf(ballot: BallotRow, raised: OnRoll[], hands: Hands, secret: string) {
  const votes = dealt(hands, raised.length)
  return raised.map((one, at): Casting => ({
    voter: voterOf(ballot, one),
    secret: `${secret}_${at}`,
    choices: votes[at]!,
    way: 'hands',
  }))
}

const isCounted = async (tx: Tx, { network_id: network, id }: BallotRow, secret: string) =>
  (await votesWithIds(tx, network, id, [voteId(network, id, secret)])).length > 0

/** True if these very hands were put down before, and the answer was lost. */
async function areCounted(
  tx: Tx,
  { network_id: network, id }: BallotRow,
  castings: Casting[],
): Promise<boolean> {
  const ids = castings.map((one) => voteId(network, id, one.secret))
  return ids.length > 0 && (await votesWithIds(tx, network, id, ids)).length === ids.length
}

export const recordingCommands = [recordVote, recordHands]
