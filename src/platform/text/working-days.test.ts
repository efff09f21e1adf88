import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  afterWorkingDays,
  bankHolidays,
  easterSunday,
  nextWorkingDay,
  workingDaysBetween,
} from './working-days.ts'

// As published at gov.uk/bank-holidays for England and Wales.
const published: Record<number, string> = {
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
}

for (const [year, days] of Object.entries(published)) {
  test(`bank holidays of ${year} are those that were published`, () => {
    const computed = bankHolidays(Number(year)).map(({ on }) => on)
    assert.deepEqual(
      computed,
      days.split(' ').map((day) => `${year}-${day}`),
    )
  })
}

test('holidays that were moved or proclaimed once are known', () => {
  const on = (year: number) => bankHolidays(year).map((holiday) => holiday.on)
  assert.ok(on(2011).includes('2011-04-29'))
  assert.ok(on(2012).includes('2012-06-04') && on(2012).includes('2012-06-05'))
  assert.ok(!on(2012).includes('2012-05-28'))
  assert.equal(bankHolidays(2028)[0]?.name, 'New Year’s Day (substitute day)')
})

test('Easter falls where the church tables put it', () => {
  const known = [
    '1818-03-22',
    '1943-04-25',
    '1954-04-18',
    '1981-04-19',
    '2000-04-23',
    '2038-04-25',
    '2049-04-18',
  ]
  for (const day of known) assert.equal(easterSunday(Number(day.slice(0, 4))).toString(), day)
})

test('in any year holidays are weekdays, each once, in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1978, max: 2400 }), (year) => {
      const days = bankHolidays(year).map(({ on }) => on)
      assert.deepEqual(days, [...new Set(days)].sort())
      assert.ok(days.length >= 8)
      assert.ok(days.every((day) => Temporal.PlainDate.from(day).dayOfWeek <= 5))
    }),
  )
})

for (const [from, until, days] of [
  ['2027-01-12', '2027-01-12', 0],
  ['2027-01-12', '2027-01-11', 0],
  ['2027-01-12', '2027-01-13', 1],
  // A Friday, its weekend, and the Monday after it.
  ['2027-01-15', '2027-01-17', 0],
  ['2027-01-15', '2027-01-18', 1],
  ['2027-01-16', '2027-01-19', 2],
  // Over Good Friday and Easter Monday; over Christmas on a weekend with its substitutes.
  ['2027-03-25', '2027-03-30', 1],
  ['2027-12-24', '2027-12-29', 1],
  ['2027-12-24', '2028-01-04', 4],
  ['2026-11-30', '2026-12-14', 10],
] as const) {
  test(`from ${from} to ${until} there are ${days} working days`, () => {
    assert.equal(workingDaysBetween(from, until), days)
  })
}

test('working days are as many as one counts by going from one to the next', () => {
  const day = fc
    .integer({ min: 0, max: 20_000 })
    .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }))
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 60 }), (from, days) => {
      const until = afterWorkingDays(from.toString(), days)
      assert.equal(workingDaysBetween(from.toString(), until), days)
      const before = nextWorkingDay(Temporal.PlainDate.from(until)).subtract({ days: 1 }).toString()
      assert.equal(workingDaysBetween(from.toString(), before), days)
    }),
  )
})
