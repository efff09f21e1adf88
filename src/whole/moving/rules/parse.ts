import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml'
import { largestFile, tooLarge } from './largest.ts'
import { piecesIn, type Piece } from './pieces.ts'
import { lineOf, Problems, type Place } from './problems.ts'

/** A file that is not written in lines of records is read as one tree, for which there is room up to here. */
const largestTree = 2 * 1024 * 1024

/** More lists or records in each other than any network file has, for which the parser has no room. */
const deep = /(?:[[{?:-][^\S\n]*){200}/
const tooDeep = 'The file is nested too deeply to be read as YAML'
const noSections =
  'A network file begins with the line “spreadathon: 1” and then has one key for each section'
const otherwise =
  'A file of this size must be written as “spreadathon export” does: each section once, its records in lines of their own'
/** One mistake in YAML makes many more behind it. */
const mostMistakes = 20

/** Something under a name of the outermost record: all of it, or some records of its list. */
export interface Part {
  section: string
  /** The line of its name. */
  named: number
  node: Node | null
  place: Place
}

export interface Parsed {
  problems: Problems
  bytes: Uint8Array
  /** The file's parts from the first to the last, or those of one section. Read anew each time, and not kept. */
  parts?(section?: string): Iterable<Part>
}

/** A file that can be read part by part, or its faults as text or as YAML. */
export function parseFile(file: string | Uint8Array): Parsed {
  const bytes = typeof file === 'string' ? Buffer.from(file) : withoutMark(file)
  const problems = new Problems()
  if (bytes.length > largestFile) problems.at(1, tooLarge)
  else if (isUtf16(bytes)) problems.at(1, 'The file is in UTF-16. Save it with the encoding UTF-8')
  else if (isBinary(bytes)) problems.at(1, 'This is not a text file')
  else if (!isUtf8(bytes)) sayWhereNotUtf8(bytes, problems)
  if (problems.count > 0) return { problems, bytes }
  const pieces = piecesIn(bytes)
  const large = bytes.length > largestTree
  if (pieces && pieces.length > 0 && eachOnce(pieces) && (large || readable(bytes, pieces)))
    return { problems, bytes, parts: (section) => partsOf(bytes, pieces, { section, problems }) }
  if (large) {
    problems.at(1, otherwise)
    return { problems, bytes }
  }
  const root = treeOf(textOf(bytes), { problems, before: 0 })
  if (!root) return { problems, bytes }
  if (isMap(root.contents)) {
    const { place, contents } = root
    return { problems, bytes, parts: (section) => partsIn(contents as YAMLMap, place, section) }
  }
  problems.at(1, noSections)
  return { problems, bytes }
}

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

const withoutMark = (bytes: Uint8Array) =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes

const stepBytes = 1024 * 1024

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += stepBytes)
      decoder.decode(bytes.subarray(at, at + stepBytes), { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

/** UTF-16 holds a NUL for each of our letters; bytes other than UTF-8 are no text if they hold control characters. */
const isBinary = (bytes: Uint8Array) =>
  bytes.includes(0) || (!isUtf8(bytes) && bytes.some((one) => one < 0x09 || (one > 0x0d && one < 0x1b)))

const isUtf16 = ([first, second]: Uint8Array) =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)

function sayWhereNotUtf8(bytes: Uint8Array, problems: Problems): void {
  let [start, line] = [0, 1]
  while (start < bytes.length) {
    const found = bytes.indexOf(0x0a, start)
    const end = found === -1 ? bytes.length : found
    if (!isUtf8(bytes.subarray(start, end)))
      problems.at(
        line,
        'This line is not in UTF-8. Save the file with the encoding UTF-8, not Windows or Latin-1',
      )
    ;[start, line] = [end + 1, line + 1]
  }
}

interface Tree {
  contents: Document['contents']
  place: Place
}

/** The YAML of a text as nodes that know their lines; or nothing, with its problems noted. */
function treeOf(
  text: string,
  { problems, before }: { problems: Problems; before: number },
): Tree | undefined {
  if (deep.test(text)) return void problems.at(before + 1, tooDeep)
  const counter = new LineCounter()
  try {
    const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, version: '1.2' })
    const said = new Set<number>()
    // The parser goes on where it has run out of room: what it says of the rest is not of the file.
    const exhausted = document.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION')
    if (exhausted) return void problems.at(before + counter.linePos(exhausted.pos[0]).line, tooDeep)
    for (const { pos, code, message } of document.errors.slice(0, mostMistakes)) {
      const { line } = counter.linePos(pos[0])
      if (!said.has(line)) problems.at(before + line, wordsFor(code, message))
      said.add(line)
    }
    return said.size > 0 ? undefined : { contents: document.contents, place: { counter, before } }
  } catch {
    return void problems.at(before + 1, tooDeep)
  }
}

