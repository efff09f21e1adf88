export type Signal =
  | 'Common Cause'
  | 'Above UCL'
  | 'Below LCL'
  | '7 Point Trend (Increasing)'
  | '7 Point Trend (Decreasing)'
  | '2 in 3 Above CL'
  | '2 in 3 Below CL'
  | '7 Points Above CL'
  | '7 Points Below CL'

/** The place of a point; null where nothing can be said. */
export interface Place {
  /** 1 above the mean, −1 below, 0 on it */
  side: number | null
  outside: boolean | null
  close: boolean | null
}

const run = 7

const names = {
  outside: { up: 'Above UCL', down: 'Below LCL' },
  trend: { up: '7 Point Trend (Increasing)', down: '7 Point Trend (Decreasing)' },
  twoOfThree: { up: '2 in 3 Above CL', down: '2 in 3 Below CL' },
  shift: { up: '7 Points Above CL', down: '7 Points Below CL' },
} as const

/**
 * The signal of each point of one segment and its direction (1 up, −1 down, 0 none). A point carries one signal:
 * outside the limits before trend before two of three before shift.
 */
export function signals(
  values: readonly (number | null)[],
  places: readonly Place[],
): { signal: Signal; direction: number }[] {
  const sides = places.map(({ side }) => side)
  const trend = trendDirections(values)
  const twoOfThree = twoOfThreeFlags(places)
  const shift = within(sides, run, (window) => window.every((side) => side === window[0] && Boolean(side)))
  return places.map(({ side, outside }, index) => {
    if (outside) return named('outside', side!)
    if (trend[index]) return named('trend', trend[index])
    if (twoOfThree[index]) return named('twoOfThree', side!)
    if (shift[index]) return named('shift', side!)
    return { signal: 'Common Cause', direction: 0 }
  })
}

const named = (kind: keyof typeof names, direction: number) => ({
  signal: names[kind][direction > 0 ? 'up' : 'down'],
  direction,
})

/** For each item, whether it lies in some window of a length of which the test holds. */
function within<Item>(items: readonly Item[], length: number, holds: (window: readonly Item[]) => boolean) {
  const flags = items.map(() => false)
  for (let start = 0; start + length <= items.length; start++)
    if (holds(items.slice(start, start + length))) flags.fill(true, start, start + length)
  return flags
}

/**
 * Seven points, six steps all up or all down; a tie or a missing value breaks it. A point between two trends
 * takes the direction of the step that follows; a tie there counts as down, as in NHSRplotthedots.
 */
function trendDirections(values: readonly (number | null)[]): number[] {
  const steps = values.slice(1).map((value, index) => step(values[index]!, value))
  const inTrend = values.map(() => false)
  for (let start = 0; start + run <= values.length; start++) {
    const window = steps.slice(start, start + run - 1)
    if (window.every((each) => each === window[0] && Boolean(each))) inTrend.fill(true, start, start + run)
  }
  return inTrend.map((flagged, index) => {
    if (!flagged) return 0
    const deciding = inTrend[index + 1] ? steps[index] : steps[index - 1]
    return (deciding ?? 0) > 0 ? 1 : -1
  })
}

const step = (before: number | null, value: number | null) =>
  before === null || value === null ? null : Math.sign(value - before)

/** Of three points on one side of the mean at least two close to the limit; only these are flagged. */
function twoOfThreeFlags(places: readonly Place[]): boolean[] {
  const fired = within(
    places,
    3,
    (window) =>
      window.every(({ side }) => side === window[0]!.side && Boolean(side)) &&
      window.filter(({ close }) => close).length >= 2,
  )
  return places.map(({ close }, index) => fired[index]! && Boolean(close))
}
