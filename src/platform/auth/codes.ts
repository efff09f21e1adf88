/** No 0, O, 1, I and L, which are taken for each other, and no U, which is taken for V. */
export const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** Bytes beyond those that a code needs: they keep every code equally likely to within 2⁻⁶⁴. */
const spare = 8

/** Random bytes for a code of a length: log₂ 30 = 4.91 bits a character, and the spare ones. */
export const bytesForCode = (length: number): number =>
  Math.ceil((length * Math.log2(alphabet.length)) / 8) + spare

/**
 * A code that can be read aloud and typed on a phone: the bytes as one number, written in the alphabet. Bytes
 * taken one by one would favour the alphabet's first characters (256 is not a multiple of 30).
 * Throws RangeError for fewer than `bytesForCode(length)` bytes.
 */
export function readableCode(bytes: Uint8Array, length: number): string {
  if (bytes.length < bytesForCode(length))
    throw new RangeError(
      `A code of ${length} takes ${bytesForCode(length)} random bytes, not ${bytes.length}.`,
    )
  const base = BigInt(alphabet.length)
  let number = BigInt(`0x${bytes.toHex()}`)
  let code = ''
  while (code.length < length) {
    code += alphabet[Number(number % base)]
    number /= base
  }
  return code
}

export const newCode = (length: number): string =>
  readableCode(crypto.getRandomValues(new Uint8Array(bytesForCode(length))), length)

/**
 * The typed code, as codes are kept: capitals, without spaces, dashes and dots. U can only be a V misread. The other
 * look-alikes have no certain partner in the alphabet, so they stay, and the code is not found.
 */
export const normaliseCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}.]/gu, '')
    .replaceAll('U', 'V')

/** ABCDEFGH → 'ABCD EFGH'; groups of three where that comes out even and four does not. */
export function grouped(code: string): string {
  const size = code.length % 4 !== 0 && code.length % 3 === 0 ? 3 : 4
  return code.match(new RegExp(`.{1,${size}}`, 'g'))?.join(' ') ?? ''
}
