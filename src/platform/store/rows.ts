import type { Kysely } from 'kysely'
import type { Db, Tx } from './database.ts'
import type { Section } from './section.ts'

/** A row whose table is known only by its section. */
export type Row = Record<string, unknown>

/** The columns by which a section's records are told apart in their network, in order. */
export function keyColumns({ fields, unique = [] }: Section): string[] {
  const ids = Object.values(fields).filter(({ kind }) => kind === 'id')
  return ids.length > 0
    ? ids.map(({ column }) => column)
    : (unique[0] ?? Object.keys(fields)).map((name) => fields[name]!.column)
}

const networkColumn = ({ table }: Section) => (table === 'networks' ? 'id' : 'network_id')

// Types cannot follow tables known by name alone.
type Untyped = Kysely<Record<string, Row>>

/** The rows of a section in one network, in the order of their key: by code unit, the same on every database. */
export async function rowsOf(db: Db, section: Section, network: string): Promise<Row[]> {
  const rows = await (db as unknown as Untyped)
    .selectFrom(section.table)
    .selectAll()
    .where(networkColumn(section), '=', network)
    .execute()
  return inOrder(rows, keyColumns(section))
}

export function inOrder(rows: Row[], columns: string[]): Row[] {
  const place = (row: Row) => columns.map((column) => String(row[column])).join('\n')
  const placed = rows.map((row) => [place(row), row] as const)
  return placed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, row]) => row)
}

/** Both databases take at least 32,000 values in a statement. */
const valuesAStatement = 8000

/** Puts rows into a section's table, whole, as many in a statement as go. */
export const restore = (tx: Tx, section: Section, rows: Row[]): Promise<void> =>
  addRows(tx, section.table, rows)

/** Puts rows into a table, whole, as many in a statement as go. */
export async function addRows(tx: Tx, table: string, rows: Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).length
  const most = Math.max(1, Math.floor(valuesAStatement / Math.max(1, columns)))
  for (let at = 0; at < rows.length; at += most) {
    await (tx as unknown as Untyped)
      .insertInto(table)
      .values(rows.slice(at, at + most))
      .execute()
  }
}

/** Takes away all rows of one network in a table that has no section. */
export async function eraseTable(tx: Tx, table: string, network: string): Promise<void> {
  await (tx as unknown as Untyped).deleteFrom(table).where('network_id', '=', network).execute()
}

/** Takes away some of the rows of one network, told apart by a column; answers how many. */
export async function eraseSome(
  tx: Tx,
  { table, column, network }: { table: string; column: string; network: string },
  most: number,
): Promise<number> {
  const untyped = tx as unknown as Untyped
  const some = untyped.selectFrom(table).select(column).where('network_id', '=', network).limit(most)
  const rows = await some.execute()
  if (rows.length === 0) return 0
  const values = [...new Set(rows.map((row) => row[column]))]
  const gone = await untyped
    .deleteFrom(table)
    .where('network_id', '=', network)
    .where(column, 'in', values)
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** Takes away all rows of a section in one network. */
export async function erase(tx: Tx, section: Section, network: string): Promise<void> {
  await (tx as unknown as Untyped)
    .deleteFrom(section.table)
    .where(networkColumn(section), '=', network)
    .execute()
}

/** The rows of a table of networks that name one of some others. */
export interface Naming {
  table: string
  /** The column by which they name it. */
  by: string
  ids: readonly string[]
  /** Columns that must also hold these values. */
  only: Record<string, string>
}

const naming = ({ by, ids, only }: Naming, network: string): [string, '=' | 'in', unknown][] => [
  ['network_id', '=', network],
  [by, 'in', ids],
  ...Object.entries(only).map(([column, value]): [string, '=', unknown] => [column, '=', value]),
]

export async function rowsNaming(db: Db, named: Naming, network: string): Promise<Row[]> {
  let query = (db as unknown as Untyped).selectFrom(named.table).selectAll()
  for (const condition of naming(named, network)) query = query.where(...condition)
  const rows = await query.execute()
  return inOrder(rows, Object.keys(rows[0] ?? {}).toSorted())
}

export async function countNaming(db: Db, named: Naming, network: string): Promise<number> {
  let query = (db as unknown as Untyped)
    .selectFrom(named.table)
    .select((each) => each.fn.countAll().as('many'))
  for (const condition of naming(named, network)) query = query.where(...condition)
  return Number((await query.executeTakeFirstOrThrow())['many'])
}

export async function eraseNaming(tx: Tx, named: Naming, network: string): Promise<void> {
  let query = (tx as unknown as Untyped).deleteFrom(named.table)
  for (const condition of naming(named, network)) query = query.where(...condition)
  await query.execute()
}
