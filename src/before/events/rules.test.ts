import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockTimeOf, dayState, instantOf, readTime, refuseSignUp } from './rules.ts'

for (const [typed, read] of [
  ['9:30am', '09:30'],
  ['9.30 AM', '09:30'],
  ['09:30', '09:30'],
  ['2pm', '14:00'],
  ['12am', '00:00'],
  ['12:15pm', '12:15'],
  ['midday', '12:00'],
  ['23:59', '23:59'],
  ['24:00', undefined],
  ['9', undefined],
  ['13pm', undefined],
  ['0am', undefined],
  ['9:60', undefined],
  ['soon', undefined],
] as const) {
  test(`the time “${typed}” is read as ${read ?? 'no time'}`, () => assert.equal(readTime(typed), read))
}

for (const [day, time, instant] of [
  ['2027-01-12', '09:30', '2027-01-12T09:30:00.000Z'],
  ['2023-04-18', '09:30', '2023-04-18T08:30:00.000Z'],
] as const) {
  test(`${time} on ${day} is ${instant}, and is shown as it was typed`, () => {
    assert.equal(instantOf(day, time), instant)
    assert.equal(clockTimeOf(instant), time)
  })
}

for (const [now, state] of [
  ['2023-04-17T22:59:00.000Z', 'coming'],
  ['2023-04-17T23:00:00.000Z', 'today'],
  ['2023-04-18T22:59:00.000Z', 'today'],
  ['2023-04-18T23:00:00.000Z', 'past'],
] as const) {
  test(`an event of 18 April 2023 is ${state} at ${now}`, () =>
    assert.equal(dayState({ on_day: '2023-04-18' }, now), state))
}

test('sign-up is refused after the day and when it is closed, and only then', () => {
  const event = { name: 'Day', on_day: '2023-04-18', sign_up_closed_at: null, cancelled_at: null }
  const closed = { ...event, sign_up_closed_at: '2023-04-01T09:00:00.000Z' }
  assert.equal(refuseSignUp(event, '2023-04-18T09:00:00.000Z'), undefined)
  assert.equal(
    refuseSignUp(closed, '2023-04-18T09:00:00.000Z') ?? '',
    'Sign-up for Day is closed. Ask the organisers if you would still like to come.',
  )
  assert.equal(
    refuseSignUp(closed, '2023-04-19T09:00:00.000Z') ?? '',
    'Day was on 18 April 2023, so sign-up is over. What came of it is on the page of the event.',
  )
})
