import type { ChartPoint, ChartReading, ChartSettings, Drawn } from '../shown.ts'
import type { Signal } from '../signals.ts'

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

/** The name of a signal for people; the centre is a mean or a median. */
export const signalInWords = (signal: Signal, centre: 'mean' | 'median' = 'mean'): string | null =>
  inWords[signal]?.replace('the mean', `the ${centre}`) ?? null

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
