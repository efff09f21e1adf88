import { isMap, isScalar, type Node, type YAMLMap } from 'yaml'
import { nhsNumbersIn } from '../../../platform/store/nhs-number.ts'
import type { Field, Section } from '../../../platform/store/section.ts'
import type { Suggestions } from './spelling.ts'
import { nameOf } from './parse.ts'
import { lineOf, quoted, type Place, type Problems } from './problems.ts'
import { dayFrom, instantFrom } from './times.ts'
import { readValue } from './value.ts'

/** A record of a file: its values by field, and where they stand. */
export interface FileRecord {
  line: number
  name: string
  values: Record<string, unknown>
  /** The line of a field, or of the record where the field is left out. */
  lineOf(field: string): number
  /** True if the file has the field. */
  says(field: string): boolean
}

/** The tools for reading a record. */
export interface Reading {
  problems: Problems
  suggestions: Suggestions
  /** The moment for `now` and `today`. */
  moment: string
  /** The importer says that no text holds an NHS number, whatever it looks like. */
  notIdentifiers?: boolean | undefined
}

/** The names that a value holds: one, or the words of a list. */
export const namesIn = (value: unknown): string[] => (typeof value === 'string' ? value.split(' ') : [])

export function unknown(
  what: string,
  name: string,
  { names, suggestions }: { names: string[]; suggestions: Suggestions },
): string {
  const meant = suggestions.nearest(name, names)
  return `${quoted(name)} is not a ${what} here${meant ? `; did you mean ${meant}?` : `. There are: ${names.join(', ')}`}`
}

export function readRecord(
  item: YAMLMap,
  section: Section,
  { index, place, reading }: { index: number; place: Place; reading: Reading },
): FileRecord {
  const { problems, moment } = reading
  const id = item.get('id', true) as Node | undefined
  const own = isScalar(id) ? String(id.value) : `number ${index + 1}`
  const pairs = item.items as { key: Node; value: Node | null }[]
  const pairOf = (field: string) => pairs.find(({ key }) => nameOf(key) === field)
  const record: FileRecord = {
    line: lineOf(item, place),
    name:
      section.name === 'network'
        ? 'network'
        : `${section.name} ${own.length > 60 ? `${own.slice(0, 57)}…` : own}`,
    values: {},
    lineOf(field) {
      const pair = pairOf(field)
      return pair ? lineOf(pair.key, place) : this.line
    },
    says: (field) => pairOf(field) !== undefined,
  }
  for (const { key, value } of pairs) {
    const name = nameOf(key)
    const field = section.fields[name]
    if (!field || !Object.hasOwn(section.fields, name)) {
      const names = Object.keys(section.fields)
      const { suggestions } = reading
      problems.at(lineOf(key, place), `${record.name}: ${unknown('field', name, { names, suggestions })}`)
      continue
    }
    const read = readValue(value, field, moment)
    // Known to be there, though wrong: it is not missing as well.
    if (read && 'expected' in read)
      problems.at(lineOf(value ?? key, place), `${record.name}: ${name} ${read.expected}`)
    if (read) record.values[name] = 'value' in read ? read.value : undefined
  }
  complete(record, section, reading)
  return record
}

/** Fills in optional fields, and notes missing required ones. */
function complete(record: FileRecord, section: Section, { problems, moment, notIdentifiers }: Reading): void {
  const before = problems.count
  for (const [name, field] of Object.entries(section.fields)) {
    const value = record.values[name]
    if (
      typeof value === 'string' &&
      isWritten(name, field) &&
      !notIdentifiers &&
      nhsNumbersIn(value).length > 0
    )
      problems.at(
        record.lineOf(name),
        `${record.name}: ${name} holds what looks like an NHS number. Take it out, or import with --not-identifiers if it is none`,
      )
    if (name in record.values) continue
    if (field.required) problems.at(record.line, `${record.name}: ${name} is missing. ${field.says}`)
    else record.values[name] = left(field, moment)
  }
  if (problems.count > before) return
  const refused = section.refuses?.(record.values) ?? contradiction(record, section)
  if (refused) problems.at(record.lineOf(refused.field), `${record.name}: ${refused.sentence}`)
}

/** A text that somebody wrote. Doers are keys of a server, whose digits are those of ids, and no page shows them. */
const isWritten = (name: string, { kind, private: isPrivate }: Field): boolean =>
  kind === 'text' && !(isPrivate && name.endsWith('By'))

function left({ kind, otherwise }: Field, moment: string): unknown {
  if (kind === 'instant' && otherwise) return instantFrom(String(otherwise), moment)
  if (kind === 'day' && otherwise) return dayFrom(String(otherwise), moment)
  return otherwise
}

const aDay = 86_400_000

/** A contradiction within a record. Fields that it leaves out contradict nothing. */
function contradiction(
  record: FileRecord,
  section: Section,
): { field: string; sentence: string } | undefined {
  const { values } = record
  const id = values['id']
  const taken = ['new', ...(section.taken ?? [])].find((word) => word === id)
  if (taken) return { field: 'id', sentence: `id may not be ${taken}: that is an address of its own` }
  const said = ([a, b]: readonly [string, string]) =>
    [a, b].every((name) => values[name] && record.says(name))
  for (const pair of (section.inTime ?? []).filter(said)) {
    const [first, then] = pair
    if (String(values[then]) < String(values[first]))
      return { field: then, sentence: `${then} is before ${first}` }
  }
  for (const pair of (section.onDay ?? []).filter(said)) {
    const [time, day] = pair
    const apart = Date.parse(String(values[time])) - Date.parse(`${String(values[day])}T12:00:00Z`)
    if (Math.abs(apart) > 1.5 * aDay)
      return { field: time, sentence: `${time} is not on ${String(values[day])}, which ${day} says` }
  }
  return undefined
}

export const isRecord = isMap as (node: unknown) => node is YAMLMap
