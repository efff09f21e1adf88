import assert from 'node:assert/strict'
import { test } from 'node:test'
import { meetingDates } from './dates.ts'
import { everyFewWeeks, seriesChanges, type StandingMeeting } from './series.ts'

const now = '2027-03-01T09:00:00.000Z'
const place = 'Room 1'

const meeting = (on: string, more: Partial<StandingMeeting> = {}): StandingMeeting => {
  const { startsAt, endsAt } = meetingDates({ first: on, localTime: '09:30', minutes: 60, months: 1 })[0]!
  const times = { starts_at: startsAt, ends_at: endsAt, sequence: 0, cancelled_at: null, touched: false }
  return { id: on, on_day: on, place, link: null, ...times, ...more }
}

const changes = (standing: StandingMeeting[], first: string, localTime = '09:30') => {
  const dates = meetingDates({ first, localTime, minutes: 60, months: 5 })
  return seriesChanges(standing, { dates, first, everyWeeks: 6, place, link: null }, now).map((change) =>
    change.kind === 'add'
      ? `add ${change.date.on}`
      : change.kind === 'move'
        ? `${change.meeting.id} to ${change.date.on}`
        : `${change.kind} ${change.meeting.id}`,
  )
}

test('a first series adds every meeting, also those that were', () => {
  assert.deepEqual(changes([], '2027-02-02'), [
    'add 2027-02-02',
    'add 2027-03-16',
    'add 2027-04-27',
    'add 2027-06-08',
  ])
})

test('the same series again changes nothing', () => {
  const standing = ['2027-02-02', '2027-03-16', '2027-04-27', '2027-06-08'].map((on) => meeting(on))
  assert.deepEqual(
    changes(standing, '2027-02-02'),
    standing.map(({ id }) => `keep ${id}`),
  )
})

test('another day moves the meetings to come, and leaves what was and what people touched', () => {
  const standing = [
    meeting('2027-02-02'),
    meeting('2027-03-16'),
    meeting('2027-04-27', { touched: true }),
    meeting('2027-06-08'),
  ]
  assert.deepEqual(changes(standing, '2027-02-03'), [
    'keep 2027-02-02',
    '2027-03-16 to 2027-03-17',
    'keep 2027-04-27',
    '2027-06-08 to 2027-06-09',
  ])
})

test('what somebody cancelled is not planned again', () => {
  const standing = [meeting('2027-03-16', { touched: true, cancelled_at: now })]
  assert.deepEqual(changes(standing, '2027-03-16'), [
    'keep 2027-03-16',
    'add 2027-04-27',
    'add 2027-06-08',
    'add 2027-07-20',
  ])
})

test('the next year is added behind the meetings that are left of this one', () => {
  const standing = [meeting('2027-02-02'), meeting('2027-03-16')]
  assert.deepEqual(changes(standing, '2027-04-27').slice(0, 3), [
    'keep 2027-02-02',
    'keep 2027-03-16',
    'add 2027-04-27',
  ])
})

test('a series that has not begun moves as a whole', () => {
  const standing = [meeting('2027-04-06'), meeting('2027-05-18')]
  assert.deepEqual(changes(standing, '2027-05-11').slice(0, 2), [
    'cancel 2027-04-06',
    '2027-05-18 to 2027-05-11',
  ])
})

test('weeks are said in words', () => {
  assert.deepEqual([1, 6, 12].map(everyFewWeeks), ['every week', 'every six weeks', 'every 12 weeks'])
})
