import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { lateStart, startsOnAnotherDay } from './another-day.ts'
import type { Timed } from './items.ts'

const event = { on_day: '2027-01-12', starts_at: '2027-01-12T09:30:00.000Z' }
const item = (started_at: string | null) => ({ started_at, finished_at: null, skipped_at: null }) as Timed
const real = (now: string) => ({ now, rehearsal: false })

for (const [name, now, items, asks] of [
  ['the day before', '2027-01-11T09:30:00.000Z', [item(null)], true],
  ['the day itself', '2027-01-12T20:00:00.000Z', [item(null)], false],
  ['the day after', '2027-01-13T09:30:00.000Z', [item(null)], true],
  [
    'past midnight, when it has begun',
    '2027-01-13T00:30:00.000Z',
    [item(event.starts_at), item(null)],
    false,
  ],
] as const)
  test(`Start on another day, ${name}: ${asks ? 'is asked about' : 'is not asked about'}`, () =>
    equal(startsOnAnotherDay(event, items, real(now)), asks))

test('Start on another day: a rehearsal is not asked about', () =>
  equal(startsOnAnotherDay(event, [], { now: '2027-01-11T09:30:00.000Z', rehearsal: true }), false))

for (const [name, now, minutes] of [
  ['before its time', '2027-01-12T09:00:00.000Z', undefined],
  ['a few minutes late', '2027-01-12T09:34:00.000Z', undefined],
  ['late', '2027-01-12T09:41:00.000Z', 15],
  ['hours late', '2027-01-12T14:30:00.000Z', 300],
  ['on another day', '2027-01-13T09:30:00.000Z', undefined],
] as const)
  test(`A day that starts late, ${name}: ${minutes ? `is moved by ${minutes} minutes` : 'stays'}`, () =>
    equal(lateStart(event, [item(null)], now), minutes))

test('A day that has begun is not moved', () =>
  equal(lateStart(event, [item(event.starts_at)], '2027-01-12T10:30:00.000Z'), undefined))
