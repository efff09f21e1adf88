import type { Compilable, CompiledQuery, Expression, Kysely, QueryResult, SqlBool } from 'kysely'
import type { Db, Tables } from './database.ts'
import { dialectOf, fromLists, isAmong, listed, type ColumnType } from './dialect.ts'
import { tellOnce } from './statement-cache.ts'

/** The compiler of SQL: one for each open database. Compiled queries are kept beside it. */
type Compiler = ReturnType<Db['getExecutor']>['adapter']

/** Stands for a value while the query is built; nothing else looks like it. */
const markOf = (at: number) => `\u0000value ${at}`

/** A writer of rows: a transaction, or the connection under it. */
type Inserter = Db & Pick<Kysely<Tables>, 'insertInto'>

/** The source of each parameter of a compiled query, or -1 for one that is always the same. */
interface Compiled<Row> {
  query: CompiledQuery<Row>
  places: number[]
}

/** A query built and compiled once for each database and number of values, after which only the values change. */
function compiledOnce<Row>(
  build: (db: Db, marks: string[]) => Compilable<Row>,
  compiledAs: (text: string) => void = () => {},
) {
  const known = new WeakMap<Compiler, Map<number, Compiled<Row>>>()

  function compiled(db: Db, many: number): Compiled<Row> {
    const { adapter } = db.getExecutor()
    const forAdapter = known.get(adapter) ?? new Map<number, Compiled<Row>>()
    known.set(adapter, forAdapter)
    const found = forAdapter.get(many)
    if (found) return found
    const marks = Array.from({ length: many }, (_, at) => markOf(at))
    const query = build(db, marks).compile()
    compiledAs(query.sql)
    const made = { query, places: query.parameters.map((value) => marks.indexOf(value as string)) }
    forAdapter.set(many, made)
    return made
  }

  return (db: Db, values: readonly unknown[]): Promise<QueryResult<Row>> => {
    const { query, places } = compiled(db, values.length)
    const parameters = places.map((place, at) => (place === -1 ? query.parameters[at] : values[place]))
    const executor = db.getExecutor()
    // Observers of the transaction see this statement like every other.
    executor.transformQuery(query.query, query.queryId)
    return executor.executeQuery<Row>({ ...query, parameters })
  }
}

/**
 * A query that is asked with every request: built and compiled once for each database, after which only its values
 * change. The values are texts, and each must stand in the query as a value of its own.
 */
export function prepared<Values extends string[], Row>(
  build: (db: Db, ...values: Values) => Compilable<Row>,
): (db: Db, ...values: Values) => Promise<Row[]> {
  const ask = compiledOnce((db, marks) => build(db, ...(marks as Values)))
  return async (db, ...values) => (await ask(db, values)).rows
}

/**
 * `prepared` for the rows with one of many keys, which are texts: `among` says of a column that it is one of them. The
 * keys are one value of the statement, however many they are. No key, no rows.
 */
export function preparedAmong<Values extends string[], Row>(
  build: (db: Db, among: (column: string) => Expression<SqlBool>, ...values: Values) => Compilable<Row>,
): (db: Db, keys: readonly string[], ...values: Values) => Promise<Row[]> {
  const ask = compiledOnce((db, [keys, ...values]) =>
    build(db, (column) => isAmong(dialectOf(db), column, keys!), ...(values as Values)),
  )
  return async (db, keys, ...values) => {
    if (keys.length === 0) return []
    const list = listed(
      dialectOf(db),
      keys.map((key) => [key]),
    )
    return (await ask(db, [...list, ...values])).rows
  }
}

/** Rows that are to be written, as a part of a statement. */
export interface RowsToWrite<Row> {
  columns: (keyof Row & string)[]
  rows: Expression<never>
}

/**
 * `prepared` for a statement that writes many rows in their order: the rows are few values of the statement, however
 * many they are. Gives how many rows were written, and what the statement returns of them.
 */
export function preparedRows<Row extends object, Back = never>(
  types: Record<keyof Row & string, ColumnType>,
  build: (tx: Inserter, what: RowsToWrite<Row>) => Compilable<Back>,
): (tx: Inserter, rows: readonly Row[]) => Promise<{ written: number; back: Back[] }> {
  const columns = Object.keys(types) as (keyof Row & string)[]
  const ask = compiledOnce(
    (db, marks) =>
      build(db as Inserter, { columns, rows: fromLists(dialectOf(db), Object.values(types), marks) }),
    tellOnce,
  )
  return async (tx, rows) => {
    if (rows.length === 0) return { written: 0, back: [] }
    const values = rows.map((row) => columns.map((column) => row[column]))
    const { numAffectedRows, rows: back } = await ask(tx, listed(dialectOf(tx), values))
    return { written: Number(numAffectedRows ?? 0n), back }
  }
}
