/** A point in runs: its side of the median and how long its run is; and how many points rise or fall with it. */
export interface PerlaRead {
  useful: number
  longest: number
  crossings: number
  /** Runs that chance leaves: fewer or more are a signal. Nothing under 10 useful points */
  limits: { fewest: number; most: number } | undefined
  shift: { side: number; length: number }[]
  trend: { direction: number; length: number }[]
}

export const shiftOf = 6
export const trendOf = 5

/** Fewest and most runs about the median by useful points from 10 to 30 (Perla, Provost and Murray 2011). */
const table =
  '3-9 3-10 3-11 4-11 4-12 5-12 5-13 5-13 6-14 6-15 6-16 7-16 7-17 7-17 8-18 8-18 9-19 10-19 10-20 10-20 11-21'.split(
    ' ',
  )

/** The runs that chance leaves of so many useful points; over 30 from the same test by its normal approximation. */
export function runsByChance(useful: number): { fewest: number; most: number } | undefined {
  if (useful < 10) return undefined
  const [fewest, most] = table[useful - 10]?.split('-').map(Number) ?? []
  if (fewest !== undefined) return { fewest, most: most! }
  const middle = useful / 2 + 1
  const deviation = Math.sqrt(((useful / 2) * (useful / 2 - 1)) / (useful - 1))
  return { fewest: Math.ceil(middle - 1.96 * deviation), most: Math.floor(middle + 1.96 * deviation) }
}

/**
 * The rules of a run chart that most NHS teams know: six points on one side of the median, those on it passed over; five
 * rising or falling, equal neighbours counted once; too few or too many runs.
 */
export function perla(
  values: readonly (number | null)[],
  runs: readonly { side: number; length: number }[],
): PerlaRead {
  const sides = runs.map(({ side }) => side).filter(Boolean)
  const crossings = sides.filter((side, index) => index > 0 && side !== sides[index - 1]).length
  return {
    useful: sides.length,
    longest: runs.reduce((longest, { length }) => Math.max(longest, length), 0),
    crossings,
    limits: runsByChance(sides.length),
    shift: [...runs],
    trend: trends(values),
  }
}

/** For each point the longest row of rising (1) or falling (−1) points that it is in; a missing value breaks it. */
function trends(values: readonly (number | null)[]): PerlaRead['trend'] {
  const found = values.map(() => ({ direction: 0, length: 0 }))
  let row: number[] = []
  let direction = 0
  const close = () => {
    for (const index of row)
      if (row.length > found[index]!.length) found[index] = { direction, length: row.length }
  }
  for (const [index, value] of values.entries()) {
    const before = row.at(-1)
    if (value === null || before === undefined) {
      close()
      row = value === null ? [] : [index]
      direction = 0
      continue
    }
    const step = Math.sign(value - values[before]!)
    if (step === 0) continue
    if (direction !== 0 && step !== direction) {
      close()
      row = [before]
    }
    direction = step
    row.push(index)
  }
  close()
  return found
}
