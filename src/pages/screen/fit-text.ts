import { classes } from '../../platform/face/element.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { turnsPart } from './wall.ts'

/**
 * The fit of a list on a screen of 16:9 that nobody can scroll: the size of its letters, and the number of rows below
 * each other. Lengths are hundredths of the height. The server chooses, so that it holds without scripts too.
 */
export interface Filling {
  /** The text of each row, with the value at its end. */
  rows: readonly { text: string; value: string }[]
  /** The texts above them, with their sizes. */
  above: readonly { text: string; size: number }[]
  /** A line between those and the rows. */
  count?: { text: string; size: number }
  /** Nothing stands beside them. */
  wide: boolean
  /** The time stands in a ring beside the texts above. */
  ring?: boolean
  /** The rows are cards, as many beside each other as there is room for. */
  tiles?: boolean
  /** A mark stands before the text of each row. */
  marked?: boolean
  /** All rows are as high as the highest, so that none moves when its words come. */
  steady?: boolean
}

export interface Filled {
  size: number
  /** The number of rows below each other; the rest begins a second column. */
  below: number
  /** The number of rows at once; more turn over, page by page. */
  atOnce: number
  /** The number of lines of the longest. */
  lines: number
}

const height = 100
const width = { wide: 166, beside: 130 }
const betweenColumns = 5
/** The margins of the page, the caption of the list, and the next item. */
const taken = { wide: 6 + 4.5 + 5.5, beside: 6 + 5 + 8.5 }
/** Height of the caption of a list; a line that counts stands in its place. */
const captionHeight = 4.5
/** Height of the page number below the rows. */
const whichPage = 4
const line = 1.15
/** The bar of a row and what parts it from the next, in lengths of its letters. */
const barAndGap = 0.95
/** The same of a card, with what is around its words. */
const dotsAndGap = 2.2
/** Letters as wide as a mark and the gap after it. */
const asWideAsMark = 'Wo'
/** A ring, which is as wide as high. */
const ringSize = 19

/** The stylesheet has a class for each of them, and for so many rows below each other. */
const fitting = [6.4, 5.8, 5.4, 5, 4.6, 4.3, 4, 3.8, 3.6, 3.4, 3.2, 3, 2.8] as const
const mostBelow = 12
const mostLines = 8
/**
 * No smaller: on a picture 1.24 m high these letters have capitals of 25 mm, which fill 8.5 minutes of arc at ten
 * metres; good eyes need 5. In large print those of a third more.
 */
const least = { usual: 2.8, large: 3.4 }

