import type { Method } from './ballot.ts'
import type { Place } from './count.ts'
import type { Result } from './result.ts'
import { winnersOf, type Round } from './rounds.ts'

export type Titles = ReadonlyMap<string, string>

const counted = (number: number, one: string) => (number === 1 ? `1 ${one}` : `${number} ${one}s`)

/** Words with commas and a last “and”. */
export const listed = (words: readonly string[], last = 'and'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`

const named = (options: readonly string[], titles: Titles) =>
  options.map((option) => `“${titles.get(option) ?? option}”`)

/** The result as one sentence, for those who listen rather than look. */
export function sentenceOf(result: Result, titles: Titles, method: Method = 'person'): string {
  const { votes, overall, outcome, places, rounds } = result
  if (votes === 0) return 'Nobody voted.'
  if (!overall || !outcome)
    return 'Too few people voted to show the result without telling what single people chose.'
  const first = named(winnersOf(outcome), titles)
  if (first.length === 0) return `All ${counted(votes, 'vote')} were for the voters’ own ideas.`
  if (rounds) return afterRounds(rounds, first, titles)
  const has = places[0]!.votes
  if (method === 'several')
    return first.length === 1
      ? `${first[0]} has the most votes: ${has} of ${counted(votes, 'voter')} chose it.`
      : `${listed(first)} are tied: ${has} of ${counted(votes, 'voter')} chose each.`
  if (first.length === 1) return `${first[0]} has the most votes: ${has} of ${votes}.`
  return `${listed(first)} are tied with ${counted(has, 'vote')} each of ${votes}.`
}

function afterRounds(rounds: readonly Round[], first: readonly string[], titles: Titles): string {
  const { counts, undecided } = rounds.at(-1)!
  const still = Object.values(counts).reduce((sum, votes) => sum + votes, 0)
  const most = Math.max(...Object.values(counts))
  if (undecided) {
    const tied = listed(named(undecided, titles))
    return first.length === 1
      ? `${first[0]} wins. ${tied} are tied for fewest in round ${rounds.length}, and it wins whichever of them is taken out.`
      : `The result is a tie: ${tied} are tied for fewest in round ${rounds.length}, and on which of them is taken out depends whether ${listed(first, 'or')} wins.`
  }
  if (first.length > 1)
    return `${listed(first)} are tied in round ${rounds.length}, with ${counted(most, 'vote')} each.`
  if (rounds.length === 1) return `${first[0]} is the first choice of more than half: ${most} of ${still}.`
  return `${first[0]} wins in round ${rounds.length}, with ${most} of the ${still} votes that still count.`
}

/** What happens after a round: who is taken out, why, and where the votes go. */
export function sayRound(round: Round, next: Round | undefined, titles: Titles): string {
  const { out, because, undecided, counts } = round
  const tied = undecided && listed(named(undecided, titles))
  if (tied) return `${tied} are tied for fewest, now and in each round before.`
  if (out.length === 0) return ''
  const names = listed(named(out, titles))
  const has = counted(counts[out[0]!]!, 'vote')
  const why = {
    fewest: `${names} has fewest, ${has}, and is taken out.`,
    together: `${names} have fewest, ${has} each, and too few together to catch up. They are taken out.`,
    earlier: `${names} is tied for fewest, had fewer in an earlier round, and is taken out.`,
  }[because ?? 'fewest']
  return next ? `${why} ${sayMoved(round, next, titles)}`.trim() : why
}

function sayMoved({ counts, spent, out }: Round, next: Round, titles: Titles): string {
  const moved = out.reduce((sum, option) => sum + counts[option]!, 0)
  if (moved === 0) return ''
  const gained = Object.keys(next.counts)
    .map((option) => ({ option, votes: next.counts[option]! - counts[option]! }))
    .filter(({ votes }) => votes > 0)
  const to = gained.map(({ option, votes }) => `${votes} to ${named([option], titles)[0]}`)
  const lost = next.spent - spent
  const rest = lost > 0 ? [`${lost} ${lost === 1 ? 'has' : 'have'} no further choice`] : []
  return `Of its votes: ${listed([...to, ...rest])}.`.replace('its', out.length > 1 ? 'their' : 'its')
}

/** One place of a result as one sentence. */
export function sayPlaces(places: readonly Place[], titles: Titles): string {
  const [first] = places
  if (!first) return ''
  const names = listed(places.map(({ option }) => titles.get(option) ?? option))
  return places.length === 1
    ? `Place ${first.rank}: ${names}, ${counted(first.votes, 'vote')}.`
    : `Place ${first.rank}, tied: ${names}, ${counted(first.votes, 'vote')} each.`
}
