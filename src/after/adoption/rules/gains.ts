import type { ChartPoint } from '../../measures/rules/chart.ts'
import { monthsAfter, monthsToSustained } from './ladder.ts'

/** A measure of a team with an idea, since it was adopted. */
export interface Gain {
  measure: { id: string; name: string }
  points: readonly Pick<ChartPoint, 'on' | 'value' | 'type'>[]
}

const fewestReadings = 3

const isLoss = ({ type }: Pick<ChartPoint, 'type'>) => type === 'special_cause_concern'

/** A signal the wrong way among the latest readings: a flag to look at, never a verdict. */
export const hasLost = ({ points }: Gain, adoptedOn: string): boolean => {
  const latest = points.findLast(({ value }) => value !== null)
  return latest !== undefined && latest.on >= adoptedOn && isLoss(latest)
}

/** The reason why measures do not show that a change was sustained until a day, if they do not. */
export function whyNoGain(gains: readonly Gain[], adoptedOn: string, onDay: string): string | undefined {
  const told = gains
    .map((gain) => ({
      ...gain,
      points: gain.points.filter(({ on, value }) => value !== null && on >= adoptedOn && on <= onDay),
    }))
    .filter(({ points }) => points.length > 0)
  if (told.length === 0)
    return 'Enter readings of a measure of this idea first: “Sustained” needs one that has not lost its gain for six months.'
  const from = monthsAfter(onDay, -monthsToSustained)
  const lost = told.find(({ points }) => points.some((point) => point.on > from && isLoss(point)))
  if (lost)
    return `“${lost.measure.name}” shows a signal the wrong way in these six months. Look at it before this is called sustained.`
  if (!told.some(({ points }) => points.length >= fewestReadings))
    return `Enter more readings first: “Sustained” needs ${fewestReadings} or more since it was adopted.`
  return undefined
}
