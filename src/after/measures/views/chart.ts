import {
  controlChart,
  type ControlChartProps,
  type SharedScale,
} from '../../../platform/face/control-chart.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { paths } from '../../../paths.ts'
import type { SeriesLine } from '../record/lines.ts'
import { chartNames, ruleSetNames, runRulesNames } from '../rules/definition.ts'

/** Something that happened on a day, with its page where it has one. */
export interface Happened {
  on: string
  text: string
  href?: string
}

export const hrefOf = (network: string, { measure, team }: Pick<SeriesLine, 'measure' | 'team'>): string =>
  team === null || measure.team !== null
    ? paths.measure({ network, measure: measure.id })
    : paths.series({ network, measure: measure.id, team: team.id })

const whose = ({ team, whole }: SeriesLine) => team?.name ?? (whole ? 'All together' : 'All')

/** The facts of a series as they are drawn; notes of readings and whatever else happened stand on the axis. */
export function chartProps(line: SeriesLine, happened: readonly Happened[] = []): ControlChartProps {
  const { measure, read, readings, team } = line
  const { chart, unit, reading } = read
  const notes = readings.flatMap(({ on, note }) => (note === null ? [] : [{ on, text: note }]))
  const [first, last] = [readings[0]?.on ?? '', readings.at(-1)?.on ?? '']
  return {
    id: `chart-${measure.id}-${team?.id ?? 'all'}`,
    title: `${measure.name}, ${whose(line)}`,
    says: reading.says,
    next: reading.next,
    points: chart.points,
    unit,
    centreIs: chart.centreIs,
    target: measure.target,
    events: [...happened, ...notes].filter(({ on }) => on >= first && on <= last),
    signs: signsOf(line),
    notices: chart.notices,
    source: measure.source ?? undefined,
  }
}

export const signsOf = ({ measure, read }: SeriesLine) => ({
  variation: read.chart.variation,
  direction: measure.direction,
  assurance: read.chart.assurance,
})

/** The chart of one series with its sentences, its table and the rules by which it was read. */
export const largeChart = (line: SeriesLine, happened: readonly Happened[] = []): Html =>
  html`${controlChart(chartProps(line, happened))}
    <p class="nhsuk-u-secondary-text-colour">${rulesOf(line)}</p>`

/** The kind of chart and its rules, as everybody may check them. */
export function rulesOf({ measure, read }: SeriesLine): string {
  const kind = read.chart.kind
  const drawn = chartNames[kind]
  const proposed = read.because ? ` ${read.because}` : ''
  if (kind === 'line') return `Drawn as a line.${proposed}`
  const rules = kind === 'run' ? runRulesNames[measure.runRules] : ruleSetNames[measure.ruleSet]
  return `${drawn}.${proposed} Signals by the rules of ${rules}.`
}

/** One of many: it leads to the whole. */
export const smallChart = (
  network: string,
  line: SeriesLine,
  { scale, title }: { scale?: SharedScale | undefined; title?: string } = {},
): Html =>
  controlChart({
    ...chartProps(line),
    id: `small-${line.measure.id}-${line.team?.id ?? 'all'}`,
    events: [],
    variant: 'small',
    href: hrefOf(network, line),
    ...(title && { title }),
    ...(scale && { scale }),
  })

/** One scale for the charts of several teams, so that none looks better than it is. */
export function scaleOf(lines: readonly SeriesLine[]): SharedScale | undefined {
  const points = lines.flatMap(({ read }) => read.chart.points)
  const days = points.map(({ on }) => on).toSorted()
  const values = [
    ...points.flatMap(({ value, upper, lower }) => [value, upper, lower]),
    ...lines.map(({ measure }) => measure.target),
  ].filter((value) => value !== null)
  if (values.length === 0) return undefined
  return {
    lowest: values.reduce((least, value) => Math.min(least, value)),
    highest: values.reduce((most, value) => Math.max(most, value)),
    from: days[0]!,
    to: days.at(-1)!,
  }
}
