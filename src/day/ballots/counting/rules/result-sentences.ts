import type { Method } from '../../ballot/rules/ballot.ts'
import { total, type Place } from './count.ts'
import type { Result } from './result.ts'
import { winnersOf, type Outcome, type Round } from './rounds.ts'
import { counted, listed } from '../../../../platform/text/english.ts'

export type Titles = ReadonlyMap<string, string>

const named = (options: readonly string[], titles: Titles) =>
  options.map((option) => `“${titles.get(option) ?? option}”`)

const mostNamed = 3

/** The tied ideas: by name where they are few, by number where naming them would take long. */
const tiedIdeas = (options: readonly string[], titles: Titles) =>
  options.length <= mostNamed ? listed(named(options, titles)) : `${options.length} ideas`

/** The result as one sentence, for those who listen rather than look. */
export function sentenceOf(result: Result, titles: Titles, method: Method = 'person'): string {
  const { votes, overall, outcome, places, rounds } = result
  if (votes === 0) return 'Nobody voted.'
  if (!overall) return tooFew
  const winners = outcome ? winnersOf(outcome) : []
  const [first] = named(winners, titles)
  if (!first) return `All ${counted(votes, 'vote')} were for the voters’ own ideas.`
  if (rounds) return afterRounds(rounds, winners, titles)
  const has = places[0]!.votes
  const tied = tiedIdeas(winners, titles)
  if (method === 'several')
    return winners.length === 1
      ? `${first} has the most votes: ${has} of ${counted(votes, 'voter')} chose it.`
      : `${tied} are tied: ${has} of ${counted(votes, 'voter')} chose each.`
  if (winners.length === 1) return `${first} has the most votes: ${has} of ${votes}.`
  return `${tied} are tied with ${counted(has, 'vote')} each of ${votes}.`
}

const tooFew = 'Too few people voted to show the result without telling what single people chose.'

function afterRounds(rounds: readonly Round[], winners: readonly string[], titles: Titles): string {
  const { counts, because } = rounds.at(-1)!
  const [first] = named(winners, titles)
  const still = total(counts)
  const most = Math.max(...Object.values(counts))
  if (because === 'undecided')
    return `${tiedIdeas(winners, titles)} are tied. How the count ends depends on which of the ideas tied for last is taken out.`
  const either = rounds.some((round) => round.because === 'either')
  const alike = either ? ' Where no round said which idea goes, each way ends the same.' : ''
  if (winners.length > 1)
    return `${tiedIdeas(winners, titles)} are tied in round ${rounds.length}, with ${counted(most, 'vote')} each.${alike}`
  if (rounds.length === 1) return `${first} is the first choice of more than half: ${most} of ${still}.`
  return `${first} wins in round ${rounds.length}, with ${most} of the ${still} votes that still count.${alike}`
}

/** The rule for a tie for last place, in the words of the page. */
export const ruleForLast =
  'If all that are left have as many votes, they are tied. Of ideas tied for last, the one goes that had fewest votes in the round before, or in the one before that, and so on. Where that does not tell, each is taken out in turn to see how the count would end. If the end is always the same, one of them is taken out and the rounds go on; if not, it is a tie.'

/** The end of a round in words: the ideas taken out, the reason, and where the votes go. */
export function sayRound(round: Round, next: Round | undefined, titles: Titles): string {
  const { out, because, tied = [], between = [], counts } = round
  const last = tiedIdeas(tied, titles)
  if (because === 'undecided')
    return `${last} are tied for last, and no earlier round says which is taken out.`
  if (out.length === 0) return ''
  const names = listed(named(out, titles))
  const has = counted(counts[out[0]!]!, 'vote')
  const why = {
    fewest: `${names} has fewest, ${has}, and is taken out.`,
    together: `${names} are tied for last, ${has} each, and too few together to catch up. They are taken out.`,
    earlier: `${last} are tied for last, ${has} each. ${names} had fewer in an earlier round, and is taken out.`,
    either: `${last} are tied for last, ${has} each. Nothing says which ${between.length < tied.length ? `of ${tiedIdeas(between, titles)} ` : ''}goes, and the end is the same whichever does. Here it is ${names}.`,
  }[because ?? 'fewest']
  return next ? `${why} ${sayMoved(round, next, titles)}`.trim() : why
}

/** The label beside the votes of an idea in a round. The winner is told with the last round only. */
export function labelIn(
  { tied = [], out, because }: Round,
  option: string,
  outcome?: Outcome | null,
): string | undefined {
  const labels = [
    tied.includes(option) && (because ? 'tied for last' : 'tied'),
    out.includes(option) && 'taken out',
    because === 'undecided' && outcome && winnersOf(outcome).includes(option) && 'may win',
  ]
  return labels.filter(Boolean).join(', ') || undefined
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

/** The votes of one idea, the same wherever they stand: of how many people, where each can choose several. */
export const votesInWords = (votes: number, all: number, method: Method): string =>
  method === 'several' ? `${votes} of ${all}` : counted(votes, 'vote')

/** The caption of the bars of a result. */
export const captionOf = (method: Method): string =>
  method === 'several' ? 'How many chose each idea' : 'Votes for each idea'

/** One place of a result as one sentence. */
export function sayPlaces(places: readonly Place[], all: number, titles: Titles, method: Method): string {
  const [first] = places
  if (!first) return ''
  const has = votesInWords(first.votes, all, method)
  const names = listed(places.map(({ option }) => titles.get(option) ?? option))
  return places.length === 1
    ? `Place ${first.rank}: ${names}, ${has}.`
    : `Place ${first.rank}, tied: ${names}, ${has} each.`
}
