import { button } from '../../../platform/face/button.ts'
import { chartGrid } from '../../../platform/face/control-chart.ts'
import { day } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { select } from '../../../platform/face/select.ts'
import { table } from '../../../platform/face/tables.ts'
import { tag } from '../../../platform/face/tag.ts'
import { assuranceIcon, variationIcon } from '../../../platform/face/variation-icon.ts'
import { capitalised, counted } from '../../../platform/text/english.ts'
import { paths } from '../../../paths.ts'
import { kindNames, shortKinds } from '../rules/definition.ts'
import { figureWords } from '../rules/reading.ts'
import type { SeriesLine } from '../record/lines.ts'
import { hrefOf, signsOf, smallChart } from './chart.ts'
import type { Choice } from './forms.ts'

export interface MeasuresPage {
  network: { id: string; name: string; teamNoun: string; teamNounPlural: string }
  teams: readonly Choice[]
  lines: readonly SeriesLine[]
  wanted: { team: string; kind: string; retired: boolean }
  /** Measures that are retired and so not in the list. */
  retired: number
  mayAdd: boolean
}

export function measuresPage({ network, teams, lines, wanted, retired, mayAdd }: MeasuresPage): Html {
  const at = { network: network.id }
  const add = mayAdd && button({ text: 'Define a measure', href: paths.newMeasure(at) })
  const filtered = wanted.team !== '' || wanted.kind !== ''
  return html`<h1 class="nhsuk-heading-xl">Measures</h1>
    <p class="app-lead">
      ${lines.length === 0 ? 'Whether a change is an improvement shows in its measures.' : sentence(lines)}
    </p>
    ${lines.length > 0 || filtered ? filters(network, teams, wanted) : false}
    ${
      lines.length > 0
        ? html`${summaryTable(network.id, lines)} ${smallCharts(network.id, lines)}`
        : html`<p>
            ${filtered ? 'No measure fits. Show all of them to find yours.' : 'No measure has been defined yet.'}
          </p>`
    }
    ${add}
    ${
      retired > 0 &&
      html`<p>
        <a class="nhsuk-link" href="${paths.measures(at)}?retired=yes"
          >${capitalised(counted(retired, 'retired measure'))}</a
        >
      </p>`
    }`
}

/** How many series have improved or got worse: the latest point says so. */
function sentence(lines: readonly SeriesLine[]): string {
  const better = lines.filter(({ read }) => read.chart.variation === 'special_cause_improvement').length
  const worse = lines.filter(({ read }) => read.chart.variation === 'special_cause_concern').length
  const parts = [
    better > 0 && `${better} ${better === 1 ? 'shows' : 'show'} an improvement`,
    worse > 0 && `${worse} ${worse === 1 ? 'shows' : 'show'} a cause for concern`,
  ].filter((part) => part !== false)
  const all = counted(lines.length, 'line of readings', 'lines of readings')
  return parts.length === 0 ? `${all}, none with a signal now` : `${all}: ${parts.join(', ')}`
}

const filters = (
  network: MeasuresPage['network'],
  teams: readonly Choice[],
  wanted: MeasuresPage['wanted'],
): Html =>
  html`<form method="get" action="${paths.measures({ network: network.id })}">
    <div class="nhsuk-grid-row">
      <div class="nhsuk-grid-column-one-half">
        ${select({
          name: 'team',
          label: capitalised(network.teamNoun),
          value: wanted.team,
          items: [{ value: '', text: 'All' }, ...teams.map(({ id, name }) => ({ value: id, text: name }))],
        })}
      </div>
      <div class="nhsuk-grid-column-one-half">
        ${select({
          name: 'kind',
          label: 'Kind',
          value: wanted.kind,
          items: [
            { value: '', text: 'All' },
            ...Object.entries(kindNames).map(([value, text]) => ({ value, text })),
          ],
        })}
      </div>
    </div>
    ${button({ text: 'Show', variant: 'secondary' })}
  </form>`

/** Many measures at a glance, each line with its latest reading and what that says. */
export const summaryTable = (network: string, lines: readonly SeriesLine[]): Html =>
  table({
    responsive: true,
    firstCellIsHeader: true,
    head: ['Measure', 'Whose', 'Latest', 'Target', 'Variation', 'Target met?'],
    rows: lines.map((line) => {
      const { measure, team, read, latest, whole } = line
      return [
        html`<a class="nhsuk-link" href="${hrefOf(network, line)}">${measure.name}</a> <br /><span
            class="nhsuk-u-secondary-text-colour"
            >${shortKinds[measure.kind]}</span
          >
          ${measure.retiredAt !== null && tag({ text: 'Retired', colour: 'grey' })}`,
        team?.name ?? (whole ? 'All together' : 'All'),
        latest
          ? html`${figureWords(measure, latest.value)} <br /><span class="nhsuk-u-secondary-text-colour"
                >${day(latest.on)}</span
              >`
          : 'None yet',
        measure.target === null ? 'None' : figureWords(measure, measure.target),
        latest ? variationIcon(signsOf(line)) : 'Not yet',
        read.chart.assurance
          ? assuranceIcon({ assurance: read.chart.assurance })
          : measure.target === null
            ? 'No target'
            : 'Not clear yet',
      ]
    }),
  })

/** Charts that one page draws; the table above has all. */
const mostCharts = 60

const smallCharts = (network: string, lines: readonly SeriesLine[]): Html | false => {
  const drawn = lines.filter(({ readings }) => readings.length > 1).slice(0, mostCharts)
  return (
    drawn.length > 0 &&
    html`<h2 class="nhsuk-heading-l">The charts</h2>
      ${chartGrid(drawn.map((line) => smallChart(network, line)))}`
  )
}