const eachOnce = (pieces: Piece[]): boolean => {
  const named = new Map(pieces.map((piece) => [piece.section, piece.named]))
  return pieces.every((piece) => named.get(piece.section) === piece.named)
}

/** True if each piece can be read by itself; if not, the whole can perhaps, or gives better messages. */
const readable = (bytes: Uint8Array, pieces: Piece[]): boolean => {
  const problems = new Problems()
  return pieces.every((piece) => readPiece(bytes, piece, problems))
}

function readPiece(bytes: Uint8Array, piece: Piece, problems: Problems): Part | undefined {
  const text = textOf(bytes.subarray(piece.start, piece.end))
  const tree = treeOf(text, { problems, before: piece.line - 1 })
  const { section, named } = piece
  if (!tree) return undefined
  const { contents, place } = tree
  if (piece.list) return isSeq(contents) ? { section, named, node: contents as Node, place } : undefined
  if (!isMap(contents) || contents.items.length !== 1) return undefined
  const { key, value } = contents.items[0] as { key: Node; value: Node | null }
  return nameOf(key) === section ? { section, named, node: value, place } : undefined
}

function* partsOf(
  bytes: Uint8Array,
  pieces: Piece[],
  { section, problems }: { section: string | undefined; problems: Problems },
): Generator<Part> {
  for (const piece of pieces) {
    if (section !== undefined && piece.section !== section) continue
    const before = problems.count
    const part = readPiece(bytes, piece, problems)
    if (part) yield part
    else if (problems.count === before) problems.at(piece.line, otherwise)
  }
}

function* partsIn(root: YAMLMap, place: Place, section?: string): Generator<Part> {
  for (const { key, value } of root.items as { key: Node; value: Node | null }[])
    if (section === undefined || nameOf(key) === section)
      yield { section: nameOf(key), named: lineOf(key, place), node: value, place }
}

export const nameOf = (key: Node | null): string => (isScalar(key) ? String(key.value) : '')

function inNetwork({ parts }: Parsed, field: string): Node | undefined {
  for (const { node } of parts?.('network') ?? [])
    if (isMap(node)) return node.get(field, true) as Node | undefined
  return undefined
}

/** The name that a file gives its network, for looking whether it is there already. */
export function networkNameIn(parsed: Parsed): string | undefined {
  const id = inNetwork(parsed, 'id')
  return isScalar(id) ? String(id.source ?? id.value) : undefined
}

/** True if the file says itself when its record was begun; otherwise that is when it is first imported. */
export function hasOwnMoment(parsed: Parsed): boolean {
  const createdAt = inNetwork(parsed, 'createdAt')
  return isScalar(createdAt) && typeof createdAt.value === 'string' && createdAt.value !== 'now'
}

const said: Record<string, string> = {
  TAB_AS_INDENT: 'Indent with spaces: YAML does not allow tabs here',
  BAD_INDENT: 'This line is not indented like the lines it belongs to',
  DUPLICATE_KEY: 'This name stands twice in the same record; take one away',
  MULTIPLE_DOCS: 'A network file is one document: take away the line ---',
  MISSING_CHAR: 'A closing quote, bracket or comma, or a colon, is missing before this',
  MULTILINE_IMPLICIT_KEY: 'This is not a name and a value: write “name: value”',
  BLOCK_AS_IMPLICIT_KEY: 'A value with a colon in it must stand in quotes',
}

const wordsFor = (code: string, message: string): string =>
  said[code] ?? `This is not YAML: ${message.split('\n')[0]}`
