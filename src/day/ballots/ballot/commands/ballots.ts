import { eventTopic, type AtEvent } from '../../../../before/events/rules.ts'
import { z } from 'zod'
import { eventById } from '../../../../before/events/store.ts'
import { ideasOf } from '../../../../before/ideas/store.ts'
import { teamsOf } from '../../../../before/networks/store/networks.ts'
import { organisers } from '../../../../before/networks/store/roles.ts'
import { Id, requiredText } from '../../../../platform/form/fields.ts'
import { attendeesOf } from '../../../../before/sign-ups/store.ts'
import { actorKey } from '../../../../platform/store/actor.ts'
import type { Tx } from '../../../../platform/store/database.ts'
import { command, isRefusal, refuse, type Refusal } from '../../../../platform/store/command.ts'
import { canTake, methods, ownIdeaRules, stateOf, usualQuestion, type Method } from '../rules/ballot.ts'
import { cameLate } from '../../voting/rules/vote.ts'
import {
  addBallotRow,
  ballotById,
  changeBallotRow,
  giveScreen,
  replaceOptions,
  unopened,
  type BallotRow,
} from '../store/ballots.ts'
import { rewriteVotes, rollOf, type RollRow } from '../../voting/store/votes.ts'
import { counted } from '../../../../platform/text/english.ts'

const gone = refuse('This vote is not there any more')

/** One box ticked comes as a text, several as a list. */
const Ideas = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((ideas) => [...new Set([ideas ?? []].flat())].filter((idea) => idea !== ''))
  .pipe(z.array(Id).min(2, 'Choose at least two ideas to vote on').max(50, 'Choose 50 ideas or fewer'))

const wholeNumber = 'Enter how many ideas one person can choose, as a whole number of 2 or more'

const AtMost = z
  .union([z.string(), z.number(), z.null()])
  .optional()
  .transform((typed) => (typed === undefined || typed === null || typed === '' ? undefined : Number(typed)))
  .pipe(z.number(wholeNumber).int(wholeNumber).min(2, wholeNumber).max(50, wholeNumber).optional())

const Asked = {
  question: requiredText(200, 'Enter the question').default(usualQuestion),
  method: z.enum(methods, 'Choose who has a vote').default('person'),
  atMost: AtMost,
  ownIdea: z.enum(ownIdeaRules, 'Choose what happens to votes for the voter’s own idea').default('excluded'),
  ideas: Ideas,
}

export const makeBallot = command('ballots.makeBallot', {
  said: 'prepared a vote',
  input: z.object({ network: Id, event: Id, ...Asked }),
  topic: eventTopic,
  who: organisers,
  async run(tx, asked, { id, now }) {
    const { network, event, question, ownIdea, ideas } = asked
    if (!(await eventById(tx, network, event))) return refuse('This event is not there any more')
    const votes = await votesAs(tx, asked)
    if (isRefusal(votes)) return votes
    const ballot = id()
    await addBallotRow(tx, {
      network_id: network,
      id: ballot,
      event_id: event,
      question,
      ...votes,
      own_idea: ownIdea,
      created_at: now,
      ...unopened,
      run_off_of: null,
      bars_shown: null,
      on_screen: null,
    })
    await putOptions(tx, network, ballot, ideas, id)
    return { id: ballot }
  },
})

export const editBallot = command('ballots.editBallot', {
  said: 'changed a vote',
  input: z.object({ network: Id, event: Id, ballot: Id, ...Asked }),
  topic: eventTopic,
  who: organisers,
  async run(tx, asked, { id }) {
    const { network, ballot, question, ownIdea, ideas } = asked
    const found = await ballotAt(tx, asked)
    if (!found) return gone
    const step = canTake('edit', stateOf(found))
    if ('refused' in step) return refuse(step.refused)
    const votes = await votesAs(tx, asked)
    if (isRefusal(votes)) return votes
    await changeBallotRow(tx, network, ballot, { question, ...votes, own_idea: ownIdea })
    await putOptions(tx, network, ballot, ideas, id)
    return { id: ballot }
  },
})

const One = z.object({ network: Id, event: Id, ballot: Id })

export const openBallot = stepping('ballots.openBallot', 'open', {
  said: 'opened a vote',
  step: (tx, { network_id: network, id }, { now, by }) =>
    changeBallotRow(tx, network, id, { opened_at: now, opened_by: by }),
})

/** A vote that was opened by mistake is as if it had never been, while nobody has voted. */
export const takeBackOpening = command('ballots.takeBackOpening', {
  said: 'took the opening of a vote back',
  input: One,
  topic: eventTopic,
  who: organisers,
  async run(tx, { network, event, ballot }) {
    const found = await ballotAt(tx, { network, event, ballot })
    if (!found) return gone
    if (stateOf(found) === 'made') return { id: ballot }
    if (stateOf(found) !== 'open') return refuse('Voting has closed, and stays closed.')
    const voted = (await rollOf(tx, network, ballot)).filter((one) => one.voted === 1).length
    if (voted > 0)
      return refuse(
        `The vote stays open, because ${counted(voted, 'vote is', 'votes are')} in already. Close it when everyone has voted.`,
      )
    await changeBallotRow(tx, network, ballot, { opened_at: null, opened_by: null })
    return { id: ballot }
  },
})

