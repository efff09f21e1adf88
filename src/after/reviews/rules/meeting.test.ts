import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { boxAt, timeBoxes } from './boxes.ts'
import { carried, carriedWords } from './carried.ts'
import { stateOf } from './state.ts'
import { share } from './attendance.ts'

const meeting = {
  starts_at: '2027-02-17T09:30:00.000Z',
  ends_at: '2027-02-17T10:30:00.000Z',
  held_at: null,
  cancelled_at: null,
}

for (const [now, changed, expected] of [
  ['2027-02-17T09:14:59.000Z', {}, 'coming'],
  ['2027-02-17T09:15:00.000Z', {}, 'on'],
  ['2027-02-17T10:59:00.000Z', {}, 'on'],
  ['2027-02-17T11:00:00.000Z', {}, 'over'],
  ['2027-02-17T10:00:00.000Z', { held_at: '2027-02-17T09:59:00.000Z' }, 'over'],
  ['2027-02-17T10:00:00.000Z', { cancelled_at: '2027-02-01T09:59:00.000Z' }, 'cancelled'],
] as const)
  test(`at ${now} with ${JSON.stringify(changed)} it is ${expected}`, () =>
    assert.equal(stateOf({ ...meeting, ...changed }, now), expected))

test('the hour is shared by how much there is to talk about', () => {
  const boxes = timeBoxes(meeting, [
    { title: 'Actions', items: 1 },
    { title: 'Asks', items: 4 },
    { title: 'Pledges', items: 30 },
  ])
  assert.deepEqual(
    boxes.map(({ title, from, until }) => [title, from.slice(11, 16), until.slice(11, 16)]),
    [
      ['Actions', '09:30', '09:40'],
      ['Asks', '09:40', '10:00'],
      ['Pledges', '10:00', '10:30'],
    ],
  )
  assert.equal(boxAt(boxes, '2027-02-17T09:40:00.000Z')?.title, 'Asks')
  assert.equal(boxAt(boxes, meeting.ends_at), undefined)
})

test('parts of an agenda take the whole time, in their order, each some of it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 15, max: 480 }),
      fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 15 }),
      (minutes, items) => {
        const ends_at = new Date(Date.parse(meeting.starts_at) + minutes * 60_000).toISOString()
        const boxes = timeBoxes(
          { ...meeting, ends_at },
          items.map((one, at) => ({ title: `${at}`, items: one })),
        )
        assert.equal(boxes.length, items.length)
        let from = meeting.starts_at
        for (const box of boxes) {
          assert.equal(box.from, from)
          assert.ok(box.until > box.from)
          from = box.until
        }
        if (boxes.length > 0) assert.equal(from, ends_at)
      },
    ),
  )
})

const on = (id: string, on_day: string, cancelled_at: string | null = null) => ({
  id,
  on_day,
  starts_at: `${on_day}T09:30:00.000Z`,
  cancelled_at,
})
const meetings = [
  on('a', '2027-01-06'),
  on('b', '2027-02-17'),
  on('c', '2027-03-31', '2027-03-01'),
  on('d', '2027-05-12'),
]

for (const [at, expected] of [
  [0, undefined],
  [1, 'carried over once, 6 weeks old'],
  [3, 'carried over twice, 18 weeks old'],
] as const)
  test(`an action of the first meeting is at meeting ${at} ${expected ?? 'its own'}`, () => {
    const told = carried({ review_id: 'a' }, meetings[at]!, meetings)
    assert.equal(told && carriedWords(told), expected)
  })

test('who came is said as a share of those it is known of', () => {
  assert.equal(share([1, 1, 0]), '2 of 3, 67 %')
  assert.equal(share([]), undefined)
})
