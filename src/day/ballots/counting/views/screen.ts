import { bars } from '../../../../platform/face/bars.ts'
import { html, type Html } from '../../../../platform/face/html.ts'
import { total } from '../rules/count.ts'
import { percentOf } from '../rules/winner.ts'
import { captionOf, votesInWords } from '../rules/result-sentences.ts'
import { turnoutAtClosing, turnoutCaption, turnoutInWords } from '../../voting/rules/turnout.ts'
import type { BallotShown, OptionShown } from '../store/results.ts'
import { resultHeadline, turnoutRing } from './headline.ts'
import { marksOf, roundBars } from './rounds.ts'

/** An idea with whose it is. Where there is no room for both, the name of the team goes as a whole. */
export const ofTeam = ({ title, teamName }: Pick<OptionShown, 'title' | 'teamName'>): Html =>
  html`${title} <span class="app-whose">(${teamName})</span>`

/** The ballot for everyone: its turnout, or its result. It names nobody's vote. */
export function ballotScreen(shown: BallotShown): Html {
  if (shown.state === 'made') return html`<p>Voting has not opened yet.</p>`
  if (shown.state === 'open') return turnoutPart(shown)
  if (shown.state === 'closed') {
    return html`<p>Voting has closed. The result is sealed until it is revealed.</p>
      ${turnoutHeaded(shown, turnoutAtClosing(shown))} ${turnoutBars(shown)}`
  }
  return resultBars(shown)
}

/** The turnout of those who are here, while the vote is open. */
const turnoutPart = (shown: BallotShown): Html =>
  html`${turnoutHeaded(shown, turnoutInWords(shown))} ${turnoutBars(shown)}`

/** The turnout as a ring beside its sentence. */
const turnoutHeaded = (shown: BallotShown, sentence: string): Html =>
  html`<div class="app-turned-out">
    ${turnoutRing(shown)}
    <p class="nhsuk-u-font-weight-bold">${sentence}</p>
  </div>`

const turnoutBars = (shown: BallotShown): Html =>
  shown.turnout.length === 0
    ? html`<p>Nobody who may vote has signed up yet.</p>`
    : bars({
        caption: turnoutCaption(shown, shown.state !== 'open'),
        bars: shown.turnout.map(({ teamName, voted, present }) => ({
          text: teamName,
          share: present > 0 ? voted / present : 0,
          value: present > 0 ? `${voted} of ${present}` : nobody(shown),
        })),
      })

const nobody = ({ state }: BallotShown) => (state === 'open' ? 'Nobody here yet' : 'Nobody was here')

const resultBars = (shown: BallotShown): Html =>
  html`${resultHeadline(shown)}
  ${!shown.result?.rounds && placesPart(shown, ({ title }) => title, 'most', true)}
  ${shown.ownIdea === 'apart' && html`<p>Votes that people gave to their own ${shown.teamNoun}’s idea are not in these numbers.</p>`}`

/**
 * The ideas by how many votes each has, where that may be shown: out of the most, or of all votes, which is the scale
 * of a result that is revealed bar by bar. That must not tell how long the last bar will be.
 */
export function placesPart(
  { result, options, method }: BallotShown,
  named: (option: OptionShown) => string | Html,
  outOf: 'most' | 'all' = 'most',
  inPercent = false,
): Html | undefined {
  if (!result?.overall || result.votes === 0) return undefined
  const byIdea = new Map(options.map((option) => [option.idea, named(option)]))
  const marks = marksOf(options)
  const { rounds } = result
  if (rounds) {
    const scale = outOf === 'all' ? [total(rounds[0]!.counts)] : []
    return roundBars(
      rounds.at(-1)!,
      { titles: byIdea, marks },
      lastRound(rounds.length),
      result.outcome,
      ...scale,
    )
  }
  const most = Math.max(1, ...result.places.map((place) => place.votes))
  const scale = method === 'several' || outOf === 'all' ? result.votes : most
  const shown = result.places.map(({ option, votes: has, rank, tied }) => {
    const first = rank === 1 && has > 0
    const share = inPercent ? percentOf(has, result.votes) : undefined
    const value = [votesInWords(has, result.votes, method), ...(share ? [share] : [])].join(' · ')
    return {
      text: byIdea.get(option) ?? option,
      share: has / scale,
      value: first && tied ? `${value}, tied` : value,
      first,
      mark: marks.get(option),
    }
  })
  return bars({ caption: captionOf(method), bars: shown })
}

const lastRound = (rounds: number) => (rounds === 1 ? 'First choices' : `Round ${rounds}, the last`)
