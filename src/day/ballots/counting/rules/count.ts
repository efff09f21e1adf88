/** A vote for the count, or several alike. Options and teams are ids; a vote may name several. */
export interface CountedVote {
  choices: readonly string[]
  team: string
  votes?: number
}

/** Votes for each option, in the order of the ballot; every option is there, with 0 if nobody chose it. */
export type Counts = Record<string, number>

export interface Tally {
  overall: Counts
  byTeam: Record<string, Counts>
}

/**
 * Counts votes in all and by team (teams in order of id). The order of the votes makes no difference. A vote for
 * something that is not on the ballot throws RangeError: to leave it out silently would falsify the result.
 */
export function tally(votes: readonly CountedVote[], options: readonly string[]): Tally {
  const teams = [...new Set(votes.map(({ team }) => team))].sort()
  const byTeam = teams.map(
    (team) =>
      [
        team,
        counted(
          votes.filter((vote) => vote.team === team),
          options,
        ),
      ] as const,
  )
  return { overall: counted(votes, options), byTeam: Object.fromEntries(byTeam) }
}

function counted(votes: readonly CountedVote[], options: readonly string[]): Counts {
  const counts = new Map(options.map((option) => [option, 0]))
  for (const { choices, votes: alike = 1 } of votes)
    for (const choice of choices) {
      const before = counts.get(choice)
      if (before === undefined) throw new RangeError(`A vote names ${choice}, which is not in the vote.`)
      counts.set(choice, before + alike)
    }
  return Object.fromEntries(counts)
}

/** The count when each team has one vote, cast by its lead. Two votes of one team throw RangeError. */
export function tallyOfTeams(votes: readonly CountedVote[], options: readonly string[]): Tally {
  const result = tally(votes, options)
  for (const [team, counts] of Object.entries(result.byTeam))
    if (total(counts) > 1) throw new RangeError(`Team ${team} has more than one vote.`)
  return result
}

/** Each vote as its first choice alone. */
export const firstChoices = (votes: readonly CountedVote[]): CountedVote[] =>
  votes.map((vote) => ({ ...vote, choices: vote.choices.slice(0, 1) }))

/** The number of voters in each team, however many ideas each of them named. */
export function votersByTeam(votes: readonly CountedVote[]): Record<string, number> {
  const voters = new Map<string, number>()
  for (const { team, votes: alike = 1 } of votes) voters.set(team, (voters.get(team) ?? 0) + alike)
  return Object.fromEntries([...voters].sort(([a], [b]) => (a < b ? -1 : 1)))
}

export const total = (counts: Counts): number => Object.values(counts).reduce((sum, votes) => sum + votes, 0)

export type TeamChoice = { choice: string } | { tied: string[] } | { none: true }

/**
 * A team’s choice is what the most people of it chose, which may be fewer than half. A tie stays a tie: people
 * resolve it, with a recorded decision.
 */
export function teamChoice(counts: Counts): TeamChoice {
  const first = leaders(counts).filter(({ rank, votes }) => rank === 1 && votes > 0)
  if (first.length === 0) return { none: true }
  return first.length === 1 ? { choice: first[0]!.option } : { tied: first.map(({ option }) => option) }
}

export interface Place {
  option: string
  votes: number
  /** 1, 1, 3: those with as many votes share the better place. */
  rank: number
  tied: boolean
}

/** Options by votes, most first; those with as many votes in the order of the ballot. */
export function leaders(counts: Counts): Place[] {
  const all = Object.entries(counts)
  return all
    .map(([option, votes]) => ({
      option,
      votes,
      rank: 1 + all.filter(([, others]) => others > votes).length,
      tied: all.filter(([, others]) => others === votes).length > 1,
    }))
    .sort((a, b) => a.rank - b.rank)
}
