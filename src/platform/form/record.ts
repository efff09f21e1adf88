import { z } from 'zod'
import { capitalised } from '../text/english.ts'
import { fields as inFile, maybe, type Field as FileField } from '../store/section.ts'
import { Day, OptionalDay, optionalText, requiredText } from './fields.ts'

/** A field of a record, defined once: its question, its values, and the places where it shows. */
export interface RecordField<Value = unknown, Stored = Value, Private = boolean> {
  kind: 'text' | 'day' | 'choice' | 'whole' | 'decimal'
  label: string
  hint?: string
  /** It may be left empty; then it is null. */
  optional: boolean
  /** It is needed in some cases, which its hint says, so that no form calls it optional. */
  sometimes?: boolean
  /** The schema for forms and programs, in the words that people read when it is wrong or missing. */
  input: z.ZodType<Value>
  /** The schema of the field in JSON. */
  shown: z.ZodType<Stored>
  /** The field must be given in a form, while a file of a past event may lack it; then it is null. */
  unrecorded?: boolean
  /** The description of the field for the network file. */
  says: string
  /** Lines of its box; one is a single line. */
  rows: number
  /** The longest text, in characters, in forms and in files; or the largest number. */
  most?: number
  /** The width of its box, in characters. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
  /** An address of the web: no spelling is checked, and phones offer the keys for it. */
  web?: boolean
  /** The choices, each with its name. */
  names?: Readonly<Record<string, string>>
  /** Hints of some of the choices. */
  hints?: Readonly<Record<string, string>>
  /** Its words are among those that the record is found by. */
  searched?: boolean
  /** It leaves with an export only when it is asked for, and is not among what is shown. */
  private?: Private
  /** A rehearsal copies it. */
  rehearsed?: boolean
  /** The reason why a text cannot stand there, if it cannot. */
  fits?: (text: string) => string | undefined
}

type Fields = Readonly<Record<string, RecordField>>

/** The parts of a definition that fields of every kind have; the types of their values follow from the flags. */
interface Asked<Missing, Unrecorded, Private> {
  label: string
  hint?: string
  says: string
  /** The message when it is left out; without one, it may be. */
  missing?: Missing
  unrecorded?: Unrecorded
  sometimes?: boolean
  searched?: boolean
  private?: Private
  rehearsed?: boolean
}

type Given<Value, Missing> = Missing extends string ? Value : Value | null
type Stored<Value, Missing, Unrecorded> = Unrecorded extends true ? Value | null : Given<Value, Missing>

interface Text {
  most: number
  /** Begins the error of one that is too long or no day; the label, where nothing else is given. */
  called?: string
  rows?: number
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
  web?: boolean
  fits?: (text: string) => string | undefined
}

/** A text: of one line, unless it has more `rows`. */
export function text<
  Missing extends string | undefined = undefined,
  Unrecorded extends boolean = false,
  Private extends boolean = false,
>({
  called,
  missing,
  fits,
  rows = 1,
  ...given
}: Asked<Missing, Unrecorded, Private> & Text): RecordField<
  Given<string, Missing>,
  Stored<string, Missing, Unrecorded>,
  Private
> {
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
  return {
    ...given,
    ...(fits && { fits }),
    ...typed('text', z.string(), missing, given, input),
    rows,
  } as never
}

/** A day, as YYYY-MM-DD. */
export function day<
  Missing extends string | undefined = undefined,
  Unrecorded extends boolean = false,
  Private extends boolean = false,
>({
  called,
  missing,
  ...given
}: Asked<Missing, Unrecorded, Private> & Pick<Text, 'called'>): RecordField<
  Given<string, Missing>,
  Stored<string, Missing, Unrecorded>,
  Private
> {
  const named = called ?? given.label
  const input = missing === undefined ? OptionalDay(named) : Day(named, missing)
  return { ...given, ...typed('day', z.string(), missing, given, input) } as never
}

/** A whole number within limits. */
export function whole<
  Missing extends string | undefined = undefined,
  Unrecorded extends boolean = false,
  Private extends boolean = false,
>({
  least,
  wrong,
  missing,
  ...given
}: Asked<Missing, Unrecorded, Private> & {
  least: number
  most: number
  /** The error of one that is no whole number or is beyond the limits. */
  wrong: string
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
}): RecordField<Given<number, Missing>, Stored<number, Missing, Unrecorded>, Private> {
  const input = z
    .union([z.string().trim(), z.number()], missing ?? wrong)
    .nullish()
    .transform((sent, problems): number | null => {
      const problem = (message: string) => {
        problems.addIssue({ code: 'custom', message })
        return z.NEVER
      }
      if (sent === '' || sent === null || sent === undefined)
        return missing === undefined ? null : problem(missing)
      const read = Number(sent)
      return Number.isInteger(read) && read >= least && read <= given.most ? read : problem(wrong)
    })
  return { ...given, ...typed('whole', z.number(), missing, given, input) } as never
}

/** One of several, each with its name. */
export function choice<
  Name extends string,
  Unrecorded extends boolean = false,
  Private extends boolean = false,
>(
  names: Readonly<Record<Name, string>>,
  {
    missing,
    ...given
  }: Asked<string, Unrecorded, Private> & {
    missing: string
    hints?: Readonly<Partial<Record<Name, string>>>
  },
): RecordField<Name, Stored<Name, string, Unrecorded>, Private> {
  const schema = z.enum(Object.keys(names) as Name[], missing)
  return { ...given, names, ...typed('choice', schema, missing, given, schema) } as never
}

