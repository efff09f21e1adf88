import { median } from './run-chart.ts'
import { meanOf } from './xmr.ts'

/** Shewhart’s charts, by the names of qicharts2: pp and up are P′ and U′, i is the X of XmR with d₂ = 1.128. */
export type ShewhartKind = 'i' | 'mr' | 'p' | 'pp' | 'u' | 'up' | 'c' | 'g' | 't'

type Values = readonly (number | null)[]

export interface Series {
  /** Values, or numerators where there are denominators */
  y: Values
  /** Denominators */
  n: Values | null
  /** True for the points that centre and limits come from */
  base: readonly boolean[]
}

export interface Settings {
  /** Instead of the centre that the values have */
  centreLine: number | null
  screenMovingRanges: boolean
}

/** The lines at one point: three standard deviations out, and two. */
export interface LinesAt {
  value: number | null
  centre: number | null
  lower: number | null
  lower95: number | null
  upper95: number | null
  upper: number | null
}

export interface Limits {
  lines: LinesAt[]
  /** Of P′ and U′: how many times as much the values vary as their denominators explain (Laney’s σz) */
  sigmaZ: number | null
}

// d2 and D4 for ranges of two.
const d2 = 1.128
const d4 = 3.267
// Times between events become nearly normal by this root (Nelson 1994).
const root = 3.6

/** Centre and limits of a series by the published formulas; a value that is missing has limits but no place. */
export function limitsOf(kind: ShewhartKind, series: Series, settings: Settings): Limits {
  switch (kind) {
    case 'i':
      return individuals(ratios(series), series.base, settings)
    case 'mr':
      return movingRanges(ratios(series), series.base, settings)
    case 'p':
    case 'pp':
      return rates(series, settings, { most: 1, prime: kind === 'pp', variance: (p) => p * (1 - p) })
    case 'u':
    case 'up':
      return rates(series, settings, { most: Infinity, prime: kind === 'up', variance: (u) => u })
    case 'c':
      return counts(series, settings)
    case 'g':
      return between(series, settings)
    case 't':
      return times(series, settings)
  }
}

export const ratioOf = (value: number | null, by: number | null): number | null =>
  value === null || by === null || by <= 0 ? null : value / by

const ratios = ({ y, n }: Series): Values => (n ? y.map((value, index) => ratioOf(value, n[index]!)) : y)

const of = (values: Values, base: readonly boolean[]): Values => values.filter((_, index) => base[index])

const steps = (values: Values): Values =>
  values.slice(1).map((value, index) => {
    const before = values[index]!
    return value === null || before === null ? null : Math.abs(value - before)
  })

/** The mean of the moving ranges, of those that are no signals themselves where they are screened. */
function averageRange(values: Values, { screenMovingRanges }: Settings): number | null {
  const ranges = steps(values)
  const all = meanOf(ranges)
  if (all === null || !screenMovingRanges) return all
  return meanOf(ranges.filter((range) => range !== null && range < d4 * all))
}

/** Limits at so many standard deviations, kept within what can be. */
function around(
  value: number | null,
  centre: number | null,
  sigma: number | null,
  [least, most]: readonly [number, number] = [-Infinity, Infinity],
): LinesAt {
  const limit = (sigmas: number) =>
    centre === null || sigma === null ? null : Math.min(most, Math.max(least, centre + sigmas * sigma))
  return { value, centre, lower: limit(-3), lower95: limit(-2), upper95: limit(2), upper: limit(3) }
}

function individuals(values: Values, base: readonly boolean[], settings: Settings): Limits {
  const centre = settings.centreLine ?? meanOf(of(values, base))
  const average = averageRange(of(values, base), settings)
  const sigma = average === null ? null : average / d2
  return { lines: values.map((value) => around(value, centre, sigma)), sigmaZ: null }
}

function movingRanges(values: Values, base: readonly boolean[], { centreLine }: Settings): Limits {
  const ranges = [null, ...steps(values)].slice(0, values.length)
  const centre = centreLine ?? meanOf(of(ranges, base))
  const upper = centre === null ? null : d4 * centre
  const lines = ranges.map((value) => ({ value, centre, lower: null, lower95: null, upper95: null, upper }))
  return { lines, sigmaZ: null }
}

interface Rate {
  most: number
  prime: boolean
  /** Of one that is counted, before it is divided by the denominator */
  variance: (centre: number) => number
}

function rates(series: Series, settings: Settings, { most, prime, variance }: Rate): Limits {
  const values = ratios(series)
  const centre = settings.centreLine ?? centreOfRates(series, values)
  const sigmas = values.map((_, index) => {
    const by = series.n?.[index] ?? null
    return centre === null || by === null || by <= 0 ? null : Math.sqrt(Math.max(0, variance(centre)) / by)
  })
  const z = values.map((value, index) => {
    const sigma = sigmas[index]!
    return value === null || centre === null || !sigma ? null : (value - centre) / sigma
  })
  const average = averageRange(of(z, series.base), settings)
  const sigmaZ = average === null ? null : average / d2
  const factor = prime ? sigmaZ : 1
  const lines = values.map((value, index) => {
    const sigma = sigmas[index]!
    return around(value, centre, sigma === null || factor === null ? null : sigma * factor, [0, most])
  })
  return { lines, sigmaZ }
}

/** All that was counted ÷ all that it was counted of. */
function centreOfRates({ y, n, base }: Series, values: Values): number | null {
  let [counted, whole] = [0, 0]
  for (const [index, value] of values.entries())
    if (value !== null && base[index]) {
      counted += y[index]!
      whole += n![index]!
    }
  return whole > 0 ? counted / whole : null
}

function counts(series: Series, { centreLine }: Settings): Limits {
  const centre = centreLine ?? meanOf(of(series.y, series.base))
  const sigma = centre === null ? null : Math.sqrt(Math.max(0, centre))
  return { lines: series.y.map((value) => around(value, centre, sigma, [0, Infinity])), sigmaZ: null }
}

/** Cases between rare events: a geometric distribution, whose middle is its median and not its mean. */
function between({ y, base }: Series, { centreLine }: Settings): Limits {
  const mean = meanOf(of(y, base))
  const centre = centreLine ?? median(of(y, base))
  const sigma = mean === null ? null : Math.sqrt(Math.max(0, mean * (mean + 1)))
  const lines = y.map((value) => ({ ...around(value, mean, sigma, [0, Infinity]), centre }))
  return { lines, sigmaZ: null }
}

/** Times between rare events: individuals of their root, turned back. Throws RangeError for a time of nought or less. */
function times({ y, base }: Series, { centreLine, ...settings }: Settings): Limits {
  if (y.some((value) => value !== null && value <= 0))
    throw new RangeError('Times between events must be more than 0.')
  const rooted = y.map((value) => (value === null ? null : value ** (1 / root)))
  const rootedCentre = centreLine === null ? null : centreLine ** (1 / root)
  const { lines } = individuals(rooted, base, { ...settings, centreLine: rootedCentre })
  const back = (line: number | null) => (line === null ? null : Math.max(0, line) ** root)
  return {
    lines: lines.map((line, index) => ({
      value: y[index]!,
      centre: centreLine ?? back(line.centre),
      lower: back(line.lower),
      lower95: back(line.lower95),
      upper95: back(line.upper95),
      upper: back(line.upper),
    })),
    sigmaZ: null,
  }
}
