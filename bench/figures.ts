/** The middle of some figures; of an even number, the mean of the two in the middle. NaN of none. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  if (sorted.length === 0) return Number.NaN
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export interface Figure {
  what: string
  value: number
  unit: string
  /** The value it is measured against in the same run, and as a share of it. */
  against?: { what: string; value: number; share: number }
  bar?: string
}

const rounded = (value: number) =>
  Number.isNaN(value)
    ? 'not measured'
    : value >= 100
      ? Math.round(value).toLocaleString('en-GB')
      : value.toPrecision(3)

/** A row a figure, for people. */
export function asTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, value, unit, against, bar }) =>
    [
      what.padEnd(44),
      `${rounded(value)} ${unit}`.padEnd(20),
      against ? `${against.share.toFixed(2)} of ${against.what} (${rounded(against.value)})` : '',
      bar ? `bar: ${bar}` : '',
    ]
      .filter(Boolean)
      .join('  '),
  )
  return `${rows.join('\n')}\n`
}
