import { refuse, refuseForGood, refuseOnTop, type Refusal } from '../../../../platform/store/refusal.ts'
import { inOrder, tooMany } from '../../ballot/rules/option-order.ts'
import {
  mostChoices,
  type BallotState,
  type OwnIdeaRule,
  type Voted,
  type Way,
} from '../../ballot/rules/ballot.ts'

/** An idea on a ballot, and the team whose idea it is. */
export interface Option {
  idea: string
  team: string
}

/** The voter: an attendee, or the team where teams vote. */
export interface Voter {
  voter: string
  attendee: string | null
  team: string
}

export interface Cast extends Voter {
  /** The hash of the device's secret. */
  id: string
  /** As given: a place that was left empty is an empty text. */
  choices: readonly string[]
  way: Way
}

export interface VotedOn extends Voted {
  state: BallotState
  ownIdea: OwnIdeaRule
  options: readonly Option[]
  /** The network's word for a team. */
  teamNoun: string
}

/** The stored state, as far as it matters to the votes at hand; changed as they are taken. */
export interface RollState {
  /** Voters who have voted, and the team of each: that stays, whatever team they change to. */
  voted: Map<string, string>
  votes: Map<string, { choices: string[]; team: string }>
}

/**
 * Latecomers have no vote: people who sign themselves up once voting is open could do so again and again, each time for
 * another vote; and people who change team could vote for the idea of the team that they come from.
 */
export const cameLate = (
  { team_said_at: said }: { team_said_at: string | null },
  opened: string | null,
): boolean => said !== null && opened !== null && said > opened

export const lateVoter =
  'You signed up, or changed who you come with, after the vote opened. Ask an organiser to let you vote.'

export type Taken = 'new' | 'changed' | Refusal

/** The ideas that a team's people may choose. */
export const choosableBy = <One extends Option>(
  team: string,
  { ownIdea, options }: { ownIdea: OwnIdeaRule; options: readonly One[] },
): One[] => options.filter((option) => ownIdea !== 'excluded' || option.team !== team)

/** Takes one vote after those before it, or says why not. */
export function take(given: Cast, ballot: VotedOn, standing: RollState): Taken {
  const cast = { ...given, team: standing.voted.get(given.voter) ?? given.team }
  const closed = refuseAfter(cast, ballot, standing) ?? refuseClosed(ballot.state)
  if (closed) return closed
  const choices = choicesIn(cast, ballot)
  const refusal = 'refused' in choices ? choices : refuseTwice(cast, standing)
  if (refusal) return refusal
  const taken = standing.voted.has(cast.voter) ? 'changed' : 'new'
  standing.voted.set(cast.voter, cast.team)
  standing.votes.set(cast.id, { choices: choices as string[], team: cast.team })
  return taken
}

/**
 * A phone that never saw its answer sends again, perhaps when voting has closed. It is told that its vote is
 * counted, in the same words whether or not it now sends another choice: otherwise they would tell what was chosen.
 */
function refuseAfter(
  { voter, team, id, way }: Cast,
  { state }: VotedOn,
  { voted, votes }: RollState,
): Refusal | undefined {
  if (state === 'open' || state === 'made' || !voted.has(voter)) return undefined
  if (votes.get(id)?.team === team) return refuseOnTop(afterClosing, { final: true })
  return way === 'phone' ? refuseOnTop(elsewhereBefore, { final: true }) : undefined
}

const afterClosing = 'Voting has closed. Your vote was received before that and is counted as it was then.'
const elsewhereBefore =
  'Voting has closed. This came too late to be counted. Your vote from before, from another device or on paper, is counted.'

export function refuseClosed(state: BallotState): Refusal | undefined {
  if (state === 'made') return refuse('This vote is not open yet. Nothing was counted.')
  if (state !== 'open') return refuseForGood('Voting has closed. This vote came too late to be counted.')
  return undefined
}

const about = (refused: string): Refusal => refuse(refused, 'choice')

/** The vote to store, or its fault. Several choices stand in the order of the ballot. */
export function choicesIn({ choices: given, team, way }: Cast, ballot: VotedOn): string[] | Refusal {
  const { method, options, ownIdea, teamNoun } = ballot
  const chosen = given.filter((choice) => choice !== '')
  if (chosen.length === 0) return about(nothingChosen[method])
  const allowed = choosableBy(team, ballot).map(({ idea }) => idea)
  const strange = chosen.find((choice) => !allowed.includes(choice))
  if (strange !== undefined) {
    if (!options.some(({ idea }) => idea === strange)) return about('Choose one of the ideas in this vote')
    return about((ownIdea === 'excluded' && way !== 'phone' ? ownOnPaper : ownIdeaChosen)(teamNoun))
  }
  if (method === 'ranked') {
    const ordered = inOrder(given)
    return Array.isArray(ordered) ? ordered : about(ordered.said)
  }
  return ofBallot(chosen, allowed, mostChoices(ballot, allowed.length), method)
}

export const nothingChosen = {
  person: 'Choose an idea',
  team: 'Choose an idea',
  several: 'Choose at least one idea',
  ranked: 'Choose an idea as first choice',
} as const

const ownIdeaChosen = (team: string) =>
  `This is your own ${team}’s idea. Choose one that another ${team} brought.`
const ownOnPaper = (team: string) =>
  `This is the voter’s own ${team}’s idea. It cannot be counted in this vote.`

function ofBallot(chosen: string[], allowed: string[], most: number, method: VotedOn['method']) {
  const each = new Set(chosen)
  if (each.size <= most) return allowed.filter((idea) => each.has(idea))
  return about(method === 'several' ? tooMany(each.size, most) : 'Choose one idea only')
}

/** Only the holder of a counted vote's secret can change it, and a secret is good for one vote. */
function refuseTwice({ voter, team, id, way }: Cast, { voted, votes }: RollState): Taken | undefined {
  const counted = votes.get(id)
  if (voted.has(voter)) {
    if (counted?.team === team) return undefined
    return way === 'phone' ? refuseOnTop(votedElsewhere, { final: false }) : refuse(votedUnderThisName)
  }
  if (!counted) return undefined
  return refuse('This form was used for somebody else’s vote already. Open the vote again and vote there.')
}

const votedElsewhere =
  'You have voted already, from another device or on paper, and that vote is counted. Only the device it came from, or its receipt code, can change it.'
const votedUnderThisName =
  'Somebody has voted here already under this name. A vote that is counted cannot be changed for them.'
