import type { Compilable, CompiledQuery } from 'kysely'
import type { Db } from './database.ts'

/** What makes SQL of a query: one for each open database. Compiled queries are kept beside it. */
type Compiler = ReturnType<Db['getExecutor']>['adapter']

/** Stands for a value while the query is built; nothing else looks like it. */
const markOf = (at: number) => `\u0000value ${at}`

/**
 * A query that is asked with every request: built and compiled once for each database, after which only its values
 * change. The values are texts, and each must stand in the query as a value of its own.
 */
export function prepared<Values extends string[], Row>(
  build: (db: Db, ...values: Values) => Compilable<Row>,
): (db: Db, ...values: Values) => Promise<Row[]> {
  const known = new WeakMap<Compiler, { query: CompiledQuery<Row>; places: number[] }>()

  function compiled(db: Db, many: number) {
    const { adapter } = db.getExecutor()
    const found = known.get(adapter)
    if (found) return found
    const marks = Array.from({ length: many }, (_, at) => markOf(at))
    const query = build(db, ...(marks as Values)).compile()
    const made = { query, places: query.parameters.map((value) => marks.indexOf(value as string)) }
    known.set(adapter, made)
    return made
  }

  return async (db, ...values) => {
    const { query, places } = compiled(db, values.length)
    const parameters = places.map((place, at) => (place === -1 ? query.parameters[at] : values[place]))
    return (await db.getExecutor().executeQuery<Row>({ ...query, parameters })).rows
  }
}
