import type { MeasureView, ReadingView } from './measure.ts'
import type { ChartPoint, ChartReading } from '../rules/chart.ts'
import { readSeries, wholeOf, type ReadSeries } from '../rules/series.ts'

export interface NamedTeam {
  id: string
  name: string
}

/** The readings of one team for a measure, read as a chart. */
export interface SeriesLine {
  measure: MeasureView
  /** Null for the network's measure where no team has begun, or for all its teams together. */
  team: NamedTeam | null
  whole?: true
  readings: readonly ReadingView[]
  read: ReadSeries
  /** The latest point that has a value. */
  latest: ChartPoint | undefined
}

interface KeptReading extends ReadingView {
  measure: string
  team: string
}

interface KeptRebase {
  measure: string
  team: string
  on: string
}

const keyOf = ({ measure, team }: { measure: string; team: string }) => `${measure} ${team}`

/** One line for each series, the network's measures first; a measure without readings has a line too. */
export function linesOf(
  measures: readonly MeasureView[],
  teams: readonly NamedTeam[],
  readings: readonly KeptReading[],
  rebases: readonly KeptRebase[],
): SeriesLine[] {
  const read = Map.groupBy(readings, keyOf)
  const begun = Map.groupBy(rebases, keyOf)
  const line = (measure: MeasureView, team: NamedTeam): SeriesLine => {
    const key = keyOf({ measure: measure.id, team: team.id })
    const own = read.get(key) ?? []
    return lineOf(
      measure,
      team,
      own,
      (begun.get(key) ?? []).map(({ on }) => on),
    )
  }
  const shared = measures.filter(({ team }) => team === null)
  const own = measures.filter(({ team }) => team !== null)
  return [
    ...shared.flatMap((measure) => {
      const series = teams.map((team) => line(measure, team)).filter(({ readings }) => readings.length > 0)
      const whole = wholeLine(measure, series)
      return [...(whole ? [whole] : []), ...series]
    }),
    ...own.flatMap((measure) => {
      const team = teams.find(({ id }) => id === measure.team)
      return team ? [line(measure, team)] : []
    }),
  ]
}

export function lineOf(
  measure: MeasureView,
  team: NamedTeam | null,
  readings: readonly ReadingView[],
  rebases: readonly string[],
): SeriesLine {
  const read = readSeries(measure, readings, rebases)
  const latest = read.chart.points.findLast(({ value }) => value !== null)
  return { measure, team, readings, read, latest }
}

/** All teams together; the measure alone where none has begun, and nothing where they cannot be put together. */
export function wholeLine(measure: MeasureView, series: readonly SeriesLine[]): SeriesLine | undefined {
  if (series.length === 0) return lineOf(measure, null, [], [])
  const together: ChartReading[] = wholeOf(
    measure.counted,
    series.map(({ readings }) => readings),
  )
  if (together.length === 0) return undefined
  const readings = together.map((one) => ({ ...one, id: one.on, note: null }))
  return { ...lineOf(measure, null, readings, []), whole: true }
}
