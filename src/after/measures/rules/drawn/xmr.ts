import {
  fewestForLimits,
  fewestForSignals,
  type ChartPoint,
  type ChartReading,
  type ChartSettings,
  type Drawn,
} from '../shown.ts'
import { shownXmr } from '../xmr.ts'
import { plotted, signalInWords } from './segments.ts'

/** A segment with fewer readings says nothing, by each set of rules. */
export const fewestToSpeak = { nhsr: fewestForSignals, mdc: fewestForLimits } as const

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
      signal: spoken ? signalInWords(point.specialCauseType) : null,
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

/** The notice of a segment that is too short for more than trial limits. */
export function trial(sizes: readonly number[], { ruleSet }: ChartSettings): string[] {
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
