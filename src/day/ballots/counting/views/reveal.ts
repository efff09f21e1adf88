import { bars } from '../../../../platform/face/bars.ts'
import { button } from '../../../../platform/face/button.ts'
import { html, type Html } from '../../../../platform/face/html.ts'
import { postingButton, type FormToken } from '../../../../platform/face/command-form.ts'
import { paths } from '../../../../paths.ts'
import type { Revealing } from '../rules/reveal.ts'
import { votesInWords } from '../rules/result-sentences.ts'
import { turnoutAtClosing } from '../../voting/rules/turnout.ts'
import type { BallotShown, OptionShown } from '../store/results.ts'
import type { BallotNouns } from '../../voting/store/voting.ts'
import { marksOf } from './rounds.ts'
import { ofTeam } from './screen.ts'

/** A result as far as the Screen shows it; the bars above those that are shown stand empty. */
export function revealingPart(revealing: Revealing, options: readonly OptionShown[]): Html {
  const titles = new Map(options.map((option) => [option.idea, ofTeam(option)]))
  const marks = marksOf(options)
  const { caption, all, method, sentence, unclear, bars: rows } = revealing
  return html`${bars({
    caption,
    bars: rows.map(({ option, votes: has, label, latest }) => ({
      text: option === null ? 'Not shown yet' : (titles.get(option) ?? option),
      share: all > 0 ? has / all : 0,
      value: option === null ? '' : [votesInWords(has, all, method), ...(label ? [label] : [])].join(', '),
      ...(option !== null && { mark: marks.get(option) }),
      ...(latest && { first: true }),
    })),
  })}
  ${unclear && html`<p class="app-said">${sentence}</p>`}`
}

export interface RevealButtonsProps {
  at: BallotNouns
  shown: BallotShown
  sending: FormToken
  /** The page to go on from. */
  from?: 'desk'
}

/** By which an organiser shows a sealed result: at once, or bar by bar on the Screen where it has several. */
export function revealButtons({ at, shown, sending, from }: RevealButtonsProps): Html {
  const { shown: seen, of } = shown.bars ?? { shown: 0, of: 1 }
  const query = from ? `?from=${from}` : ''
  const begun = seen > 0
  const all = button({
    text: begun ? 'Show all now' : 'Reveal the whole result',
    href: `${paths.ballotReveal(at)}${query}`,
    ...(begun && { variant: 'secondary' as const }),
  })
  if (of === 1)
    return html`${all}
      <p class="nhsuk-hint">Shown in one step: it holds too little to be shown bar by bar.</p>`
  const bar = postingButton(
    { action: `${paths.ballotNextBar(at)}${query}`, sending, values: { seen: String(seen) } },
    { text: nextBar(shown, seen, of), ...(!begun && { variant: 'secondary' as const }) },
  )
  return begun
    ? html`<p>${howFar(shown, seen, of)}</p>
        ${bar} ${all}`
    : html`${all} ${bar}`
}

function nextBar({ method }: BallotShown, seen: number, of: number): string {
  const step = method === 'ranked' ? 'round' : 'bar'
  if (seen === 0) return `Show it ${step} by ${step}`
  return seen + 1 === of
    ? `Show the last ${step} and reveal all`
    : `Show the next ${step} (${seen + 1} of ${of})`
}

const howFar = ({ onScreen }: BallotShown, seen: number, of: number): string =>
  onScreen
    ? `The big screen and Now show ${seen} of ${of}. Everywhere else the result is still sealed.`
    : `${seen} of ${of} were shown. The big screen has gone on with the programme, and comes back with the next. Everywhere else the result is still sealed.`

export interface RevealingProps {
  at: BallotNouns
  shown: BallotShown
  sending: FormToken
  from?: 'desk' | undefined
}

/** The warning before revealing: it cannot be sealed again. */
export const revealPage = ({ at, shown, sending, from }: RevealingProps): Html =>
  html`<h1 class="nhsuk-heading-l">Reveal the whole result?</h1>
    <p>${shown.question}</p>
    ${shown.state === 'closed' && html`<p class="nhsuk-u-font-weight-bold">${turnoutAtClosing(shown)}</p>`}
    ${
      shown.state === 'closed'
        ? html`<p>
              The big screen shows it at once, and everyone can see it on the page of this vote. It cannot be
              sealed again.
            </p>
            ${postingButton(
              { action: `${paths.ballotReveal(at)}${from ? `?from=${from}` : ''}`, sending },
              { text: 'Reveal the whole result', variant: 'warning' },
            )}`
        : html`<p>
            ${shown.state === 'revealed' ? 'It is revealed already.' : 'Close the vote first. The result is sealed while people vote.'}
          </p>`
    }
    <p><a href="${from ? paths.desk(at) : paths.ballot(at)}">Go back without revealing it</a></p>`
