/** `choices` and `references` are lists of words, stored with spaces between; `yes-no` is stored as 1 or 0. */
export type FieldKind =
  | 'id'
  | 'reference'
  | 'references'
  | 'text'
  | 'number'
  | 'decimal'
  | 'day'
  | 'instant'
  | 'choice'
  | 'choices'
  | 'yes-no'

/** A field of a network file: its name for readers, the column it fills, and its values. */
export interface Field {
  column: string
  kind: FieldKind
  says: string
  /** The section whose id it names. */
  section?: string
  choices?: readonly string[]
  /** The longest text, in characters; by default that of a file. */
  most?: number
  /** The reason why a text cannot stand there, if it cannot. */
  fits?: (text: string) => string | undefined
  /** Left out of a file when the value is this; a null is written by leaving the field out. */
  otherwise?: string | number | null
  required: boolean
  /** Left out of exports unless asked for by name. */
  private?: boolean
}

/** A thing and several of it, as they are counted in a sentence. */
export type Counted = [one: string, many: string]

/** One kind of record of a network file, and the table its records are rows of. */
export interface Section {
  name: string
  table: string
  says: string
  fields: Record<string, Field>
  /** One of its records and several, as a sentence counts them. A record that they name cannot be taken away. */
  called?: Counted
  /**
   * The fields that a rehearsal copies. All else is left behind: people, what they wrote, what was done on the day, links
   * to meetings and whatever else is only for the real one.
   */
  rehearsed?: readonly string[]
  /** The texts of a record by which it is found, for whoever puts rows into a network. */
  searched?(row: object): string
  /** Columns that this server makes itself (hashes under its secret), from the rest of the row. */
  derived?: Record<
    string,
    (row: Record<string, unknown>, keyedHash: (...words: string[]) => string) => unknown
  >
  /** Fields that are private. */
  private?: string[]
  /** The whole section is left out of exports unless this name is asked for. */
  withheld?: string
  /** Fields that together are unique in a network. */
  unique?: string[][]
  /**
   * Fields that together must be those of a record in an earlier section, which calls them `theirs`: each choice of
   * a vote is an idea on its ballot.
   */
  among?: { fields: string[]; section: string; theirs?: string[] }
  /** Words that are addresses of their own where its ids stand, beside `new`. */
  taken?: string[]
  /** Pairs of times or days of which the second is not before the first. */
  inTime?: [string, string][]
  /** A time and the day on which it is. */
  onDay?: [string, string][]
  /** Pairs that must be equal: a field of the record, or `room.event`, that of the record it names. */
  agrees?: [string, string][]
  /**
   * A value that may stand in one record only, or goes with one `value` alone, though no constraint of the table says
   * so.
   */
  oneOf?(
    record: Record<string, unknown>,
  ): { field: string; of: { key: string; value?: unknown }; says: string }[]
  /** The fault of a record by itself, if any: a sentence and the field it is about. */
  refuses?(record: Record<string, unknown>): { field: string; sentence: string } | undefined
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

type Given = { column?: string; otherwise?: string | number | null; private?: true }

const field =
  (kind: Field['kind']) =>
  (says: string, given: Given = {}): Omit<Field, 'column'> & { column?: string } => ({
    kind,
    says,
    ...given,
    required: !('otherwise' in given),
  })

/** Null unless given: where a thing is "not recorded". */
export const maybe = { otherwise: null } as const

export const fields = {
  id: (says = 'A short name, unique among its kind in this file') => field('id')(says),
  text: field('text'),
  /** The doer who caused a state. The word means something to this server alone, so that it is left out of exports. */
  doer: (says: string) => field('text')(`${says}, as this server knows them`, { ...maybe, private: true }),
  /** A whole number. */
  number: field('number'),
  decimal: field('decimal'),
  day: field('day'),
  instant: field('instant'),
  yesNo: field('yes-no'),
  reference: (section: string, says: string, given: Given = {}) => ({
    ...field('reference')(says, given),
    section,
  }),
  /** A list of them, in an order that is kept; stored in one column with spaces between. */
  references: (section: string, says: string, given: Given = {}) => ({
    ...field('references')(says, given),
    section,
  }),
  choice: (choices: readonly string[], says: string, given: Given = {}) => ({
    ...field('choice')(says, given),
    choices,
  }),
  /** A list of words, stored in one column with spaces between. */
  choices: (choices: readonly string[], says: string, given: Given = {}) => ({
    ...field('choices')(says, given),
    choices,
  }),
}

/** A section; a field named `byDay` fills the column `by_day`, a reference `team` the column `team_id`. */
export function section(
  name: string,
  shape: Omit<Section, 'name' | 'fields' | 'table' | 'private'> & {
    table?: string
    fields: Record<string, Omit<Field, 'column'> & { column?: string }>
  },
): Section {
  const named = Object.entries(shape.fields).map(([key, value]) => {
    const column = value.column ?? (value.kind === 'reference' ? `${snake(key)}_id` : snake(key))
    return [key, { ...value, column }] as const
  })
  const hidden = named.filter(([, one]) => one.private).map(([key]) => key)
  return {
    ...shape,
    name,
    table: shape.table ?? snake(name),
    fields: Object.fromEntries(named),
    ...(hidden.length > 0 && { private: hidden }),
  }
}
