import { bars } from '../../../platform/face/bars.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { presentIn, turnoutInWords, votesInAll } from '../rules/turnout.ts'
import type { BallotShown } from '../store/results.ts'

const votes = (number: number) => (number === 1 ? '1 vote' : `${number} votes`)

/** How a ballot stands, for everyone: how many are in, or what came out. It names nobody's vote. */
export function ballotScreen(shown: BallotShown): Html {
  if (shown.state === 'made') return html`<p>Voting has not opened yet.</p>`
  if (shown.state === 'open') return turnoutPart(shown)
  if (shown.state === 'closed') {
    return html`<p>
        Voting has closed with ${votes(votesInAll(shown.turnout))}. The result is sealed until it is revealed.
      </p>
      ${turnoutBars(shown)}`
  }
  return resultBars(shown)
}

/** How many have voted of those who are here, while the vote is open. */
export const turnoutPart = (shown: BallotShown): Html =>
  html`<p class="nhsuk-u-font-weight-bold">${turnoutInWords(shown)}</p>
    ${turnoutBars(shown)}`

const turnoutBars = ({ turnout, teamNoun, state }: BallotShown): Html =>
  turnout.length === 0
    ? html`<p>Nobody who may vote has signed up yet.</p>`
    : bars({
        caption: `Votes in, by ${teamNoun}`,
        bars: turnout.map((one) => {
          const all = state === 'open' ? presentIn(one) : one.mayVote
          const value = all > 0 ? `${one.voted} of ${all}` : 'Nobody here yet'
          return { text: one.teamName, share: all > 0 ? one.voted / all : 0, value }
        }),
      })

function resultBars({ result, options, ownIdea }: BallotShown): Html {
  if (!result) return html``
  const most = Math.max(1, ...result.places.map((place) => place.votes))
  const byIdea = new Map(options.map((option) => [option.idea, option]))
  const shown = result.places.map(({ option, votes: has, rank, tied }) => {
    const first = rank === 1 && has > 0
    return {
      text: byIdea.get(option)?.title ?? option,
      share: has / most,
      value: first && tied ? `${votes(has)}, tied` : votes(has),
      first,
    }
  })
  return html`<p class="nhsuk-body-l">${result.sentence}</p>
    ${result.overall && bars({ caption: 'Votes for each idea', bars: shown })}
    ${ownIdea === 'apart' && html`<p>Votes for one’s own team’s idea are not in these numbers.</p>`}`
}
