import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml'
import { Problems } from './problems.ts'

const largestFile = 20 * 1024 * 1024
/** More lists or records in each other than any network file has, for which the parser has no room. */
const deep = /(?:[[{?:-][^\S\n]*){200}/
const tooDeep = 'The file is nested too deeply to be read as YAML'
/** One mistake in YAML makes many more behind it. */
const mostMistakes = 20

export interface Parsed {
  problems: Problems
  /** The file's outermost mapping, when there is one. */
  root?: YAMLMap
}

/** The YAML of a file as nodes that know their lines, or what is wrong with it as YAML. */
export function parseFile(text: string): Parsed {
  const lines = new LineCounter()
  const problems = new Problems(lines)
  if (text.length > largestFile) {
    problems.at(1, 'The file is larger than 20 MB, more than a network can be')
    return { problems }
  }
  if (deep.test(text)) {
    problems.at(1, tooDeep)
    return { problems }
  }
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' })
    const said = new Set<number>()
    for (const { pos, code, message } of document.errors.slice(0, mostMistakes)) {
      const { line } = lines.linePos(pos[0])
      if (!said.has(line)) problems.at(line, wordsFor(code, message))
      said.add(line)
    }
    if (problems.all.length > 0) return { problems }
    if (isMap(document.contents)) return { problems, root: document.contents as YAMLMap }
    problems.at(
      1,
      'A network file begins with the line “spreadathon: 1” and then has one key for each section',
    )
  } catch {
    problems.at(1, tooDeep)
  }
  return { problems }
}

/** The name that a file gives its network, for looking whether it is there already. */
export function networkNameIn({ root }: Parsed): string | undefined {
  const network = root?.get('network', true)
  const id = isMap(network) ? network.get('id', true) : undefined
  return isScalar(id) ? String(id.source ?? id.value) : undefined
}

/** Whether the file says itself when its record was begun; otherwise that is when it is first imported. */
export function hasOwnMoment({ root }: Parsed): boolean {
  const network = root?.get('network', true)
  const createdAt = isMap(network) ? network.get('createdAt') : undefined
  return typeof createdAt === 'string' && createdAt !== 'now'
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
