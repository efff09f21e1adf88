import { button } from '../../../platform/face/button.ts'
import { chartGrid } from '../../../platform/face/control-chart.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { counted } from '../../../platform/text/english.ts'
import { paths } from '../../../paths.ts'
import type { SeriesLine } from '../record/lines.ts'
import { smallChart } from './chart.ts'

/** Charts that a page of something else has room for. */
const most = 6

/** The measures of a team, an idea, a pledge or the network, each as a small chart that leads to the whole. */
export const measuresCard = (
  network: string,
  lines: readonly SeriesLine[],
  {
    none,
    add,
    size = 'm',
    named,
  }: { none: string; add?: string | undefined; size?: 'm' | 'l'; named: 'team' | 'measure' | 'both' },
): Html =>
  html`<section>
    <h2 class="nhsuk-heading-${size}">Measures</h2>
    ${
      lines.length === 0
        ? html`<p>${none}</p>`
        : chartGrid(
            lines.slice(0, most).map((line) => smallChart(network, line, { title: titleOf(line, named) })),
          )
    }
    ${
      lines.length > most &&
      html`<p>
        <a class="nhsuk-link" href="${paths.measures({ network })}"
          >All ${counted(lines.length, 'measure')}</a
        >
      </p>`
    }
    ${add && button({ text: 'Define a measure', href: add, variant: 'secondary' })}
  </section>`

function titleOf({ measure, team }: SeriesLine, named: 'team' | 'measure' | 'both'): string {
  if (named === 'measure' || !team) return measure.name
  return named === 'team' ? team.name : `${team.name}: ${measure.name}`
}
