/** Something that is known of votes or of voters: numbers by id, such as a place in a file or a transaction. */
export interface Mark {
  name: string
  of: Map<string, number[]>
}

export interface Known {
  /** The vote of each voter. The adversary does not know it: it says how well they guess. */
  truth: Map<string, string>
  teamOf: Map<string, string>
  votes: Mark[]
  voters: Mark[]
}

/** For each voter the votes that they may have cast, as far as a way of guessing can tell. */
type Guess = { how: string; guesses: Map<string, string[]> }

export interface Found {
  how: string
  /** The number of voters matched to their votes; among several candidates one is taken by chance. */
  matched: number
}

/** A chance that is the same in every run. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function shuffled<One>(all: readonly One[], random: () => number): One[] {
  const mixed = [...all]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
  }
  return mixed
}

interface Team {
  voters: string[]
  votes: string[]
}

function teamsIn({ truth, teamOf }: Known): Team[] {
  const teams = Map.groupBy(truth.keys(), (voter) => teamOf.get(voter)!)
  return [...teams.values()].map((voters) => ({
    voters: voters.toSorted(),
    votes: voters.map((voter) => truth.get(voter)!).toSorted(),
  }))
}

const first = (mark: Mark, id: string) => Math.min(...(mark.of.get(id) ?? []))
const last = (mark: Mark, id: string) => Math.max(...(mark.of.get(id) ?? []))
type End = typeof first

const inOrder = (ids: readonly string[], mark: Mark, end: End) =>
  ids
    .filter((id) => mark.of.has(id))
    .toSorted((one, other) => end(mark, one) - end(mark, other) || (one < other ? -1 : 1))

/** The first of a team's voters in one order cast the first of its votes in another; or the last. */
function byRank(team: Team, vote: Mark, voter: Mark, end: End, backwards: boolean): [string, string[]][] {
  const votes = inOrder(team.votes, vote, end)
  if (backwards) votes.reverse()
  const voters = inOrder(team.voters, voter, end)
  return voters.flatMap((one, at): [string, string[]][] => (votes[at] ? [[one, [votes[at]]]] : []))
}

/** A voter cast one of the votes that share a mark with them. */
function bySharing(team: Team, vote: Mark, voter: Mark): [string, string[]][] {
  const holding = new Map<number, string[]>()
  for (const id of team.votes)
    for (const value of vote.of.get(id) ?? []) holding.set(value, [...(holding.get(value) ?? []), id])
  return team.voters.map((one) => [
    one,
    [...new Set((voter.of.get(one) ?? []).flatMap((value) => holding.get(value) ?? []))],
  ])
}

/** A voter cast the vote that lies nearest to them. */
function byNearness(team: Team, vote: Mark, voter: Mark): [string, string[]][] {
  const places = team.votes.flatMap((id) => (vote.of.get(id) ?? []).map((place) => ({ id, place })))
  return team.voters.map((one) => {
    let nearest: string[] = []
    let least = Infinity
    for (const from of voter.of.get(one) ?? [])
      for (const { id, place } of places) {
        const far = Math.abs(place - from)
        if (far < least) [least, nearest] = [far, [id]]
      }
    return [one, nearest]
  })
}

/** Every way of guessing from every mark of the votes and every mark of the voters. */
function* allGuesses(known: Known): Generator<Guess> {
  const teams = teamsIn(known)
  for (const vote of known.votes)
    for (const voter of known.voters) {
      const pair = `${vote.name} ~ ${voter.name}`
      const guess = (how: string, of: (team: Team) => [string, string[]][]): Guess => ({
        how: `${how}: ${pair}`,
        guesses: new Map(teams.flatMap(of)),
      })
      for (const end of [first, last]) {
        yield guess(`rank by ${end.name}`, (team) => byRank(team, vote, voter, end, false))
        yield guess(`rank backwards by ${end.name}`, (team) => byRank(team, vote, voter, end, true))
      }
      yield guess('shared', (team) => bySharing(team, vote, voter))
      yield guess('nearest', (team) => byNearness(team, vote, voter))
    }
}

