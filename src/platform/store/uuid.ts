const lastMillisecond = 2 ** 48 - 1

/**
 * A UUID of version 7 (RFC 9562 §5.7): 48 bits of milliseconds since 1970, then 74 of the 80 random bits.
 * As text, ids sort by the millisecond in which they were made; within one millisecond by their random bits.
 * Throws RangeError for a time that 48 bits cannot hold and for other than 10 random bytes.
 */
export function uuid7(nowMs: number, random: Uint8Array): string {
  if (!Number.isInteger(nowMs) || nowMs < 0 || nowMs > lastMillisecond)
    throw new RangeError(`${nowMs} is not a time in milliseconds since 1970.`)
  if (random.length !== 10) throw new RangeError(`A UUID takes 10 random bytes, not ${random.length}.`)
  const tail = Uint8Array.from(random)
  tail[0] = (tail[0]! & 0x0f) | 0x70 // version 7
  tail[2] = (tail[2]! & 0x3f) | 0x80 // variant of the RFC
  const hex = nowMs.toString(16).padStart(12, '0') + tail.toHex()
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const last = { ms: -1, count: 0 }

/** For so long a clock that was set back goes on counting from where it was. */
const steadyMs = 1000

/**
 * The id of a new row. Those that a process makes are in the order in which they were made, also within a millisecond:
 * the first 12 random bits are a counter (RFC 9562 §6.2, method 1), which runs over into the next millisecond.
 */
export function newId(nowMs: number = Date.now()): string {
  const random = crypto.getRandomValues(new Uint8Array(10))
  if (nowMs > last.ms || nowMs < last.ms - steadyMs) {
    last.ms = nowMs
    last.count = ((random[0]! << 8) | random[1]!) & 0x7ff
  } else if (++last.count > 0xfff) {
    last.ms += 1
    last.count = 0
  }
  random[0] = last.count >> 8
  random[1] = last.count & 0xff
  return uuid7(last.ms, random)
}
