import { z } from 'zod'
import { capitalised } from '../text/english.ts'
import { fields as inFile, maybe, type Field as FileField } from '../store/section.ts'
import { Day, OptionalDay, optionalText, requiredText } from './fields.ts'

/** A field of a record, defined once: its question, its values, and the places where it shows. */
export interface RecordField<Value = unknown> {
  kind: 'text' | 'day' | 'choice'
  label: string
  hint?: string
  /** It may be left empty; then it is null. */
  optional: boolean
  /** The schema for forms and programs, in the words that people read when it is wrong or missing. */
  input: z.ZodType<Value>
  /** The schema of the field in JSON. */
  shown: z.ZodType<Value>
  /** The description of the field for the network file. */
  says: string
  /** Lines of its box; one is a single line. */
  rows: number
  /** The longest text, in characters, in forms and in files. */
  most?: number
  /** An address of the web: no spelling is checked, and phones offer the keys for it. */
  web?: boolean
  /** The choices, each with its name. */
  names?: Readonly<Record<string, string>>
  /** Its words are among those that the record is found by. */
  searched?: boolean
  /** It leaves with an export only when it is asked for. */
  private?: boolean
  /** A rehearsal copies it. */
  rehearsed?: boolean
  /** The reason why a text cannot stand there, if it cannot. */
  fits?: (text: string) => string | undefined
}

type Fields = Readonly<Record<string, RecordField>>

interface Asked {
  label: string
  hint?: string
  says: string
  searched?: boolean
  private?: boolean
  rehearsed?: boolean
}

interface Text extends Asked {
  most: number
  /** The message when it is left out; without one, it may be. */
  missing?: string
  /** Begins the error of one that is too long; the label, where nothing else is given. */
  called?: string
  rows?: number
  web?: boolean
  fits?: (text: string) => string | undefined
}

/** A text: of one line, unless it has more `rows`. */
export function text(given: Text & { missing: string }): RecordField<string>
export function text(given: Text): RecordField<string | null>
export function text({ called, missing, fits, rows = 1, ...given }: Text): RecordField<string | null> {
  const kept =
    missing === undefined
      ? optionalText(given.most, called ?? capitalised(given.label))
      : requiredText(given.most, missing)
  const input = fits
    ? kept.superRefine((written, problems) => {
        const why = written === null ? undefined : fits(written)
        if (why !== undefined) problems.addIssue({ code: 'custom', message: why })
      })
    : kept
  const optional = missing === undefined
  return {
    ...given,
    ...(fits && { fits }),
    kind: 'text',
    rows,
    optional,
    input: input as z.ZodType<string | null>,
    shown: (optional ? z.string().nullable() : z.string()) as z.ZodType<string | null>,
  }
}

/** A day, as YYYY-MM-DD. */
export function day(given: Asked & { missing: string }): RecordField<string>
export function day(given: Asked): RecordField<string | null>
export function day({ missing, ...given }: Asked & { missing?: string }): RecordField<string | null> {
  const optional = missing === undefined
  return {
    ...given,
    kind: 'day',
    rows: 1,
    optional,
    input: (optional ? OptionalDay(given.label) : Day(given.label, missing)) as z.ZodType<string | null>,
    shown: (optional ? z.string().nullable() : z.string()) as z.ZodType<string | null>,
  }
}

/** One of several, each with its name. */
export function choice<Name extends string>(
  names: Readonly<Record<Name, string>>,
  { missing, ...given }: Asked & { missing: string },
): RecordField<Name> {
  const schema = z.enum(Object.keys(names) as Name[], missing)
  return { ...given, kind: 'choice', rows: 1, optional: false, names, input: schema, shown: schema }
}

type Snake<Name extends string> = Name extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Tail>}`
  : ''

type ValueOf<Field> = Field extends RecordField<infer Value> ? Value : never

/** The fields as a form or program gives them. */
export type GivenOf<F> = { [Name in keyof F]: ValueOf<F[Name]> }

type Kept<Value, Later> = Later extends true ? Value | null : Value

/** Columns of a record's table: `slidesUrl` is the column `slides_url`. */
export type ColumnsOf<R> =
  R extends RecordOf<infer F, infer Later>
    ? { [Name in keyof F & string as Snake<Name>]: Kept<ValueOf<F[Name]>, Later> }
    : never

/** The record as pages and programs are given it. */
export type ShownOf<R> =
  R extends RecordOf<infer F, infer Later> ? { [Name in keyof F]: Kept<ValueOf<F[Name]>, Later> } : never

/** A record defined once; its parts are spread into the schema, section, row and form of the slice that keeps it. */
export interface RecordOf<F extends Fields, Later extends boolean = boolean> {
  fields: F
  names: (keyof F & string)[]
  /** For the input of a command: `z.object({ network: Id, ...idea.input })`. */
  input: { [Name in keyof F]: z.ZodType<ValueOf<F[Name]>> }
  /** For the schema of the JSON. */
  shown: { [Name in keyof F]: z.ZodType<Kept<ValueOf<F[Name]>, Later>> }
  /** For the section of a network file. */
  section: Record<keyof F & string, Omit<FileField, 'column'>>
  /** Fields that a rehearsal copies, and those that stay where they are. */
  rehearsed: string[]
  private: string[]
  columns(given: GivenOf<F>): { [Name in keyof F & string as Snake<Name>]: ValueOf<F[Name]> }
  shows(row: object): { [Name in keyof F]: Kept<ValueOf<F[Name]>, Later> }
  /** The values that stand in the form at first. */
  values(row: object): Record<keyof F & string, string>
  /** The texts that it is found by. */
  searched(row: object): string
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

function fileField({ kind, says, optional, names, most, fits }: RecordField, later: boolean) {
  const given = optional || later ? maybe : {}
  if (kind === 'day') return inFile.day(says, given)
  if (kind === 'choice') return inFile.choice(Object.keys(names!), says, given)
  return { ...inFile.text(says, given), ...(most && { most }), ...(fits && { fits }) }
}

/** Defines a record. Fields of `later` are null until they are filled in. */
export function record<const F extends Fields>(fields: F): RecordOf<F, false>
export function record<const F extends Fields>(fields: F, when: { later: true }): RecordOf<F, true>
export function record<const F extends Fields>(fields: F, { later = false } = {}): RecordOf<F> {
  const all = Object.entries<RecordField>(fields)
  const each = <Made>(make: (field: RecordField, name: string) => Made) =>
    Object.fromEntries(all.map(([name, field]) => [name, make(field, name)])) as never
  const only = (has: 'rehearsed' | 'private') => all.filter(([, field]) => field[has]).map(([name]) => name)
  const at = (row: object, name: string) => (row as Record<string, unknown>)[snake(name)] ?? null
  return {
    fields,
    names: all.map(([name]) => name as keyof F & string),
    input: each(({ input }) => input),
    shown: each(({ shown }) => (later ? shown.nullable() : shown)),
    section: each((field) => fileField(field, later)),
    rehearsed: only('rehearsed'),
    private: only('private'),
    columns: (given) =>
      Object.fromEntries(all.map(([name]) => [snake(name), given[name as keyof F] ?? null])) as never,
    shows: (row) => each((_field, name) => at(row, name)),
    values: (row) => each((_field, name) => String(at(row, name) ?? '')),
    searched: (row) =>
      all.flatMap(([name, field]) => (field.searched ? [String(at(row, name) ?? '')] : [])).join('\n'),
  }
}
