import type { Kysely } from 'kysely'
import type { Db } from '../../src/platform/store/database.ts'

/** Sessions, counters for limits, and the migrations change without anybody changing anything. */
const leftOut = /^(sessions|tallies|kysely_.*|sqlite_.*)$/

/** Every row of every table but the sessions, in an order of its own: the same before and after means unchanged. */
export async function everythingIn(db: Db): Promise<Record<string, string[]>> {
  const tables = (await (db as unknown as Kysely<never>).introspection.getTables())
    .map(({ name }) => name)
    .filter((name) => !leftOut.test(name))
    .sort()
  const all: Record<string, string[]> = {}
  for (const table of tables) {
    const rows = await db
      .selectFrom(table as 'teams')
      .selectAll()
      .execute()
    all[table] = rows.map((row) => JSON.stringify(row)).sort()
  }
  return all
}
