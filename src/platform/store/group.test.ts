import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { emptyStore, onBothDatabases, type Database } from '../../../test/stores.ts'
import {
  commands,
  kept,
  keepTx,
  layTable,
  placesAt,
  stall,
  takeAndRefuse,
  takeAndThrow,
  takeInTwo,
  takePlace,
  takeWithoutWaiting,
} from '../../../test/writing.ts'
import { anyone } from './actor.ts'
import { isRefusal } from './command.ts'
import { brokenAt, revisionOf } from './journal.ts'
import { CommandFailed } from './store.ts'

const by = { actor: anyone }
const numbers = (many: number) => Array.from({ length: many }, (_each, at) => at)

async function open(t: TestContext, database: Database) {
  const { store, closed } = await emptyStore({ database, commands })
  t.after(closed)
  await store.dispatch(layTable, {}, by)
  return store
}

onBothDatabases('The writer', (database) => {
  test('lets exactly the capacity in under 1,000 at once', async (t) => {
    const store = await open(t, database)
    const sent = numbers(1000).map((id) =>
      store.dispatch(takePlace, { event: 'e', id: `${id}`, capacity: 75 }, by),
    )
    const answers = await Promise.all(sent)
    assert.equal(answers.filter((answer) => !isRefusal(answer)).length, 75)
    assert.equal((await placesAt(store.db, 'e')).length, 75)
    assert.equal(await revisionOf(store.db, 'event:e'), 75)
    assert.equal(await brokenAt(store.db, 'event:e'), undefined)
  })

  test('lets one that throws harm no other of its group', async (t) => {
    const store = await open(t, database)
    const sent = numbers(20).map((id) =>
      store.dispatch(id === 7 ? takeAndThrow : takePlace, { event: 'e', id: `${id}`, capacity: 100 }, by),
    )
    const settled = await Promise.allSettled(sent)
    assert.deepEqual(
      settled.map((one) => one.status).filter((status) => status === 'rejected'),
      ['rejected'],
    )
    assert.ok(settled[7]?.status === 'rejected' && settled[7].reason instanceof CommandFailed)
    const places = await placesAt(store.db, 'e')
    assert.equal(places.length, 19)
    assert.ok(!places.some((place) => place.id === '7'))
    assert.equal(await revisionOf(store.db, 'event:e'), 19)
  })

  test('leaves nothing of one that refuses after it has written', async (t) => {
    const store = await open(t, database)
    const [refused, taken] = await Promise.all([
      store.dispatch(takeAndRefuse, { event: 'e', id: 'a' }, by),
      store.dispatch(takePlace, { event: 'e', id: 'b' }, by),
    ])
    assert.deepEqual(refused, { kind: 'rule', refused: 'On second thoughts, no' })
    assert.deepEqual(taken, { id: 'b' })
    assert.deepEqual(await placesAt(store.db, 'e'), [{ id: 'b', event: 'e' }])
    assert.equal(await revisionOf(store.db, 'event:e'), 1)
  })

  test('does once what is sent twice under a key, and answers the same', async (t) => {
    const store = await open(t, database)
    const send = (id: string) => store.dispatch(takePlace, { event: 'e', id }, { ...by, key: 'the same' })
    const [one, two] = await Promise.all([send('a'), send('b')])
    const three = await send('c')
    assert.deepEqual([one, two, three], [{ id: 'a' }, { id: 'a' }, { id: 'a' }])
    assert.equal((await placesAt(store.db, 'e')).length, 1)
  })

  test('does again under the same key what was refused the first time', async (t) => {
    const store = await open(t, database)
    const send = (capacity: number) =>
      store.dispatch(takePlace, { event: 'e', id: 'a', capacity }, { ...by, key: 'k' })
    assert.deepEqual(await send(0), { kind: 'rule', refused: 'All places are taken' })
    assert.deepEqual(await send(1), { id: 'a' })
  })

  test('fails loudly when a transaction is used after its command has answered', async (t) => {
    const store = await open(t, database)
    await store.dispatch(keepTx, { event: 'e', id: 'a' }, by)
    await assert.rejects(placesAt(kept.tx!, 'e'), /may not be used any more/)
  })

  test('does not let two topics locked from both ends stand in each other’s way', async (t) => {
    const store = await open(t, database)
    const sent = numbers(60).map((id) => {
      const [first, second] = id % 2 ? ['a', 'b'] : ['b', 'a']
      return store.dispatch(takeInTwo, { first, second, id: `${id}` }, by)
    })
    const others = numbers(20).map((id) =>
      store.dispatch(takePlace, { event: 'a', id: `x${id}`, capacity: 100 }, by),
    )
    await Promise.all([...sent, ...others])
    assert.equal(await revisionOf(store.db, 'event:a'), 80)
    assert.equal(await revisionOf(store.db, 'event:b'), 60)
    assert.equal(await brokenAt(store.db, 'event:a'), undefined)
  })

  test('gives up a command that never answers, and goes on', async (t) => {
    const store = await open(t, database)
    const [stalled, taken] = await Promise.allSettled([
      store.dispatch(stall, { event: 'e', id: 'a' }, by),
      store.dispatch(takePlace, { event: 'e', id: 'b' }, by),
    ])
    assert.ok(stalled.status === 'rejected')
    assert.deepEqual(taken, { status: 'fulfilled', value: { id: 'b' } })
  })

  test('does in their order what a command sends without waiting, and all of it or nothing', async (t) => {
    const store = await open(t, database)
    const send = (...ids: string[]) => store.dispatch(takeWithoutWaiting, { event: 'e', ids }, by)
    assert.deepEqual(await send('a', 'b', 'c'), { found: [1, 2, 3] })
    const [failed, taken] = await Promise.allSettled([
      send('d', 'a', 'f'),
      store.dispatch(takePlace, { event: 'e', id: 'g' }, by),
    ])
    assert.ok(failed.status === 'rejected' && failed.reason instanceof CommandFailed)
    assert.deepEqual(taken, { status: 'fulfilled', value: { id: 'g' } })
    assert.deepEqual(await send('h'), { found: [5] })
    assert.equal(await revisionOf(store.db, 'event:e'), 3)
  })

  test('tells of a change once, after it is stored', async (t) => {
    const store = await open(t, database)
    const told: unknown[] = []
    store.onRevised((revised) => told.push(...revised))
    await store.dispatch(takePlace, { event: 'e', id: 'a' }, by)
    assert.deepEqual(told, [{ topic: 'event:e', revision: 1 }])
  })

  test('asks before an NHS number is stored, and stores it when told that it is none', async (t) => {
    const store = await open(t, database)
    const answer = await store.dispatch(takePlace, { event: 'e', id: 'call 943 476 5919' }, by)
    assert.ok(isRefusal(answer) && answer.kind === 'question')
    assert.deepEqual(await placesAt(store.db, 'e'), [])
    const confirmed = { event: 'e', id: 'call 943 476 5919', notIdentifiers: 'yes' }
    assert.deepEqual(await store.dispatch(takePlace, confirmed, by), { id: 'call 943 476 5919' })
  })
})
