import { limitsOf, type LinesAt, type ShewhartKind } from './limits.ts'
import { partsOf, runsOf, type RunInput, type RunPart, type RunPoint } from './run-chart.ts'

/** The input of a control chart: as that of a run chart, with another kind. */
export type ShewhartInput = Omit<RunInput, 'chart'> & { chart: ShewhartKind }

export type ShewhartPoint = Omit<RunPoint, 'lower' | 'lower95' | 'upper95' | 'upper' | 'sigmaSignal'> & {
  lower: number | null
  lower95: number | null
  upper95: number | null
  upper: number | null
  sigmaSignal: boolean
}

export interface ShewhartChart {
  parts: RunPart[]
  points: ShewhartPoint[]
}

/**
 * A control chart with the limits of its kind in each part, and the runs about its centre by the rules of Anhøj. Throws
 * RangeError for a kind that needs denominators without them, and for times of nought.
 */
export function shewhart(input: ShewhartInput): ShewhartChart {
  const { chart, n, multiply, screenMovingRanges, centreLine } = input
  if (['p', 'pp', 'u', 'up'].includes(chart) && !n)
    throw new RangeError(`A chart of kind ${chart} needs denominators: give them as n.`)
  const read = partsOf({ ...input, chart: 'run' }).map((values, index) => {
    const at = values.map(({ x }) => x - 1)
    const { lines } = limitsOf(
      chart,
      {
        y: at.map((place) => input.y[place]!),
        n: n ? at.map((place) => n[place]!) : null,
        base: values.map(({ baseline, include }) => baseline && include),
      },
      { centreLine, screenMovingRanges },
    )
    const shown = values.map((value, place) => ({ ...value, y: lines[place]!.value }))
    const centre = lines[0]?.centre ?? null
    return { values, lines, summary: runsOf(shown, index + 1, centre, multiply) }
  })
  return {
    parts: read.map(({ summary }) => summary),
    points: read.flatMap(({ values, lines, summary }) =>
      values.map(({ x, baseline, include }, index) => {
        const { value, sigmaSignal, ...rest } = multiplied(lines[index]!, multiply)
        return { x, y: value, part: summary.part, ...rest, baseline, include, sigmaSignal }
      }),
    ),
  }
}

function multiplied({ value, centre, lower, lower95, upper95, upper }: LinesAt, factor: number) {
  const times = (line: number | null) => (line === null ? null : line * factor)
  const outside = value !== null && ((upper !== null && value > upper) || (lower !== null && value < lower))
  return {
    value: times(value),
    centreLine: times(centre),
    lower: times(lower),
    lower95: times(lower95),
    upper95: times(upper95),
    upper: times(upper),
    sigmaSignal: outside,
  }
}
