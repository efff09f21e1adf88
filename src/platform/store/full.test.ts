import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { test, type TestContext } from 'node:test'
import { asked, cutOff, emptyStore } from '../../../test/stores.ts'
import {
  commands,
  layTable,
  limitPages,
  placesAt,
  takePlace,
  takeBoth,
  turnReadOnly,
} from '../../../test/writing.ts'
import { postgresUrl } from '../../../test/services.ts'
import { anyone } from './actor.ts'
import { brokenAt, revisionOf } from './journal.ts'
import { databaseFile, type Store } from './store.ts'
import { Unavailable } from './writer.ts'

const by = { actor: anyone }
const commandsModule = new URL('../../../test/writing.ts', import.meta.url).href
const plenty = 4_000_000_000

async function open(t: TestContext, thread: boolean) {
  const { store, at, closed } = await emptyStore({ database: 'sqlite', commands, commandsModule, thread })
  t.after(closed)
  await store.dispatch(layTable, {}, by)
  return {
    store,
    /** Not a page is free, and none can be had. */
    async fill() {
      const database = new DatabaseSync(databaseFile(at))
      database.exec('vacuum')
      database.close()
      await store.dispatch(limitPages, { most: 1 }, by)
    },
    empty: () => store.dispatch(limitPages, { most: plenty }, by),
  }
}

const long = (id: string) => id.repeat(20_000)
const take = (store: Store, id: string) =>
  store.dispatch(takePlace, { event: 'e', id, capacity: 1000 }, { ...by, key: `the key of ${id[0]}` })

for (const thread of [false, true])
  test(`What a full disk has no room for is not stored and may be sent again (${thread ? 'thread' : 'no thread'})`, async (t) => {
    const { store, fill, empty } = await open(t, thread)
    await take(store, 'a')
    await fill()
    for (const id of ['b', 'c']) await assert.rejects(take(store, long(id)), Unavailable)
    // In one group with others, and after them.
    const together = await Promise.allSettled(['d', 'e', 'f'].map((id) => take(store, long(id))))
    for (const one of together) assert.ok(one.status === 'rejected' && one.reason instanceof Unavailable)
    await assert.rejects(store.check(), Unavailable)
    assert.deepEqual(
      (await placesAt(store.db, 'e')).map(({ id }) => id),
      ['a'],
    )
    await empty()
    await store.check()
    assert.deepEqual(await take(store, long('b')), { id: long('b') })
    assert.deepEqual(await take(store, long('b')), { id: long('b') })
    assert.equal(await revisionOf(store.db, 'event:e'), 2)
    assert.equal(await brokenAt(store.db, 'event:e'), undefined)
  })

test('What follows in a transaction that SQLite has ended, as its disk is full, is not stored by itself', async (t) => {
  const { store, fill } = await open(t, false)
  await fill()
  // The short one would find room.
  const both = { event: 'e', ids: [long('a'), 'b'] }
  await assert.rejects(store.dispatch(takeBoth, both, by), Unavailable)
  assert.deepEqual(await placesAt(store.db, 'e'), [])
  await take(store, 'c')
  assert.equal(await brokenAt(store.db, 'event:e'), undefined)
})

for (const thread of [false, true])
  test(`What a deleted database takes is not acknowledged (${thread ? 'thread' : 'no thread'})`, async (t) => {
    const { store, at, closed } = await emptyStore({ database: 'sqlite', commands, commandsModule, thread })
    t.after(closed)
    await store.dispatch(layTable, {}, by)
    await take(store, 'a')
    rmSync(databaseFile(at))
    await assert.rejects(take(store, 'b'), Unavailable)
    await assert.rejects(store.check(), Unavailable)
    await assert.rejects(store.look())
  })

test('What a read-only file does not take may be sent again', async (t) => {
  const { store } = await open(t, true)
  await store.dispatch(turnReadOnly, {}, by)
  await assert.rejects(take(store, 'a'), Unavailable)
  await assert.rejects(store.check(), Unavailable)
})

test('What PostgreSQL does not take, read-only or its disk full, may be sent again', async (t) => {
  const { store, at, closed } = await emptyStore({ database: 'postgres', commands, commandsModule })
  t.after(closed)
  await store.dispatch(layTable, {}, by)
  const name = new URL(at).pathname.slice(1)
  const readOnly = async (on: boolean) => {
    const server = await postgresUrl()
    await asked(server, `alter database ${name} set default_transaction_read_only = ${on}`)
    // It holds for new connections.
    await cutOff(at, true)
    await cutOff(at, false)
  }
  await readOnly(true)
  await assert.rejects(take(store, 'a'), Unavailable)
  await assert.rejects(store.check(), Unavailable)
  await readOnly(false)
  assert.deepEqual(await take(store, 'a'), { id: 'a' })
  await asked(
    at,
    `create function full_disk() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
     create trigger full_disk before insert on places for each row execute function full_disk()`,
  )
  await assert.rejects(take(store, 'b'), Unavailable)
  await asked(at, 'drop trigger full_disk on places')
  assert.deepEqual(await take(store, 'b'), { id: 'b' })
})

test('After PostgreSQL has come back as one that is only read, a new connection is tried', async (t) => {
  const { store, at, closed } = await emptyStore({ database: 'postgres', commands, commandsModule })
  t.after(closed)
  await store.dispatch(layTable, {}, by)
  const server = await postgresUrl()
  const name = new URL(at).pathname.slice(1)
  await asked(server, `alter database ${name} set default_transaction_read_only = on`)
  await asked(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
  await assert.rejects(take(store, 'a'), Unavailable)
  await asked(server, `alter database ${name} reset default_transaction_read_only`)
  assert.deepEqual(await take(store, 'a'), { id: 'a' })
})
