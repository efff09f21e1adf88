import type { Kysely } from 'kysely'
import { bytesType, inKeyOrder, type Dialect } from './dialect.ts'

/** A column's type; with a question mark it may be null. */
export type ColumnType = 'text' | 'integer' | 'real' | 'bytes' | 'text?' | 'integer?' | 'real?' | 'double?'

export interface TableShape {
  columns: Record<string, ColumnType>
  key: string[]
  unique?: string[][]
  /** Columns that point to a row of another table, by that table's key unless said otherwise. */
  references?: { columns: string[]; table: string; to?: string[] }[]
  index?: string[][]
  /** Rows lie in the order of their key alone. */
  inKeyOrder?: true
}

/** Columns that every row of a network has: the network and its own id in it. */
export const inNetwork = { network_id: 'text', id: 'text' } as const
export const networkKey = ['network_id', 'id']

/** A reference to a row of the same network; a forged pair of network and id cannot be stored. */
export const to = (table: string, column: string) => ({ columns: ['network_id', column], table })

/** Makes a table from text, whole numbers and reals alone, so that it is the same on both databases. */
export async function makeTable(
  db: Kysely<unknown>,
  dialect: Dialect,
  name: string,
  shape: TableShape,
): Promise<void> {
  let table = db.schema.createTable(name)
  for (const [column, type] of Object.entries(shape.columns)) {
    const kind = type.replace('?', '') as 'text' | 'integer' | 'real' | 'bytes' | 'double'
    // A real of PostgreSQL keeps six figures; a number that somebody gave keeps all of its own.
    const stored = kind === 'bytes' ? bytesType(dialect) : kind === 'double' ? 'double precision' : kind
    table = table.addColumn(column, stored, (c) => (type.endsWith('?') ? c : c.notNull()))
  }
  table = table.addPrimaryKeyConstraint(`${name}_key`, shape.key as never)
  for (const columns of shape.unique ?? []) {
    table = table.addUniqueConstraint(`${name}_one_${columns.join('_')}`.slice(0, 60), columns as never)
  }
  for (const { columns, table: target, to: targets = networkKey } of shape.references ?? []) {
    table = table.addForeignKeyConstraint(`${name}_to_${columns.at(-1)}`, columns as never, target, targets)
  }
  if (shape.columns['network_id'] && name !== 'networks') {
    table = table.addForeignKeyConstraint(`${name}_in_network`, ['network_id'] as never, 'networks', ['id'])
  }
  await (shape.inKeyOrder ? inKeyOrder(dialect, table) : table).execute()
  for (const columns of shape.index ?? []) {
    await db.schema
      .createIndex(`${name}_by_${columns.join('_')}`.slice(0, 60))
      .on(name)
      .columns(columns)
      .execute()
  }
}

/** Gives a table more columns; rows that are there have nothing in them. */
export async function addColumns(
  db: Kysely<unknown>,
  name: string,
  columns: Record<string, 'text?' | 'integer?' | 'real?'>,
): Promise<void> {
  for (const [column, type] of Object.entries(columns)) {
    const stored = type.slice(0, -1) as 'text' | 'integer' | 'real'
    await db.schema.alterTable(name).addColumn(column, stored).execute()
  }
}
