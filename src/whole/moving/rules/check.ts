import { isMap, isScalar, isSeq, type Node } from 'yaml'
import type { Section } from '../../../platform/store/section.ts'
import { Suggestions } from './spelling.ts'
import { nameOf, type Parsed, type Part } from './parse.ts'
import { privateNames } from './private.ts'
import { lineOf, fewOf, Problems, quoted, type Problem } from './problems.ts'
import { isRecord, readRecord, unknown, type FileRecord, type Reading } from './record.ts'
import { Relations } from './relations.ts'

export type Row = Record<string, unknown>
export type FileRows = Record<string, Row[]>

/** A file that holds: rows without their network, read from it as they are wanted. */
export interface Sound {
  network: string
  without: string[]
  /** The number of records in each section. */
  counts: Record<string, number>
  rowsOf(section: Section): Iterable<Row>
}

/** All records in the file of one network; or the first of its problems, and the number of the others. */
export type Checked = { problems: Problem[]; more: number } | Sound

export interface Checking {
  sections: Section[]
  /** The moment for `now` and `today`. */
  moment: string
  /** The importer says that no text holds an NHS number, whatever it looks like. */
  notIdentifiers?: boolean
  /** Told of each part that has been read and is needed no more. */
  havingRead?: () => void
}

export function checkFile(parsed: Parsed, { sections, havingRead = () => {}, ...how }: Checking): Checked {
  const { problems, parts } = parsed
  const suggestions = new Suggestions()
  const reading: Reading = { ...how, problems, suggestions }
  const counts: Record<string, number> = {}
  const said: Said = { network: undefined, without: [] }
  if (parts) {
    const relations = new Relations(sections, { problems, suggestions })
    const top = new Top(sections, { problems, suggestions })
    for (const part of parts()) {
      top.add(part, said)
      const section = sections.find(({ name }) => name === part.section)
      if (!section) continue
      for (const record of recordsIn(part, section, { from: counts[section.name] ?? 0, reading })) {
        counts[section.name] = (counts[section.name] ?? 0) + 1
        relations.add(record, section)
        if (section.name === 'network') said.network ??= record
      }
      havingRead()
    }
    top.finish()
    relations.finish()
    checkName(said.network, problems)
  }
  if (problems.count > 0) return { problems: problems.first(), more: problems.more }
  return {
    network: String(said.network!.values['id']),
    without: said.without,
    counts,
    *rowsOf(section) {
      // It has been found sound: problems of the second reading are not heard.
      const again = { ...reading, problems: new Problems(), notIdentifiers: true }
      let from = 0
      for (const part of parts!(section.name)) {
        for (const record of recordsIn(part, section, { from, reading: again })) {
          from += 1
          yield rowFrom(section, record)
        }
        havingRead()
      }
    },
  }
}

interface Said {
  network: FileRecord | undefined
  without: string[]
}

const own = ['spreadathon', 'without']

/** The outermost names of a file. */
class Top {
  readonly #sections: Section[]
  readonly #problems: Problems
  readonly #suggestions: Suggestions
  readonly #found = new Set<string>()

  constructor(sections: Section[], { problems, suggestions }: Pick<Reading, 'problems' | 'suggestions'>) {
    this.#sections = sections
    this.#problems = problems
    this.#suggestions = suggestions
  }

  add({ section, named, node, place }: Part, said: Said): void {
    const first = !this.#found.has(section)
    this.#found.add(section)
    if (section === 'spreadathon' && !(isScalar(node) && node.value === 1))
      this.#problems.at(node ? lineOf(node, place) : named, firstLine)
    if (section === 'without') said.without = this.#without(node, named)
    const names = this.#sections.map(({ name }) => name)
    if (first && !names.includes(section) && !own.includes(section))
      this.#problems.at(named, unknown('section', section, { names, suggestions: this.#suggestions }))
  }

  #without(node: Node | null, line: number): string[] {
    const known = privateNames(this.#sections)
    const words = isSeq(node) ? node.items.map((item) => nameOf(item as Node)) : []
    for (const word of words)
      if (!known.includes(word))
        this.#problems.at(line, `without names ${quoted(word)}. There are: ${fewOf(known)}`)
    return words
  }

  finish(): void {
    if (!this.#found.has('spreadathon')) this.#problems.at(1, firstLine)
    if (!this.#found.has('network'))
      this.#problems.at(1, 'The section network is missing: it says what the network is')
  }
}

const firstLine = 'A network file begins with the line “spreadathon: 1”: this is the form it is written in'

function checkName(network: FileRecord | undefined, problems: Problems): void {
  if (network && !/^[a-z0-9][a-z0-9-]{0,59}$/.test(String(network.values['id'] ?? 'x')))
    problems.at(
      network.lineOf('id'),
      'network: id must be small letters, digits and -, as it stands in addresses',
    )
}

function* recordsIn(
  { node, named, place }: Part,
  section: Section,
  { from, reading }: { from: number; reading: Reading },
): Generator<FileRecord> {
  if (!node || (isScalar(node) && node.value === null)) return
  const { problems } = reading
  const one = section.name === 'network'
  if (one ? !isMap(node) : !isSeq(node)) {
    const shape = one ? 'one record' : 'a list of records, each begun with -'
    problems.at(lineOf(node, place), `${section.name} must be ${shape}`)
    return
  }
  const items = (isSeq(node) ? node.items : [node]) as (Node | null)[]
  for (const [at, item] of items.entries()) {
    if (isRecord(item)) yield readRecord(item, section, { index: from + at, place, reading })
    else
      problems.at(
        item ? lineOf(item, place) : named,
        `${section.name}: each item must be a record with fields such as ${Object.keys(section.fields).slice(0, 3).join(', ')}`,
      )
  }
}

const rowFrom = ({ fields }: Section, { values }: FileRecord): Row =>
  Object.fromEntries(Object.entries(fields).map(([name, { column }]) => [column, values[name] ?? null]))
