import { inflateRawSync } from 'node:zlib'

const inDirectory = 0x02014b50
const endOfDirectory = 0x06054b50
const mostParts = 200

/**
 * True if a zipped file unpacks to at most so many bytes. It is unpacked to see: what it says of its sizes may be a lie.
 */
export function unpacksWithin(file: Buffer, most: number): boolean {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > file.length || file.readUInt32LE(end) !== endOfDirectory) return false
  const parts = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  let left = most
  if (parts > mostParts) return false
  for (let part = 0; part < parts; part += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== inDirectory) return false
    const [method, packed] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)]
    const local = file.readUInt32LE(at + 42)
    if (local + 30 > file.length) return false
    const begins = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const held = file.subarray(begins, begins + packed)
    try {
      left -= method === 0 ? held.length : inflateRawSync(held, { maxOutputLength: left + 1 }).length
    } catch {
      return false
    }
    if (left < 0) return false
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return true
}
