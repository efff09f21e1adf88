import type { OwnIdeaRule } from '../../ballot/rules/ballot.ts'
import { total, type Counts } from './count.ts'
import type { Option } from '../../voting/rules/vote.ts'

/** A breakdown of fewer voters than this would tell what single people chose. */
export const fewest = 3

export interface Published {
  /** null: hidden, because fewer than three voted in all. */
  overall: Counts | null
  /** null: the team is hidden among "the other teams". */
  byTeam: Record<string, Counts | null>
}

/** Beside the numbers of voters, all that decides what is hidden. Everybody knows it. */
export interface Voting {
  /** The number of voters in each team; where each names one idea, its votes. */
  voters: Readonly<Record<string, number>>
  options: readonly Option[]
  ownIdea: OwnIdeaRule
}

/**
 * A result as it may be shown, given that the number of voters of each team is no secret (the Screen shows it
 * while the ballot is open), nor which team owns which idea. It is voters that count, not how many ideas they name.
 *
 * 1. The whole is shown exactly, unless fewer than three voted in all.
 * 2. By team, one with one or two voters is hidden. (A team without votes has nothing to hide and hides nobody.)
 * 3. The whole less the teams shown is the sum of the hidden teams. Each number in that sum must be one that at least
 *    two hidden teams with three voters between them could have made: until it is, the smallest team still shown is
 *    hidden too (first teams without an idea on the ballot; of teams as small, the first by id). Where votes for one's
 *    own idea are barred or counted apart, the team of an idea does not count among those who could have chosen it;
 *    nor does a team that had only one idea to choose, of which everybody knows what it chose.
 * 4. Where no such group can be made, no team is shown by itself.
 *
 * The rule looks at how many voted, never at what they chose: so it can be said before closing what will be hidden,
 * and hiding itself tells nothing.
 */
export function publishable(byTeam: Record<string, Counts>, voting: Partial<Voting> = {}): Published {
  const teams = Object.entries(byTeam)
  const voters = voting.voters ?? Object.fromEntries(teams.map(([team, counts]) => [team, total(counts)]))
  const hidden = new Set(hiddenTeams({ options: [], ownIdea: 'counted', ...voting, voters }))
  return {
    overall: isHiddenWhole(voters) ? null : sumOf(teams.map(([, counts]) => counts)),
    byTeam: Object.fromEntries(teams.map(([team, counts]) => [team, hidden.has(team) ? null : counts])),
  }
}

/** True if fewer voted in all than may be shown even together. */
export function isHiddenWhole(voters: Voting['voters']): boolean {
  const all = total(voters)
  return all > 0 && all < fewest
}

/** The teams that are shown only together with others, by id; none where every team is shown. */
export function hiddenTeams({ voters, options, ownIdea }: Voting): string[] {
  const owned = ownIdea === 'counted' ? [] : options
  const sizes = Object.entries(voters)
    .map(([team, size]): Size => {
      const own = owned.filter((option) => option.team === team).length
      return {
        team,
        size,
        owner: own > 0,
        forced: ownIdea === 'excluded' && own > 0 && own >= owned.length - 1,
      }
    })
    .filter(({ size }) => size > 0)
    .sort(inOrderOfHiding)
  const small = sizes.filter(({ size }) => size < fewest)
  if (small.length === 0) return []
  const others = sizes.filter((one) => !small.includes(one))
  const groups = [small, ...others.map((_one, at) => [...small, ...others.slice(0, at + 1)])]
  const enough = groups.find((group) => canHide(group, owned, ownIdea)) ?? sizes
  return enough.map(({ team }) => team).sort()
}

interface Size {
  team: string
  size: number
  owner: boolean
  /** Its people had one idea to choose at the most. */
  forced: boolean
}

const inOrderOfHiding = (a: Size, b: Size) =>
  Number(a.owner) - Number(b.owner) || a.size - b.size || (a.team < b.team ? -1 : 1)

/** True if each number that can be worked out of a group could be that of several teams and people. */
function canHide(group: readonly Size[], owned: readonly Option[], ownIdea: OwnIdeaRule): boolean {
  const free = group.filter(({ forced }) => !forced)
  const without = (team: string) => free.filter((one) => one.team !== team)
  const owners = free.filter(({ owner }) => owner)
  return (
    isMany(free) &&
    owned.every(({ team }) => isMany(without(team))) &&
    // Owners gave to their own ideas the difference between the voters and the sum of the ideas.
    (ownIdea !== 'apart' || owners.length === 0 || isMany(owners))
  )
}

const isMany = (group: readonly Size[]) =>
  group.length >= 2 && group.reduce((sum, { size }) => sum + size, 0) >= fewest

/** The sum of several counts; an idea that none of them names is not in it. */
export function sumOf(all: readonly Counts[]): Counts {
  const sums = new Map<string, number>()
  for (const counts of all)
    for (const [option, votes] of Object.entries(counts)) sums.set(option, (sums.get(option) ?? 0) + votes)
  return Object.fromEntries(sums)
}
