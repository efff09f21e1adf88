import type { CountedVote, Counts } from './count.ts'

/**
 * The reasons for taking ideas out: fewest votes, tied but out of reach together, or fewer in an earlier round. Either:
 * nothing tells between those tied for last, and whichever goes, the end is the same; one is taken out. Undecided:
 * nothing tells between them, the end depends on it, and nobody is taken out.
 */
export const reasons = ['fewest', 'together', 'earlier', 'either', 'undecided'] as const
export type Because = (typeof reasons)[number]

export interface Round {
  /** Votes for each idea that is still in, in the order of the ballot. */
  counts: Counts
  /** Votes of which every choice has been taken out. */
  spent: number
  /** The ideas that are taken out after this round. */
  out: string[]
  because?: Because
  /** Tied for last; in a last round without a reason, tied for first. */
  tied?: string[]
  /** The ideas of which either may be taken out. */
  between?: string[]
}

export type Outcome = { winner: string } | { tied: string[] } | { none: true }

export interface RunOff {
  rounds: Round[]
  outcome: Outcome
}

/**
 * The count of votes that put ideas in order. In each round a vote counts for the highest of its choices that is
 * still in. Whoever has more than half of the votes that still count wins; otherwise the idea with fewest is
 * taken out and the next round begins.
 *
 * Where several have fewest:
 * 1. If together they have fewer votes than the next, none of them can be saved by the others' votes and all are
 *    taken out at once.
 * 2. Otherwise the one goes that had fewest in the round before; of several, the one that had fewest in the round
 *    before that, and so on. So rule the Australian Capital Territory's elections: Electoral Act 1992, schedule 4,
 *    clause 8 (2), in the words of its amendment of 2015.
 * 3. If some are left that never differed, that clause draws lots. Nothing is drawn here: each is tried. If all of them
 *    end alike, the first on the ballot is taken out, and the rounds go on to that end; if not, those that can win are
 *    tied, and people decide.
 *
 * If all that are still in have as many votes, they are tied, whatever came before.
 */
export function runOff(votes: readonly CountedVote[], options: readonly string[]): RunOff {
  const known = new Set(options)
  for (const choice of votes.flatMap(({ choices }) => choices))
    if (!known.has(choice)) throw new RangeError(`A vote names ${choice}, which is not in the vote.`)
  return count({ votes, tries: { left: mostTries } }, options, [])
}

/** So many orders of elimination are tried; with more, all that are tied may win. */
const mostTries = 500

interface Counting {
  votes: readonly CountedVote[]
  tries: { left: number }
}

function count(counting: Counting, standing: readonly string[], before: readonly Round[]): RunOff {
  const round = roundOf(counting.votes, standing)
  const outcome = outcomeOf(round)
  if (outcome) {
    const tied = winnersOf(outcome)
    return { rounds: [...before, { ...round, ...(tied.length > 1 && { tied }) }], outcome }
  }
  const { lowest, next } = lowestIn(round)
  const { out, because, alike } = takenOut(lowest, round.counts, next, before)
  const said: Round = { ...round, out, because, ...(lowest.length > 1 && { tied: lowest }) }
  if (out.length === 0) return tryEach(alike, counting, said, before)
  return count(counting, without(standing, out), [...before, said])
}

const without = (standing: readonly string[], out: readonly string[]) =>
  standing.filter((option) => !out.includes(option))

function roundOf(votes: readonly CountedVote[], standing: readonly string[]): Round {
  const counts = new Map(standing.map((option) => [option, 0]))
  let spent = 0
  for (const { choices, votes: alike = 1 } of votes) {
    const choice = choices.find((one) => counts.has(one))
    if (choice === undefined) spent += alike
    else counts.set(choice, counts.get(choice)! + alike)
  }
  return { counts: Object.fromEntries(counts), spent, out: [] }
}

function outcomeOf({ counts }: Round): Outcome | undefined {
  const all = Object.entries(counts)
  const sum = all.reduce((so, [, votes]) => so + votes, 0)
  if (sum === 0) return { none: true }
  const winner = all.find(([, votes]) => votes * 2 > sum)
  if (winner) return { winner: winner[0] }
  return all.every(([, votes]) => votes === all[0]![1]) ? { tied: all.map(([option]) => option) } : undefined
}

/** Those with fewest votes, and how many the next have. */
function lowestIn({ counts }: Round): { lowest: string[]; next: number } {
  const fewest = Math.min(...Object.values(counts))
  const lowest = Object.keys(counts).filter((option) => counts[option] === fewest)
  return { lowest, next: Math.min(...Object.values(counts).filter((votes) => votes > fewest)) }
}

/** The ideas to take out; or, where that is not decided, those it is between. */
function takenOut(
  lowest: string[],
  counts: Counts,
  next: number,
  before: readonly Round[],
): { out: string[]; because: Because; alike: string[] } {
  if (lowest.length === 1) return { out: lowest, because: 'fewest', alike: [] }
  if (lowest.reduce((sum, option) => sum + counts[option]!, 0) < next)
    return { out: lowest, because: 'together', alike: [] }
  const last = before.toReversed().reduce((tied, round) => fewestOf(tied, round.counts), lowest)
  return last.length === 1
    ? { out: last, because: 'earlier', alike: [] }
    : { out: [], because: 'undecided', alike: last }
}

function fewestOf(options: string[], counts: Counts): string[] {
  const fewest = Math.min(...options.map((option) => counts[option]!))
  return options.filter((option) => counts[option] === fewest)
}

/** The count from here where any of these may be taken out: on to the end that all have, or no further. */
function tryEach(
  alike: readonly string[],
  counting: Counting,
  said: Round,
  before: readonly Round[],
): RunOff {
  const standing = Object.keys(said.counts)
  counting.tries.left -= alike.length
  const tried: RunOff[] = []
  for (const option of alike) {
    if (counting.tries.left < 0) break
    const either: Round = { ...said, out: [option], because: 'either', between: [...alike] }
    tried.push(count(counting, without(standing, [option]), [...before, either]))
  }
  if (counting.tries.left < 0) return { rounds: [...before, said], outcome: { tied: standing } }
  if (endAlike(tried)) return tried[0]!
  const winners = new Set(tried.flatMap(({ outcome }) => winnersOf(outcome)))
  return {
    rounds: [...before, said],
    outcome: { tied: standing.filter((option) => winners.has(option)) },
  }
}

/** One wins in all of them, or the same are tied at the end of all. */
const endAlike = ([first, ...others]: readonly RunOff[]): boolean =>
  [first!, ...others].every(
    ({ rounds, outcome }) =>
      rounds.at(-1)!.because !== 'undecided' &&
      winnersOf(outcome).join() === winnersOf(first!.outcome).join(),
  )

export const winnersOf = (outcome: Outcome): string[] =>
  'winner' in outcome ? [outcome.winner] : 'tied' in outcome ? outcome.tied : []
