import assert from 'node:assert/strict'
import { sql, type Kysely } from 'kysely'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { emptyStore } from '../../../test/stores.ts'
import { Clearing, Left } from './clearing.ts'
import type { Tables } from './database.ts'

test('PostgreSQL writes a table anew for what was erased, once a minute however often somebody erases', async (t) => {
  const { store, closed } = await emptyStore({ database: 'postgres' })
  t.after(closed)
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() })
  const connection = store.db as unknown as Kysely<Tables>
  const clearing = new Clearing()
  async function after(erased: string[]): Promise<unknown> {
    const left = new Left()
    for (const table of erased) left.erased.add(table)
    await clearing.after(connection, store.dialect, left)
    const file = sql<{ file: number }>`select pg_relation_filenode('done_keys') as file`
    return (await file.execute(connection)).rows[0]!.file
  }
  const first = await after([])
  const second = await after(['done_keys'])
  assert.notEqual(second, first)
  assert.equal(await after(['done_keys']), second)
  t.mock.timers.tick(60_000)
  const third = await after([])
  assert.notEqual(third, second)
  t.mock.timers.tick(60_000)
  assert.equal(await after([]), third)
})

test('PostgreSQL keeps no old row for a transaction that ends soon, and tries again after one that goes on', async (t) => {
  const { store, closed } = await emptyStore({ database: 'postgres' })
  t.after(closed)
  const connection = store.db as unknown as Kysely<Tables>
  await sql`create table padded (words text)`.execute(connection)
  const fill = sql`insert into padded select repeat('x', 500) from generate_series(1, 200)`
  const empty = sql`delete from padded`
  const bytes = sql<{ bytes: number }>`select pg_relation_size('padded') as bytes`
  const clearing = new Clearing()
  const left = new Left()
  left.cleared.add('padded')
  /** Clears while somebody looks at a moment before, for so long. */
  async function cleared(ms: number): Promise<{ bytes: number; looked: Promise<void> }> {
    await fill.execute(connection)
    const began = Promise.withResolvers<void>()
    const looked = connection
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (other) => {
        await sql`select 1 from networks`.execute(other)
        began.resolve()
        await delay(ms)
      })
    await began.promise
    await empty.execute(connection)
    await clearing.after(connection, store.dialect, left)
    return { bytes: (await bytes.execute(connection)).rows[0]!.bytes, looked }
  }
  const soon = await cleared(300)
  assert.equal(soon.bytes, 0)
  const late = await cleared(3000)
  assert.ok(late.bytes > 0)
  await late.looked
  await clearing.after(connection, store.dialect, left)
  assert.equal((await bytes.execute(connection)).rows[0]!.bytes, 0)
})
