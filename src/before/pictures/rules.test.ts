import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { aPoint } from './sample.ts'
import { largestPicture, plainPicture, typeOf, whyNoPicture } from './rules.ts'

const png = Buffer.from(aPoint, 'base64url')

/** A JPEG of a head, segments of these markers, and a scan. */
const jpeg = (...segments: [marker: number, text: string][]) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...segments.map(([marker, text]) => {
      const size = Buffer.alloc(2)
      size.writeUInt16BE(text.length + 2)
      return Buffer.concat([Buffer.from([0xff, marker]), size, Buffer.from(text)])
    }),
    Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]),
  ])

test('a picture is known by its first bytes', () => {
  equal(typeOf(png), 'image/png')
  equal(typeOf(jpeg([0xe0, 'JFIF'])), 'image/jpeg')
  for (const other of ['', 'GIF89a', '<svg onload="alert(1)">', '%PDF-1.7', '\x89PNG'])
    equal(typeOf(Buffer.from(other)), undefined)
})

test('what a camera or program wrote beside it is taken out, and what draws it stays', () => {
  const plain = plainPicture(png)!
  ok(png.includes('home') && !plain.includes('home') && !plain.includes('tEXt'))
  for (const chunk of ['IHDR', 'IDAT', 'IEND']) ok(plain.includes(chunk), chunk)
  const taken = plainPicture(
    jpeg([0xe0, 'JFIF'], [0xe1, 'Exif place'], [0xfe, 'a comment'], [0xe2, 'ICC'], [0xdb, 'table']),
  )!
  for (const aside of ['place', 'comment']) ok(!taken.includes(aside), aside)
  for (const part of ['JFIF', 'ICC', 'table']) ok(taken.includes(part), part)
  equal(typeOf(taken), 'image/jpeg')
})

test('why no picture: none, another kind, damaged, too large', () => {
  equal(whyNoPicture(png), undefined)
  equal(whyNoPicture(Buffer.alloc(0)), 'Choose a picture')
  equal(whyNoPicture(Buffer.from('<svg/>')), 'Choose a picture in PNG or JPEG')
  equal(whyNoPicture(png.subarray(0, 40)), 'This picture is damaged. Save it once more.')
  equal(whyNoPicture(jpeg([0xe0, 'JFIF']).subarray(0, 8)), 'This picture is damaged. Save it once more.')
  equal(whyNoPicture(Buffer.alloc(largestPicture + 1)), 'The picture has more than 1 MB. Save it smaller.')
})
