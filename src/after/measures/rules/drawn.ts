import { runLengthsAt, runChart, type RunPart } from './run-chart.ts'
import {
  fewestForLimits,
  fewestForSignals,
  latestOf,
  type ChartPoint,
  type ChartReading,
  type ChartSettings,
  type Drawn,
} from './shown.ts'
import type { Signal } from './signals.ts'
import { pointType, shownXmr, type PointType } from './xmr.ts'

/** The value that is plotted: the reading itself, or of one with a denominator the rate. */
export function plotted({ value, denominator }: ChartReading, { per }: { per?: number }): number | null {
  if (value === null || denominator === null) return value
  return denominator > 0 ? (value / denominator) * (per ?? 1) : null
}

/** Readings parted before each day on which the chart was rebased. */
export function segmentsOf(readings: readonly ChartReading[], rebases: readonly string[]): ChartReading[][] {
  const days = new Set(rebases)
  const parts: ChartReading[][] = []
  for (const reading of readings) {
    if (parts.length === 0 || days.has(reading.on)) parts.push([])
    parts.at(-1)!.push(reading)
  }
  return parts
}

const bare = { centre: null, lower: null, upper: null, type: 'common_cause', signal: null } as const

/** Points joined by a line, and nothing said of them. */
export function linePoints(readings: readonly ChartReading[], settings: ChartSettings): Drawn {
  const points = segmentsOf(readings, settings.rebases).flatMap((part, segment) =>
    part.map((reading): ChartPoint => ({
      on: reading.on,
      value: plotted(reading, settings),
      ...bare,
      segment,
    })),
  )
  return { points, assurance: null, runs: null, notices: [] }
}

const inWords: Record<Signal, string | null> = {
  'Common Cause': null,
  'Above UCL': 'above the upper limit',
  'Below LCL': 'below the lower limit',
  '7 Point Trend (Increasing)': '7 points rising',
  '7 Point Trend (Decreasing)': '7 points falling',
  '2 in 3 Above CL': '2 of 3 points close to the upper limit',
  '2 in 3 Below CL': '2 of 3 points close to the lower limit',
  '7 Points Above CL': '7 points above the mean',
  '7 Points Below CL': '7 points below the mean',
}

/** How many readings of each segment are there, and which segments are too short to say anything. */
const fewestToSpeak = { nhsr: fewestForSignals, mdc: fewestForLimits } as const

export function xmrPoints(readings: readonly ChartReading[], settings: ChartSettings): Drawn {
  const { chart, screeningDropped } = shownXmr(
    {
      points: readings.map((reading) => ({ date: reading.on, value: plotted(reading, settings) })),
      improvementDirection: settings.direction,
      target: settings.target,
      rebaseDates: settings.rebases,
      fixAfterNPoints: settings.fixAfter,
      screenOutliers: settings.screen,
    },
    settings.ruleSet,
  )
  const sizes: number[] = []
  for (const { rebaseGroup, value } of chart.points)
    sizes[rebaseGroup] = (sizes[rebaseGroup] ?? 0) + (value === null ? 0 : 1)
  const speaks = (segment: number) => sizes[segment]! >= fewestToSpeak[settings.ruleSet]
  const hasLimits = (segment: number) => settings.ruleSet === 'nhsr' || speaks(segment)
  const points = chart.points.map((point): ChartPoint => {
    const { rebaseGroup: segment } = point
    const varies = hasLimits(segment) && point.averageMovingRange !== 0
    const spoken = speaks(segment) && point.specialCause
    return {
      on: point.date,
      value: point.value,
      centre: point.mean,
      lower: varies ? point.lowerLimit : null,
      upper: varies ? point.upperLimit : null,
      type: spoken ? point.pointType : 'common_cause',
      signal: spoken ? inWords[point.specialCauseType] : null,
      segment,
    }
  })
  const last = chart.points.at(-1)
  const flat = last !== undefined && last.averageMovingRange === 0
  return {
    points,
    assurance: last && speaks(last.rebaseGroup) && !flat ? chart.assurance : null,
    runs: null,
    notices: [
      ...(screeningDropped && !flat
        ? [
            'The readings hardly vary: leaving out large steps would have left nothing, so every step was used.',
          ]
        : []),
      ...(flat ? ['The readings do not vary at all, so there are no limits to draw.'] : []),
      ...trial(sizes, settings),
    ],
  }
}

function trial(sizes: readonly number[], { ruleSet }: ChartSettings): string[] {
  const fewest = Math.min(...sizes)
  if (sizes.length === 0 || fewest >= 13) return []
  const where = sizes.length === 1 ? 'The limits come' : 'In one part of the chart the limits come'
  if (ruleSet === 'mdc')
    return [
      sizes.length === 1
        ? 'By these rules limits are drawn from 13 readings.'
        : 'By these rules a part of the chart has limits from 13 readings.',
    ]
  const silent = fewest < fewestToSpeak.nhsr ? ' Under 10 nothing is called a signal.' : ''
  return [
    `${where} from fewer than 13 readings: they are trial limits and will move with each new one.${silent}`,
  ]
}

/** A run chart; only the points of a run that is too long for chance are marked. */
export function runPoints(readings: readonly ChartReading[], settings: ChartSettings): Drawn {
  const parts = segmentsOf(readings, settings.rebases).map((part, segment) =>
    runSegment(part, segment, settings),
  )
  const last = parts.at(-1)
  const few = last !== undefined && last.read.nUseful < 10
  const crossed = last !== undefined && !few && last.read.crossings! < last.read.crossingsMin!
  return {
    points: parts.flatMap(({ points }) => points),
    assurance: null,
    runs: last && !few ? runsOf(last.read) : null,
    unsettled: few || (crossed && latestOf({ kind: 'run', points: last.points })?.type === 'common_cause'),
    notices: [
      ...(few
        ? [
            `Only ${last.read.nUseful} of the latest readings lie off the median: it takes 10 to tell a change from chance.`,
          ]
        : []),
      ...(crossed
        ? [
            `The line crosses the median ${times(last.read.crossings!)}; chance alone makes ${last.read.crossingsMin} or more. Something has changed over the whole stretch.`,
          ]
        : []),
    ],
  }
}

const times = (count: number) => (count === 1 ? 'once' : `${count} times`)

const runsOf = (read: RunPart) => ({
  useful: read.nUseful,
  longest: read.longestRun!,
  longestByChance: read.longestRunMax!,
  crossings: read.crossings!,
  fewestByChance: read.crossingsMin!,
  mostByChance: null,
})

function runSegment(readings: readonly ChartReading[], segment: number, settings: ChartSettings) {
  const y = readings.map((reading) => plotted(reading, settings))
  const read = runChart({
    chart: 'run',
    y,
    n: null,
    freeze: settings.fixAfter,
    partAfter: [],
    exclude: [],
    target: null,
    centreLine: null,
    multiply: 1,
    method: 'anhoej',
    screenMovingRanges: true,
  }).parts[0]!
  const runs = runLengthsAt(y, read.centreLine)
  const points = readings.map(({ on }, index): ChartPoint => {
    const { side, length } = runs[index]!
    const flagged = read.nUseful >= 10 && length > read.longestRunMax!
    const type: PointType = flagged ? pointType(side, settings.direction) : 'common_cause'
    return {
      on,
      value: y[index]!,
      centre: read.centreLine,
      lower: null,
      upper: null,
      type,
      signal: flagged ? `${length} points ${side > 0 ? 'above' : 'below'} the median` : null,
      segment,
    }
  })
  return { points, read }
}
