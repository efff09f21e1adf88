/** The input of a run chart. Positions count from 1; `y`, `target` and `centreLine` have the measure's unit. */
export interface RunInput {
  chart: 'run'
  y: readonly (number | null)[]
  /** Denominators: the chart then shows y ÷ n. */
  n: readonly (number | null)[] | null
  /** The median of the first so many points holds for all. */
  freeze: number | null
  /** A new part, with its own median, begins after each of these points. */
  partAfter: readonly number[]
  /** Points left out of the median and of the runs. */
  exclude: readonly number[]
  target: number | null
  /** Instead of the median. */
  centreLine: number | null
  /** The chart shows values, centre and all multiplied by this, such as 100 for per cent. */
  multiply: number
  method: string
  /** For control charts; a run chart has no moving ranges. */
  screenMovingRanges: boolean
}

export interface RunPart {
  part: number
  nObs: number
  nUseful: number
  longestRun: number | null
  longestRunMax: number | null
  crossings: number | null
  crossingsMin: number | null
  runsSignal: boolean
  centreLine: number | null
}

export interface RunPoint {
  x: number
  y: number | null
  part: number
  centreLine: number | null
  lower: null
  lower95: null
  upper95: null
  upper: null
  baseline: boolean
  include: boolean
  sigmaSignal: false
}

export interface RunChart {
  parts: RunPart[]
  points: RunPoint[]
}

export interface Value {
  x: number
  y: number | null
  baseline: boolean
  include: boolean
}

/**
 * A run chart by the rules of Anhøj (PLoS ONE 2014, 9(11): e113825). Points that are missing or exactly on the
 * centre are not useful: they neither break nor lengthen a run. There is no rule for trends, which finds next to
 * nothing. Throws RangeError for another method and for denominators that do not match the values.
 */
export function runChart(input: RunInput): RunChart {
  const parts = partsOf(input).map((values, index) => ({ values, part: index + 1 }))
  const read = parts.map(({ values, part }) => {
    const included = values.filter(({ include, baseline }) => include && baseline).map(({ y }) => y)
    const centre = input.centreLine ?? median(included)
    return { values, summary: runsOf(values, part, centre, input.multiply) }
  })
  return {
    parts: read.map(({ summary }) => summary),
    points: read.flatMap(({ values, summary }) =>
      values.map((value) => pointOf(value, summary, input.multiply)),
    ),
  }
}

/** The values of each part. Throws RangeError for another method and for denominators that do not match the values. */
export function partsOf(input: RunInput): Value[][] {
  if (input.method !== 'anhoej')
    throw new RangeError(`Runs are read by the method anhoej, not ${input.method}.`)
  if (input.n && input.n.length !== input.y.length) throw new RangeError('Each value needs its denominator.')
  return parted(valuesOf(input), input.partAfter)
}

function valuesOf({ y, n, freeze, exclude }: RunInput): Value[] {
  return y.map((value, index) => ({
    x: index + 1,
    y: n ? ratio(value, n[index]!) : value,
    baseline: freeze === null || index < freeze,
    include: !exclude.includes(index + 1),
  }))
}

const ratio = (value: number | null, by: number | null) => (value === null || !by ? null : value / by)

function parted(values: readonly Value[], partAfter: readonly number[]): Value[][] {
  const parts: Value[][] = []
  for (const value of values) {
    if (parts.length === 0 || partAfter.includes(value.x - 1)) parts.push([])
    parts.at(-1)!.push(value)
  }
  return parts
}

/** The runs of a part about its centre. */
export function runsOf(
  values: readonly Value[],
  part: number,
  centre: number | null,
  multiply: number,
): RunPart {
  const included = values.filter(({ include }) => include)
  const sides = usefulSides(
    included.map(({ y }) => y),
    centre,
  )
  return {
    part,
    nObs: included.length,
    nUseful: sides.length,
    ...runsIn(sides),
    centreLine: times(centre, multiply),
  }
}

function pointOf(
  { x, y, baseline, include }: Value,
  { part, centreLine }: RunPart,
  multiply: number,
): RunPoint {
  const noLimits = { lower: null, lower95: null, upper95: null, upper: null } as const
  return { x, y: times(y, multiply), part, centreLine, ...noLimits, baseline, include, sigmaSignal: false }
}

const times = (value: number | null, factor: number) => (value === null ? null : value * factor)

/** The middle value of those that are there; of an even number, the mean of the two in the middle. */
export function median(values: readonly (number | null)[]): number | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b)
  const middle = sorted.length / 2
  if (sorted.length === 0) return null
  return sorted.length % 2 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** 1 for each point above the centre and −1 for each below, without those on it. */
const usefulSides = (values: readonly (number | null)[], centre: number | null) =>
  centre === null
    ? []
    : values
        .filter((y) => y !== null)
        .map((y) => Math.sign(y - centre))
        .filter(Boolean)

function runsIn(sides: readonly number[]) {
  if (sides.length === 0)
    return { longestRun: null, longestRunMax: null, crossings: null, crossingsMin: null, runsSignal: false }
  const lengths = runLengths(sides)
  const longestRun = lengths.reduce((longest, length) => Math.max(longest, length), 0)
  const crossings = lengths.length - 1
  const [longestRunMax, crossingsMin] = [longestRunLimit(sides.length), crossingsLimit(sides.length)]
  const runsSignal = longestRun > longestRunMax || crossings < crossingsMin
  return { longestRun, longestRunMax, crossings, crossingsMin, runsSignal }
}

function runLengths(sides: readonly number[]): number[] {
  const lengths: number[] = []
  for (const [index, side] of sides.entries()) {
    if (side === sides[index - 1]) lengths[lengths.length - 1]! += 1
    else lengths.push(1)
  }
  return lengths
}

/** For each point its side of the centre and how many useful points its run has; on the centre and missing 0. */
export function runLengthsAt(
  values: readonly (number | null)[],
  centre: number | null,
): { side: number; length: number }[] {
  const sides = values.map((y) => (y === null || centre === null ? 0 : Math.sign(y - centre)))
  const lengths = runLengths(sides.filter(Boolean))
  const each = lengths.flatMap((length) => Array<number>(length).fill(length)).values()
  return sides.map((side) => ({ side, length: side === 0 ? 0 : each.next().value! }))
}

/** The longest run that chance makes of so many useful points: round(log₂ n) + 3 (Schilling 2012). */
export const longestRunLimit = (useful: number): number => Math.round(Math.log2(useful)) + 3

/**
 * The fewest crossings that chance leaves: the smallest k with P(X ≤ k) ≥ 0.05, X binomial with n − 1 trials of
 * one half (Chen 2010). Counted in whole numbers, so that no rounding decides: 20 ΣC(n−1, i) ≥ 2ⁿ⁻¹. Whole numbers of
 * thousands of figures take long, and there the normal approximation is as good.
 */
export function crossingsLimit(useful: number): number {
  const known = limits.get(useful)
  if (known !== undefined) return known
  const limit = useful > mostCounted ? approximateLimit(useful - 1) : countedLimit(useful - 1)
  limits.set(useful, limit)
  return limit
}

const mostCounted = 2000
const limits = new Map<number, number>()

const approximateLimit = (trials: number) =>
  Math.max(0, Math.ceil(trials / 2 - (1.6448536269514722 * Math.sqrt(trials)) / 2 - 0.5))

function countedLimit(count: number): number {
  const trials = BigInt(count)
  let ways = 1n
  let sum = 1n
  let k = 0n
  while (20n * sum < 1n << trials) {
    ways = (ways * (trials - k)) / (k + 1n)
    sum += ways
    k++
  }
  return Number(k)
}
