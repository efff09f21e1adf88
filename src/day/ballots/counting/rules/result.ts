import type { Method, OwnIdeaRule } from '../../ballot/rules/ballot.ts'
import {
  firstChoices,
  leaders,
  tally,
  tallyOfTeams,
  teamChoice,
  total,
  votersByTeam,
  type CountedVote,
  type Counts,
  type Place,
  type Tally,
  type TeamChoice,
} from './count.ts'
import { publishable, sumOf, type Published } from './disclosure.ts'
import { runOff, winnersOf, type Outcome, type Round, type RunOff } from './rounds.ts'
import type { Option } from '../../voting/rules/vote.ts'

export interface TeamResult {
  team: string
  /** The number of voters. */
  votes: number
  /** For each idea, where ideas are put in order as first choice; null: shown only together with others. */
  counts: Counts | null
  /** Votes for the team's own idea, counted apart. */
  own: number | null
  choice: TeamChoice | null
}

/**
 * The teams that are not shown by themselves, and what they say together. How many of them were for their own idea is
 * not told: where several are chosen or put in order, it does not follow from the rest.
 */
export interface OtherTeams {
  teams: string[]
  /** The number of voters in them. */
  votes: number
  counts: Counts
}

export interface Result {
  /** The number of voters, however many ideas each of them named. */
  votes: number
  /**
   * For each idea from the other teams, where ideas are put in order as first choice; null: hidden, as fewer than
   * three people voted.
   */
  overall: Counts | null
  /** Ideas by votes; where they are put in order, by how far each came, with its votes in its last round. */
  places: Place[]
  /** null: hidden. */
  outcome: Outcome | null
  /** The ideas between which people decide, where the votes name none and none are tied. */
  contenders?: string[]
  /** Every round where ideas are put in order, or nothing where that is hidden. */
  rounds?: Round[]
  teams: TeamResult[]
  /** Nothing where every team is shown by itself, or the whole is hidden. */
  others?: OtherTeams
}

/**
 * A result as it may be shown. Votes for one's own idea stand apart from the others. Where each team has one
 * vote, that vote is the team's agreed word and no person's, so nothing is hidden.
 */
export function resultOfVotes(
  votes: readonly CountedVote[],
  owned: readonly Option[],
  method: Method,
  ownIdea: OwnIdeaRule = 'apart',
): Result {
  const options = ownIdea === 'counted' ? owned.map(({ idea }) => ({ idea, team: '' })) : owned
  const counting: Counting = { votes, options, ideas: options.map(({ idea }) => idea), method, ownIdea }
  const counted = countedBy(counting)
  const voters = votersByTeam(votes)
  const shown = shownOf(counting, counted, voters)
  const teams = Object.entries(counted.byTeam).map(([team, all]) =>
    shown.byTeam[team] === null
      ? { team, votes: voters[team]!, counts: null, own: null, choice: null }
      : { team, votes: voters[team]!, ...ofTeam(team, all, counting) },
  )
  if (!shown.overall) return { votes: total(voters), ...nothingShown, contenders: [...counting.ideas], teams }
  const others = othersIn(counting, counted, teams)
  const inFull = inAll(counting, counted)
  const ownAlone = votes.length > 0 && 'none' in inFull.outcome
  return {
    votes: total(voters),
    ...inFull,
    ...(ownAlone && { contenders: [...counting.ideas] }),
    teams,
    ...(others && { others }),
  }
}

const nothingShown = { overall: null, places: [], outcome: null }

/** The ideas that are tied for first place; none where one is first, or where that is hidden. */
export const tiedIn = ({ outcome }: Pick<Result, 'outcome'>): string[] =>
  outcome && 'tied' in outcome ? outcome.tied : []

/** The ideas between which people decide, as the result names no winner; none where it does. */
export const openIn = (result: Pick<Result, 'outcome' | 'contenders'>): string[] => {
  const tied = tiedIn(result)
  return tied.length > 0 ? tied : (result.contenders ?? [])
}

interface Counting {
  votes: readonly CountedVote[]
  options: readonly Option[]
  ideas: readonly string[]
  method: Method
  ownIdea: OwnIdeaRule
}

function countedBy({ votes, ideas, method }: Counting): Tally {
  if (method === 'team') return tallyOfTeams(votes, ideas)
  return tally(method === 'ranked' ? firstChoices(votes) : votes, ideas)
}

function shownOf(
  { options, method, ownIdea }: Counting,
  counted: Tally,
  voters: Readonly<Record<string, number>>,
): Published {
  if (method === 'team') return counted
  return publishable(counted.byTeam, { options, ownIdea, voters })
}

