import { html, type Html } from '../../../platform/face/html.ts'
import { pills } from '../../../platform/face/pills.ts'
import { counted } from '../../../platform/text/english.ts'
import { paths } from '../../../paths.ts'
import type { Outcome } from '../rules.ts'
import { breakthroughTag, cycleTag } from './page.ts'
import { decided, underWay, type Listed } from './ramp.ts'

export interface ListPage {
  network: string
  teamNoun: string
  /** Those that are shown, the latest first. */
  cycles: readonly (Listed & { by: string })[]
  /** How many there are of each outcome, and of all. */
  counts: ReadonlyMap<Outcome | undefined, number>
  only: Outcome | undefined
}

const names: Record<Outcome, string> = { open: underWay, ...decided }

const sentence = (counts: ListPage['counts'], teamNoun: string): string => {
  const of = (outcome: Outcome) => counts.get(outcome) ?? 0
  const all = counts.get(undefined) ?? 0
  if (all === 0) return `No ${teamNoun} has planned a test yet. A test is planned on the page of a pledge.`
  return `${counted(all, 'test')}: ${of('open')} under way, ${of('adopt')} adopted, ${of('abandon')} stopped.`
}

/** Whatever a team has tested, by what came of it: a test that was stopped is learning, and easy to find. */
export function cyclesPage({ network, teamNoun, cycles, counts, only }: ListPage): Html {
  const shown = (Object.keys(names) as Outcome[]).filter((outcome) => counts.get(outcome) || outcome === only)
  const href = (outcome?: Outcome) => `${paths.cycles({ network })}${outcome ? `?only=${outcome}` : ''}`
  const all = counts.get(undefined) ?? 0
  return html`<h1 class="nhsuk-heading-xl">Tests</h1>
    <p class="app-lead">${sentence(counts, teamNoun)}</p>
    ${
      all > 0 &&
      pills({
        label: 'Tests by what came of them',
        items: [
          { text: `All (${all})`, href: href(), current: only === undefined },
          ...shown.map((outcome) => ({
            text: `${names[outcome]} (${counts.get(outcome) ?? 0})`,
            href: href(outcome),
            current: outcome === only,
          })),
        ],
      })
    }
    ${all > 0 && cycles.length === 0 && html`<p>There is no such test.</p>`}
    <ul class="app-cards app-cards--wide">
      ${cycles.map(
        (cycle) =>
          html`<li class="app-card">
            <p class="nhsuk-u-margin-bottom-2">
              <strong>${cycle.by}</strong> ${cycleTag(cycle.decision)}
              ${cycle.breakthrough && breakthroughTag()}
            </p>
            <h2 class="nhsuk-heading-s nhsuk-u-margin-bottom-2">
              <a class="nhsuk-link" href="${paths.cycle({ network, cycle: cycle.id })}">${cycle.question}</a>
            </h2>
            ${
              cycle.happened === null
                ? html`<p>Expected: ${cycle.prediction}</p>`
                : html`<p>${cycle.happened}</p>
                    ${cycle.learnt !== null && html`<p>Learnt: ${cycle.learnt}</p>`}`
            }
          </li>`,
      )}
    </ul>
    ${
      all > 0 &&
      html`<p>
        <a class="nhsuk-link" href="${paths.cyclesSheet({ network })}">All tests as a sheet (CSV)</a>
      </p>`
    }`
}
