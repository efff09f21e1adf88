import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { deal, roomForOne, type Guest } from './allocation.ts'

const someGuests = fc
  .array(
    fc.record({
      team: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')),
      representative: fc.boolean(),
    }),
    { maxLength: 90 },
  )
  .map((guests): Guest[] =>
    guests.map((guest, at) => ({ id: `guest-${String(at).padStart(3, '0')}`, ...guest })),
  )
const someRooms = fc
  .array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 8 })
  .map((rooms) => rooms.map((staying, at) => ({ id: `room-${at}`, staying })))

const spread = (guests: Guest[], rooms: { id: string }[], dealt: Map<string, string>): number => {
  const sizes = rooms.map(({ id }) => guests.filter((guest) => dealt.get(guest.id) === id).length)
  return Math.max(...sizes) - Math.min(...sizes)
}

const always = (holds: (guests: Guest[], rooms: { id: string; staying: number }[]) => void) =>
  fc.assert(fc.property(someGuests, someRooms, holds), { numRuns: 400 })

test('everybody has a place in one of the rooms', () => {
  always((guests, rooms) => {
    const dealt = deal(guests, rooms)
    const known = new Set(rooms.map(({ id }) => id))
    deepEqual(
      [...dealt.keys()].sort(),
      guests.map(({ id }) => id),
    )
    ok([...dealt.values()].every((room) => known.has(room)))
  })
})

test('the sizes of the rooms differ by at most one', () => {
  always((guests, rooms) => ok(spread(guests, rooms, deal(guests, rooms)) <= 1))
})

test('each team is spread: its members in two rooms differ by at most one', () => {
  always((guests, rooms) => {
    const dealt = deal(guests, rooms)
    for (const team of new Set(guests.map((guest) => guest.team)))
      ok(
        spread(
          guests.filter((guest) => guest.team === team),
          rooms,
          dealt,
        ) <= 1,
      )
  })
})

test('representatives are spread, and so is everybody else', () => {
  always((guests, rooms) => {
    const dealt = deal(guests, rooms)
    for (const part of [true, false])
      ok(
        spread(
          guests.filter((guest) => guest.representative === part),
          rooms,
          dealt,
        ) <= 1,
      )
  })
})

test('a room where more people stay already is never dealt more', () => {
  always((guests, rooms) => {
    const dealt = deal(guests, rooms)
    const given = (room: string) => [...dealt.values()].filter((one) => one === room).length
    for (const one of rooms)
      for (const other of rooms) ok(one.staying <= other.staying || given(one.id) <= given(other.id))
  })
})

test('the order in which guests are listed does not matter', () => {
  always((guests, rooms) => {
    const sorted = (dealt: Map<string, string>) => [...dealt].sort()
    deepEqual(sorted(deal(guests.toReversed(), rooms)), sorted(deal(guests, rooms)))
  })
})

test('without rooms nobody has a place', () => {
  equal(deal([{ id: 'one', team: null, representative: false }], []).size, 0)
})

test('a thousand guests are dealt to twenty rooms in a moment', () => {
  const guests = Array.from({ length: 1000 }, (_, at) => ({
    id: String(at).padStart(4, '0'),
    team: `team ${at % 40}`,
    representative: at % 7 === 0,
  }))
  const rooms = Array.from({ length: 20 }, (_, at) => ({ id: `room ${at}`, staying: 2 }))
  const began = performance.now()
  ok(spread(guests, rooms, deal(guests, rooms)) === 0)
  ok(performance.now() - began < 500)
})

for (const [team, rooms, expected] of [
  ['a', { one: ['b', 'b'], two: ['a'] }, 'two'],
  ['a', { one: ['a'], two: ['b'] }, 'two'],
  ['a', { one: ['b'], two: ['b'] }, 'one'],
  [null, { one: [null, 'b'], two: [null] }, 'two'],
  ['a', {}, undefined],
] as const) {
  test(`who comes late from ${team} to ${JSON.stringify(rooms)} goes to ${expected}`, () => {
    const given = Object.entries(rooms).map(([id, teams]) => ({
      id,
      teams: [...(teams as (string | null)[])],
    }))
    equal(roomForOne(team, given), expected)
  })
}
