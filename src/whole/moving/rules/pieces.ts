/** A part of a file that can be read by itself: a whole section, or some records of a list. */
export interface Piece {
  /** The name of the section as it stands in the file. */
  section: string
  /** The line of that name. */
  named: number
  /** Its records alone, each begun with -, without the name. */
  list: boolean
  start: number
  end: number
  /** The line on which it begins. */
  line: number
}

const [lineEnd, carriageReturn, space, tab, hash, dash] = [0x0a, 0x0d, 0x20, 0x09, 0x23, 0x2d]
const closing = new Set([0x7d, 0x5d])
/** Enough records at once that a parser is worth starting, and few enough that their nodes take no room. */
const bytesAPiece = 32 * 1024
const longestName = 200

interface Line {
  start: number
  end: number
  /** The offset of its first character other than a space; its end where there is none. */
  text: number
  number: number
}

function* linesOf(bytes: Uint8Array): Generator<Line> {
  let [start, number] = [0, 1]
  while (start < bytes.length) {
    const found = bytes.indexOf(lineEnd, start)
    const end = found === -1 ? bytes.length : found + 1
    let text = start
    while (text < end && bytes[text] === space) text += 1
    yield { start, end, text, number }
    ;[start, number] = [end, number + 1]
  }
}

const isBlank = (bytes: Uint8Array, { text, end }: Line): boolean => {
  const first = bytes[text]
  return text >= end || first === lineEnd || first === carriageReturn || first === hash || first === tab
}

const beginsRecord = (bytes: Uint8Array, { text, end }: Line): boolean => {
  const next = bytes[text + 1]
  return (
    bytes[text] === dash && (text + 1 >= end || next === space || next === lineEnd || next === carriageReturn)
  )
}

const nameForm = /^(?:"([^"\\]*)"|'([^']*)'|([^\s#"'{[&*!|>%@`?:,-][^#"'{[]*?)) *:(?:[ \t]+#.*)?\s*$/

/**
 * Cuts a file where its sections begin, and its lists where records do, by indentation alone; so that a large file is
 * read without a tree of all of it. Nothing where it is not written in lines of that kind.
 */
export function piecesIn(bytes: Uint8Array): Piece[] | undefined {
  const pieces: Piece[] = []
  const decoder = new TextDecoder()
  let current: Piece | undefined
  /** The indent of the section's records; unknown before the first, none where it is no list. */
  let indent: number | undefined
  let [open, empty] = [false, true]
  for (const line of linesOf(bytes)) {
    const first = bytes[line.text]!
    if (isBlank(bytes, line)) {
      if (current) current.end = line.end
      continue
    }
    if (line.text === line.start && !closing.has(first) && !beginsRecord(bytes, line)) {
      if (line.end - line.start > longestName && first === 0x7b) return undefined
      const text = decoder.decode(bytes.subarray(line.start, Math.min(line.end, line.start + longestName)))
      if (/^(?:[{[%&*!|>@`]|---|\.\.\.)/.test(text)) return undefined
      const [, ...names] = nameForm.exec(text) ?? []
      const alone = names.find((name) => name !== undefined)
      const name = alone ?? /^["']?([^"':]*)/.exec(text)![1]!
      current = {
        section: name,
        named: line.number,
        list: false,
        start: line.start,
        end: line.end,
        line: line.number,
      }
      pieces.push(current)
      ;[open, empty, indent] = [alone !== undefined, true, undefined]
      continue
    }
    if (!current) return undefined
    const record = open && beginsRecord(bytes, line)
    if (empty && record) {
      indent = line.text - line.start
      // Lines before the first record are its name, and remarks.
      current = { ...current, list: true, start: line.start, end: line.end, line: line.number }
      pieces[pieces.length - 1] = current
    } else if (record && line.text - line.start === indent && line.start - current.start >= bytesAPiece) {
      current = { ...current, start: line.start, end: line.end, line: line.number }
      pieces.push(current)
    } else current.end = line.end
    empty = false
  }
  return pieces
}