const matchedBy = ({ guesses }: Guess, truth: ReadonlyMap<string, string>): number => {
  let matched = 0
  for (const [voter, votes] of guesses) if (votes.includes(truth.get(voter)!)) matched += 1 / votes.length
  return matched
}

/** The votes, dealt out again by chance within each team. */
function dealtAnew({ truth, teamOf }: Known, random: () => number): Map<string, string> {
  const dealt = new Map<string, string>()
  for (const voters of Map.groupBy(truth.keys(), (voter) => teamOf.get(voter)!).values()) {
    const votes = shuffled(voters, random).map((voter) => truth.get(voter)!)
    voters.forEach((voter, at) => dealt.set(voter, votes[at]!))
  }
  return dealt
}

export interface Verdict {
  ways: number
  /** The best ways of guessing, the best first. */
  best: Found[]
  /** The best that any of the ways did where who cast what had been dealt out anew, so that there is nothing to find. */
  chance: number
}

/** The adversary's finds, and those to be expected where there is nothing to be found. */
export function tries(known: Known, deals = 10): Verdict {
  const random = dice(20270112)
  const nothing = Array.from({ length: deals }, () => dealtAnew(known, random))
  const found: Found[] = []
  let chance = 0
  for (const guess of allGuesses(known)) {
    found.push({ how: guess.how, matched: matchedBy(guess, known.truth) })
    for (const dealt of nothing) chance = Math.max(chance, matchedBy(guess, dealt))
  }
  found.sort((one, other) => other.matched - one.matched)
  return { ways: found.length, best: found.slice(0, 5), chance }
}

/** The strongest correlation, within teams, between what is known of votes and of those who cast them. */
export function strongestCorrelation(known: Known): { how: string; strength: number } {
  let strongest = { how: 'none', strength: 0 }
  for (const vote of known.votes)
    for (const voter of known.voters)
      for (const end of [first, last]) {
        const strength = Math.abs(correlation(known, vote, voter, end))
        if (strength > strongest.strength)
          strongest = { how: `${end.name}: ${vote.name} ~ ${voter.name}`, strength }
      }
  return strongest
}

/** Of a few, chance alone makes strong ones. */
const fewest = 60

function correlation(known: Known, vote: Mark, voter: Mark, end: End): number {
  let [sum, squares, others, pairs] = [0, 0, 0, 0]
  for (const team of teamsIn(known)) {
    const voters = team.voters.filter((id) => voter.of.has(id) && vote.of.has(known.truth.get(id)!))
    const place = ranks(voters, (id) => end(voter, id))
    const castAt = ranks(
      voters.map((id) => known.truth.get(id)!),
      (id) => end(vote, id),
    )
    pairs += voters.length
    const middle = (voters.length - 1) / 2
    for (const id of voters) {
      const [one, other] = [place.get(id)! - middle, castAt.get(known.truth.get(id)!)! - middle]
      sum += one * other
      squares += one * one
      others += other * other
    }
  }
  return pairs < fewest || squares === 0 || others === 0 ? 0 : sum / Math.sqrt(squares * others)
}

/** Equal values share the middle of their ranks, so that what says nothing correlates with nothing. */
function ranks(ids: readonly string[], valueOf: (id: string) => number): Map<string, number> {
  const sorted = ids.toSorted((one, other) => valueOf(one) - valueOf(other))
  const ranked = new Map<string, number>()
  for (let from = 0; from < sorted.length;) {
    let to = from
    while (to < sorted.length && valueOf(sorted[to]!) === valueOf(sorted[from]!)) to++
    for (const id of sorted.slice(from, to)) ranked.set(id, (from + to - 1) / 2)
    from = to
  }
  return ranked
}
