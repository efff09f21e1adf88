import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { sql, type Kysely } from 'kysely'
import { isPostgresUrl, openPostgres, openSqlite, type Dialect } from '../src/platform/store/dialect.ts'
import { migrations, postgresPlace, sqlitePlace, type Database } from './stores.ts'

type Migration = { up(db: Kysely<never>, dialect: Dialect): Promise<void> }

/** The migrations up to a number, and those from it on. */
async function migrationsFrom(first: string): Promise<[before: Migration[], after: Migration[]]> {
  const files = (await readdir(migrations)).filter((file) => file.endsWith('.ts')).sort()
  const load = (names: string[]): Promise<Migration[]> =>
    Promise.all(names.map((name) => import(new URL(name, migrations).href) as Promise<Migration>))
  return [await load(files.filter((file) => file < first)), await load(files.filter((file) => file >= first))]
}

/**
 * A database as it was before a migration, in which rows may point to nothing: what they point to is not what such a
 * test is about. `migrate` brings it up to date.
 */
export async function databaseBefore(t: TestContext, database: Database, first: string) {
  const { at, remove } = database === 'sqlite' ? sqlitePlace() : await postgresPlace()
  const opened = isPostgresUrl(at) ? await openPostgres(at, 1) : openSqlite({ file: join(at, 'old.db') })
  t.after(async () => {
    await opened.close()
    await remove()
  })
  const db = opened.kysely as unknown as Kysely<never>
  if (database === 'postgres') await sql`drop schema public cascade`.execute(db)
  if (database === 'postgres') await sql`create schema public`.execute(db)
  const [before, after] = await migrationsFrom(first)
  for (const { up } of before) await up(db, opened.dialect)
  const off = database === 'sqlite' ? 'pragma foreign_keys = off' : "set session_replication_role = 'replica'"
  await sql.raw(off).execute(db)
  return {
    db,
    async migrate() {
      for (const { up } of after) await up(db, opened.dialect)
    },
  }
}
