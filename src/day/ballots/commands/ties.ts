import { z } from 'zod'
import { organisers } from '../../../before/networks/store/roles.ts'
import { Id, requiredText } from '../../../before/people/rules.ts'
import { actorKey } from '../../../platform/store/actor.ts'
import {
  command,
  isRefusal,
  refuse,
  type Circumstances,
  type Refusal,
} from '../../../platform/store/command.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { tiedIn } from '../rules/result.ts'
import { changeBallotRow, type BallotRow } from '../store/ballots.ts'
import { resultOf } from '../store/results.ts'
import { addTieDecision, confirmedSince, removeTieDecision, runOffOf, tieDecisionOf } from '../store/ties.ts'
import { ballotAt, makeBallot } from './ballots.ts'

export const OfBallot = z.object({ network: Id, event: Id, ballot: Id })
type OfBallot = z.infer<typeof OfBallot>

const topic = ({ network, event }: { network: string; event: string }) => `event:${network}/${event}`

interface Tied {
  found: BallotRow
  tied: string[]
}

/** A ballot whose revealed result is a tie that nobody has resolved yet, or why it is none. */
async function openTie(tx: Tx, nouns: OfBallot): Promise<Tied | Refusal> {
  const found = await ballotAt(tx, nouns)
  if (!found) return refuse('This vote is not there any more')
  const result = await resultOf(tx, nouns.network, found)
  if (!result) return refuse('Reveal the result first. Only then is it known whether there is a tie.')
  const tied = tiedIn(result)
  if (tied.length === 0) return refuse('This result is not a tie, so there is nothing to resolve.')
  if (await tieDecisionOf(tx, nouns.network, nouns.ballot))
    return refuse('How the tie was decided is recorded already. Take that back first to change it.')
  return { found, tied }
}

export const decideTie = command('ballots.decideTie', {
  input: OfBallot.extend({
    idea: z.string({ error: 'Choose the idea' }).min(1, 'Choose the idea').max(100),
    decidedBy: requiredText(200, 'Enter who decided'),
    reason: requiredText(500, 'Enter how it was decided'),
  }),
  topic,
  who: organisers,
  async run(
    tx,
    { idea, decidedBy, reason, ...nouns },
    { actor, now, id },
  ): Promise<{ id: string } | Refusal> {
    const tie = await openTie(tx, nouns)
    if (isRefusal(tie)) return tie
    if (!tie.tied.includes(idea)) return refuse('Choose one of the tied ideas', 'idea')
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
  input: OfBallot,
  topic,
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

/** A new ballot on the tied ideas alone, linked to the one that was tied; the one there is, if it has been made. */
export async function makeRunOff(
  tx: Tx,
  nouns: OfBallot,
  circumstances: Circumstances,
): Promise<{ id: string; question: string; made: boolean } | Refusal> {
  const there = await runOffOf(tx, nouns.network, nouns.ballot)
  if (there?.event_id === nouns.event) return { id: there.id, question: there.question, made: false }
  const tie = await openTie(tx, nouns)
  if (isRefusal(tie)) return tie
  const { question, method, own_idea: ownIdea } = tie.found
  const asked = {
    network: nouns.network,
    event: nouns.event,
    question: `Between the tied: ${question}`.slice(0, 200),
    method: method === 'team' ? method : ('person' as const),
    ownIdea,
    ideas: tie.tied,
  }
  const made = await makeBallot.run(tx, asked, circumstances)
  if (isRefusal(made)) return made
  await changeBallotRow(tx, nouns.network, made.id, { run_off_of: nouns.ballot })
  return { id: made.id, question: asked.question, made: true }
}

export const tieCommands = [decideTie, undoTieDecision]
