import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { calendar, type CalendarEntry } from './calendar.ts'

const stamp = '2026-11-23T09:00:00.000Z'
const review: CalendarEntry = {
  uid: 'review-1@example.org',
  sequence: 2,
  startsAt: '2027-03-30T08:30:00.000Z',
  endsAt: '2027-03-30T09:30:00.000Z',
  summary: 'Six-weekly review',
}

const parsed = (file: string) => {
  const root = new ICAL.Component(ICAL.parse(file))
  return { root, events: root.getAllSubcomponents('vevent') }
}
const value = (component: { getFirstPropertyValue(name: string): unknown }, name: string) =>
  String(component.getFirstPropertyValue(name))

test('a calendar reads, line by line, as agreed', () => {
  assert.equal(
    calendar({ name: 'Reviews; all, of them', stamp, entries: [review] }),
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Spreadathon//Spreadathon//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Reviews\\; all\\, of them',
      'BEGIN:VEVENT',
      'UID:review-1@example.org',
      'SEQUENCE:2',
      'DTSTAMP:20261123T090000Z',
      'DTSTART:20270330T083000Z',
      'DTEND:20270330T093000Z',
      'SUMMARY:Six-weekly review',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

test('a mark stands in every name and begins every description', () => {
  const mark = 'Demonstration: all invented'
  const { root, events } = parsed(
    calendar({
      name: 'Day',
      stamp,
      mark,
      entries: [review, { ...review, uid: 'b', description: 'Bring tea' }],
    }),
  )
  assert.equal(value(root, 'x-wr-calname'), '[Demonstration] Day')
  assert.deepEqual(
    events.map((event) => [value(event, 'summary'), value(event, 'description')]),
    [
      ['[Demonstration] Six-weekly review', mark],
      ['[Demonstration] Six-weekly review', `${mark}\nBring tea`],
    ],
  )
})

test('each entry is one event, and a cancelled one says so', () => {
  const { root, events } = parsed(
    calendar({ name: 'x', stamp, entries: [review, { ...review, uid: 'b', cancelled: true }] }),
  )
  assert.equal(value(root, 'method'), 'PUBLISH')
  assert.deepEqual(
    events.map((event) => [value(event, 'uid'), value(event, 'status')]),
    [
      ['review-1@example.org', 'CONFIRMED'],
      ['b', 'CANCELLED'],
    ],
  )
})

test('cancelling the calendar cancels every entry', () => {
  const { root, events } = parsed(calendar({ name: 'x', method: 'CANCEL', stamp, entries: [review] }))
  assert.equal(value(root, 'method'), 'CANCEL')
  assert.equal(value(events[0]!, 'status'), 'CANCELLED')
})

test('a meeting without length has no end, rather than an invalid one', () => {
  const file = calendar({ name: 'x', stamp, entries: [{ ...review, endsAt: review.startsAt }] })
  assert.equal(file.includes('DTEND'), false)
})

test('an organiser cannot break out of its line', () => {
  const organiser = { name: 'Ann "QI"\r\nATTENDEE:x', email: 'qi@example.org\r\nX:y' }
  const { events } = parsed(calendar({ name: 'x', method: 'REQUEST', organiser, stamp, entries: [review] }))
  const line = events[0]!.getFirstProperty('organizer')!
  assert.equal(line.getFirstParameter('cn'), 'Ann  QI  ATTENDEE:x')
  assert.equal(line.getFirstValue(), 'mailto:qi@example.orgX:y')
  assert.equal(events[0]!.getFirstProperty('attendee'), null)
})

test('an address stays one address', () => {
  const url = 'https://example.org/a,b;c?d=\r\nX-EVIL:1'
  const { events } = parsed(calendar({ name: 'x', stamp, entries: [{ ...review, url }] }))
  assert.equal(value(events[0]!, 'url'), 'https://example.org/a,b;c?d=X-EVIL:1')
})

test('an instant that cannot be read is refused', () => {
  assert.throws(() => calendar({ name: 'x', stamp: 'soon', entries: [review] }), RangeError)
})

const forbidden = /[^\P{Cc}\t\n]/gu
const cleaned = (written: string) => written.replace(/\r\n?/g, '\n').replace(forbidden, '')
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom('\\', ';', ',', '\n', '\r', ':', '"', 'n', 'é', '👩🏽‍⚕️', ' '),
    maxLength: 200,
  }),
)
const moment = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000).toISOString())

test('whatever people write comes back as they wrote it', () => {
  fc.assert(
    fc.property(anything, anything, anything, moment, moment, (summary, description, location, a, b) => {
      const [startsAt, endsAt] = [a, b].sort() as [string, string]
      const entry = { ...review, summary, description, location, startsAt, endsAt }
      const { events } = parsed(calendar({ name: summary, stamp, entries: [entry] }))
      const event = new ICAL.Event(events[0]!)
      assert.equal(events.length, 1)
      assert.equal(event.summary ?? '', cleaned(summary))
      assert.equal(event.description ?? '', cleaned(description))
      assert.equal(event.location ?? '', cleaned(location))
      assert.equal(event.startDate.toJSDate().toISOString(), startsAt)
      assert.equal(event.endDate.toJSDate().toISOString(), endsAt)
    }),
  )
})

test('no line is longer than 75 octets, and every line ends in CR LF', () => {
  fc.assert(
    fc.property(anything, (summary) => {
      const file = calendar({ name: summary, stamp, entries: [{ ...review, summary }] })
      const lines = file.split('\r\n')
      assert.equal(lines.pop(), '')
      assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line)))
      assert.equal(Buffer.from(file).toString(), file)
    }),
  )
})
