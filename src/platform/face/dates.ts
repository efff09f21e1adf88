/**
 * Dates and times as the NHS service manual writes them. A day is YYYY-MM-DD, an instant is ISO 8601; what
 * cannot be read throws RangeError, because stored dates are checked when they come in (`parseDay`).
 */
const london = 'Europe/London'

const months = [
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
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const at = (iso: string, zone: string) => Temporal.Instant.from(iso).toZonedDateTimeISO(zone)

/** '2023-04-18' → '18 April 2023' */
export function day(on: string): string {
  const date = Temporal.PlainDate.from(on)
  return `${date.day} ${months[date.month - 1]} ${date.year}`
}

/** '2023-04-18' → 'Tuesday' */
export const weekday = (on: string): string => weekdays[Temporal.PlainDate.from(on).dayOfWeek - 1]!

/** '2023-04-18' → 'Tuesday 18 April 2023' */
export const weekdayAndDay = (on: string): string => `${weekday(on)} ${day(on)}`

/** '9am', '3:30pm', 'midday', 'midnight' */
export function time(iso: string, zone = london): string {
  const { hour, minute } = at(iso, zone)
  if (minute === 0 && hour === 0) return 'midnight'
  if (minute === 0 && hour === 12) return 'midday'
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`
}

/** The day that an instant falls on in a zone, YYYY-MM-DD. */
export const dayOf = (iso: string, zone = london): string => at(iso, zone).toPlainDate().toString()

/** The day that it is now in a zone. */
export const todayIn = (zone: string, nowISO: string): string => dayOf(nowISO, zone)

/** '18 April 2023 at 9:30am' */
export const dayAndTime = (iso: string, zone = london): string =>
  `${day(dayOf(iso, zone))} at ${time(iso, zone)}`

/** 'Written at 10:42am, as the phone says; received at 10:58am'; with the day if it was another. */
export function claimedTime(claimedISO: string, receivedISO: string, zone = london): string {
  const written = dayOf(claimedISO, zone) === dayOf(receivedISO, zone) ? time : dayAndTime
  return `Written at ${written(claimedISO, zone)}, as the phone says; received at ${time(receivedISO, zone)}`
}

/** '9:30am to 4pm'; with the days if it ends on another day. */
export function between(startISO: string, endISO: string, zone = london): string {
  const written = dayOf(startISO, zone) === dayOf(endISO, zone) ? time : dayAndTime
  return `${written(startISO, zone)} to ${written(endISO, zone)}`
}

export type DatePart = 'day' | 'month' | 'year'

/** What was typed into the three boxes of the NHS date input. */
export type TypedDay = Partial<Record<DatePart, string>>

export type ParsedDay = { on: string } | { error: string; parts: DatePart[] }

const parts: readonly DatePart[] = ['day', 'month', 'year']

/** Reads a typed day, or says what is wrong in the service manual's words and in which boxes. */
export function parseDay(typed: TypedDay, label = 'Date'): ParsedDay {
  const missing = parts.filter((part) => !typed[part]?.trim())
  if (missing.length > 0) return { error: `${label} must include a ${listed(missing)}`, parts: missing }

  const [dayNumber, month, year] = [wholeNumber(typed.day), monthNumber(typed.month), wholeNumber(typed.year)]
  if (!/^\d{4}$/.test(typed.year!.trim())) return { error: 'Year must include 4 numbers', parts: ['year'] }

  const wrong: DatePart[] = []
  if (!(dayNumber >= 1 && dayNumber <= 31)) wrong.push('day')
  if (!(month >= 1 && month <= 12)) wrong.push('month')
  if (wrong.length > 0) return { error: `${label} must be a real date`, parts: wrong }

  const days = Temporal.PlainYearMonth.from({ year, month }).daysInMonth
  if (dayNumber > days) return { error: `${label} must be a real date`, parts: [...parts] }
  return { on: Temporal.PlainDate.from({ year, month, day: dayNumber }).toString() }
}

const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

const wholeNumber = (typed = '') => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : NaN)

/** 4, 04, Apr, April and Sept are months; at least three letters, so that none is ambiguous. */
function monthNumber(typed = ''): number {
  const name = typed.trim().toLowerCase().replace(/\.$/, '')
  if (name.length < 3) return wholeNumber(name)
  return months.findIndex((month) => month.toLowerCase().startsWith(name)) + 1
}
