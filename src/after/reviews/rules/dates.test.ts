import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bankHolidays } from '../../../platform/text/working-days.ts'
import { meetingDates } from './dates.ts'

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
