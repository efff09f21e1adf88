import type { Counted } from './section.ts'

type Row = Record<string, unknown>

/** Rows that name a record, or a row that goes with it, when it is taken away. */
export interface Hanging {
  table: string
  /** The column by which they name it. */
  by: string
  is?: Counted
  /** Rows that go with the record they hang on. All others are people's work: a record with such work stays. */
  goes?: (row: Row) => boolean
  /** Of a table that holds rows of other kinds too. */
  only?: Record<string, string>
  /** Other records that they name, where no section says so: they must be there when the rows are put back. */
  names?: readonly { column: string; table: string }[]
  hanging?: readonly Hanging[]
}

/** Every row goes along. */
export const all = () => true

/** A row goes along while nothing stands in a column, or only when something does. */
export const empty = (column: string) => (row: Row) => row[column] === null
export const filled = (column: string) => (row: Row) => row[column] !== null
