import { signals, type Place, type Signal } from './signals.ts'

/** The reading of the rules: NHSRplotthedots, or the Making Data Count team's Excel tool since November 2023. */
export type RuleSet = 'nhsr' | 'mdc'

/** The input of an XmR chart. Dates are YYYY-MM-DD; values, target and limits have the unit of the measure. */
export interface XmrInput {
  points: readonly { date: string; value: number | null }[]
  improvementDirection: 'increase' | 'decrease' | 'neutral'
  target: number | null
  rebaseDates: readonly string[]
  fixAfterNPoints: number | null
  screenOutliers: boolean
}

export type PointType =
  | 'common_cause'
  | 'special_cause_improvement'
  | 'special_cause_concern'
  | 'special_cause_neutral_high'
  | 'special_cause_neutral_low'

export interface XmrPoint {
  date: string
  value: number | null
  rebaseGroup: number
  mean: number | null
  movingRange: number | null
  movingRangeUsed: number | null
  averageMovingRange: number | null
  lowerLimit: number | null
  upperLimit: number | null
  outsideLimits: boolean | null
  relativeToMean: number | null
  closeToLimits: boolean | null
  specialCauseType: Signal
  specialCause: boolean
  pointType: PointType
  shortGroup: boolean
}

export interface XmrChart {
  points: XmrPoint[]
  variation: PointType | null
  assurance: 'consistent_pass' | 'consistent_fail' | 'inconsistent' | null
  /** Some segment is too short for more than trial limits. */
  warned: boolean
}

type Reading = XmrInput['points'][number]

// 3 ÷ 1.128 (d2 for ranges of two), to the figure that the NHS tools print and compute with.
const threeSigma = 2.66
const twoSigma = 2 * (threeSigma / 3)
// D4 for ranges of two: a moving range beyond it is itself a signal and would widen the limits.
const largestRange = 3.267
const fewestForLimits = 13
const fewestToFix = 12

/**
 * An XmR chart as NHSRplotthedots 0.2.2 computes it: the mean, and limits at mean ± 2.66 average moving ranges,
 * in each segment by itself. Only order counts, not the distance of dates. The rule set "mdc" differs in which
 * points count towards two of three. A missing value breaks every run. Throws RangeError for two readings on one
 * date and for a baseline of fewer than 12 points.
 */
export function xmr(input: XmrInput, ruleSet: RuleSet = 'nhsr'): XmrChart {
  if (input.fixAfterNPoints !== null && input.fixAfterNPoints < fewestToFix)
    throw new RangeError(`Limits can be fixed after ${fewestToFix} points or more.`)
  const points = segments(input).flatMap((readings, group) => segment(readings, group, input, ruleSet))
  return {
    points,
    variation: points.at(-1)?.pointType ?? null,
    assurance: assurance(points.at(-1), input),
    warned: points.some(({ shortGroup }) => shortGroup),
  }
}

/** Readings by date, parted before each rebase date. One that is no date of a reading is ignored. */
function segments({ points, rebaseDates }: XmrInput): Reading[][] {
  const sorted = points.toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const result: Reading[][] = []
  for (const [index, reading] of sorted.entries()) {
    if (reading.date === sorted[index - 1]?.date)
      throw new RangeError(`Two readings are dated ${reading.date}.`)
    if (index === 0 || rebaseDates.includes(reading.date)) result.push([])
    result.at(-1)!.push(reading)
  }
  return result
}

function segment(readings: readonly Reading[], group: number, input: XmrInput, ruleSet: RuleSet): XmrPoint[] {
  const values = readings.map(({ value }) => value)
  const baseline = values.slice(0, input.fixAfterNPoints ?? values.length)
  const ranges = values.map((_, index) => (index < baseline.length ? movingRange(values, index) : null))
  const used = input.screenOutliers ? screened(ranges) : ranges
  const centre = meanOf(baseline)
  const average = meanOf(used)
  const limit = (sigmas: number) => (centre === null || average === null ? null : centre + sigmas * average)
  const lines = {
    mean: centre,
    lower: limit(-threeSigma),
    upper: limit(threeSigma),
    nearLower: limit(-twoSigma),
    nearUpper: limit(twoSigma),
  }
  const placed = values.map((value) => place(value, lines, ruleSet))
  const found = signals(values, placed)
  return readings.map(({ date, value }, index) => ({
    date,
    value,
    rebaseGroup: group,
    mean: centre,
    movingRange: ranges[index]!,
    movingRangeUsed: used[index]!,
    averageMovingRange: average,
    lowerLimit: lines.lower,
    upperLimit: lines.upper,
    outsideLimits: placed[index]!.outside,
    relativeToMean: placed[index]!.side,
    closeToLimits: placed[index]!.close,
    specialCauseType: found[index]!.signal,
    specialCause: found[index]!.direction !== 0,
    pointType: pointType(found[index]!.direction, input.improvementDirection),
    shortGroup: readings.length < fewestForLimits,
  }))
}

