import fc from 'fast-check'
import { withoutControl } from '../src/platform/store/control-characters.ts'
import type { Field, Section } from '../src/platform/store/section.ts'

type Row = Record<string, unknown>

/** A random network: given the name it is to have, its rows by section. */
export type Sample = (network: string) => Record<string, Row[]>

const awkward = [
  'null', '~', 'yes', 'no', 'true', '1e3', '0x10', '12:30', '2023-04-18', '- a', '# no comment', 'a: b', 'a #b', '*a',
  '&a', '!a', '%a', '@a', '`a', '"', "it's", '|', '>', '[', '{', ' before', 'after ', 'two\nlines', '\nfirst empty',
  'last empty\n', 'two last\n\n', '  indented\nthen not', 'tab\there', 'return\r\nand line', '\u00a0', '\u2028', '\ufeff',
  '\u{1f600}', '---', '...', '?', ': ', 'a:\n', '\n', ' \n ', 'é', 'e\u0301',
] // prettier-ignore

/** As every way in keeps it. */
const isKept = (one: string) => one.isWellFormed() && withoutControl(one) === one

const text = fc.oneof(
  fc.constantFrom(...awkward),
  fc.string({ unit: 'binary', maxLength: 30 }).filter(isKept),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }).filter(isKept),
)
const number = fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 })
const date = fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })

function valueOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'number':
      return number
    case 'decimal':
      return fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
    case 'day':
      return date.map((one) => one.toISOString().slice(0, 10))
    case 'instant':
      return date.map((one) => one.toISOString())
    case 'choice':
      return fc.constantFrom(...field.choices!)
    case 'choices':
      return fc.subarray([...field.choices!]).map((words) => words.join(' '))
    case 'yes-no':
      return fc.constantFrom(0, 1)
    default: {
      const { most = Infinity, fits } = field
      return (fits ? fc.webUrl() : text).filter((one) => one.length <= most && fits?.(one) === undefined)
    }
  }
}

/** Ids are given by place, references by a number that is brought to one of those that are there. */
const recordOf = (section: Section) =>
  fc.record(
    Object.fromEntries(
      Object.entries(section.fields).map(([name, field]) => {
        const value =
          field.kind === 'reference'
            ? fc.nat(50)
            : field.kind === 'references'
              ? fc.array(fc.nat(50), { minLength: 1, maxLength: 3 })
              : field.kind === 'id'
                ? fc.constant('')
                : valueOf(field)
        return [name, field.required || field.otherwise !== null ? value : fc.option(value, { nil: null })]
      }),
    ),
  )

export const someNetwork = (sections: Section[]): fc.Arbitrary<Sample> =>
  fc
    .record(
      Object.fromEntries(
        sections.map((section) => {
          const one = section.name === 'network'
          return [
            section.name,
            fc.array(recordOf(section), one ? { minLength: 1, maxLength: 1 } : { maxLength: 5 }),
          ]
        }),
      ),
    )
    .map((drawn) => (network: string) => madeWhole(drawn as Record<string, Row[]>, sections, network))

function madeWhole(
  drawn: Record<string, Row[]>,
  sections: Section[],
  network: string,
): Record<string, Row[]> {
  const ids: Record<string, string[]> = {}
  const rows: Record<string, Row[]> = {}
  for (const section of sections) {
    const records = drawn[section.name]!.flatMap((record, at) => fitted(record, section, network, ids, at))
    const kept = distinct(records, section)
      .filter((record) => isAmong(record, section, rows, sections))
      .filter((record) => agrees(record, section, rows, sections))
    ids[section.name] = kept.map((record) => String(record['id']))
    rows[section.name] = kept.map((record) =>
      Object.fromEntries(Object.entries(section.fields).map(([name, { column }]) => [column, record[name]])),
    )
  }
  return rows
}

/** The record with ids and references that hold, or none where it breaks a rule of its slice. */
function fitted(
  drawn: Row,
  section: Section,
  network: string,
  ids: Record<string, string[]>,
  at: number,
): Row[] {
  const record = { ...drawn }
  for (const [name, field] of Object.entries(section.fields)) {
    if (field.kind === 'id')
      record[name] = section.name === 'network' ? network : `${['a', 'Z', '1', '_'][at % 4]}-${at}`
    const there = ids[field.section ?? ''] ?? []
    if (field.kind === 'references')
      record[name] = [...new Set([record[name]].flat().map((one) => there[Number(one) % there.length]))].join(
        ' ',
      )
    if (field.section && there.length === 0 && field.required) return []
    if (field.kind !== 'reference' || record[name] === null) continue
    record[name] = there.length === 0 ? null : there[Number(record[name]) % there.length]
  }
  // An address is one person everywhere, and each run makes people of its own.
  if (typeof record['email'] === 'string')
    record['email'] = `${section.name}-${at}.${network}@example.invalid`
  for (const [time, day] of section.onDay ?? [])
    if (record[time]) record[time] = `${String(record[day])}T09:00:00.000Z`
  for (const [first, then] of section.inTime ?? [])
    if (record[then] && String(record[then]) < String(record[first])) record[then] = record[first]
  return section.refuses?.(record) ? [] : [record]
}

/** True if the record that it names is of the same event, or team, as it is. */
function agrees(
  record: Row,
  { agrees: pairs = [], fields }: Section,
  rows: Record<string, Row[]>,
  sections: Section[],
) {
  const valueOf = (path: string) => {
    const [own, theirs] = path.split('.') as [string, string?]
    if (theirs === undefined || record[own] === null) return record[own]
    const named = sections.find(({ name }) => name === fields[own]!.section)!
    const { column } = named.fields[theirs]!
    return rows[named.name]?.find((row) => row['id'] === record[own])?.[column] ?? null
  }
  return pairs.every(([one, other]) => record[one.split('.')[0]!] === null || valueOf(one) === valueOf(other))
}

function isAmong(record: Row, { among }: Section, rows: Record<string, Row[]>, sections: Section[]): boolean {
  if (!among) return true
  const { fields } = sections.find(({ name }) => name === among.section)!
  const { fields: named, theirs = named } = among
  const [several = ''] = named.slice(-1)
  return String(record[several])
    .split(' ')
    .every((one) =>
      rows[among.section]!.some((row) =>
        theirs.every(
          (name, at) => row[fields[name]!.column] === (named[at] === several ? one : record[named[at]!]),
        ),
      ),
    )
}

function distinct(records: Row[], { unique = [] }: Section): Row[] {
  const seen = new Set<string>()
  return records.filter((record) =>
    unique.every((names) => {
      const values = names.map((name) => record[name])
      const key = JSON.stringify([names, values])
      if (values.every((value) => value !== null) && seen.has(key)) return false
      seen.add(key)
      return true
    }),
  )
}
