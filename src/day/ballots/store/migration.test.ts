import { deepEqual } from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql, type Kysely } from 'kysely'
import { migrations, onBothDatabases, postgresPlace, sqlitePlace } from '../../../../test/stores.ts'
import { isPostgresUrl, openPostgres, openSqlite, type Dialect } from '../../../platform/store/dialect.ts'

type Migration = { up(db: Kysely<never>, dialect: Dialect): Promise<void> }

/** What the migrations up to a number do, and from it on. */
async function migrationsFrom(first: string): Promise<[before: Migration[], after: Migration[]]> {
  const files = (await readdir(migrations)).filter((file) => file.endsWith('.ts')).sort()
  const load = (names: string[]): Promise<Migration[]> =>
    Promise.all(names.map((name) => import(new URL(name, migrations).href) as Promise<Migration>))
  return [await load(files.filter((file) => file < first)), await load(files.filter((file) => file >= first))]
}

onBothDatabases('Votes of a time when each named one idea', (database) => {
  test('are lists of one afterwards', async (t) => {
    const { at, remove } = database === 'sqlite' ? sqlitePlace() : await postgresPlace()
    const opened = isPostgresUrl(at) ? await openPostgres(at, 1) : openSqlite({ file: join(at, 'old.db') })
    t.after(async () => {
      await opened.close()
      await remove()
    })
    const db = opened.kysely as unknown as Kysely<never>
    if (database === 'postgres') await sql`drop schema public cascade`.execute(db)
    if (database === 'postgres') await sql`create schema public`.execute(db)
    const [before, after] = await migrationsFrom('0007')
    for (const { up } of before) await up(db, opened.dialect)
    // The votes alone: what they point to is not what this is about.
    const off =
      database === 'sqlite' ? 'pragma foreign_keys = off' : "set session_replication_role = 'replica'"
    await sql.raw(off).execute(db)
    for (const [id, idea] of [
      ['b', 'hub'],
      ['a', 'tree'],
    ])
      await sql`insert into votes values ('north', 'which', ${id}, ${idea}, 'brent')`.execute(db)
    for (const { up } of after) await up(db, opened.dialect)
    const { rows } = await sql`select * from votes order by id`.execute(db)
    deepEqual(
      rows.map((row) => ({ ...(row as object) })),
      [
        { network_id: 'north', ballot_id: 'which', id: 'a', choices: 'tree', team_id: 'brent' },
        { network_id: 'north', ballot_id: 'which', id: 'b', choices: 'hub', team_id: 'brent' },
      ],
    )
  })
})
