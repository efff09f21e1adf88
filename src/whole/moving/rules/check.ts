import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import type { Section } from '../../../platform/store/section.ts'
import { nhsNumbersIn } from '../../../platform/store/guard.ts'
import { nearest } from './nearest.ts'
import type { Parsed } from './parse.ts'
import { privateNames } from './private.ts'
import { listed, quoted, type Problem, type Problems } from './problems.ts'
import { dayFrom, instantFrom } from './times.ts'
import { readValue } from './value.ts'

/** A record of a file: its values by field, and the lines where they stand. */
interface FileRecord {
  line: number
  name: string
  values: Record<string, unknown>
  lines: Record<string, number>
}

export type FileRows = Record<string, Record<string, unknown>[]>

/** All that a file says of one network, as rows without their network; or everything that is wrong with it. */
export type Checked = { problems: Problem[] } | { network: string; without: string[]; rows: FileRows }

export interface Checking {
  sections: Section[]
  /** What `now` and `today` are counted from. */
  moment: string
  /** Whoever imports says that no text holds an NHS number, whatever it looks like. */
  notIdentifiers?: boolean
}

export function checkFile({ problems, root }: Parsed, checking: Checking): Checked {
  if (!root) return { problems: problems.inOrder() }
  const { sections } = checking
  checkTop(root, sections, problems)
  const records = new Map(
    sections.map((section) => [section.name, recordsIn(root, section, problems, checking)]),
  )
  for (const section of sections) {
    checkUnique(section, records.get(section.name)!, problems)
    checkReferences(section, records, problems)
    checkAmong(section, records, problems)
  }
  const network = records.get('network')?.[0]
  if (network && !/^[a-z0-9][a-z0-9-]{0,59}$/.test(String(network.values['id'] ?? 'x')))
    problems.at(
      network.lines['id'] ?? network.line,
      'network: id must be small letters, digits and -, as it stands in addresses',
    )
  if (problems.all.length > 0) return { problems: problems.inOrder() }
  return {
    network: String(network!.values['id']),
    without: wordsIn(root.get('without', true) as Node | null),
    rows: Object.fromEntries(
      sections.map((section) => [section.name, rowsFrom(section, records.get(section.name)!)]),
    ),
  }
}

const own = ['spreadathon', 'without']

function checkTop(root: YAMLMap, sections: Section[], problems: Problems): void {
  const version = root.get('spreadathon', true) as Node | undefined
  if (!isScalar(version) || version.value !== 1) {
    problems.at(
      version ?? 1,
      'A network file begins with the line “spreadathon: 1”: this is the form it is written in',
    )
  }
  const names = sections.map(({ name }) => name)
  for (const { key } of root.items as { key: Node }[]) {
    const name = nameOf(key)
    if (!names.includes(name) && !own.includes(name)) problems.at(key, unknown('section', name, names))
  }
  const known = privateNames(sections)
  for (const word of wordsIn(root.get('without', true) as Node | null))
    if (!known.includes(word)) problems.at(1, `without names ${quoted(word)}. There are: ${listed(known)}`)
  if (!root.has('network')) problems.at(1, 'The section network is missing: it says what the network is')
}

const nameOf = (key: Node | null): string => (isScalar(key) ? String(key.value) : '')

function unknown(what: string, name: string, names: string[]): string {
  const meant = nearest(name, names)
  return `${quoted(name)} is not a ${what} here${meant ? `; did you mean ${meant}?` : `. There are: ${names.join(', ')}`}`
}

const wordsIn = (node: Node | null | undefined): string[] =>
  isSeq(node) ? node.items.map((item) => nameOf(item as Node)) : []

function recordsIn(root: YAMLMap, section: Section, problems: Problems, checking: Checking): FileRecord[] {
  const node = root.get(section.name, true) as Node | null | undefined
  if (!node || (isScalar(node) && node.value === null)) return []
  const one = section.name === 'network'
  if (one ? !isMap(node) : !isSeq(node)) {
    problems.at(
      node,
      `${section.name} must be ${one ? 'one record' : 'a list of records, each begun with -'}`,
    )
    return []
  }
  const items = (isSeq(node) ? node.items : [node]) as (Node | null)[]
  return items.flatMap((item, index) => {
    if (isMap(item)) return [recordFrom(item as YAMLMap, section, index, problems, checking)]
    problems.at(
      item ?? node,
      `${section.name}: each item must be a record with fields such as ${Object.keys(section.fields).slice(0, 3).join(', ')}`,
    )
    return []
  })
}

