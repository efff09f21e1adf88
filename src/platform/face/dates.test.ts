import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  between,
  waitWords,
  claimedTime,
  day,
  dayAndTime,
  dayOf,
  time,
  todayIn,
  weekday,
  weekdayAndDay,
} from './dates.ts'
import { parseDay } from './typed-day.ts'

test('What waited on a phone says when it was written, and when it came', () => {
  const received = '2027-01-12T10:58:00.000Z'
  assert.equal(
    claimedTime('2027-01-12T10:42:00.000Z', received),
    'Written at 10:42am, as the phone says; received at 10:58am',
  )
  assert.equal(
    claimedTime('2027-01-11T16:00:00.000Z', received),
    'Written at 11 January 2027 at 4pm, as the phone says; received at 10:58am',
  )
})

test('a day is written out', () => {
  assert.equal(day('2023-04-18'), '18 April 2023')
  assert.equal(weekday('2023-04-18'), 'Tuesday')
  assert.equal(weekdayAndDay('2023-05-07'), 'Sunday 7 May 2023')
  assert.throws(() => day('2023-02-30'), RangeError)
})

const times: readonly [string, string][] = [
  ['2023-01-18T09:00:00Z', '9am'],
  ['2023-01-18T15:30:00.000Z', '3:30pm'],
  ['2023-01-18T12:00:00Z', 'midday'],
  ['2023-01-18T00:00:00Z', 'midnight'],
  ['2023-01-18T12:05:00Z', '12:05pm'],
  ['2023-01-18T00:05:00Z', '12:05am'],
  ['2023-04-18T09:00:00Z', '10am'],
]
for (const [iso, written] of times) {
  test(`${iso} is ${written} in London`, () => assert.equal(time(iso), written))
}

test('another zone has another time and perhaps another day', () => {
  assert.equal(time('2023-04-18T23:30:00Z', 'Australia/Sydney'), '9:30am')
  assert.equal(todayIn('Europe/London', '2023-04-18T23:30:00Z'), '2023-04-19')
  assert.equal(dayOf('2023-04-18T23:30:00Z', 'UTC'), '2023-04-18')
})

test('a span names the days only if there are two', () => {
  assert.equal(dayAndTime('2023-04-18T08:30:00Z'), '18 April 2023 at 9:30am')
  assert.equal(between('2023-04-18T08:30:00Z', '2023-04-18T15:00:00Z'), '9:30am to 4pm')
  assert.equal(
    between('2023-04-18T08:30:00Z', '2023-04-19T15:00:00Z'),
    '18 April 2023 at 9:30am to 19 April 2023 at 4pm',
  )
})

const typed = (written: string) => {
  const [number = '', month = '', year = ''] = written.split('/')
  return { day: number, month, year }
}

for (const written of ['18/4/2023', ' 18 / 04 /2023 ', '18/Apr/2023', '18/april/2023', '18/APR./2023']) {
  test(`"${written}" is a day`, () => assert.deepEqual(parseDay(typed(written)), { on: '2023-04-18' }))
}

const faults: readonly [string, string, string[]][] = [
  ['18//2023', 'Date must include a month', ['month']],
  ['18//', 'Date must include a month and year', ['month', 'year']],
  ['//', 'Date must include a day, month and year', ['day', 'month', 'year']],
  ['18/4/23', 'Year must include 4 numbers', ['year']],
  ['32/4/2023', 'Date must be a real date', ['day']],
  ['0/13/2023', 'Date must be a real date', ['day', 'month']],
  ['1/ma/2023', 'Date must be a real date', ['month']],
  ['1/Aprils/2023', 'Date must be a real date', ['month']],
  ['1.5/4/2023', 'Date must be a real date', ['day']],
  ['-1/4/2023', 'Date must be a real date', ['day']],
  ['30/2/2023', 'Date must be a real date', ['day', 'month', 'year']],
  ['29/2/1900', 'Date must be a real date', ['day', 'month', 'year']],
]
for (const [written, error, parts] of faults) {
  test(`"${written}" is answered "${error}"`, () =>
    assert.deepEqual(parseDay(typed(written)), { error, parts }))
}

test('the sentence names what is asked for, and boxes may be absent', () => {
  assert.deepEqual(parseDay({ day: '1', month: '2' }, 'Date of the first step'), {
    error: 'Date of the first step must include a year',
    parts: ['year'],
  })
})

test('every day that is written out is read again', () => {
  const anyDay = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(anyDay, (date) => {
      const on = date.toISOString().slice(0, 10)
      const [year = '', month = '', number = ''] = on.split('-')
      assert.deepEqual(parseDay({ day: number, month, year }), { on })
      const [, name = ''] = day(on).split(' ')
      assert.deepEqual(parseDay({ day: number, month: name, year }), { on })
    }),
  )
})

test('whatever is typed, the answer is a day or a sentence', () => {
  const box = fc.oneof(fc.string(), fc.nat(9999).map(String))
  fc.assert(
    fc.property(box, box, box, (number, month, year) => {
      const answer = parseDay({ day: number, month, year })
      if ('on' in answer) assert.match(answer.on, /^\d{4}-\d\d-\d\d$/)
      else assert.ok(answer.parts.length > 0)
    }),
  )
})

test('how long to wait is never said too short', () => {
  const said: [number, string][] = [
    [1, 'a minute'],
    [60, 'a minute'],
    [61, '2 minutes'],
    [3540, '59 minutes'],
    [3541, 'an hour'],
    [3601, '2 hours'],
    [86_400, '24 hours'],
  ]
  for (const [seconds, words] of said) assert.equal(waitWords(seconds), words)
})
