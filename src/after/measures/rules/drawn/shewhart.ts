import { limitsOf, type LinesAt, type ShewhartKind } from '../limits.ts'
import {
  type ChartKind,
  type ChartPoint,
  type ChartReading,
  type ChartSettings,
  type Drawn,
} from '../shown.ts'
import { signals } from '../signals.ts'
import { assurance, place, pointType } from '../xmr.ts'
import { segmentsOf, signalInWords } from './segments.ts'
import { fewestToSpeak, trial } from './xmr.ts'

export type Attributed = Extract<ChartKind, ShewhartKind>

/** The sentence why readings cannot be drawn by a kind, or nothing. */
export function unfit(kind: Attributed, readings: readonly ChartReading[]): string | undefined {
  const present = readings.filter(({ value }) => value !== null)
  if (present.some(({ value }) => value! < 0)) return 'Some readings are less than 0, which no count can be.'
  if (kind === 't' && present.some(({ value }) => value === 0)) return 'Some times between events are 0.'
  if (!isDivided(kind)) return undefined
  if (!present.some(({ denominator }) => denominator !== null && denominator > 0))
    return 'No reading says out of how many it is.'
  const shares = kind === 'p' || kind === 'pp'
  if (shares && present.some(({ value, denominator }) => denominator !== null && value! > denominator))
    return 'Some readings count more than they are out of.'
  return undefined
}

export const isDivided = (kind: ChartKind): boolean =>
  kind === 'p' || kind === 'pp' || kind === 'u' || kind === 'up'

/**
 * A control chart with limits of its kind. Its signals are the four of an XmR chart, each point judged by its own limits:
 * the rules of the Western Electric handbook, from which those of XmR charts come, were written for these charts.
 */
export function shewhartPoints(
  kind: Attributed,
  readings: readonly ChartReading[],
  settings: ChartSettings,
): Drawn {
  const parts = segmentsOf(readings, settings.rebases).map((part, segment) =>
    segmentOf(kind, part, segment, settings),
  )
  const last = parts.at(-1)
  const end = last?.points.at(-1)
  return {
    points: parts.flatMap(({ points }) => points),
    assurance:
      last && end && last.speaks && !last.flat
        ? assurance(
            { lowerLimit: end.lower, upperLimit: end.upper },
            { target: settings.target, improvementDirection: settings.direction },
          )
        : null,
    runs: null,
    notices: [
      ...undivided(kind, readings),
      ...(last?.flat ? ['The readings do not vary at all, so there are no limits to draw.'] : []),
      ...overdispersed(kind, last?.sigmaZ ?? null, last?.present ?? 0),
      ...trial(
        parts.map(({ present }) => present),
        settings,
      ),
    ],
  }
}

function undivided(kind: Attributed, readings: readonly ChartReading[]): string[] {
  if (!isDivided(kind)) return []
  const without = readings.filter(({ value, denominator }) => value !== null && !(denominator! > 0)).length
  if (without === 0) return []
  return [
    without === 1
      ? '1 reading does not say out of how many it is, and is left out.'
      : `${without} readings do not say out of how many they are, and are left out.`,
  ]
}

function segmentOf(
  kind: Attributed,
  readings: readonly ChartReading[],
  segment: number,
  settings: ChartSettings,
) {
  const per = isDivided(kind) ? (settings.per ?? 1) : 1
  const { lines, sigmaZ } = limitsOf(
    kind,
    {
      y: readings.map(({ value }) => value),
      n: isDivided(kind) ? readings.map(({ denominator }) => denominator) : null,
      base: readings.map((_, index) => settings.fixAfter === null || index < settings.fixAfter),
    },
    { centreLine: null, screenMovingRanges: settings.screen },
  )
  const present = lines.filter(({ value }) => value !== null).length
  const speaks = present >= fewestToSpeak[settings.ruleSet]
  const flat = lines.every(({ lower, upper }) => lower === upper)
  const hasLimits = (settings.ruleSet === 'nhsr' || speaks) && !flat
  const found = found4(lines, settings)
  const centreIs = kind === 'g' ? 'median' : 'mean'
  const times = (line: number | null) => (line === null ? null : line * per)
  const points = readings.map(({ on }, index): ChartPoint => {
    const { value, centre, lower, upper } = lines[index]!
    const { signal, direction } = found[index]!
    const spoken = speaks && !flat && direction !== 0
    return {
      on,
      value: times(value),
      centre: times(centre),
      lower: hasLimits ? times(lower) : null,
      upper: hasLimits ? times(upper) : null,
      type: spoken ? pointType(direction, settings.direction) : 'common_cause',
      signal: spoken ? signalInWords(signal, centreIs) : null,
      segment,
    }
  })
  return { points, present, speaks, flat, sigmaZ }
}

function found4(lines: readonly LinesAt[], { ruleSet }: ChartSettings) {
  const places = lines.map(({ value, centre, lower, lower95, upper95, upper }) =>
    place(value, { mean: centre, lower, upper, nearLower: lower95, nearUpper: upper95 }, ruleSet),
  )
  return signals(
    lines.map(({ value }) => value),
    places,
  )
}

/** True where readings vary more than their denominators explain by three standard errors of Laney’s σz. */
export const isOverdispersed = (sigmaZ: number | null, present: number): boolean =>
  sigmaZ !== null && present > 1 && sigmaZ > 1 + (3 * 0.83) / Math.sqrt(present - 1)

function overdispersed(kind: Attributed, sigmaZ: number | null, present: number): string[] {
  if ((kind !== 'p' && kind !== 'u') || !isOverdispersed(sigmaZ, present)) return []
  return [
    `The readings vary ${sigmaZ!.toFixed(1)} times as much as numbers of this size do by chance: the limits of a ${kind === 'p' ? 'P′' : 'U′'} chart allow for that.`,
  ]
}