function recordFrom(
  item: YAMLMap,
  section: Section,
  index: number,
  problems: Problems,
  checking: Checking,
): FileRecord {
  const id = item.get('id', true) as Node | undefined
  const name =
    section.name === 'network'
      ? 'network'
      : `${section.name} ${isScalar(id) ? String(id.value) : `number ${index + 1}`}`
  const record: FileRecord = { line: problems.lineOf(item), name, values: {}, lines: {} }
  for (const { key, value } of item.items as { key: Node; value: Node | null }[]) {
    const field = section.fields[nameOf(key)]
    if (!field || !Object.hasOwn(section.fields, nameOf(key))) {
      problems.at(key, `${name}: ${unknown('field', nameOf(key), Object.keys(section.fields))}`)
      continue
    }
    record.lines[nameOf(key)] = problems.lineOf(key)
    const read = readValue(value, field, checking.moment)
    // Known to be there, though wrong: it is not missing as well.
    if (read && 'expected' in read) problems.at(value ?? key, `${name}: ${nameOf(key)} ${read.expected}`)
    if (read) record.values[nameOf(key)] = 'value' in read ? read.value : undefined
  }
  complete(record, section, problems, checking)
  return record
}

/** Fills in what a file may leave out, and says what it may not. */
function complete(
  record: FileRecord,
  section: Section,
  problems: Problems,
  { moment, notIdentifiers }: Checking,
): void {
  const before = problems.all.length
  for (const [name, field] of Object.entries(section.fields)) {
    const value = record.values[name]
    if (
      typeof value === 'string' &&
      field.kind === 'text' &&
      !notIdentifiers &&
      nhsNumbersIn(value).length > 0
    )
      problems.at(
        record.lines[name]!,
        `${record.name}: ${name} holds what looks like an NHS number. Take it out, or import with --not-identifiers if it is none`,
      )
    if (name in record.values) continue
    if (field.required) problems.at(record.line, `${record.name}: ${name} is missing. ${field.says}`)
    else if (field.kind === 'instant' && field.otherwise)
      record.values[name] = instantFrom(String(field.otherwise), moment)
    else if (field.kind === 'day' && field.otherwise)
      record.values[name] = dayFrom(String(field.otherwise), moment)
    else record.values[name] = field.otherwise
  }
  const refused = problems.all.length === before ? section.refuses?.(record.values) : undefined
  if (refused) problems.at(record.lines[refused.field] ?? record.line, `${record.name}: ${refused.sentence}`)
}

function checkUnique(section: Section, records: FileRecord[], problems: Problems): void {
  const ids = Object.entries(section.fields)
    .filter(([, { kind }]) => kind === 'id')
    .map(([name]) => name)
  for (const names of [...ids.map((name) => [name]), ...(section.unique ?? [])]) {
    const seen = new Map<string, FileRecord>()
    for (const record of records) {
      const values = names.map((name) => record.values[name])
      if (values.some((value) => value === undefined || value === null)) continue
      const key = JSON.stringify(values)
      const first = seen.get(key)
      if (first)
        problems.at(
          record.lines[names[0]!] ?? record.line,
          `${record.name}: ${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'} the same as in line ${first.line}; each may stand there once`,
        )
      else seen.set(key, record)
    }
  }
}

function checkReferences(section: Section, records: Map<string, FileRecord[]>, problems: Problems): void {
  for (const [name, field] of Object.entries(section.fields)) {
    if (field.kind !== 'reference' && field.kind !== 'references') continue
    const ids = new Set((records.get(field.section!) ?? []).map(({ values }) => String(values['id'])))
    for (const record of records.get(section.name)!) {
      const written = namesIn(record.values[name]).find((one) => !ids.has(one))
      if (written === undefined) continue
      const meant = nearest(written, ids)
      const there = meant ? `; did you mean ${meant}?` : `. There are: ${listed([...ids])}`
      problems.at(
        record.lines[name] ?? record.line,
        `${record.name}: ${name} names ${quoted(written)}, which is not in ${field.section}${there}`,
      )
    }
  }
}

/** The names that a value holds: one, or the words of a list. */
const namesIn = (value: unknown): string[] => (typeof value === 'string' ? value.split(' ') : [])

function checkAmong(section: Section, records: Map<string, FileRecord[]>, problems: Problems): void {
  if (!section.among) return
  const { fields, section: earlier, theirs = fields } = section.among
  const keys = ({ values }: FileRecord, names: string[]) =>
    names.reduce<string[]>(
      (all, name) => all.flatMap((one) => namesIn(values[name]).map((value) => `${one} ${value}`)),
      [''],
    )
  const there = new Set(records.get(earlier)!.flatMap((record) => keys(record, theirs)))
  for (const record of records.get(section.name)!) {
    if (!keys(record, fields).every((key) => there.has(key)))
      problems.at(record.line, `${record.name}: no record in ${earlier} has the same ${theirs.join(' and ')}`)
  }
}

const rowsFrom = ({ fields }: Section, records: FileRecord[]) =>
  records.map(({ values }) =>
    Object.fromEntries(Object.entries(fields).map(([name, { column }]) => [column, values[name] ?? null])),
  )
