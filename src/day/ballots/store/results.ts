import { ideasOf } from '../../../before/ideas/store.ts'
import { networkById, teamsOf } from '../../../before/networks/store/networks.ts'
import type { Db } from '../../../platform/store/database.ts'
import { stateOf, type BallotState, type OwnIdeaRule, type Voted } from '../rules/ballot.ts'
import { resultOfVotes, type Result } from '../rules/result.ts'
import { sentenceOf } from '../rules/saying.ts'
import type { Turnout } from '../rules/turnout.ts'
import { ballotById, optionsOf, type BallotRow } from './ballots.ts'
import { turnoutOf } from './turnout.ts'
import { countsOf, rollByTeam } from './votes.ts'

/** An idea on a ballot as it is shown. */
export interface OptionShown {
  idea: string
  title: string
  team: string
  teamName: string
}

export interface ResultShown extends Result {
  sentence: string
}

/** A ballot as everyone may see it. It names nobody and nobody's vote. */
export interface BallotShown extends Voted {
  ballot: string
  event: string
  question: string
  ownIdea: OwnIdeaRule
  state: BallotState
  closedAt: string | null
  teamNoun: string
  teamNounPlural: string
  options: OptionShown[]
  turnout: Turnout[]
  result?: ResultShown
}

/** The ideas on a ballot, with whose they are. */
export async function optionsShown(db: Db, network: string, ballot: string): Promise<OptionShown[]> {
  const ideas = new Map((await ideasOf(db, network)).map((idea) => [idea.id, idea]))
  const names = new Map((await teamsOf(db, network)).map((team) => [team.id, team.name]))
  return (await optionsOf(db, network, ballot)).map(({ idea_id: idea }) => {
    const { title, team_id: team } = ideas.get(idea)!
    return { idea, title, team, teamName: names.get(team)! }
  })
}

const votesNotRecorded = 'Not recorded: the votes are not kept here.'

/** What came out, as it may be shown; nothing until the ballot is revealed. */
export async function resultOf(
  db: Db,
  network: string,
  ballot: Pick<BallotRow, 'id' | 'method' | 'opened_at' | 'closed_at' | 'revealed_at'>,
): Promise<ResultShown | undefined> {
  if (stateOf(ballot) !== 'revealed') return undefined
  const options = await optionsShown(db, network, ballot.id)
  // Closing puts everyone on the roll: without one, the votes did not come here with the network's file.
  if ((await rollByTeam(db, network, ballot.id)).size === 0)
    return { ...resultOfVotes([], options, ballot.method), sentence: votesNotRecorded }
  const result = resultOfVotes(await countsOf(db, network, ballot.id), options, ballot.method)
  const titles = new Map(options.map(({ idea, title }) => [idea, title]))
  return { ...result, sentence: sentenceOf(result, titles, ballot.method) }
}

export async function ballotShown(
  db: Db,
  network: string,
  event: string,
  id: string,
): Promise<BallotShown | undefined> {
  const ballot = await ballotById(db, network, id)
  if (!ballot || ballot.event_id !== event) return undefined
  const result = await resultOf(db, network, ballot)
  const { team_noun: teamNoun, team_noun_plural: teamNounPlural } = (await networkById(db, network))!
  return {
    ballot: id,
    event,
    question: ballot.question,
    method: ballot.method,
    atMost: ballot.at_most,
    ownIdea: ballot.own_idea,
    state: stateOf(ballot),
    closedAt: ballot.closed_at,
    teamNoun,
    teamNounPlural,
    options: await optionsShown(db, network, id),
    turnout: ballot.opened_at ? await turnoutOf(db, network, ballot) : [],
    ...(result && { result }),
  }
}
