import type { Cell } from '../../../platform/sheets/written.ts'
import type { Chart } from './chart.ts'
import { hasDenominator } from './definition.ts'
import { figureOf, type GivenReading, type Reads } from './reading.ts'

interface Rows {
  head: string[]
  rows: Cell[][]
}

/** The readings as they were entered, in the form in which they can be pasted or sent again (docs/api.md). */
export function readingRows(measure: Reads, readings: readonly GivenReading[]): Rows {
  const two = hasDenominator(measure.counted)
  return {
    head: two ? ['Date', 'Numerator', 'Denominator', 'Notes'] : ['Date', 'Value', 'Notes'],
    rows: readings.map(({ on, value, denominator, note }) => [
      { day: on },
      value,
      ...(two ? [denominator] : []),
      note,
    ]),
  }
}

/** The figures of a chart, with the centre, the limits and what is more than chance. */
export function chartRows(measure: Reads, readings: readonly GivenReading[], chart: Chart): Rows {
  const two = hasDenominator(measure.counted)
  const points = new Map(chart.points.map((point) => [point.on, point]))
  return {
    head: [
      'Date',
      'Reading',
      ...(two ? ['Numerator', 'Denominator'] : []),
      chart.centreIs === 'median' ? 'Median' : 'Mean',
      'Lower limit',
      'Upper limit',
      'More than chance',
      'Notes',
    ],
    rows: readings.map((reading) => {
      const point = points.get(reading.on)
      return [
        { day: reading.on },
        point?.value ?? figureOf(measure, reading),
        ...(two ? [reading.value, reading.denominator] : []),
        point?.centre ?? null,
        point?.lower ?? null,
        point?.upper ?? null,
        point?.signal ?? null,
        reading.note,
      ]
    }),
  }
}
