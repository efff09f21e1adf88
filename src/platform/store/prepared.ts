import type { Compilable, CompiledQuery, Kysely, QueryResult } from 'kysely'
import type { Db, Tables } from './database.ts'

/** What makes SQL of a query: one for each open database. Compiled queries are kept beside it. */
type Compiler = ReturnType<Db['getExecutor']>['adapter']

/** Stands for a value while the query is built; nothing else looks like it. */
const markOf = (at: number) => `\u0000value ${at}`

/** What rows are written with: a transaction, or the connection under it. */
type Inserter = Db & Pick<Kysely<Tables>, 'insertInto'>

/** Where each parameter of a compiled query takes its value from, or -1 for one that is always the same. */
interface Compiled<Row> {
  query: CompiledQuery<Row>
  places: number[]
}

/** A query built and compiled once for each database and number of values, after which only the values change. */
function compiledOnce<Row>(build: (db: Db, marks: string[]) => Compilable<Row>) {
  const known = new WeakMap<Compiler, Map<number, Compiled<Row>>>()

  function compiled(db: Db, many: number): Compiled<Row> {
    const { adapter } = db.getExecutor()
    const forAdapter = known.get(adapter) ?? new Map<number, Compiled<Row>>()
    known.set(adapter, forAdapter)
    const found = forAdapter.get(many)
    if (found) return found
    const marks = Array.from({ length: many }, (_, at) => markOf(at))
    const query = build(db, marks).compile()
    const made = { query, places: query.parameters.map((value) => marks.indexOf(value as string)) }
    forAdapter.set(many, made)
    return made
  }

  return (db: Db, values: readonly unknown[]): Promise<QueryResult<Row>> => {
    const { query, places } = compiled(db, values.length)
    const parameters = places.map((place, at) => (place === -1 ? query.parameters[at] : values[place]))
    const executor = db.getExecutor()
    // Whoever watches over a transaction sees this statement as every other.
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

const powerOfTwoFrom = (many: number) => 2 ** Math.ceil(Math.log2(many))

/**
 * `prepared` for the rows with one of many keys: the list of keys is filled up to a power of two, so that few
 * statements do for lists of all lengths. No key, no rows.
 */
export function preparedAmong<Values extends string[], Row>(
  build: (db: Db, keys: string[], ...values: Values) => Compilable<Row>,
): (db: Db, keys: readonly string[], ...values: Values) => Promise<Row[]> {
  let others = 0
  const ask = compiledOnce((db, marks) =>
    build(db, marks.slice(others), ...(marks.slice(0, others) as Values)),
  )
  return async (db, keys, ...values) => {
    if (keys.length === 0) return []
    others = values.length
    const last = keys.at(-1)!
    const filled = Array.from({ length: powerOfTwoFrom(keys.length) }, (_, at) => keys[at] ?? last)
    return (await ask(db, [...values, ...filled])).rows
  }
}

const lengths = [128, 64, 32, 16]

/** Parts of few different lengths, so that few statements do for lists of all lengths: 37 are 32 and 5. */
function inFewLengths<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = []
  for (let at = 0; at < rows.length; at += parts.at(-1)!.length) {
    const left = rows.length - at
    parts.push(rows.slice(at, at + (lengths.find((length) => length <= left) ?? left)))
  }
  return parts
}

/**
 * `prepared` for a statement that writes many rows, all with the same columns: they go in parts of few lengths, in
 * their order. Gives how many rows were written.
 */
export function preparedRows<Row extends object>(
  build: (tx: Inserter, rows: Row[]) => Compilable,
): (tx: Inserter, rows: readonly Row[]) => Promise<number> {
  const asks = new Map<string, ReturnType<typeof compiledOnce>>()

  function askFor(columns: string[]) {
    const name = columns.join(' ')
    const ask =
      asks.get(name) ??
      compiledOnce((db, marks) => {
        const rows = Array.from({ length: marks.length / columns.length }, (_, row) =>
          Object.fromEntries(columns.map((column, at) => [column, marks[row * columns.length + at]])),
        )
        return build(db as Inserter, rows as Row[])
      })
    asks.set(name, ask)
    return ask
  }

  return async (tx, rows) => {
    if (rows.length === 0) return 0
    const columns = Object.keys(rows[0]!) as (keyof Row & string)[]
    const ask = askFor(columns)
    let written = 0n
    for (const part of inFewLengths(rows)) {
      const values = part.flatMap((row) => columns.map((column) => row[column]))
      written += (await ask(tx, values)).numAffectedRows ?? 0n
    }
    return Number(written)
  }
}
