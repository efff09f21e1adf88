import { ideasOf } from '../../../../before/ideas/store.ts'
import { networkById, teamsOf } from '../../../../before/networks/store/networks.ts'
import type { Db } from '../../../../platform/store/database.ts'
import { stateOf, type BallotState, type OwnIdeaRule, type Voted } from '../../ballot/rules/ballot.ts'
import { openIn, resultOfVotes, tiedIn, type Result } from '../rules/result.ts'
import { revealedAfter, stepsIn, type Revealing } from '../rules/reveal.ts'
import { sentenceOf } from '../rules/result-sentences.ts'
import type { Turnout } from '../../voting/rules/turnout.ts'
import { ballotById, optionsOf, type BallotRow } from '../../ballot/store/ballots.ts'
import { runOffOf, tieDecisionOf } from './ties.ts'
import { turnoutOf } from '../../voting/store/turnout.ts'
import { countsOf, rollByTeam } from '../../voting/store/votes.ts'

/** An idea on a ballot as it is shown. */
export interface OptionShown {
  idea: string
  title: string
  team: string
  teamName: string
  /** Its place in the order of the ballot, which gives it its mark wherever it is shown. */
  place: number
}

export interface ResultShown extends Result {
  sentence: string
  /** The decision by people, where the votes name no winner. */
  decided?: { idea: string; reason: string; decidedBy: string; on: string }
}

/** A ballot that belongs to another: the one that names no winner, or the one that is to decide. */
export interface LinkedBallot {
  ballot: string
  question: string
  state: BallotState
  /** Nobody has voted in it, so that it can be taken back. */
  unused?: true
}

/** A ballot as everyone may see it. It names nobody and nobody's vote. */
export interface BallotSeen extends Voted {
  ballot: string
  event: string
  question: string
  ownIdea: OwnIdeaRule
  state: BallotState
  closedAt: string | null
  teamNoun: string
  teamNounPlural: string
  options: OptionShown[]
  /** The ballot that this one is to decide, and the one that is to decide this. */
  runOffOf?: LinkedBallot
  runOff?: LinkedBallot
  /** In how many steps a sealed result can be shown, and how many of them the Screen has shown. */
  bars?: { shown: number; of: number }
  /** The Screen shows its result, whatever is on. */
  onScreen: boolean
  revealedAt: string | null
  result?: ResultShown
}

export interface BallotShown extends BallotSeen {
  turnout: Turnout[]
}

/** The ideas on a ballot, with whose they are. */
export async function optionsShown(db: Db, network: string, ballot: string): Promise<OptionShown[]> {
  const ideas = new Map((await ideasOf(db, network)).map((idea) => [idea.id, idea]))
  const names = new Map((await teamsOf(db, network)).map((team) => [team.id, team.name]))
  return (await optionsOf(db, network, ballot)).map(({ idea_id: idea }, place) => {
    const { title, team_id: team } = ideas.get(idea)!
    return { idea, title, team, teamName: names.get(team)!, place }
  })
}

const votesNotRecorded = 'Not recorded: the votes are not kept here.'

type Counted = Pick<BallotRow, 'id' | 'method' | 'own_idea'>
type Sealed = Counted & Pick<BallotRow, 'opened_at' | 'closed_at' | 'revealed_at' | 'bars_shown'>

const titlesOf = (options: readonly OptionShown[]) => new Map(options.map(({ idea, title }) => [idea, title]))

/** The counted result, sealed or not: callers ask. */
async function countedResult(db: Db, network: string, ballot: Counted, before = 0): Promise<ResultShown> {
  const options = await optionsShown(db, network, ballot.id)
  // Closing puts everyone on the roll: without one, the votes did not come here with the network's file.
  if ((await rollByTeam(db, network, ballot.id)).size === 0)
    return { ...resultOfVotes([], options, ballot.method), sentence: votesNotRecorded }
  const votes = await countsOf(db, network, ballot.id)
  const result = resultOfVotes(votes, options, ballot.method, ballot.own_idea)
  const sentence = sentenceOf(result, titlesOf(options), ballot.method)
  const became =
    openIn(result).length > 0 && (await settled(db, network, ballot, { result, options, before }))
  if (!became) return { ...result, sentence }
  return { ...result, ...became, sentence: `${sentence} ${became.sentence}` }
}

interface Unsettled {
  result: Result
  options: readonly OptionShown[]
  before: number
}

