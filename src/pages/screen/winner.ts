import { total } from '../../day/ballots/counting/rules/count.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { ring } from '../../platform/face/ring.ts'
import { counted } from '../../platform/text/english.ts'
import type { OnScreen } from './reading.ts'

type Shown = NonNullable<OnScreen['ballot']>

interface Winner {
  idea: string
  votes: number
  of: number
}

/** The idea that has come first by itself; nothing where several are tied, or numbers are not told. */
function winnerOf({ result }: Shown): Winner | undefined {
  if (!result?.overall || result.votes === 0 || result.decided) return undefined
  const { outcome, rounds, votes } = result
  if (!outcome || !('winner' in outcome)) return undefined
  const idea = outcome.winner
  const last = rounds?.at(-1)?.counts
  const has = (last ?? result.overall)[idea] ?? 0
  return { idea, votes: has, of: last ? total(last) : votes }
}

/**
 * The winner alone: the Screen's script shows it for a moment as the result comes out. The sentence above the bars says
 * the same to everyone else.
 */
export function winnerAlone(ballot: Shown): Html | undefined {
  const winner = winnerOf(ballot)
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
    ${ring({ share, figure: `${Math.round(share * 100)} %` })}
  </div>`
}
