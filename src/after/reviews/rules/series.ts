import type { MeetingDate } from './dates.ts'

/** A meeting as it stands, and whether people have done anything with it: that one is left as it is. */
export interface StandingMeeting {
  id: string
  on_day: string
  starts_at: string
  ends_at: string
  place: string | null
  link: string | null
  sequence: number
  cancelled_at: string | null
  touched: boolean
}

export interface NewSeries {
  dates: readonly MeetingDate[]
  first: string
  everyWeeks: number
  place: string | null
  link: string | null
}

export type SeriesChange =
  | { kind: 'add'; date: MeetingDate }
  | { kind: 'move'; meeting: StandingMeeting; date: MeetingDate }
  | { kind: 'keep'; meeting: StandingMeeting }
  | { kind: 'cancel'; meeting: StandingMeeting }

const daysApart = (a: string, b: string): number =>
  Math.abs(Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b)).days)

/**
 * The effect of a new series on the meetings that stand. Past ones, and those that people have done something with,
 * stay and stand for the new date nearest to them. Once a series has begun, those before the new first day stay too.
 * The others move to the new date nearest to them, so that calendars follow; those without one are cancelled.
 */
export function seriesChanges(
  standing: readonly StandingMeeting[],
  series: NewSeries,
  now: string,
): SeriesChange[] {
  const near = (meeting: StandingMeeting, date: MeetingDate) =>
    daysApart(meeting.on_day, date.on) * 2 < series.everyWeeks * 7
  const begun = standing.some((meeting) => meeting.starts_at <= now)
  const stays = (meeting: StandingMeeting) =>
    meeting.touched || meeting.starts_at <= now || (begun && meeting.on_day < series.first)
  const fixed = standing.filter(stays)
  const wanted = series.dates.filter(
    (date) => (standing.length === 0 || date.startsAt > now) && !fixed.some((meeting) => near(meeting, date)),
  )
  const free = new Set(wanted)
  const changes = standing.map((meeting): SeriesChange => {
    if (stays(meeting)) return { kind: 'keep', meeting }
    const date = wanted.find((one) => free.has(one) && near(meeting, one))
    if (!date) return { kind: 'cancel', meeting }
    free.delete(date)
    return isSame(meeting, date, series) ? { kind: 'keep', meeting } : { kind: 'move', meeting, date }
  })
  return [...changes, ...[...free].map((date): SeriesChange => ({ kind: 'add', date }))].sort((a, b) =>
    startOf(a) < startOf(b) ? -1 : 1,
  )
}

const isSame = (meeting: StandingMeeting, date: MeetingDate, { place, link }: NewSeries): boolean =>
  meeting.starts_at === date.startsAt &&
  meeting.ends_at === date.endsAt &&
  meeting.place === place &&
  meeting.link === link

export const startOf = (change: SeriesChange): string =>
  'date' in change ? change.date.startsAt : change.meeting.starts_at

const numbers = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** 6 → "every six weeks", 1 → "every week", 12 → "every 12 weeks" */
export const everyFewWeeks = (weeks: number): string =>
  weeks === 1 ? 'every week' : `every ${numbers[weeks] ?? weeks} weeks`
