import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { cutOff, databases, emptyStore, postgresPlace, sqlitePlace } from '../../../test/stores.ts'
import { commands, layTable, placesAt, takePlace } from '../../../test/writing.ts'
import { anyone } from './actor.ts'
import { brokenAt, revisionOf } from './journal.ts'
import { openStore } from './store.ts'
import { threadWriter } from './thread.ts'
import { Unavailable } from './writer.ts'

const by = { actor: anyone }
const commandsModule = new URL('../../../test/writing.ts', import.meta.url).href
const script = new URL('../../../test/writing-process.ts', import.meta.url)

for (const database of databases) {
  test(`Nothing acknowledged is lost when the process is killed while it writes (${database})`, async (t) => {
    const place = database === 'sqlite' ? sqlitePlace() : await postgresPlace()
    t.after(place.remove)
    const writing = spawn(process.execPath, [script.pathname, place.at], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const acknowledged: string[] = []
    for await (const line of createInterface({ input: writing.stdout })) {
      acknowledged.push(line)
      if (acknowledged.length === 300) writing.kill('SIGKILL')
    }
    if (writing.exitCode === null && writing.signalCode === null) await once(writing, 'exit')
    assert.equal(writing.signalCode, 'SIGKILL')
    const store = await openStore({
      at: place.at,
      secret: 'a secret for tests',
      migrations: new URL('../../migrations/', import.meta.url),
      commandsModule,
      commands,
    })
    t.after(() => store.close())
    const stored = new Set((await placesAt(store.db, 'e')).map(({ id }) => id))
    assert.deepEqual(
      acknowledged.filter((id) => !stored.has(id)),
      [],
    )
    assert.equal(await revisionOf(store.db, 'event:e'), stored.size)
    assert.equal(await brokenAt(store.db, 'event:e'), undefined)
  })
}

for (const database of databases)
  test(`The thread of the writer stores, tells and answers as the writer itself does (${database})`, async (t) => {
    const { store, closed } = await emptyStore({ database, commands, commandsModule, thread: true })
    t.after(closed)
    const told: unknown[] = []
    store.onRevised((revised) => told.push(...revised))
    await store.dispatch(layTable, {}, by)
    assert.deepEqual(await store.dispatch(takePlace, { event: 'e', id: 'a', capacity: 1 }, by), { id: 'a' })
    assert.deepEqual(await store.dispatch(takePlace, { event: 'e', id: 'b', capacity: 1 }, by), {
      kind: 'rule',
      refused: 'All places are taken',
    })
    assert.deepEqual(told, [{ topic: 'event:e', revision: 1 }])
  })

test('When the thread dies, who waits is told to try again, and a new one takes over', async (t) => {
  const place = sqlitePlace()
  t.after(place.remove)
  const opened = await openStore({
    at: place.at,
    secret: 's',
    migrations: new URL('../../migrations/', import.meta.url),
    commandsModule,
    commands,
  })
  await opened.dispatch(layTable, {}, by)
  await opened.close()
  const writer = await threadWriter(
    { at: `${place.at}/spreadathon.db`, secret: 's', commands: commandsModule, durable: true },
    () => {},
  )
  t.after(() => writer.close())
  const change = (id: string) => ({
    command: takePlace.name,
    input: { event: 'e', id, capacity: 5 },
    actor: anyone,
    key: id,
    now: new Date().toISOString(),
  })
  const first = writer.worker
  const waiting = assert.rejects(writer.write(change('a')), Unavailable)
  await first!.terminate()
  await waiting
  const patience = Date.now() + 60_000
  while (!writer.worker || writer.worker === first) {
    assert.ok(Date.now() < patience, 'no new thread in a minute')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  assert.deepEqual(await writer.write(change('a')), { answer: { id: 'a' } })
})

test('A thread that dies when all is to stop is not started again', async (t) => {
  const place = sqlitePlace()
  t.after(place.remove)
  const writer = await threadWriter(
    { at: `${place.at}/spreadathon.db`, secret: 's', commands: commandsModule, durable: true },
    () => {},
  )
  await writer.worker!.terminate()
  await writer.close()
  await new Promise((resolve) => setTimeout(resolve, 2000))
  assert.equal(writer.worker, undefined)
})

test('Whoever writes while PostgreSQL lets nobody in may send it again, and then it is done once', async (t) => {
  const { store, at, closed } = await emptyStore({
    database: 'postgres',
    commands,
    commandsModule,
    thread: true,
  })
  t.after(closed)
  await store.dispatch(layTable, {}, by)
  const take = () => store.dispatch(takePlace, { event: 'e', id: 'a', capacity: 1 }, { ...by, key: 'one' })
  await cutOff(at, true)
  await assert.rejects(take(), Unavailable)
  await cutOff(at, false)
  assert.deepEqual(await take(), { id: 'a' })
  assert.deepEqual(await take(), { id: 'a' })
  assert.equal(await revisionOf(store.db, 'event:e'), 1)
})