/** The sum of the hidden teams. Taking the shown teams from the whole gives the same. */
function othersIn(
  counting: Counting,
  { byTeam }: Tally,
  teams: readonly TeamResult[],
): OtherTeams | undefined {
  const hidden = teams.filter(({ counts }) => !counts)
  if (hidden.length === 0) return undefined
  const said = hidden.map(({ team }) => countsOf(team, byTeam[team]!, counting))
  const none = Object.fromEntries(counting.ideas.map((idea) => [idea, 0]))
  return {
    teams: hidden.map(({ team }) => team),
    votes: hidden.reduce((sum, { votes }) => sum + votes, 0),
    counts: sumOf([none, ...said]),
  }
}

function inAll(
  counting: Counting,
  { byTeam }: Tally,
): Pick<Result, 'overall' | 'places' | 'rounds'> & { outcome: Outcome } {
  const { ideas, options } = counting
  if (counting.method === 'ranked') {
    const { rounds, outcome } = runOff(choicesOfOthers(counting), ideas)
    return { overall: rounds[0]!.counts, places: placesIn({ rounds, outcome }), outcome, rounds }
  }
  const overall: Counts = Object.fromEntries(ideas.map((idea) => [idea, 0]))
  for (const [team, counts] of Object.entries(byTeam))
    for (const [idea, votes] of Object.entries(withoutOwn(team, counts, options))) overall[idea]! += votes
  const first = teamChoice(overall)
  const outcome = 'choice' in first ? { winner: first.choice } : first
  return { overall, places: leaders(overall), outcome }
}

/** The votes of a team for the ideas of others: where ideas are put in order, by first choices. */
function countsOf(team: string, all: Counts, counting: Counting): Counts {
  const { options, ideas, method } = counting
  if (method !== 'ranked') return withoutOwn(team, all, options)
  const votes = counting.votes.filter((vote) => vote.team === team)
  const first = tally(firstChoices(choicesOfOthers({ ...counting, votes })), ideas)
  return withoutOwn(team, first.overall, options)
}

/** The result of a team, from these numbers alone. */
function ofTeam(
  team: string,
  all: Counts,
  counting: Counting,
): { counts: Counts; own: number; choice: TeamChoice } {
  const own = total(all) - total(withoutOwn(team, all, counting.options))
  const counts = countsOf(team, all, counting)
  return { counts, own, choice: teamChoice(counts) }
}

/** The votes without what they say of the voter's own team's idea. */
const choicesOfOthers = ({ votes, options }: Counting): CountedVote[] =>
  votes.map((vote) => ({
    ...vote,
    choices: vote.choices.filter((choice) => options.find(({ idea }) => idea === choice)?.team !== vote.team),
  }))

/**
 * Ideas by how far they came: first those that win or may win; those taken out together share a place, and so do those
 * of which either could have been.
 */
function placesIn({ rounds, outcome }: RunOff): Place[] {
  const winners = winnersOf(outcome)
  const last = rounds.at(-1)!
  const gone = rounds
    .slice(0, -1)
    .flatMap(({ out, between = out, counts }, at) =>
      between.map((option) => ({ option, votes: counts[option]!, place: 1000 - at })),
    )
  const groups = [
    ...leaders(last.counts).map(({ option, votes, rank }) => ({ option, votes, place: rank })),
    ...gone,
  ]
    .map((one) => (winners.includes(one.option) ? { ...one, place: 0 } : one))
    // An idea that could have gone in several rounds stands where it could first.
    .sort((a, b) => b.place - a.place)
    .filter(({ option }, at, all) => all.findIndex((other) => other.option === option) === at)
  return groups
    .map(({ option, votes, place }) => ({
      option,
      votes,
      rank: 1 + groups.filter((other) => other.place < place).length,
      tied: groups.filter((other) => other.place === place).length > 1,
    }))
    .sort((a, b) => a.rank - b.rank)
}

function withoutOwn(team: string, counts: Counts, options: readonly Option[]): Counts {
  const own = options.filter((option) => option.team === team).map(({ idea }) => idea)
  if (own.length === 0) return counts
  return Object.fromEntries(Object.entries(counts).filter(([idea]) => !own.includes(idea)))
}

/** The ideas that a team may confirm as its choice, and why it must say a reason. */
export interface Confirmable {
  ideas: string[]
  reason?: string
}

/** A team confirms what the most people of it chose. Where the vote does not say, it chooses and records why. */
export function confirmableBy(team: string, result: Result, choosable: readonly string[]): Confirmable {
  const own = result.teams.find((one) => one.team === team)
  const choice = own?.choice
  if (choice && 'choice' in choice) return { ideas: [choice.choice] }
  if (choice && 'tied' in choice)
    return { ideas: choice.tied, reason: 'These ideas are tied. Say how you chose between them.' }
  const why =
    own && choice === null
      ? 'These votes are not shown, so that nobody’s own vote can be worked out.'
      : 'The vote does not say what was chosen.'
  return { ideas: [...choosable], reason: `${why} Choose together, and say how you chose.` }
}
