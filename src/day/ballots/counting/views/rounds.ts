import { bars } from '../../../../platform/face/bars.ts'
import { html, type Html } from '../../../../platform/face/html.ts'
import { leaders, total } from '../rules/count.ts'
import { winnersOf, type Outcome, type Round } from '../rules/rounds.ts'
import { percentOf } from '../rules/winner.ts'
import { labelIn, ruleForLast, sayRound } from '../rules/result-sentences.ts'
import type { BallotShown, OptionShown } from '../store/results.ts'
import { counted } from '../../../../platform/text/english.ts'

const votes = (number: number) => counted(number, 'vote')

export const marksOf = (options: readonly OptionShown[]): ReadonlyMap<string, number> =>
  new Map(options.map(({ idea, place }) => [idea, place]))

interface Named {
  titles: ReadonlyMap<string, string | Html>
  marks: ReadonlyMap<string, number>
}

/** The bars of one round, those with most votes first; `outcome` with the last. */
export function roundBars(
  round: Round,
  { titles, marks }: Named,
  caption: string,
  outcome?: Outcome | null,
  scale = total(round.counts),
  toWin?: number,
): Html {
  const first = outcome ? winnersOf(outcome) : []
  const share = (has: number) => (toWin === undefined ? undefined : percentOf(has, total(round.counts)))
  return bars({
    caption,
    ...(toWin !== undefined && { classes: 'app-bars--small', line: scale > 0 ? toWin / scale : undefined }),
    bars: leaders(round.counts).map(({ option, votes: has }) => {
      const label = labelIn(round, option, outcome)
      return {
        text: titles.get(option) ?? option,
        share: scale > 0 ? has / scale : 0,
        value: [[votes(has), share(has)].filter(Boolean).join(' · '), label].filter(Boolean).join(', '),
        first: first.includes(option),
        mark: marks.get(option),
      }
    }),
  })
}

/** Every round of a vote in which ideas are put in order: what each idea has, who is taken out, where votes go. */
export function roundsPart({ result, options }: BallotShown): Html | undefined {
  const rounds = result?.rounds
  if (!rounds || result.votes === 0) return undefined
  const titles = new Map(options.map(({ idea, title }) => [idea, title]))
  const marks = marksOf(options)
  return html`<h2 class="nhsuk-heading-m">Round by round</h2>
    <p>
      In each round a vote counts for the highest of its choices that is still in. An idea wins with more than
      half of the votes that still count. Otherwise the idea with fewest votes is taken out.
      ${rounds.some(({ because, tied }) => tied && because) && ruleForLast}
    </p>
    <div class="app-rounds">
      ${rounds.map((round, at) => {
        const all = total(round.counts)
        const outcome = at === rounds.length - 1 ? result.outcome : undefined
        const said = sayRound(round, rounds[at + 1], titles)
        const toWin = Math.floor(all / 2) + 1
        const caption = `Round ${at + 1}: ${votes(all)} count, more than half is ${toWin}`
        return html`<section>
          ${roundBars(round, { titles, marks }, caption, outcome, total(rounds[0]!.counts), toWin)}
          ${said && html`<p>${said}</p>`}
          ${round.spent > 0 && html`<p>${votes(round.spent)} of ${result.votes} named no idea that is still in.</p>`}
        </section>`
      })}
    </div>`
}
