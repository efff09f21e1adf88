import type { PointType, XmrChart } from './xmr.ts'

/** The kinds of chart; pp and up are P′ and U′ after Laney, for large denominators that vary more than chance. */
export type ChartKind = 'line' | 'run' | 'xmr' | 'p' | 'pp' | 'u' | 'up' | 'c' | 'g' | 't'

/** A value read on a day. With a denominator it is the numerator. */
export interface ChartReading {
  /** YYYY-MM-DD */
  on: string
  value: number | null
  denominator: number | null
}

export interface ChartSettings {
  kind: ChartKind
  ruleSet: 'nhsr' | 'mdc'
  runRules: 'anhoej' | 'perla'
  direction: 'increase' | 'decrease' | 'neutral'
  /** In the unit of what is plotted, as `per` makes it */
  target: number | null
  /** The days on which a new centre and new limits begin; one without a reading is ignored */
  rebases: readonly string[]
  /** Centre and limits of each segment come from its first so many readings. */
  fixAfter: number | null
  screen: boolean
  /** The factor of value ÷ denominator: 100 for per cent, 1,000 for "per 1,000 bed days"; else 1 */
  per?: number
}

export interface ChartPoint {
  on: string
  /** The value that is plotted: of readings with a denominator the rate */
  value: number | null
  centre: number | null
  lower: number | null
  upper: number | null
  type: PointType
  /** Why the point is more than chance, in words: "7 points above the mean" */
  signal: string | null
  segment: number
}

/** How the runs of a segment compare with what chance makes of as many useful points. */
export interface RunsRead {
  useful: number
  longest: number
  longestByChance: number
  crossings: number
  fewestByChance: number
  mostByChance: number | null
}

export interface Chart {
  /** As it is drawn: of too few readings a line, whatever was asked for */
  kind: ChartKind
  asked: ChartKind
  direction: ChartSettings['direction']
  centreIs: 'mean' | 'median' | null
  points: ChartPoint[]
  /** Of the latest point; null where nothing can be said */
  variation: PointType | null
  assurance: XmrChart['assurance']
  /** Of a run chart: the runs of its latest segment */
  runs: RunsRead | null
  /** All that a reader must know before believing the chart, in plain sentences */
  notices: string[]
}

/** The points of a kind with what is theirs alone; `chartOf` adds what is true of every kind. */
export interface Drawn {
  points: ChartPoint[]
  assurance: XmrChart['assurance']
  runs: RunsRead | null
  /** The chart as a whole cannot be called stable although no single point says so. */
  unsettled?: boolean
  notices: string[]
}

/** Under so many readings nothing pretends to a signal. */
export const fewestForSignals = 10
/** Limits from fewer readings are trial limits. */
export const fewestForLimits = 13
/** A baseline of fewer readings is no baseline. */
export const fewestToFix = 12

/** The latest point that says something: of a run chart one off the median, which a run passes over. */
export const latestOf = ({ kind, points }: Pick<Chart, 'kind' | 'points'>): ChartPoint | undefined =>
  (kind === 'run' ? points.findLast(({ value, centre }) => value !== null && value !== centre) : undefined) ??
  points.findLast(({ value }) => value !== null)
