import { chartOf, proposeKind, type Chart, type ChartKind, type ChartReading } from './chart.ts'
import type { ChosenChart, Counted, Direction } from './definition.ts'
import { said, timesOf } from './reading.ts'
import { readingOf, type Reading } from './words.ts'

/** The facts of a measure that its charts depend on. */
export interface Measured {
  name: string
  counted: Counted
  per: number | null
  unit: string | null
  direction: Direction
  target: number | null
  chart: ChosenChart
  ruleSet: 'nhsr' | 'mdc'
  runRules: 'anhoej' | 'perla'
  fixAfter: number | null
  screening: 'yes' | 'no'
}

/** The chart of a series, why it is of this kind, and what it says. */
export interface ReadSeries {
  chart: Chart
  kind: ChartKind
  /** Why this kind, where it was proposed rather than chosen. */
  because: string | null
  reading: Reading
  unit: string
}

/** The unit after a figure, as a chart and its sentences say it. */
export function unitOf({ counted, per, unit }: Pick<Measured, 'counted' | 'per' | 'unit'>): string {
  if (counted === 'proportion') return '%'
  if (counted === 'rate') return `per ${per && per !== 1 ? `${said(per)} ` : ''}${unit ?? ''}`.trim()
  return unit === 'per cent' ? '%' : (unit ?? '')
}

/** The chart of readings of a measure, with its kind proposed where nobody has chosen one. */
export function readSeries(
  measure: Measured,
  readings: readonly ChartReading[],
  rebases: readonly string[],
): ReadSeries {
  const counted = measure.counted === 'between' ? 'rare' : measure.counted
  const proposed = measure.chart === 'proposed' ? proposeKind(readings, { counted }) : undefined
  const kind = proposed?.kind ?? (measure.chart as ChartKind)
  const chart = chartOf(readings, {
    kind,
    ruleSet: measure.ruleSet,
    runRules: measure.runRules,
    direction: measure.direction,
    target: measure.target,
    rebases,
    fixAfter: measure.fixAfter,
    screen: measure.screening === 'yes',
    per: timesOf(measure),
  })
  const unit = unitOf(measure)
  const { name, direction, target } = measure
  const reading = readingOf(chart, { name, unit, direction, target })
  return { chart, kind, because: proposed?.because ?? null, reading, unit }
}

/** The readings of all teams together, by day, where together means something: shares, rates and counts. */
export function wholeOf(counted: Counted, series: readonly (readonly ChartReading[])[]): ChartReading[] {
  if (counted === 'number' || counted === 'between') return []
  const days = new Map<string, ChartReading[]>()
  for (const reading of series.flat())
    if (reading.value !== null) days.set(reading.on, [...(days.get(reading.on) ?? []), reading])
  return [...days]
    .filter(([, readings]) => counted !== 'count' || readings.length === series.length)
    .map(([on, readings]) => ({
      on,
      value: sum(readings.map(({ value }) => value)),
      denominator: counted === 'count' ? null : sum(readings.map(({ denominator }) => denominator)),
    }))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
}

const sum = (numbers: readonly (number | null)[]) =>
  numbers.reduce<number>((total, number) => total + (number ?? 0), 0)
