import { percentOf, winnerOf } from '../../day/ballots/counting/rules/winner.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { ring } from '../../platform/face/ring.ts'
import { counted } from '../../platform/text/english.ts'
import type { OnScreen } from './reading.ts'

type Shown = NonNullable<OnScreen['ballot']>

/**
 * The winner alone: the Screen's script shows it for a moment as the result comes out. The sentence above the bars says
 * the same to everyone else.
 */
export function winnerAlone(ballot: Shown): Html | undefined {
  const winner = winnerOf(ballot.result)
  const option = ballot.options.find(({ idea }) => idea === winner?.idea)
  if (!winner || !option) return undefined
  const share = winner.votes / winner.of
  return html`<div class="app-winner-alone" aria-hidden="true">
    <div>
      <p class="app-kicker">${ballot.question}</p>
      <p class="app-winner-alone__votes">${winner.votes} of ${counted(winner.of, 'vote')}</p>
      <p class="app-winner-alone__title">${option.title}</p>
      <p>from <b>${option.teamName}</b></p>
    </div>
    ${ring({ share, figure: percentOf(winner.votes, winner.of)! })}
  </div>`
}
