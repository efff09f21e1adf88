import { bars } from '../../../platform/face/bars.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { postingButton, type Sending } from '../../../platform/face/posting.ts'
import { paths } from '../../../paths.ts'
import type { Revealing } from '../rules/reveal.ts'
import type { BallotShown, OptionShown } from '../store/results.ts'
import type { BallotNouns } from '../store/voting.ts'

const votes = (number: number) => (number === 1 ? '1 vote' : `${number} votes`)

/** A result as far as the Screen shows it; the bars above those that are shown stand empty. */
export function revealingPart(revealing: Revealing, options: readonly OptionShown[]): Html {
  const titles = new Map(options.map(({ idea, title, teamName }) => [idea, `${title} (${teamName})`]))
  const { caption, all, sentence, unclear, bars: rows } = revealing
  return html`${bars({
    caption,
    bars: rows.map(({ option, votes: has, label, latest }) => ({
      text: option === null ? 'Not shown yet' : (titles.get(option) ?? option),
      share: all > 0 ? has / all : 0,
      value: option === null ? '' : [votes(has), ...(label ? [label] : [])].join(', '),
      ...(latest && { first: true }),
    })),
  })}
  ${unclear && html`<p class="app-said">${sentence}</p>`}`
}

export interface RevealButtonsProps {
  at: BallotNouns
  shown: BallotShown
  sending: Sending
  /** Where to go on from. */
  from?: 'desk'
}

/** The buttons by which an organiser shows a sealed result: at once, or bar by bar on the Screen. */
export function revealButtons({ at, shown, sending, from }: RevealButtonsProps): Html {
  const { bars: so, method } = shown
  const step = method === 'ranked' ? 'round' : 'bar'
  const values = { seen: String(so?.shown ?? 0) }
  const query = from ? `?from=${from}` : ''
  const next = so
    ? so.shown + 1 === so.of
      ? `Show the last ${step} and reveal all`
      : `Show the next ${step} (${so.shown + 1} of ${so.of})`
    : method === 'ranked'
      ? 'Show it round by round'
      : 'Show it bar by bar'
  const bar = postingButton(
    { action: `${paths.ballotNextBar(at)}${query}`, sending, values },
    { text: next, ...(!so && { variant: 'secondary' as const }) },
  )
  const all = postingButton(
    { action: `${paths.ballotReveal(at)}${query}`, sending },
    { text: so ? 'Show all now' : 'Reveal the result', ...(so && { variant: 'secondary' as const }) },
  )
  return so
    ? html`<p>The big screen shows ${so.shown} of ${so.of}. Everywhere else the result is still sealed.</p>
        ${bar} ${all}`
    : html`${all} ${bar}`
}
