/** What the count needs of a vote, or of several alike. Options and teams are ids. */
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
      if (before === undefined) throw new RangeError(`A vote names ${choice}, which is not on the ballot.`)
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

export const total = (counts: Counts): number => Object.values(counts).reduce((sum, votes) => sum + votes, 0)

export type TeamChoice = { choice: string } | { tied: string[] } | { none: true }

/** A team's choice is what most of it chose. A tie stays a tie: people resolve it, with a recorded decision. */
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

/** A breakdown of fewer votes than this would tell what single people chose. */
const fewest = 3

export interface Published {
  /** null: hidden. */
  overall: Counts | null
  byTeam: Record<string, Counts | null>
}

/**
 * What may be shown of a result, given that the number of votes of each team is no secret (the Screen shows it
 * while the ballot is open).
 *
 * 1. A team with one or two votes is hidden. (A team without votes has nothing to hide and hides nobody.)
 * 2. What is shown overall less the teams shown is the sum of the hidden teams. So that it tells of no single
 *    team, it must be the sum of at least two teams and of at least three votes: until it is, the smallest team
 *    still shown is hidden too (of teams as small, the first by id).
 * 3. If all teams are hidden and it still is not, the overall result is hidden.
 * 4. `owners` have an idea on the ballot for which their own votes are not counted in. What is left over for
 *    that idea is then of the other hidden teams alone, so these must satisfy 2 without the owner.
 *
 * The rule looks at how many voted, never at what they chose: otherwise what it hides would itself tell
 * something. Where all hidden teams chose the same, their sum says so, as a unanimous team always reveals
 * itself.
 */
export function publishable(
  byTeam: Record<string, Counts>,
  owners: ReadonlySet<string> = new Set(),
): Published {
  const teams = Object.entries(byTeam)
  const voted = teams.filter(([, counts]) => total(counts) > 0).sort(smallestFirst)
  const hidden = voted.slice(0, numberToHide(voted, owners))
  const names = new Set(hidden.map(([team]) => team))
  return {
    overall: hidden.length > 0 && !isCover(hidden, owners) ? null : sumOf(teams),
    byTeam: Object.fromEntries(teams.map(([team, counts]) => [team, names.has(team) ? null : counts])),
  }
}

type Entry = readonly [team: string, counts: Counts]

const smallestFirst = ([a, inA]: Entry, [b, inB]: Entry) => total(inA) - total(inB) || (a < b ? -1 : 1)

/** Of teams in rising order of size, how many from the front must be hidden. */
function numberToHide(teams: readonly Entry[], owners: ReadonlySet<string>): number {
  let count = teams.filter(([, counts]) => total(counts) < fewest).length
  if (count === 0) return 0
  while (count < teams.length && !isCover(teams.slice(0, count), owners)) count++
  return count
}

const isCover = (hidden: readonly Entry[], owners: ReadonlySet<string>): boolean =>
  areEnough(hidden) &&
  hidden.every((one) => !owners.has(one[0]) || areEnough(hidden.filter((other) => other !== one)))

const areEnough = (teams: readonly Entry[]) =>
  teams.length >= 2 && teams.reduce((sum, [, counts]) => sum + total(counts), 0) >= fewest

function sumOf(teams: readonly Entry[]): Counts {
  const sums = new Map<string, number>()
  for (const [, counts] of teams)
    for (const [option, votes] of Object.entries(counts)) sums.set(option, (sums.get(option) ?? 0) + votes)
  return Object.fromEntries(sums)
}
