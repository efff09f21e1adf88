import { chartOf } from './chart.ts'
import { day } from '../../../platform/face/dates.ts'
import { median } from './run-chart.ts'
import { latestOf, type Chart, type ChartPoint } from './shown.ts'

export interface Suggestion {
  /** The day of the first reading of what would be the new segment */
  on: string
  /** A whole sentence with the figures that speak for it */
  because: string
}

/** The baseline and the run of runcharter: the first thirteen readings, and nine in a row on the wanted side. */
const baseline = 13
const run = 9

/**
 * A rebase that the readings support: after thirteen readings a run of nine or more on the wanted side of their median,
 * which goes on and is stable in itself. It is proposed and never done, because only people know the cause.
 */
export function suggestRebase(chart: Chart): Suggestion | undefined {
  const { direction } = chart
  const latest = latestOf(chart)
  if (direction === 'neutral' || chart.kind === 'line' || !latest) return undefined
  const points = chart.points.filter(({ segment, value }) => segment === latest.segment && value !== null)
  const before = median(points.slice(0, baseline).map(({ value }) => value))
  if (before === null || points.length < baseline + run) return undefined
  const wanted = direction === 'increase' ? 1 : -1
  const start = startOfRun(points, before, wanted)
  if (start === undefined) return undefined
  const after = points.slice(start)
  if (!goesOn(after, before, wanted) || !isStable(after)) return undefined
  const useful = after.filter(({ value }) => value !== before).length
  const now = median(after.map(({ value }) => value))!
  return {
    on: after[0]!.on,
    because: `From ${day(after[0]!.on)} on ${useful} readings lie ${wanted > 0 ? 'above' : 'below'} the median of the first ${baseline}, and they are steady among themselves (${figure(before)} before, ${figure(now)} since). If you know what made the difference, let the ${chart.centreIs} begin anew there.`,
  }
}

const figure = (value: number) => value.toLocaleString('en-GB', { maximumSignificantDigits: 3 })

/** The first point after the baseline of the first run that is long enough; points on the median are passed over. */
function startOfRun(points: readonly ChartPoint[], before: number, wanted: number): number | undefined {
  let start: number | undefined
  let length = 0
  for (let index = baseline; index < points.length; index++) {
    const side = Math.sign(points[index]!.value! - before)
    if (side === 0) continue
    if (side !== wanted) {
      start = undefined
      length = 0
      continue
    }
    start ??= index
    length += 1
    if (length >= run) return start
  }
  return undefined
}

const goesOn = (points: readonly ChartPoint[], before: number, wanted: number) =>
  points.every(({ value }) => Math.sign(value! - before) !== -wanted)

/** True where what would be the new segment has no signal of its own. */
const isStable = (points: readonly ChartPoint[]): boolean =>
  chartOf(
    points.map(({ on, value }) => ({ on, value, denominator: null })),
    {
      kind: points.length < 10 ? 'line' : 'xmr',
      ruleSet: 'nhsr',
      runRules: 'anhoej',
      direction: 'neutral',
      target: null,
      rebases: [],
      fixAfter: null,
      screen: true,
    },
  ).points.every(({ type }) => type === 'common_cause')
