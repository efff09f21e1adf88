import type { Method, OwnIdeaRule } from './ballot.ts'
import type { Counts } from './count.ts'
import type { Outcome } from './rounds.ts'
import type { Option } from './vote.ts'

/** What everybody knows where the overall result is hidden. */
export interface Known {
  method: Method
  options: readonly Option[]
  ownIdea: OwnIdeaRule
  /** What the teams that are shown say together. */
  shown: Counts
  /** Every team that is not shown, and how many voted in it. */
  hidden: readonly { team: string; votes: number }[]
  /** How many voted in all. */
  votes: number
}

interface Hidden {
  votes: number
  /** The ideas to which its votes can be added. A vote for the own idea is barred or counted apart. */
  may: string[]
  /** All its votes are for the one idea that it may choose: everybody knows. */
  forced: boolean
}

const hiddenIn = ({ options, ownIdea, hidden }: Known): Hidden[] =>
  hidden.map(({ team, votes }) => {
    const may = options.filter((option) => option.team !== team).map(({ idea }) => idea)
    return { votes, may, forced: ownIdea === 'excluded' && may.length === 1 }
  })

const sum = (numbers: readonly number[]) => numbers.reduce((so, number) => so + number, 0)

/** The fewest votes, or first choices, that each idea can have. */
function fewestOf(known: Known): Counts {
  const forced = hiddenIn(known).filter((one) => one.forced)
  return Object.fromEntries(
    Object.entries(known.shown).map(([idea, has]) => [
      idea,
      has + sum(forced.filter(({ may }) => may[0] === idea).map(({ votes }) => votes)),
    ]),
  )
}

/**
 * Who is first in everything that the hidden teams can have chosen, or who is tied in all of it; null where it depends
 * on them. Where ideas are put in order, only whoever has more than half of all first choices is sure.
 */
export function firstInAny(known: Known): Outcome | null {
  const fewest = fewestOf(known)
  const ideas = Object.keys(fewest)
  if (known.method === 'ranked') {
    const winner = ideas.find((idea) => fewest[idea]! * 2 > known.votes)
    return winner === undefined ? null : { winner }
  }
  const hidden = hiddenIn(known)
  const lead = (idea: string, other: string) =>
    known.shown[idea]! - known.shown[other]! + sum(hidden.map((one) => one.votes * worst(one, idea, other)))
  const ahead = ideas.filter(
    (idea) => fewest[idea]! > 0 && ideas.every((other) => other === idea || lead(idea, other) >= 0),
  )
  const others = ideas.filter((idea) => !ahead.includes(idea))
  if (ahead.length === 0 || ahead.some((idea) => others.some((other) => lead(idea, other) === 0))) return null
  return ahead.length === 1 ? { winner: ahead[0]! } : { tied: ahead }
}

/** The least that one hidden vote adds to what an idea has more than another. */
const worst = ({ may, forced }: Hidden, idea: string, other: string): number =>
  may.includes(other) ? -1 : forced && may[0] === idea ? 1 : 0

/**
 * The ideas that can be first, alone or with others. Where ideas are put in order these are more than can, rather than
 * fewer: all but those that have too few first choices together, with all that is hidden, to stay in.
 */
export function canBeFirst(known: Known): string[] {
  if (known.method === 'ranked') return canStay(known)
  const hidden = hiddenIn(known)
  return Object.keys(known.shown).filter((idea) => {
    const [friends, owners] = [true, false].map((is) => hidden.filter(({ may }) => may.includes(idea) === is))
    const has = known.shown[idea]! + sum(friends!.map(({ votes }) => votes))
    const others = new Map(Object.entries(known.shown).filter(([other]) => other !== idea))
    if (known.ownIdea === 'excluded') for (const owner of owners!) spread(owner, others)
    return has > 0 && [...others.values()].every((other) => other <= has)
  })
}

/** Gives the votes of a team so that the most that any idea has stays least. */
function spread({ votes, may }: Hidden, counts: Map<string, number>): void {
  for (let vote = 0; vote < votes; vote++) {
    const [lowest] = may.toSorted((a, b) => counts.get(a)! - counts.get(b)!)
    if (lowest !== undefined) counts.set(lowest, counts.get(lowest)! + 1)
  }
}

function canStay(known: Known): string[] {
  const fewest = fewestOf(known)
  const ideas = Object.keys(fewest)
  const rising = ideas.toSorted((a, b) => fewest[a]! - fewest[b]!)
  const free = sum(hiddenIn(known).map(({ votes, forced }) => (forced ? 0 : votes)))
  const out = rising.findLastIndex(
    (_idea, at) =>
      at + 1 < rising.length &&
      free + sum(rising.slice(0, at + 1).map((idea) => fewest[idea]!)) < fewest[rising[at + 1]!]!,
  )
  return ideas.filter((idea) => rising.indexOf(idea) > out)
}
