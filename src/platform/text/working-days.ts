// Working days in England and Wales, as YYYY-MM-DD.

export interface BankHoliday {
  on: string
  name: string
}

const isWeekend = (day: Temporal.PlainDate) => day.dayOfWeek > 5

export const isBankHoliday = (day: Temporal.PlainDate) =>
  bankHolidays(day.year).some(({ on }) => on === day.toString())

const isWorkingDay = (day: Temporal.PlainDate) => !isWeekend(day) && !isBankHoliday(day)

export function nextWorkingDay(day: Temporal.PlainDate): Temporal.PlainDate {
  let next = day.add({ days: 1 })
  while (!isWorkingDay(next)) next = next.add({ days: 1 })
  return next
}

/**
 * The working days after one day up to and with another (YYYY-MM-DD): from a Friday to the Monday after it, one. None
 * where the other is not later.
 */
export function workingDaysBetween(from: string, until: string): number {
  const first = Temporal.PlainDate.from(from)
  const days = first.until(until).days
  if (days <= 0) return 0
  const weeks = Math.floor(days / 7)
  const rest = Array.from({ length: days % 7 }, (_, at) => first.add({ days: weeks * 7 + at + 1 }))
  const weekdays = weeks * 5 + rest.filter((day) => !isWeekend(day)).length
  // Holidays fall on weekdays alone.
  const years = Array.from({ length: Number(until.slice(0, 4)) - first.year + 1 }, (_, at) => first.year + at)
  return weekdays - years.flatMap(bankHolidays).filter(({ on }) => on > from && on <= until).length
}

/** The day so many working days after a day. */
export function afterWorkingDays(from: string, days: number): string {
  let on = Temporal.PlainDate.from(from)
  for (let left = days; left > 0; left -= 1) on = nextWorkingDay(on)
  return on.toString()
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
