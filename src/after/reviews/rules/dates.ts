/** A day is written YYYY-MM-DD, an instant as ISO 8601 UTC with milliseconds. */
export interface MeetingDate {
  on: string
  startsAt: string
  endsAt: string
  movedFrom?: string
}

export interface MeetingPlan {
  first: string
  /** HH:MM on the wall clock of the zone. */
  localTime: string
  minutes: number
  everyWeeks?: number
  months?: number
  zone?: string
}

export interface BankHoliday {
  on: string
  name: string
}

/**
 * Meetings from `first` every `everyWeeks` weeks for as long as `months` months (the day on which these are
 * over belongs to the next plan). Weekday and wall-clock time stay when the clocks change. A meeting on a bank
 * holiday moves to the next working day and does not push the later ones. A time that the clocks skip in
 * March is held an hour later. Throws RangeError for an unreadable day, time or zone, and for a step that
 * never advances.
 */
export function meetingDates(plan: MeetingPlan): MeetingDate[] {
  const { everyWeeks = 6, months = 12 } = plan
  if (!(everyWeeks > 0)) throw new RangeError('Meetings must be at least one week apart.')
  const first = Temporal.PlainDate.from(plan.first)
  const end = first.add({ months })
  const meetings: MeetingDate[] = []
  for (let on = first; Temporal.PlainDate.compare(on, end) < 0; on = on.add({ weeks: everyWeeks })) {
    meetings.push(meetingOn(on, plan))
  }
  return meetings
}

function meetingOn(planned: Temporal.PlainDate, { localTime, minutes, zone = 'Europe/London' }: MeetingPlan) {
  const day = isBankHoliday(planned) ? nextWorkingDay(planned) : planned
  const start = day.toZonedDateTime({ timeZone: zone, plainTime: localTime })
  const meeting: MeetingDate = {
    on: day.toString(),
    startsAt: instant(start),
    endsAt: instant(start.add({ minutes })),
  }
  return day.equals(planned) ? meeting : { ...meeting, movedFrom: planned.toString() }
}

// Milliseconds are always written, as by Date: instants are sorted as text.
const instant = (moment: Temporal.ZonedDateTime) => moment.toInstant().toString({ fractionalSecondDigits: 3 })

const isWeekend = (day: Temporal.PlainDate) => day.dayOfWeek > 5

const isBankHoliday = (day: Temporal.PlainDate) =>
  bankHolidays(day.year).some(({ on }) => on === day.toString())

function nextWorkingDay(day: Temporal.PlainDate): Temporal.PlainDate {
  let next = day.add({ days: 1 })
  while (isWeekend(next) || isBankHoliday(next)) next = next.add({ days: 1 })
  return next
}

/** Holidays that a proclamation moved, by year (gov.uk/bank-holidays and its predecessors). */
const moved: Record<number, { earlyMay?: string; spring?: string }> = {
  1995: { earlyMay: '1995-05-08' },
  2002: { spring: '2002-06-04' },
  2012: { spring: '2012-06-04' },
  2020: { earlyMay: '2020-05-08' },
  2022: { spring: '2022-06-02' },
}

/** Holidays that were proclaimed once. */
const once: readonly BankHoliday[] = [
  { on: '1999-12-31', name: 'Millennium holiday' },
  { on: '2002-06-03', name: 'Golden Jubilee bank holiday' },
  { on: '2011-04-29', name: 'Royal wedding bank holiday' },
  { on: '2012-06-05', name: 'Diamond Jubilee bank holiday' },
  { on: '2022-06-03', name: 'Platinum Jubilee bank holiday' },
  { on: '2022-09-19', name: 'State Funeral of Queen Elizabeth II' },
  { on: '2023-05-08', name: 'Coronation of King Charles III' },
]

const holidays = new Map<number, readonly BankHoliday[]>()

/**
 * The bank holidays of England and Wales in a year, in order of date, by the rules that have stood since 1978
 * (Banking and Financial Dealings Act 1971 and yearly proclamations). Only the day off is listed: when
 * Christmas is a Saturday, the Monday after it is.
 */
export function bankHolidays(year: number): readonly BankHoliday[] {
  const known = holidays.get(year) ?? computed(year)
  holidays.set(year, known)
  return known
}

function computed(year: number): BankHoliday[] {
  const easter = easterSunday(year)
  return [
    newYear(year),
    { on: easter.subtract({ days: 2 }).toString(), name: 'Good Friday' },
    { on: easter.add({ days: 1 }).toString(), name: 'Easter Monday' },
    { on: moved[year]?.earlyMay ?? firstMonday(year, 5), name: 'Early May bank holiday' },
    { on: moved[year]?.spring ?? lastMonday(year, 5), name: 'Spring bank holiday' },
    { on: lastMonday(year, 8), name: 'Summer bank holiday' },
    ...christmas(year),
    ...once.filter(({ on }) => on.startsWith(`${year}-`)),
  ].sort((a, b) => (a.on < b.on ? -1 : 1))
}

const dayIn = (year: number, month: number, day: number) => new Temporal.PlainDate(year, month, day)

const substitute = (day: Temporal.PlainDate, name: string): BankHoliday => ({
  on: day.toString(),
  name: `${name} (substitute day)`,
})

function newYear(year: number): BankHoliday {
  const day = dayIn(year, 1, 1)
  if (!isWeekend(day)) return { on: day.toString(), name: 'New Year’s Day' }
  return substitute(day.add({ days: 8 - day.dayOfWeek }), 'New Year’s Day')
}

/** 25 and 26 December; one on a weekend has its substitute on the first weekday after both. */
function christmas(year: number): BankHoliday[] {
  const day = (date: number) => dayIn(year, 12, date)
  const christmasDay = { on: day(25).toString(), name: 'Christmas Day' }
  const boxingDay = { on: day(26).toString(), name: 'Boxing Day' }
  const weekday = day(25).dayOfWeek
  if (weekday === 5) return [christmasDay, substitute(day(28), 'Boxing Day')]
  if (weekday === 6) return [substitute(day(27), 'Christmas Day'), substitute(day(28), 'Boxing Day')]
  if (weekday === 7) return [boxingDay, substitute(day(27), 'Christmas Day')]
  return [christmasDay, boxingDay]
}

function firstMonday(year: number, month: number): string {
  const first = dayIn(year, month, 1)
  return first.add({ days: (8 - first.dayOfWeek) % 7 }).toString()
}

function lastMonday(year: number, month: number): string {
  const last = dayIn(year, month, 31)
  return last.subtract({ days: last.dayOfWeek - 1 }).toString()
}

/** Easter Sunday by the anonymous Gregorian computus (Nature, 1876; as Meeus, Jones and Butcher print it). */
export function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return dayIn(year, Math.floor(sum / 31), (sum % 31) + 1)
}
