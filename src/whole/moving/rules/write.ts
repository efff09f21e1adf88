import { Scalar, stringify } from 'yaml'
import type { Field, Section } from '../../../platform/store/section.ts'
import type { FileRows } from './check.ts'
import { columnsWithout, leftOut, leftOutSentence } from './private.ts'

export interface Writing {
  sections: Section[]
  /** The parts left out, of `privateNames`. */
  without: string[]
  /** Said at the top: that the network is a demonstration, for one. */
  mark?: string | undefined
  /** The address of the JSON schema, for editors. */
  schema?: string
}

/** A network as a file: sections in the order of the story, records in order, nothing that goes without saying. */
export function writeFile(rows: FileRows, { sections, without, mark, schema }: Writing): string {
  const head = [
    ...(schema ? [`# yaml-language-server: $schema=${schema}`] : []),
    ...(mark ? [`# ${mark}.`] : []),
    'spreadathon: 1',
    ...(without.length > 0 ? [`without: [${without.join(', ')}]`, `# ${leftOutSentence(without)}`] : []),
  ].join('\n')
  const parts = sections.flatMap((section) => {
    const told = (rows[section.name] ?? []).filter((row) => !leftOut(section, row, without))
    const records = told.map((row) => recordFrom(row, section, without))
    if (records.length === 0) return []
    return [written({ [section.name]: section.name === 'network' ? records[0] : records })]
  })
  return [`${head}\n`, ...parts].join('\n')
}

const written = (part: object) =>
  stringify(part, { lineWidth: 0, version: '1.2', aliasDuplicateObjects: false, blockQuote: 'literal' })

function recordFrom(
  row: Record<string, unknown>,
  section: Section,
  without: string[],
): Record<string, unknown> {
  const hidden = columnsWithout(section, without)
  const said = Object.entries(section.fields)
    .filter(([, { column }]) => !hidden.has(column))
    .map(([name, field]) => [name, field, row[field.column]] as const)
    .filter(([, field, value]) => !goesWithoutSaying(field, value))
  return Object.fromEntries(said.map(([name, field, value]) => [name, fileValue(field, value)]))
}

/** `now` and `today` would be another time at the next import. */
const isRelative = ({ kind, otherwise }: Field) =>
  (kind === 'instant' || kind === 'day') && otherwise !== null

const goesWithoutSaying = (field: Field, value: unknown) =>
  value === null ||
  value === undefined ||
  (!field.required && !isRelative(field) && value === field.otherwise)

function fileValue({ kind }: Field, value: unknown): unknown {
  if (kind === 'yes-no') return value === 1
  if (kind === 'choices' || kind === 'references') return String(value).split(' ').filter(Boolean)
  // Blank lines at the end of a block would run into those between sections.
  if (typeof value === 'string' && value.includes('\n') && value !== value.trimEnd()) return inQuotes(value)
  return value
}

const inQuotes = (text: string) => Object.assign(new Scalar(text), { type: Scalar.QUOTE_DOUBLE })
