import { total, type Counts } from './count.ts'

/** A breakdown of fewer voters than this would tell what single people chose. */
const fewest = 3

export interface Published {
  /** null: hidden. */
  overall: Counts | null
  byTeam: Record<string, Counts | null>
}

/** What decides what is hidden. */
export interface Publishing {
  /** How many voted in each team; where each names one idea, its votes. */
  voters: Readonly<Record<string, number>>
  /** Teams with an idea on the ballot for which their own votes are not counted in. */
  owners: ReadonlySet<string>
}

/**
 * What may be shown of a result, given that the number of voters of each team is no secret (the Screen shows it
 * while the ballot is open), nor which team owns which idea. It is voters that count, not how many ideas they name.
 *
 * 1. A team with one or two voters is hidden. (A team without votes has nothing to hide and hides nobody.)
 * 2. What is shown overall less the teams shown is the sum of the hidden teams. So that it tells of no single
 *    team, it must be the sum of at least two teams and of at least three voters: until it is, the smallest team
 *    still shown is hidden too (of teams as small, the first by id).
 * 3. A team with an idea on the ballot is not counted in for it. Where few ideas have votes left over, that alone
 *    tells what its voters chose. So no such team is ever part of what is left over: it is not hidden to cover others,
 *    and where it is hidden itself, the overall result is hidden.
 * 4. Where the overall result is hidden, no team covers another: all teams of three voters or more are shown. Nothing
 *    that is shown then depends on what the hidden teams chose.
 *
 * The rule looks at how many voted, never at what they chose: otherwise what it hides would itself tell
 * something. Where all hidden teams chose the same, or votes move together through several rounds, their sum says
 * so, as a unanimous team always reveals itself.
 */
export function publishable(
  byTeam: Record<string, Counts>,
  { owners = new Set(), voters }: Partial<Publishing> = {},
): Published {
  const teams = Object.entries(byTeam)
  const sizes = teams
    .map(([team, counts]): Size => ({
      team,
      voters: voters?.[team] ?? total(counts),
      owner: owners.has(team),
    }))
    .filter((one) => one.voters > 0)
    .sort(smallestFirst)
  const small = sizes.filter((one) => one.voters < fewest)
  const covered = withCover(small, sizes)
  const names = new Set((covered ?? small).map(({ team }) => team))
  return {
    overall: covered ? sumOf(teams) : null,
    byTeam: Object.fromEntries(teams.map(([team, counts]) => [team, names.has(team) ? null : counts])),
  }
}

interface Size {
  team: string
  voters: number
  owner: boolean
}

const smallestFirst = (a: Size, b: Size) => a.voters - b.voters || (a.team < b.team ? -1 : 1)

/** The small teams with those that must be hidden to cover them; nothing where that cannot be. */
function withCover(small: readonly Size[], all: readonly Size[]): readonly Size[] | undefined {
  if (small.length === 0) return small
  if (small.some(({ owner }) => owner)) return undefined
  const others = all.filter((one) => !one.owner && !small.includes(one))
  const covers = others.map((_one, at) => [...small, ...others.slice(0, at + 1)])
  return [small, ...covers].find(areEnough)
}

const areEnough = (teams: readonly Size[]) =>
  teams.length >= 2 && teams.reduce((sum, { voters }) => sum + voters, 0) >= fewest

function sumOf(teams: readonly (readonly [string, Counts])[]): Counts {
  const sums = new Map<string, number>()
  for (const [, counts] of teams)
    for (const [option, votes] of Object.entries(counts)) sums.set(option, (sums.get(option) ?? 0) + votes)
  return Object.fromEntries(sums)
}
