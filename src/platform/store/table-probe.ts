import { sql } from 'kysely'
import type { Opened } from './dialect.ts'

/** Reads the first row of every table: throws where one cannot be read. Deeper faults are for the doctor to find. */
export function lookerAt({ kysely, onConnection }: Opened): () => Promise<void> {
  let names: string[] | undefined
  return async () => {
    names ??= (await kysely.introspection.getTables()).map(({ name }) => name)
    const tables = names
    await onConnection((connection) =>
      Promise.all(tables.map((name) => sql`select * from ${sql.table(name)} limit 1`.execute(connection))),
    )
  }
}