/** The end of a result that names no winner: by the second vote or, without one, by people's decision. */
async function settled(
  db: Db,
  network: string,
  { id }: Counted,
  { result, options, before }: Unsettled,
): Promise<Pick<ResultShown, 'sentence' | 'decided'> | undefined> {
  const second = await runOffOf(db, network, id)
  const then = second && before < mostVotes && (await resultOf(db, network, second, before + 1))
  if (then && then.votes > 0) {
    const which = before === 0 ? 'In the second vote' : 'In the vote after that'
    return { sentence: `${which}: ${then.sentence}` }
  }
  const decision = await tieDecisionOf(db, network, id)
  if (!decision) return undefined
  const idea = `“${titlesOf(options).get(decision.idea_id)}”`
  const said =
    tiedIn(result).length > 0 ? `The tie was resolved: ${idea}.` : `It was decided: ${idea} comes first.`
  const { idea_id, reason, decided_by: decidedBy, recorded_at: on } = decision
  return { sentence: said, decided: { idea: idea_id, reason, decidedBy, on } }
}

/** The limit on votes that decide one another in a file. */
const mostVotes = 4

/** The result, as it may be shown; nothing until the ballot is revealed. */
export async function resultOf(
  db: Db,
  network: string,
  ballot: Omit<Sealed, 'bars_shown'>,
  before = 0,
): Promise<ResultShown | undefined> {
  return stateOf(ballot) === 'revealed' ? countedResult(db, network, ballot, before) : undefined
}

/** In how many steps the result of a closed ballot can be shown. */
export const stepsOf = async (db: Db, network: string, ballot: Counted): Promise<number> =>
  stepsIn(await countedResult(db, network, ballot))

/** The part of a result that the Screen reveals bar by bar; everything else waits for the last bar. */
export async function revealingOf(db: Db, network: string, id: string): Promise<Revealing | undefined> {
  const ballot = await ballotById(db, network, id)
  if (!ballot?.bars_shown || stateOf(ballot) !== 'closed') return undefined
  const options = await optionsShown(db, network, id)
  const result = await countedResult(db, network, ballot)
  return revealedAfter(ballot.bars_shown, result, titlesOf(options), ballot.method)
}

/** The bars of a closed result that are revealed so far. */
async function barsOf(db: Db, network: string, ballot: BallotRow): Promise<BallotShown['bars']> {
  if (stateOf(ballot) !== 'closed') return undefined
  return { shown: ballot.bars_shown ?? 0, of: await stepsOf(db, network, ballot) }
}

/** The other ballot, as a link to it says it. */
const linked = (ballot: BallotRow | undefined): LinkedBallot | undefined =>
  ballot && { ballot: ballot.id, question: ballot.question, state: stateOf(ballot) }

async function tiesOf(
  db: Db,
  network: string,
  ballot: BallotRow,
  result: ResultShown | undefined,
): Promise<Pick<BallotShown, 'runOff' | 'runOffOf'>> {
  const runOff = result && openIn(result).length > 0 ? await linkedRunOff(db, network, ballot) : undefined
  const before = ballot.run_off_of ? linked(await ballotById(db, network, ballot.run_off_of)) : undefined
  return { ...(runOff && { runOff }), ...(before && { runOffOf: before }) }
}

async function linkedRunOff(db: Db, network: string, ballot: BallotRow): Promise<LinkedBallot | undefined> {
  const found = await runOffOf(db, network, ballot.id)
  if (!found) return undefined
  const result = await resultOf(db, network, found)
  const unused = stateOf(found) === 'made' || result?.votes === 0
  return { ...linked(found)!, ...(unused && { unused }) }
}

/** A ballot with how many have voted, which changes with every vote. */
export async function ballotShown(
  db: Db,
  network: string,
  event: string,
  id: string,
): Promise<BallotShown | undefined> {
  const ballot = await ballotById(db, network, id)
  const seen = ballot && (await seenAs(db, network, event, ballot))
  return seen && { ...seen, turnout: ballot.opened_at ? await turnoutOf(db, network, ballot) : [] }
}

/** A ballot as voters see it. */
export async function ballotSeen(
  db: Db,
  network: string,
  event: string,
  id: string,
): Promise<BallotSeen | undefined> {
  const ballot = await ballotById(db, network, id)
  return ballot && seenAs(db, network, event, ballot)
}

async function seenAs(
  db: Db,
  network: string,
  event: string,
  ballot: BallotRow,
): Promise<BallotSeen | undefined> {
  const { id } = ballot
  if (ballot.event_id !== event) return undefined
  const result = await resultOf(db, network, ballot)
  const bars = await barsOf(db, network, ballot)
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
    ...(await tiesOf(db, network, ballot, result)),
    ...(bars && { bars }),
    onScreen: ballot.on_screen === 1,
    revealedAt: ballot.revealed_at,
    ...(result && { result }),
  }
}
