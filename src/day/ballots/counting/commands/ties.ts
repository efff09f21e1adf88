import { eventTopic } from '../../../../before/events/rules.ts'
import { z } from 'zod'
import { organisers } from '../../../../before/networks/store/roles.ts'
import { Id, requiredText } from '../../../../platform/form/fields.ts'
import { actorKey } from '../../../../platform/store/actor.ts'
import {
  command,
  isRefusal,
  refuse,
  type Circumstances,
  type Refusal,
} from '../../../../platform/store/command.ts'
import type { Tx } from '../../../../platform/store/database.ts'
import { ownIdeaRules, stateOf, type OwnIdeaRule } from '../../ballot/rules/ballot.ts'
import { openIn } from '../rules/result.ts'
import { ownIdeaInSecond, secondQuestion } from '../rules/second-vote.ts'
import { changeBallotRow, type BallotRow } from '../../ballot/store/ballots.ts'
import { resultOf } from '../store/results.ts'
import { addTieDecision, confirmedSince, removeTieDecision, runOffOf, tieDecisionOf } from '../store/ties.ts'
import { ballotAt, makeBallot } from '../../ballot/commands/ballots.ts'

export const OfBallot = z.object({ network: Id, event: Id, ballot: Id })
type OfBallot = z.infer<typeof OfBallot>

interface Open {
  found: BallotRow
  /** The ideas between which the votes do not decide. */
  ideas: string[]
}

/** A ballot whose revealed result names no winner and that nobody has decided yet, or why it is none. */
async function openResult(tx: Tx, nouns: OfBallot): Promise<Open | Refusal> {
  const found = await ballotAt(tx, nouns)
  if (!found) return refuse('This vote is not there any more')
  const result = await resultOf(tx, nouns.network, found)
  if (!result)
    return refuse('Reveal the result first. Only then is it known whether there is something to decide.')
  if (result.votes === 0) return refuse('Nobody voted, so there is nothing to decide. Prepare a new vote.')
  const ideas = openIn(result)
  if (ideas.length === 0) return refuse('This result says which idea is first. There is nothing to decide.')
  if (await tieDecisionOf(tx, nouns.network, nouns.ballot))
    return refuse('How it was decided is recorded already. Take that back first to change it.')
  return { found, ideas }
}

/** Refuses to record a decision beside a second vote, because that one counts. */
async function refuseBeside(tx: Tx, second: BallotRow): Promise<Refusal> {
  const result = await resultOf(tx, second.network_id, second)
  const next =
    stateOf(second) === 'made'
      ? 'To record a decision instead, take that vote back first.'
      : result?.votes === 0
        ? 'Nobody voted in it: take it back first.'
        : 'If it names no winner, record there how it was decided.'
  return refuse(`A second vote was made to decide this: “${second.question}”. What it says counts. ${next}`)
}

export const decideTie = command('ballots.decideTie', {
  said: 'recorded how a vote without a winner was decided',
  input: OfBallot.extend({
    idea: z.string({ error: 'Choose the idea' }).min(1, 'Choose the idea').max(100),
    decidedBy: requiredText(200, 'Enter who decided'),
    reason: requiredText(500, 'Enter how it was decided'),
  }),
  topic: eventTopic,
  who: organisers,
  async run(
    tx,
    { idea, decidedBy, reason, ...nouns },
    { actor, now, id },
  ): Promise<{ id: string } | Refusal> {
    const open = await openResult(tx, nouns)
    if (isRefusal(open)) return open
    const second = await runOffOf(tx, nouns.network, nouns.ballot)
    if (second) return refuseBeside(tx, second)
    if (!open.ideas.includes(idea)) return refuse('Choose one of the ideas that can be first', 'idea')
    const decision = id()
    await addTieDecision(tx, {
      network_id: nouns.network,
      id: decision,
      ballot_id: nouns.ballot,
      idea_id: idea,
      reason,
      decided_by: decidedBy,
      recorded_by: actorKey(actor),
      recorded_at: now,
    })
    return { id: decision }
  },
})

/** Takes a decision back, while no team has built on it. */
export const undoTieDecision = command('ballots.removeTieDecision', {
  said: 'took a decision on a vote back',
  input: OfBallot,
  topic: eventTopic,
  who: organisers,
  async run(tx, nouns): Promise<{ id: string } | Refusal> {
    const found = await ballotAt(tx, nouns)
    if (!found) return refuse('This vote is not there any more')
    const decision = await tieDecisionOf(tx, nouns.network, nouns.ballot)
    if (!decision) return { id: nouns.ballot }
    if (await confirmedSince(tx, decision))
      return refuse(
        'A team has confirmed this idea since. Change the team’s choice first, then take this back.',
      )
    await removeTieDecision(tx, nouns.network, decision.id)
    return { id: nouns.ballot }
  },
})

export const OfSecond = OfBallot.extend({
  /** The rule for votes for one's own idea; as in the first vote, unless that leaves owners one choice. */
  ownIdea: z.enum(ownIdeaRules, 'Choose what happens to votes for the voter’s own idea').optional(),
})

/** A new ballot on the ideas that can be first, linked to the one that left it open; the one there is, if it is made. */
export async function makeRunOff(
  tx: Tx,
  { ownIdea, ...nouns }: OfBallot & { ownIdea?: OwnIdeaRule | undefined },
  circumstances: Circumstances,
): Promise<{ id: string; question: string; made: boolean } | Refusal> {
  const there = await runOffOf(tx, nouns.network, nouns.ballot)
  if (there?.event_id === nouns.event) return { id: there.id, question: there.question, made: false }
  const open = await openResult(tx, nouns)
  if (isRefusal(open)) return open
  const { question, method, own_idea: before } = open.found
  const asked = {
    network: nouns.network,
    event: nouns.event,
    question: secondQuestion(question),
    method: method === 'team' ? method : ('person' as const),
    ownIdea: ownIdea ?? ownIdeaInSecond(before, open.ideas.length),
    ideas: open.ideas,
  }
  const made = await circumstances.do(makeBallot, asked)
  if (isRefusal(made)) return made
  await changeBallotRow(tx, nouns.network, made.id, { run_off_of: nouns.ballot })
  return { id: made.id, question: asked.question, made: true }
}

/** A second vote that decides nothing any more; it stays among the votes. Not once there are votes in it. */
export async function unlinkRunOff(tx: Tx, nouns: OfBallot): Promise<{ second: string } | Refusal> {
  const found = await ballotAt(tx, nouns)
  if (!found) return refuse('This vote is not there any more')
  const second = await runOffOf(tx, nouns.network, nouns.ballot)
  if (!second) return refuse('There is no second vote any more.')
  const result = await resultOf(tx, nouns.network, second)
  if (stateOf(second) !== 'made' && result?.votes !== 0)
    return refuse('The second vote has been opened, so it cannot be taken back.')
  await changeBallotRow(tx, nouns.network, second.id, { run_off_of: null })
  return { second: second.id }
}

export const tieCommands = [decideTie, undoTieDecision]
