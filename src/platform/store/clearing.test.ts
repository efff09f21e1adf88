import assert from 'node:assert/strict'
import { sql, type Kysely } from 'kysely'
import { test } from 'node:test'
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
