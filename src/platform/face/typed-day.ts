import { listed } from '../text/english.ts'
/** A day as somebody types it. Phones read it, too, so this needs nothing that a browser may lack. */
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

export type DatePart = 'day' | 'month' | 'year'

/** The typed values of the three boxes of the NHS date input. */
export type TypedDay = Partial<Record<DatePart, string>>

export type ParsedDay = { on: string } | { error: string; parts: DatePart[] }

const parts: readonly DatePart[] = ['day', 'month', 'year']

/** Reads a typed day, or gives the error in the service manual's words and its boxes. */
export function parseDay(typed: TypedDay, label = 'Date'): ParsedDay {
  const missing = parts.filter((part) => !typed[part]?.trim())
  if (missing.length > 0) return { error: `${label} must include a ${listed(missing)}`, parts: missing }

  const [dayNumber, month, year] = [wholeNumber(typed.day), monthNumber(typed.month), wholeNumber(typed.year)]
  if (!/^\d{4}$/.test(typed.year!.trim())) return { error: 'Year must include 4 numbers', parts: ['year'] }

  const wrong: DatePart[] = []
  if (!(dayNumber >= 1 && dayNumber <= 31)) wrong.push('day')
  if (!(month >= 1 && month <= 12)) wrong.push('month')
  if (wrong.length > 0) return { error: `${label} must be a real date`, parts: wrong }

  const days = daysIn(year, month)
  if (dayNumber > days) return { error: `${label} must be a real date`, parts: [...parts] }
  return { on: `${typed.year!.trim()}-${two(month)}-${two(dayNumber)}` }
}

const two = (number: number) => String(number).padStart(2, '0')

function daysIn(year: number, month: number): number {
  const last = new Date(0)
  last.setUTCFullYear(year, month, 0)
  return last.getUTCDate()
}

const wholeNumber = (typed = '') => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : NaN)

/** 4, 04, Apr, April and Sept are months; at least three letters, so that none is ambiguous. */
function monthNumber(typed = ''): number {
  const name = typed.trim().toLowerCase().replace(/\.$/, '')
  if (name.length < 3) return wholeNumber(name)
  return months.findIndex((month) => month.toLowerCase().startsWith(name)) + 1
}
