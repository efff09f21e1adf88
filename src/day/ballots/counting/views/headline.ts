import { html, type Html } from '../../../../platform/face/html.ts'
import { mark } from '../../../../platform/face/mark.ts'
import { ring } from '../../../../platform/face/ring.ts'
import { firstOf, type First } from '../rules/winner.ts'
import { presentInAll, votesInAll } from '../../voting/rules/turnout.ts'
import type { BallotShown, OptionShown } from '../store/results.ts'

const places: Record<First['by'], string> = {
  votes: 'First',
  tie: 'Tied for first place',
  decision: 'First, as people decided',
}

const ideaOf = ({ title, teamName, place }: OptionShown): Html =>
  html`<p class="app-result__idea">
    ${mark(place)}<span>${title} <small>from ${teamName}</small></span>
  </p>`

/** The turnout as a ring, of as many as were there; nothing where that is not known. */
export function turnoutRing({ turnout, method, teamNounPlural, state }: BallotShown): Html | undefined {
  const voted = votesInAll(turnout)
  const all = presentInAll(turnout)
  if (all === 0) return undefined
  const who = method === 'team' ? teamNounPlural : 'present'
  return ring({
    share: voted / all,
    figure: String(voted),
    says: `of ${all} ${who} ${state === 'open' ? 'have voted' : 'voted'}`,
    tone: voted === all ? 'good' : 'now',
    classes: 'app-turnout',
  })
}

/** A result at a glance: the idea that came first and whose it is, the sentence, and how many voted. */
export function resultHeadline(shown: BallotShown, way?: Html): Html {
  const { result, options } = shown
  const first = firstOf(result)
  const named =
    first?.ideas.map((idea) => options.find((one) => one.idea === idea)).filter((one) => !!one) ?? []
  return html`<section class="app-result" aria-label="The result">
    <div>
      ${
        first &&
        html`<p class="app-result__place">${places[first.by]}</p>
          ${named.map(ideaOf)}`
      }
      <p class="${way ? 'app-result__said' : 'nhsuk-body-l'}">${result?.sentence}</p>
      ${way && html`<p class="app-result__said">${way}</p>`}
    </div>
    ${turnoutRing(shown)}
  </section>`
}
