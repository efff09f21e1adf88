import { dayState, zone } from '../../../../before/events/rules.ts'
import { todayIn } from '../../../../platform/face/dates.ts'
import type { Method } from '../../ballot/rules/ballot.ts'
import { leaders, total, type Place } from './count.ts'
import type { Result } from './result.ts'
import { captionOf, labelIn, sayPlaces, sayRound, type Titles } from './result-sentences.ts'

/**
 * True while a result has the Screen to itself. When the day is past, what is revealed then has it until the next
 * midnight: a Screen that is looked at weeks later says that the day is over.
 */
export const holdsScreen = (
  { onScreen, revealedAt }: { onScreen: boolean; revealedAt: string | null },
  event: { on_day: string },
  now: string,
): boolean =>
  onScreen &&
  (dayState(event, now) !== 'past' || revealedAt === null || todayIn(zone, revealedAt) === todayIn(zone, now))

/** One bar of a result that is being revealed; an idea that is not shown yet has no name here. */
export interface RevealedBar {
  option: string | null
  votes: number
  /** Words beside the votes. */
  label?: string
  /** Added by this step: the eye looks for it. */
  latest?: boolean
}

/** The revealed part of a result. All in here may be seen; the rest is sealed. */
export interface Revealing {
  step: number
  of: number
  method: Method
  caption: string
  bars: RevealedBar[]
  /** The votes that the bars are parts of. */
  all: number
  /** The step in one sentence, for those who do not see the bars. */
  sentence: string
  /** The bars do not say why it is so, and the sentence does. */
  unclear: boolean
}

const ranksOf = (places: readonly Place[]): number[] => [...new Set(places.map(({ rank }) => rank))]

/** In how many steps a result is revealed: round by round, or place by place; those tied for a place come together. */
export function stepsIn({ rounds, places, overall, votes }: Result): number {
  if (!overall || votes === 0) return 1
  return rounds?.length ?? ranksOf(places).length
}

/** A result as far as it is shown after some steps: its first rounds, or its last places. */
export function revealedAfter(step: number, result: Result, titles: Titles, method: Method): Revealing {
  const standing = { step, of: stepsIn(result), method }
  return result.rounds
    ? { ...standing, ...roundAfter(step, result, titles) }
    : { ...standing, ...placesAfter(step, result, titles, method) }
}

type Shown = Omit<Revealing, 'step' | 'of' | 'method'>

function roundAfter(step: number, { rounds = [], outcome }: Result, titles: Titles): Shown {
  const round = rounds[step - 1]!
  return {
    caption: `Round ${step} of ${rounds.length}`,
    bars: leaders(round.counts).map(({ option, votes }) => {
      const label = labelIn(round, option, step === rounds.length ? outcome : undefined)
      return { option, votes, ...(label && { label }) }
    }),
    // The scale of the first round: votes that count no more make nobody's bar longer.
    all: total(rounds[0]!.counts),
    sentence: `Round ${step}. ${sayRound(round, undefined, titles)}`.trim(),
    unclear: Object.values(round.counts).length > 2 && round.because !== 'fewest',
  }
}

function placesAfter(step: number, { places, votes }: Result, titles: Titles, method: Method): Shown {
  const [last = 1] = ranksOf(places).slice(-step)
  return {
    caption: `${captionOf(method)}, from the last place up`,
    bars: places.map(({ option, votes: has, rank }) =>
      rank < last
        ? { option: null, votes: 0 }
        : { option, votes: has, ...(rank === last && { latest: true }) },
    ),
    all: votes,
    sentence: sayPlaces(
      places.filter(({ rank }) => rank === last),
      votes,
      titles,
      method,
    ),
    unclear: false,
  }
}