/** The distance from the reading before; gaps are not bridged. */
function movingRange(values: readonly (number | null)[], index: number): number | null {
  const [before, value] = [values[index - 1] ?? null, values[index] ?? null]
  return before === null || value === null ? null : Math.abs(value - before)
}

function screened(ranges: readonly (number | null)[]): (number | null)[] {
  const average = meanOf(ranges)
  return ranges.map((range) =>
    range !== null && average !== null && range < largestRange * average ? range : null,
  )
}

/** The mean of what is there. The second pass takes back rounding, so that a point on the mean is seen as on it. */
export function meanOf(values: readonly (number | null)[]): number | null {
  const present = values.filter((value) => value !== null)
  if (present.length === 0) return null
  const rough = present.reduce((sum, value) => sum + value, 0) / present.length
  return rough + present.reduce((sum, value) => sum + (value - rough), 0) / present.length
}

export interface Lines {
  mean: number | null
  lower: number | null
  upper: number | null
  nearLower: number | null
  nearUpper: number | null
}

/** The place of a value among its lines: "nhsr" calls close what lies between two and three sigma, "mdc" what lies beyond the limit too. */
export function place(
  value: number | null,
  { mean, lower, upper, nearLower, nearUpper }: Lines,
  ruleSet: RuleSet,
): Place {
  const side = value === null || mean === null ? null : Math.sign(value - mean)
  if (value === null || lower === null || upper === null || nearLower === null || nearUpper === null)
    return { side, outside: null, close: null }
  const outside = value > upper || value < lower
  const beyondTwoSigma = value > nearUpper || value < nearLower
  return { side, outside, close: beyondTwoSigma && (ruleSet === 'mdc' || !outside) }
}

/** The meaning of a signal up (1) or down (−1) for a measure that should go a way. */
export function pointType(direction: number, improvement: XmrInput['improvementDirection']): PointType {
  if (direction === 0) return 'common_cause'
  if (improvement === 'neutral')
    return direction > 0 ? 'special_cause_neutral_high' : 'special_cause_neutral_low'
  return direction > 0 === (improvement === 'increase')
    ? 'special_cause_improvement'
    : 'special_cause_concern'
}

/** Will the process meet the target as it stands? A target on a limit, or no limits, leaves it open. */
export function assurance(
  last: Pick<XmrPoint, 'lowerLimit' | 'upperLimit'> | undefined,
  { target, improvementDirection }: Pick<XmrInput, 'target' | 'improvementDirection'>,
) {
  if (!last || target === null || improvementDirection === 'neutral') return null
  const { lowerLimit, upperLimit } = last
  const wantsMore = improvementDirection === 'increase'
  if (upperLimit !== null && target > upperLimit) return wantsMore ? 'consistent_fail' : 'consistent_pass'
  if (lowerLimit !== null && target < lowerLimit) return wantsMore ? 'consistent_pass' : 'consistent_fail'
  return 'inconsistent'
}

export interface ShownXmr {
  chart: XmrChart
  /** Screening would have left no variation to draw limits from, so every moving range was used. */
  screeningDropped: boolean
  /** The last segment does not vary at all: its limits say nothing and are not drawn. */
  noVariation: boolean
}

/**
 * The chart that people are shown. Of a series that hardly varies, screening takes every moving range that is not
 * nought: the tools then draw no limits, or limits on the mean with a signal at every other point. Here the chart
 * is computed without screening, and says so.
 */
export function shownXmr(input: XmrInput, ruleSet: RuleSet = 'nhsr'): ShownXmr {
  const chart = xmr(input, ruleSet)
  const screeningDropped = input.screenOutliers && chart.points.some(isEmptied)
  const shown = screeningDropped ? xmr({ ...input, screenOutliers: false }, ruleSet) : chart
  return { chart: shown, screeningDropped, noVariation: shown.points.at(-1)?.averageMovingRange === 0 }
}

/** No width was left of a segment in which there were moving ranges. */
const isEmptied = (point: XmrPoint) => point.movingRange !== null && !point.averageMovingRange
