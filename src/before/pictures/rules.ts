/** The kinds of pictures that every browser shows and that hold no script. */
export type PictureType = 'image/png' | 'image/jpeg'

export const largestPicture = 1024 * 1024
export const mostPictures = 3

const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** The kind of a file by its first bytes, whatever its name says; undefined for all that is no picture. */
export function typeOf(file: Buffer): PictureType | undefined {
  if (file.subarray(0, 8).equals(pngHead)) return 'image/png'
  return file[0] === 0xff && file[1] === 0xd8 && file[2] === 0xff ? 'image/jpeg' : undefined
}

/**
 * A picture without what cameras and programs write beside it: the place, the time, the owner, a small copy from before
 * it was cropped. Undefined when it does not hold what its first bytes promise.
 */
export function plainPicture(file: Buffer): Buffer | undefined {
  const type = typeOf(file)
  return type === 'image/png' ? plainPng(file) : type === 'image/jpeg' ? plainJpeg(file) : undefined
}

/** Chunks of a PNG that draw it: four bytes of length, four of name, the data, four of a checksum (PNG 3rd edition, §5.3). */
const drawing = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'bKGD',
  'pHYs',
])

function plainPng(file: Buffer): Buffer | undefined {
  const kept = [file.subarray(0, 8)]
  for (let at = 8; at + 12 <= file.length;) {
    const end = at + 12 + file.readUInt32BE(at)
    if (end > file.length) return undefined
    const name = file.toString('latin1', at + 4, at + 8)
    if (drawing.has(name)) kept.push(file.subarray(at, end))
    if (name === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return undefined
}

/** Segments of a JPEG that are not for drawing: Exif and XMP (APP1), Photoshop (APP13), comments and others (ISO 10918-1, B.1). */
const isAside = (marker: number) =>
  marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee)

function plainJpeg(file: Buffer): Buffer | undefined {
  const kept = [file.subarray(0, 2)]
  for (let at = 2; at + 4 <= file.length;) {
    if (file[at] !== 0xff) return undefined
    const marker = file[at + 1]!
    // From the start of the scan on it is the drawing itself.
    if (marker === 0xda) return Buffer.concat([...kept, file.subarray(at)])
    const end = at + 2 + file.readUInt16BE(at + 2)
    if (end > file.length) return undefined
    if (!isAside(marker)) kept.push(file.subarray(at, end))
    at = end
  }
  return undefined
}

/** The reason why a picture cannot be taken, if it cannot. */
export function whyNoPicture(file: Buffer): string | undefined {
  if (file.length === 0) return 'Choose a picture'
  if (file.length > largestPicture) return 'The picture has more than 1 MB. Save it smaller.'
  if (!typeOf(file)) return 'Choose a picture in PNG or JPEG'
  return plainPicture(file) ? undefined : 'This picture is damaged. Save it once more.'
}
