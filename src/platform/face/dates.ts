import { months } from './typed-day.ts'

/**
 * Dates and times as the NHS service manual writes them. A day is YYYY-MM-DD, an instant is ISO 8601; what
 * cannot be read throws RangeError, because stored dates are checked when they come in (`parseDay`).
 */
const london = 'Europe/London'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const at = (iso: string, zone: string) => Temporal.Instant.from(iso).toZonedDateTimeISO(zone)

/** '2023-04-18' → '18 April 2023' */
export function day(on: string): string {
  const date = Temporal.PlainDate.from(on)
  return `${date.day} ${months[date.month - 1]} ${date.year}`
}

/** '2023-04-18' → '18 Apr', where the year is clear and room is scarce. */
export function shortDay(on: string): string {
  const date = Temporal.PlainDate.from(on)
  return `${date.day} ${months[date.month - 1]!.slice(0, 3)}`
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

/** '9:30am'; where that is not on the day which is spoken of, '12:30am on Wednesday 19 April'. */
export function timeOn(iso: string, spokenOf: string, zone = london): string {
  const on = dayOf(iso, zone)
  return on === spokenOf ? time(iso, zone) : `${time(iso, zone)} on ${weekdayAndDay(on).replace(/ \d+$/, '')}`
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

/** The wait in words: 'a minute', '9 minutes', 'an hour', '5 hours'. Never less than it takes. */
export function waitWords(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  if (minutes === 1) return 'a minute'
  if (minutes < 60) return `${minutes} minutes`
  return minutes === 60 ? 'an hour' : `${Math.ceil(minutes / 60)} hours`
}

/** "by 3 March 2027", for a thing with a day. */
export const by = (on: string | null): string | undefined => (on ? `by ${day(on)}` : undefined)
