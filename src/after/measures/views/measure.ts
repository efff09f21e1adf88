import { button } from '../../../platform/face/button.ts'
import { chartGrid } from '../../../platform/face/control-chart.ts'
import { postingButton, type FormToken } from '../../../platform/face/command-form.ts'
import { day, dayOf } from '../../../platform/face/dates.ts'
import { details } from '../../../platform/face/details.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { prose } from '../../../platform/face/prose.ts'
import { summaryList } from '../../../platform/face/summary-list.ts'
import { table } from '../../../platform/face/tables.ts'
import { tag } from '../../../platform/face/tag.ts'
import { paths } from '../../../paths.ts'
import { charted, defined, type MeasureView } from '../record/measure.ts'
import {
  chartNames,
  countedNames,
  directionNames,
  kindNames,
  ruleSetNames,
  runRulesNames,
} from '../rules/definition.ts'
import type { NamedTeam, SeriesLine } from '../record/lines.ts'
import { figureWords } from '../rules/reading.ts'
import { largeChart, scaleOf, smallChart } from './chart.ts'
import { summaryTable } from './list.ts'
import { seriesPart, type SeriesShown } from './series.ts'

export interface MeasureChangeView {
  field: string
  was: string | null
  on: string
}

export interface MeasurePage {
  network: string
  measure: MeasureView
  team: NamedTeam | null
  follows: readonly { key: string; href: string; text: string }[]
  /** Of a team's own measure. */
  series: SeriesShown | undefined
  /** Of the network's: all together, and each team. */
  lines: readonly SeriesLine[]
  /** Teams that have no readings of the network's measure yet. */
  waiting: readonly NamedTeam[]
  history: readonly MeasureChangeView[]
  because: string | null
  mayChange: boolean
  mayKeepOf: readonly string[]
  sending: FormToken
}

export function measurePage(page: MeasurePage): Html {
  const { measure, team, series, sending, mayChange, network } = page
  const at = { network, measure: measure.id }
  return html`<h1 class="nhsuk-heading-xl">
      <span class="nhsuk-caption-xl">${team?.name ?? 'A measure of all'}</span>
      ${measure.name}
    </h1>
    ${measure.retiredAt !== null && html`<p>${tag({ text: 'Retired', colour: 'grey' })}</p>`}
    ${series ? seriesPart(series) : sharedPart(page)}
    <h2 class="nhsuk-heading-l">How it is measured</h2>
    ${definition(page)}
    ${
      mayChange &&
      html`<div class="nhsuk-button-group">
        ${button({ text: 'Change the measure', href: paths.editMeasure(at), variant: 'secondary' })}
        ${button({ text: 'The chart and its rules', href: paths.measureChart(at), variant: 'secondary' })}
        ${
          measure.retiredAt === null
            ? postingButton(
                { action: paths.retireMeasure(at), sending },
                { text: 'Retire it', variant: 'secondary' },
              )
            : postingButton(
                { action: paths.resumeMeasure(at), sending },
                { text: 'Take it back', variant: 'secondary' },
              )
        }
      </div>`
    }
    ${page.history.length > 0 && historyOf(page.history)}`
}

function definition({ measure, follows, because }: MeasurePage): Html {
  const { numerator, denominator, definition: how } = measure
  const chart = because ?? chartNames[measure.chart]
  const rows = [
    { key: 'Kind', value: kindNames[measure.kind] },
    how !== null && { key: 'Exactly', value: prose(how) },
    { key: 'A reading is', value: countedNames[measure.counted] },
    numerator !== null && { key: 'Counted', value: numerator },
    denominator !== null && { key: 'Of', value: denominator },
    { key: 'Better is', value: directionNames[measure.direction] },
    measure.target !== null && {
      key: 'Target',
      value: `${figureWords(measure, measure.target)}${measure.targetOn ? ` by ${day(measure.targetOn)}` : ''}`,
    },
    measure.baseline !== null && { key: 'Before', value: measure.baseline },
    measure.howOften !== null && { key: 'How often', value: measure.howOften },
    measure.source !== null && { key: 'Source', value: measure.source },
    ...follows.map(({ key, href, text }) => ({
      key,
      value: html`<a class="nhsuk-link" href="${href}">${text}</a>`,
    })),
    { key: 'Chart', value: chart },
    {
      key: 'Rules',
      value: `${ruleSetNames[measure.ruleSet]}; run charts: ${runRulesNames[measure.runRules]}`,
    },
    measure.fixAfter !== null && {
      key: 'Limits',
      value: `Kept from the first ${measure.fixAfter} readings`,
    },
  ]
  return summaryList({ rows })
}

const labels: Record<string, string> = Object.fromEntries(
  [defined, charted].flatMap(({ fields }) =>
    Object.entries(fields).map(([name, { label }]) => [name, label] as const),
  ),
)
const named: Record<string, Readonly<Record<string, string>> | undefined> = Object.fromEntries(
  [defined, charted].flatMap(({ fields }) =>
    Object.entries(fields).map(([name, { names }]) => [name, names] as const),
  ),
)

const historyOf = (history: readonly MeasureChangeView[]): Html =>
  details({
    summary: 'What was changed of this measure',
    content: table({
      responsive: true,
      head: ['On', 'What', 'Was before'],
      rows: history.map(({ field, was, on }) => [
        day(dayOf(on)),
        labels[field] ?? field,
        was === null ? 'Empty' : (named[field]?.[was] ?? was),
      ]),
    }),
  })

/** The network's measure: all teams together, then each. */
function sharedPart({ network, measure, lines, waiting, mayKeepOf }: MeasurePage): Html {
  const whole = lines.find((line) => line.whole)
  const teams = lines.filter(({ team }) => team !== null)
  const scale = scaleOf(teams)
  return html`${whole && largeChart(whole)}
  ${
    !whole &&
    teams.length > 1 &&
    html`<p>
      There is no one figure for all:
      ${measure.counted === 'number' ? 'numbers of several places' : 'times between events'} cannot be added
      up. Each is shown on its own.
    </p>`
  }
  ${
    teams.length > 0
      ? html`<h2 class="nhsuk-heading-l">Each on the same scale</h2>
          ${chartGrid(teams.map((line) => smallChart(network, line, { scale, title: line.team!.name })))}
          ${summaryTable(network, lines)}`
      : html`<p>Nobody has entered a reading yet.</p>`
  }
  ${
    measure.retiredAt === null &&
    html`<div class="nhsuk-button-group">
      ${waiting
        .filter(({ id }) => mayKeepOf.includes(id))
        .map(({ id, name }) =>
          button({
            text: `Begin with ${name}`,
            href: paths.newReading({ network, measure: measure.id, team: id }),
            variant: 'secondary',
          }),
        )}
    </div>`
  }`
}