/** The parts of a field that follow alike for every kind. */
function typed(
  kind: RecordField['kind'],
  one: z.ZodType,
  missing: string | undefined,
  { unrecorded = false }: { unrecorded?: boolean },
  input: z.ZodType,
) {
  const optional = missing === undefined
  return { kind, optional, input, shown: optional || unrecorded ? one.nullable() : one, rows: 1 }
}

type Snake<Name extends string> = Name extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Tail>}`
  : ''

type ValueOf<Field> = Field extends { input: z.ZodType<infer Value> } ? Value : never

/** The fields as a form or program gives them. */
export type GivenOf<F> = { [Name in keyof F]: ValueOf<F[Name]> }

type StoredOf<Field, Later> = Field extends { shown: z.ZodType<infer Stored> }
  ? Later extends true
    ? Stored | null
    : Stored
  : never

/** The names of those that are not private. */
type OpenIn<F> = { [Name in keyof F]: F[Name] extends { private?: true } ? never : Name }[keyof F]

/** Columns of a record's table: `slidesUrl` is the column `slides_url`. */
export type ColumnsOf<R> =
  R extends RecordOf<infer F, infer Later>
    ? { [Name in keyof F & string as Snake<Name>]: StoredOf<F[Name], Later> }
    : never

/** The record as pages and programs are given it. */
export type ShownOf<R> =
  R extends RecordOf<infer F, infer Later> ? { [Name in OpenIn<F>]: StoredOf<F[Name], Later> } : never

/** A record defined once; its parts are spread into the schema, section, row and form of the slice that keeps it. */
export interface RecordOf<F extends Fields, Later extends boolean = boolean> {
  fields: F
  names: (keyof F & string)[]
  /** For the input of a command: `z.object({ network: Id, ...idea.input })`. */
  input: { [Name in keyof F]: z.ZodType<ValueOf<F[Name]>> }
  /** For the schema of the JSON. */
  shown: { [Name in OpenIn<F>]: z.ZodType<StoredOf<F[Name], Later>> }
  /** For the section of a network file. */
  section: Record<keyof F & string, Omit<FileField, 'column'>>
  /** Fields that a rehearsal copies. */
  rehearsed: string[]
  /** The columns that may lack a value, without one. */
  empty: { [Name in keyof F & string as null extends StoredOf<F[Name], Later> ? Snake<Name> : never]: null }
  columns(given: GivenOf<F>): { [Name in keyof F & string as Snake<Name>]: ValueOf<F[Name]> }
  shows(row: object): { [Name in OpenIn<F>]: StoredOf<F[Name], Later> }
  /** The values that stand in the form at first. */
  values(row: object): Record<keyof F & string, string>
  /** The texts that it is found by. */
  searched(row: object): string
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

function fileField(field: RecordField, later: boolean): Omit<FileField, 'column'> {
  const { kind, says, names, most, fits } = field
  // A file without names says nothing where a name must stand.
  const given = mayBeNull(field, later) ? maybe : field.private ? { otherwise: '' } : {}
  const made =
    kind === 'day'
      ? inFile.day(says, given)
      : kind === 'whole'
        ? inFile.number(says, given)
        : kind === 'decimal'
          ? inFile.decimal(says, given)
          : kind === 'choice'
            ? inFile.choice(Object.keys(names!), says, given)
            : { ...inFile.text(says, given), ...(most && { most }), ...(fits && { fits }) }
  return { ...made, ...(field.private && { private: true }) }
}

const mayBeNull = ({ optional, unrecorded = false }: RecordField, later: boolean) =>
  optional || unrecorded || later

/** Defines a record. What is filled in `later` than the record is made is null until then. */
export function record<const F extends Fields>(fields: F): RecordOf<F, false>
export function record<const F extends Fields>(fields: F, when: { later: true }): RecordOf<F, true>
export function record(fields: Fields, { later = false } = {}): unknown {
  const all = Object.entries(fields)
  const each = <Made>(make: (field: RecordField, name: string) => Made) =>
    Object.fromEntries(all.map(([name, field]) => [name, make(field, name)]))
  const open = all.filter(([, field]) => !field.private)
  const at = (row: object, name: string) => (row as Record<string, unknown>)[snake(name)] ?? null
  return {
    fields,
    names: all.map(([name]) => name),
    input: each(({ input }) => input),
    shown: Object.fromEntries(open.map(([name, { shown }]) => [name, later ? shown.nullable() : shown])),
    section: each((field) => fileField(field, later)),
    rehearsed: all.filter(([, field]) => field.rehearsed).map(([name]) => name),
    empty: Object.fromEntries(
      all.filter(([, field]) => mayBeNull(field, later)).map(([name]) => [snake(name), null]),
    ),
    columns: (given: Record<string, unknown>) =>
      Object.fromEntries(all.map(([name]) => [snake(name), given[name] ?? null])),
    shows: (row: object) => Object.fromEntries(open.map(([name]) => [name, at(row, name)])),
    values: (row: object) => each((_field, name) => String(at(row, name) ?? '')),
    searched: (row: object) =>
      all.flatMap(([name, field]) => (field.searched ? [String(at(row, name) ?? '')] : [])).join('\n'),
  }
}
