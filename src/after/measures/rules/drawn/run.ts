import { perla, shiftOf, trendOf, type PerlaRead } from '../perla.ts'
import { runChart, runLengthsAt, type RunPart } from '../run-chart.ts'
import {
  fewestForSignals,
  latestOf,
  type ChartPoint,
  type ChartReading,
  type ChartSettings,
  type Drawn,
  type RunsRead,
} from '../shown.ts'
import { pointType } from '../xmr.ts'
import { plotted, segmentsOf } from './segments.ts'

/** A segment with what its runs say. */
interface Segment {
  points: ChartPoint[]
  runs: RunsRead | null
  useful: number
}

/** A run chart; only the points of a row that is too long for chance are marked. */
export function runPoints(readings: readonly ChartReading[], settings: ChartSettings): Drawn {
  const parts = segmentsOf(readings, settings.rebases).map((part, segment) =>
    runSegment(part, segment, settings),
  )
  const last = parts.at(-1)
  const few = last !== undefined && last.useful < fewestForSignals
  const runs = last && !few ? last.runs : null
  const odd = runs === null ? [] : oddCrossings(runs)
  const latest = last && latestOf({ kind: 'run', points: last.points })
  return {
    points: parts.flatMap(({ points }) => points),
    assurance: null,
    runs,
    unsettled: few || (odd.length > 0 && latest?.type === 'common_cause'),
    notices: [
      ...(few
        ? [
            `Only ${last.useful} of the latest readings lie off the median: it takes ${fewestForSignals} to tell a change from chance.`,
          ]
        : []),
      ...odd,
    ],
  }
}

function oddCrossings({ crossings, fewestByChance, mostByChance }: RunsRead): string[] {
  if (crossings < fewestByChance)
    return [
      `The line crosses the median ${times(crossings)}; chance alone makes ${fewestByChance} or more. Something has changed over the whole stretch.`,
    ]
  if (mostByChance !== null && crossings > mostByChance)
    return [
      `The line crosses the median ${times(crossings)}; chance alone makes ${mostByChance} or fewer. Perhaps two things are counted in turn, such as weekdays and weekends.`,
    ]
  return []
}

const times = (count: number) => (count === 1 ? 'once' : `${count} times`)

function runSegment(readings: readonly ChartReading[], segment: number, settings: ChartSettings): Segment {
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
  const rows = runLengthsAt(y, read.centreLine)
  const useful = read.nUseful
  const perlas = settings.runRules === 'perla' ? perla(y, rows) : undefined
  const signal = perlas ? perlaSignal(perlas) : anhoejSignal(rows, read)
  const points = readings.map(({ on }, index): ChartPoint => {
    const found = useful >= fewestForSignals ? signal(index) : undefined
    return {
      on,
      value: y[index]!,
      centre: read.centreLine,
      lower: null,
      upper: null,
      type: found ? pointType(found.direction, settings.direction) : 'common_cause',
      signal: found?.words ?? null,
      segment,
    }
  })
  return { points, useful, runs: useful === 0 ? null : perlas ? perlaRuns(perlas) : anhoejRuns(read) }
}

type FoundAt = (index: number) => { direction: number; words: string } | undefined

const beside = (side: number, length: number) => `${length} points ${side > 0 ? 'above' : 'below'} the median`

const anhoejSignal =
  (rows: readonly { side: number; length: number }[], { longestRunMax }: RunPart): FoundAt =>
  (index) => {
    const { side, length } = rows[index]!
    return side !== 0 && length > longestRunMax!
      ? { direction: side, words: beside(side, length) }
      : undefined
  }

const perlaSignal =
  ({ shift, trend }: PerlaRead): FoundAt =>
  (index) => {
    const row = shift[index]!
    if (row.side !== 0 && row.length >= shiftOf)
      return { direction: row.side, words: beside(row.side, row.length) }
    const { direction, length } = trend[index]!
    if (length < trendOf) return undefined
    return { direction, words: `${length} points ${direction > 0 ? 'rising' : 'falling'}` }
  }

const anhoejRuns = (read: RunPart): RunsRead => ({
  useful: read.nUseful,
  longest: read.longestRun!,
  longestByChance: read.longestRunMax!,
  crossings: read.crossings!,
  fewestByChance: read.crossingsMin!,
  mostByChance: null,
})

/** Crossings are one fewer than runs. */
const perlaRuns = ({ useful, longest, crossings, limits }: PerlaRead): RunsRead => ({
  useful,
  longest,
  longestByChance: shiftOf - 1,
  crossings,
  fewestByChance: limits ? limits.fewest - 1 : 0,
  mostByChance: limits ? limits.most - 1 : null,
})