/** From here on no vote is taken, and a reader of the database can join none to a voter. */
export const closeBallot = stepping('ballots.closeBallot', 'close', {
  said: 'closed a vote',
  clears: ['roll', 'votes'],
  async step(tx, found, { now, by }) {
    const { network_id: network, id: ballot } = found
    await changeBallotRow(tx, network, ballot, { closed_at: now, closed_by: by })
    await rewriteVotes(tx, network, ballot, await didNotVote(tx, found))
  },
})

export const revealBallot = stepping('ballots.revealBallot', 'reveal', {
  said: 'revealed a result',
  // Once more, for when something was in the way as the ballot was closed.
  clears: ['roll', 'votes'],
  async step(tx, { network_id: network, event_id: event, id: ballot }, { now, by }) {
    await changeBallotRow(tx, network, ballot, { revealed_at: now, revealed_by: by })
    await giveScreen(tx, { network, event }, ballot)
  },
})

interface Step {
  said: string
  clears?: readonly string[]
  step(tx: Tx, found: BallotRow, caused: { now: string; by: string }): Promise<void>
}

/** Takes a ballot one step on. A step that is taken already counts as done. */
function stepping(name: string, verb: 'open' | 'close' | 'reveal', { said, clears, step }: Step) {
  return command(name, {
    said,
    input: One,
    topic: eventTopic,
    who: organisers,
    ...(clears && { clears }),
    async run(tx, nouns, { now, actor }): Promise<{ id: string } | Refusal> {
      const found = await ballotAt(tx, nouns)
      if (!found) return gone
      const may = canTake(verb, stateOf(found))
      if ('refused' in may) return refuse(may.refused)
      if ('may' in may) await step(tx, found, { now, by: actorKey(actor) })
      return { id: found.id }
    },
  })
}

export async function ballotAt(
  tx: Tx,
  { network, event, ballot }: AtEvent & { ballot: string },
): Promise<BallotRow | undefined> {
  const found = await ballotById(tx, network, ballot)
  return found?.event_id === event ? found : undefined
}

type Votes = Pick<BallotRow, 'method' | 'at_most'>

/** Ways of voting, as a ballot keeps them, once it goes with the ideas. */
async function votesAs(
  tx: Tx,
  asked: { network: string; method: Method; atMost?: number | undefined; ideas: readonly string[] },
): Promise<Votes | Refusal> {
  const { network, method, atMost, ideas } = asked
  if (!(await areThere(tx, network, ideas))) return refuse('Choose ideas from the list', 'ideas')
  if (method !== 'several') return { method, at_most: null }
  if (atMost === undefined) return refuse(wholeNumber, 'atMost')
  if (atMost <= ideas.length) return { method, at_most: atMost }
  return refuse(
    `There are ${ideas.length} ideas to vote on. Let each person choose that many or fewer.`,
    'atMost',
  )
}

async function areThere(tx: Tx, network: string, ideas: readonly string[]): Promise<boolean> {
  const known = new Set((await ideasOf(tx, network)).map(({ id }) => id))
  return ideas.every((idea) => known.has(idea))
}

const putOptions = (tx: Tx, network: string, ballot: string, ideas: readonly string[], id: () => string) =>
  replaceOptions(
    tx,
    network,
    ballot,
    ideas.map((idea, at) => ({
      network_id: network,
      id: id(),
      ballot_id: ballot,
      idea_id: idea,
      position: at + 1,
    })),
  )

/** People who might have voted and did not, without latecomers: from closing on the roll is kept as it was. */
async function didNotVote(
  tx: Tx,
  { network_id, id, event_id, method, opened_at }: BallotRow,
): Promise<RollRow[]> {
  const voted = new Set((await rollOf(tx, network_id, id)).map((row) => row.voter_id))
  const row = (voter: string, attendee: string | null, team: string): RollRow => ({
    network_id,
    ballot_id: id,
    voter_id: voter,
    attendee_id: attendee,
    team_id: team,
    voted: 0,
    way: '',
  })
  const all =
    method === 'team'
      ? (await teamsOf(tx, network_id)).map((team) => row(team.id, null, team.id))
      : (await attendeesOf(tx, network_id, event_id)).flatMap((one) =>
          one.team_id && !cameLate(one, opened_at) ? [row(one.id, one.id, one.team_id)] : [],
        )
  return all.filter((one) => !voted.has(one.voter_id))
}

export type BallotAnswer = { id: string } | Refusal

export const ballotCommands = [makeBallot, editBallot, openBallot, takeBackOpening, closeBallot, revealBallot]