/** The width of a letter in Arial, in parts of its size; a little too much rather than too little. */
const widthOf = (letter: string): number => {
  if (letter > '\u2e80') return 1.02
  if (/[ijl'’‘|]/.test(letter)) return 0.25
  if (/[ftrI.,:;“”()\- /\u00a0]/.test(letter)) return 0.32
  if (/[MWm@%—]/.test(letter)) return 0.9
  return /[\p{Lu}w&]/u.test(letter) ? 0.73 : 0.56
}

const long = (text: string) => [...text].reduce((sum, letter) => sum + widthOf(letter), 0)

/** In how many lines words stand; one that is longer than a line is broken. */
export function linesOf(text: string, room: number): number {
  let [lines, used] = [1, 0]
  for (const word of text.split(' ')) {
    const length = long(word)
    if (used > 0 && used + widthOf(' ') + length > room) [lines, used] = [lines + 1, 0]
    used += (used > 0 ? widthOf(' ') : 0) + length
    const more = Math.max(0, Math.ceil(used / room) - 1)
    ;[lines, used] = [lines + more, used - more * room]
  }
  return lines
}

interface TypeSize {
  size: number
  columns: number
  room: number
  /** The drawing below the words of a row, in lengths of its letters. */
  under: number
  /** Room at the sides of a row's words, in lengths of its letters. */
  sides: number
  /** Rows beside each other stand as close as cards. */
  close: boolean
}

/** In how many lines each row stands. What a row ends with is never broken. */
const eachOf = (rows: Filling['rows'], { size, columns, room, sides, close }: TypeSize): number[] => {
  const between = close ? size / 2 : betweenColumns
  const wide = (room - (columns - 1) * between) / columns / size - sides
  return rows.map(({ text, value }) => linesOf(`${text} ${value.replaceAll(' ', '\u00a0')}`, wide))
}

/** The height of the rows: those beside each other as high as the higher. */
function highOf(
  each: readonly number[],
  { size, columns, under }: Omit<TypeSize, 'room' | 'sides' | 'close'>,
): number {
  const below = Math.ceil(each.length / columns)
  return Array.from({ length: below }, (_, at) =>
    Math.max(...each.filter((_lines, index) => index % below === at)),
  ).reduce((sum, lines) => sum + (lines * line + under) * size, 0)
}

const pagesOf = (each: readonly number[], atOnce: number) =>
  Array.from({ length: Math.ceil(each.length / atOnce) }, (_, at) =>
    each.slice(at * atOnce, (at + 1) * atOnce),
  )

/** Letters of this size or smaller may stand in more than two lines of a card. */
const smallInTiles = 3.4

/** In how many columns rows may stand. */
const columnsFor = (rows: number, tiles = false): number[] =>
  tiles ? [2, 3, 4, 6].filter((columns) => columns <= Math.max(2, rows)) : rows > 3 ? [1, 2] : [1]

/** As large as all rows can stand at once; where that is too small to read, as few at once as can be read. */
export function fill(
  { rows, above, count, wide, ring, tiles, marked, steady }: Filling,
  print: 'usual' | 'large' = 'usual',
): Filled {
  const [room, used] = wide ? [width.wide, taken.wide] : [width.beside, taken.beside]
  const highIn =
    (wideOf: number) =>
    (sum: number, { text, size }: { text: string; size: number }) =>
      sum + (linesOf(text, wideOf / size) * line + 0.4) * size
  const texts = marked ? rows.map((row) => ({ ...row, text: `${asWideAsMark} ${row.text}` })) : rows
  const words = above.reduce(highIn(ring ? room - ringSize - 3 : room), 0)
  const counting = (count ? [count] : []).reduce(highIn(room), 0)
  const left =
    height - used - counting - Math.max(words, ring ? ringSize + 2 : 0) + (count ? captionHeight : 0)
  const [under, sides] = tiles ? [dotsAndGap, 1.2] : [barAndGap, 0]
  for (let pages = 1; pages <= rows.length; pages += 1) {
    const atOnce = Math.ceil(rows.length / pages)
    for (const size of fitting.filter((one) => one >= least[print]))
      for (const columns of columnsFor(atOnce, tiles)) {
        const each = eachOf(texts, { size, columns, room, under, sides, close: tiles === true })
        const lines = Math.max(...each)
        // A card of many lines is no card: smaller letters first.
        if (tiles && lines > 2 && size > Math.max(smallInTiles, least[print])) continue
        const shown = steady ? each.map(() => lines) : each
        const high = pages > 1 ? left - whichPage : left
        if (pagesOf(shown, atOnce).every((page) => highOf(page, { size, columns, under }) <= high))
          return { size, below: Math.ceil(atOnce / columns), atOnce, lines }
      }
  }
  return { size: least[print], below: 1, atOnce: 1, lines: 1 }
}

const named = ({ size, below, lines }: Filled, print: '' | 'large-', steady = false) =>
  classes(
    `app-fit-${print}${Math.round(size * 10)} app-below-${print}${Math.min(below, mostBelow)}`,
    steady && `app-lines-${print}${Math.min(lines, mostLines)}`,
  )

/** Sizes of the texts above, which the stylesheet has too. */
export const sizes = { kicker: 3, asked: 3.2, title: 5, said: 3.6, count: 4.6 } as const

const winnerSizes = { short: 5, long: 3.6, longest: 3.2 } as const

/** The size of the result: a long one steps back, so that the bars below it can be read. */
export const winnerSize = (sentence: string): keyof typeof winnerSizes =>
  sentence.length < 70 ? 'short' : sentence.length < 200 ? 'long' : 'longest'

export const winnerLine = (sentence: string) => ({ text: sentence, size: winnerSizes[winnerSize(sentence)] })

/** A list that fills the Screen, in usual and in large print. */
export function filled(list: Html, filling: Filling): Html {
  const { wide, steady } = filling
  const [usual, large] = [fill(filling), fill(filling, 'large')]
  return html`<div
    class="${classes('app-fit', wide && 'app-fit--wide', named(usual, '', steady), named(large, 'large-', steady))}"
    data-at-once="${String(usual.atOnce)}"
    data-at-once-large="${String(large.atOnce)}"
  >
    ${list} ${turnsPart}
  </div>`
}
