import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newId, uuid7 } from './uuid.ts'

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 })

test('the example of RFC 9562 comes out', () => {
  const random = Uint8Array.fromHex('0cc318c4dc0c0c07398f')
  assert.equal(uuid7(0x017f22e279b0, random), '017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
})

test('every id has the shape, and the random bytes are left as they were', () => {
  fc.assert(
    fc.property(moment, bytes, (now, random) => {
      const before = random.toHex()
      assert.match(uuid7(now, random), shape)
      assert.equal(random.toHex(), before)
    }),
  )
})

test('ids sort by time, whatever the random bytes', () => {
  fc.assert(
    fc.property(moment, moment, bytes, bytes, (a, b, first, second) => {
      fc.pre(a < b)
      assert.ok(uuid7(a, first) < uuid7(b, second))
    }),
  )
})

test('new ids differ', () => {
  const ids = Array.from({ length: 1000 }, () => newId(1_700_000_000_000))
  assert.equal(new Set(ids).size, 1000)
  assert.match(newId(), shape)
})

test('new ids are in order, within a millisecond, beyond what one can count, and when a clock is set back a little', () => {
  const made = (now: number, many: number) => Array.from({ length: many }, () => newId(now))
  const ids = [
    ...made(1_800_000_000_000, 10_000),
    ...made(1_799_999_999_500, 10),
    ...made(1_800_000_000_100, 10),
  ]
  assert.deepEqual(ids.toSorted(), ids)
  assert.ok(newId(1_700_000_000_000) < ids[0]!)
})

test('an impossible time or too few bytes are refused', () => {
  for (const now of [-1, 1.5, NaN, 2 ** 48]) assert.throws(() => uuid7(now, new Uint8Array(10)), RangeError)
  assert.throws(() => uuid7(0, new Uint8Array(9)), RangeError)
})
