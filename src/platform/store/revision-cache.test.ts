import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyStore, onBothDatabases } from '../../../test/stores.ts'
import { commands, layTable, placesAt, takePlace } from '../../../test/writing.ts'
import { anyone } from './actor.ts'
import { cachedByRevision } from './revision-cache.ts'

onBothDatabases('What is remembered', (database) => {
  test('is asked once until its topic changes, and by each store for itself', async (t) => {
    let asked = 0
    const places = cachedByRevision(
      (event: string) => [`event:${event}`],
      (db, event) => {
        asked += 1
        return placesAt(db, event)
      },
    )
    const open = async () => {
      const { store, closed } = await emptyStore({ database, commands })
      t.after(closed)
      await store.dispatch(layTable, {}, { actor: anyone })
      return store
    }
    const [store, other] = [await open(), await open()]
    const take = (id: string, event = 'e') => store.dispatch(takePlace, { event, id }, { actor: anyone })
    await take('a')
    assert.deepEqual(await Promise.all([places(store.db, 'e'), places(store.db, 'e')]), [
      [{ id: 'a', event: 'e' }],
      [{ id: 'a', event: 'e' }],
    ])
    await take('x', 'elsewhere')
    await places(store.db, 'e')
    const before = asked
    await take('b')
    assert.equal((await places(store.db, 'e')).length, 2)
    assert.equal(asked, before + 1)
    assert.deepEqual(await places(other.db, 'e'), [])
  })

  test('is not what has never changed: taken away, that would stand at the same revision', async (t) => {
    const { store, closed } = await emptyStore({ database, commands })
    t.after(closed)
    let there = true
    const read = cachedByRevision(
      () => ['event:e'],
      async () => there,
    )
    assert.equal(await read(store.db, 'e'), true)
    there = false
    assert.equal(await read(store.db, 'e'), false)
  })

  test('is not a failure', async (t) => {
    const { store, closed } = await emptyStore({ database })
    t.after(closed)
    let fails = true
    const read = cachedByRevision(
      () => ['event:e'],
      async () => {
        if (fails) throw new Error('not just now')
        return 'read'
      },
    )
    await assert.rejects(read(store.db, 'e'), /not just now/)
    fails = false
    assert.equal(await read(store.db, 'e'), 'read')
  })
})
