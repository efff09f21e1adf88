import { day } from '../../../platform/face/dates.ts'
import { hasDenominator, type Counted } from './definition.ts'

/** A reading as it is typed: without a value it says that nothing was measured on that day. */
export interface GivenReading {
  on: string
  /** Of a share or a rate, the upper number. */
  value: number | null
  denominator: number | null
  note: string | null
}

export interface Fault {
  field: 'on' | 'value' | 'denominator'
  says: string
}

/** The way in which the numbers of a measure are read. */
export interface Reads {
  counted: Counted
  /** A rate is for so many of its lower number. */
  per: number | null
}

/** The first thing wrong with a reading, if anything is. */
export function faultOf({ counted }: Reads, reading: GivenReading, today: string): Fault | undefined {
  const { on, value, denominator } = reading
  if (on > today) return { field: 'on', says: `${day(on)} is still to come. Enter a day that has been.` }
  if (value === null)
    return denominator === null
      ? undefined
      : { field: 'value', says: 'Enter the upper number too, or leave both out' }
  if (counted !== 'number' && value < 0) return { field: 'value', says: 'It cannot be less than 0' }
  if (counted === 'count' && !Number.isInteger(value))
    return { field: 'value', says: 'A count is a whole number' }
  if (!hasDenominator(counted))
    return denominator === null
      ? undefined
      : { field: 'denominator', says: 'This measure has one number only: leave the second out' }
  if (denominator === null) return { field: 'denominator', says: 'Enter of how many' }
  if (denominator <= 0) return { field: 'denominator', says: 'Of how many must be more than 0' }
  if (counted === 'proportion' && value > denominator)
    return { field: 'value', says: `${said(value)} of ${said(denominator)} is more than all of them` }
  return undefined
}

const smallest = 5

/** Few people may be recognised: fewer than five in a share of people, though not none. */
export const isSmall = (
  { counted, people }: { counted: Counted; people: string },
  { value }: Pick<GivenReading, 'value'>,
): boolean =>
  people === 'yes' &&
  (counted === 'proportion' || counted === 'count') &&
  value !== null &&
  value > 0 &&
  value < smallest

/** The figure that a reading is charted and said as: a share in per cent, a rate for so many, or the value itself. */
export function figureOf(
  { counted, per }: Reads,
  { value, denominator }: Pick<GivenReading, 'value' | 'denominator'>,
): number | null {
  if (value === null) return null
  if (!hasDenominator(counted)) return value
  if (denominator === null || denominator === 0) return null
  return (value / denominator) * timesOf({ counted, per })
}

/** The factor between a quotient and what people call it: 100 for a share, for a rate what it is for. */
export const timesOf = ({ counted, per }: Reads): number =>
  counted === 'proportion' ? 100 : counted === 'rate' ? (per ?? 1) : 1

/** A number as people write it, with at most so many decimals. */
export const said = (number: number, decimals = 2): string =>
  number.toLocaleString('en-GB', { maximumFractionDigits: decimals })

interface Named extends Reads {
  unit: string | null
}

/** A figure with its unit: “45%”, “12.5 days”, “3.1 per 1,000 bed days”. */
export function figureWords({ counted, per, unit }: Named, figure: number | null): string {
  if (figure === null) return 'Not measured'
  const decimals = Math.abs(figure) >= 100 ? 0 : Math.abs(figure) >= 10 ? 1 : 2
  const number = said(figure, decimals)
  if (counted === 'proportion') return `${number}%`
  if (counted === 'rate')
    return `${number} per ${per && per !== 1 ? `${said(per)} ` : ''}${unit ?? ''}`.trim()
  if (unit === '%' || unit === 'per cent') return `${number}%`
  return unit ? `${number} ${unit}` : number
}

/** A reading with the numbers that were entered: “30% (12 of 40)”. */
export function readingWords(measure: Named, reading: Pick<GivenReading, 'value' | 'denominator'>): string {
  const figure = figureWords(measure, figureOf(measure, reading))
  if (reading.value === null || reading.denominator === null) return figure
  const between = measure.counted === 'rate' ? 'in' : 'of'
  return `${figure} (${said(reading.value)} ${between} ${said(reading.denominator)})`
}

/** True where two readings of a day say something else. */
export const differs = (old: GivenReading, one: GivenReading): boolean =>
  old.value !== one.value || old.denominator !== one.denominator || old.note !== one.note
