import type { Method } from './ballot.ts'
import {
  leaders,
  publishable,
  tally,
  tallyOfTeams,
  teamChoice,
  total,
  type CountedVote,
  type Counts,
  type Place,
  type TeamChoice,
} from './count.ts'
import type { Option } from './vote.ts'

export interface TeamResult {
  team: string
  votes: number
  /** null: hidden, because it would tell what single people chose. */
  counts: Counts | null
  /** Votes for the team's own idea, counted apart. */
  own: number | null
  choice: TeamChoice | null
}

export interface Result {
  votes: number
  /** Votes for each idea from the other teams; null: hidden. */
  overall: Counts | null
  places: Place[]
  teams: TeamResult[]
}

/**
 * A result as it may be shown. Votes for one's own idea stand apart from the others. Where each team has one
 * vote, that vote is the team's agreed word and no person's, so nothing is hidden.
 */
export function resultOfVotes(
  votes: readonly CountedVote[],
  options: readonly Option[],
  method: Method,
): Result {
  const ideas = options.map(({ idea }) => idea)
  const counted = method === 'team' ? tallyOfTeams(votes, ideas) : tally(votes, ideas)
  const owners = new Set(options.map(({ team }) => team))
  const shown = method === 'team' ? counted : publishable(counted.byTeam, owners)
  const overall = shown.overall && fromOthers(counted.byTeam, ideas, options)
  return {
    votes: total(counted.overall),
    overall,
    places: overall ? leaders(overall) : [],
    teams: Object.entries(counted.byTeam).map(([team, all]): TeamResult => {
      if (shown.byTeam[team] === null)
        return { team, votes: total(all), counts: null, own: null, choice: null }
      const counts = withoutOwn(team, all, options)
      return {
        team,
        votes: total(all),
        counts,
        own: total(all) - total(counts),
        choice: teamChoice(counts),
      }
    }),
  }
}

function withoutOwn(team: string, counts: Counts, options: readonly Option[]): Counts {
  const own = new Set(options.filter((option) => option.team === team).map(({ idea }) => idea))
  return Object.fromEntries(Object.entries(counts).filter(([idea]) => !own.has(idea)))
}

function fromOthers(byTeam: Record<string, Counts>, ideas: readonly string[], options: readonly Option[]) {
  const sums: Counts = Object.fromEntries(ideas.map((idea) => [idea, 0]))
  for (const [team, counts] of Object.entries(byTeam))
    for (const [idea, votes] of Object.entries(withoutOwn(team, counts, options))) sums[idea]! += votes
  return sums
}

const votesIn = (number: number) => (number === 1 ? '1 vote' : `${number} votes`)
const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** The result as one sentence, for those who listen rather than look. */
export function sentenceOf({ votes, overall, places }: Result, titles: ReadonlyMap<string, string>): string {
  if (votes === 0) return 'Nobody voted.'
  if (!overall) return 'Too few people voted to show the result without telling what single people chose.'
  const first = places.filter(({ rank, votes: has }) => rank === 1 && has > 0)
  const names = first.map(({ option }) => `“${titles.get(option) ?? option}”`)
  if (first.length === 0) return `All ${votesIn(votes)} were for the voters’ own ideas.`
  const has = first[0]!.votes
  if (first.length === 1) return `${names[0]} has the most votes: ${has} of ${votes}.`
  return `${listed(names)} are tied with ${votesIn(has)} each of ${votes}.`
}

/** What a team may confirm as its choice, and why it must say a reason. */
export interface Confirmable {
  ideas: string[]
  reason?: string
}

/** A team confirms what most of it chose. Where the vote does not say, it chooses and records why. */
export function confirmableBy(team: string, result: Result, choosable: readonly string[]): Confirmable {
  const own = result.teams.find((one) => one.team === team)
  const choice = own?.choice
  if (choice && 'choice' in choice) return { ideas: [choice.choice] }
  if (choice && 'tied' in choice)
    return { ideas: choice.tied, reason: 'These ideas are tied. Say how the team chose between them.' }
  const why =
    own && choice === null
      ? 'The votes of the team are not shown, so that nobody’s own vote can be worked out.'
      : 'The vote does not say what the team chose.'
  return { ideas: [...choosable], reason: `${why} Choose together, and say how you chose.` }
}
