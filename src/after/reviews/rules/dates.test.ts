import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bankHolidays, easterSunday, meetingDates } from './dates.ts'

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

const london = { localTime: '09:30', minutes: 60, everyWeeks: 6, months: 12, zone: 'Europe/London' }

test('a year of meetings keeps weekday and wall-clock time across both changes of the clocks', () => {
  assert.deepEqual(
    meetingDates({ ...london, first: '2023-05-30' }).map(({ on, startsAt }) => [on, startsAt.slice(11)]),
    [
      ['2023-05-30', '08:30:00.000Z'],
      ['2023-07-11', '08:30:00.000Z'],
      ['2023-08-22', '08:30:00.000Z'],
      ['2023-10-03', '08:30:00.000Z'],
      ['2023-11-14', '09:30:00.000Z'],
      ['2023-12-27', '09:30:00.000Z'],
      ['2024-02-06', '09:30:00.000Z'],
      ['2024-03-19', '09:30:00.000Z'],
      ['2024-04-30', '08:30:00.000Z'],
    ],
  )
})

test('a meeting on Boxing Day moves to the next working day and says from where', () => {
  assert.deepEqual(meetingDates({ ...london, first: '2023-12-26', months: 1 }), [
    {
      on: '2023-12-27',
      startsAt: '2023-12-27T09:30:00.000Z',
      endsAt: '2023-12-27T10:30:00.000Z',
      movedFrom: '2023-12-26',
    },
  ])
})

test('a meeting on Good Friday moves past the weekend and Easter Monday', () => {
  const [meeting] = meetingDates({ ...london, first: '2027-03-26', months: 1 })
  assert.deepEqual([meeting?.on, meeting?.startsAt], ['2027-03-30', '2027-03-30T08:30:00.000Z'])
})

test('a plan that never advances, or a day that is none, is refused', () => {
  assert.throws(() => meetingDates({ ...london, first: '2023-05-30', everyWeeks: 0 }), RangeError)
  assert.throws(() => meetingDates({ ...london, first: '2023-02-30' }), RangeError)
})

const firstDay = fc
  .tuple(fc.integer({ min: 2000, max: 2060 }), fc.integer({ min: 0, max: 364 }))
  .map(([year, days]) => new Temporal.PlainDate(year, 1, 1).add({ days }))
  .filter((day) => day.dayOfWeek <= 5)

test('no meeting is on a bank holiday; each has its weekday unless it moved, and its time always', () => {
  fc.assert(
    fc.property(firstDay, fc.integer({ min: 9, max: 17 }), (first, hour) => {
      const localTime = `${String(hour).padStart(2, '0')}:00`
      for (const [index, meeting] of meetingDates({
        ...london,
        first: first.toString(),
        localTime,
      }).entries()) {
        const planned = first.add({ weeks: 6 * index }).toString()
        const start = Temporal.Instant.from(meeting.startsAt).toZonedDateTimeISO('Europe/London')
        assert.equal(meeting.movedFrom ?? meeting.on, planned)
        assert.equal(start.toPlainDate().toString(), meeting.on)
        assert.equal(start.toPlainTime().toString({ smallestUnit: 'minute' }), localTime)
        assert.ok(start.dayOfWeek <= 5)
        assert.ok(!bankHolidays(start.year).some(({ on }) => on === meeting.on))
        assert.equal(Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt), 3_600_000)
      }
    }),
  )
})
