import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyStore, onBothDatabases } from '../../../test/stores.ts'
import { commands, kept, layTable, placesAt, takeMany, takePlace } from '../../../test/writing.ts'
import { anyone } from './actor.ts'
import { prepared, preparedAmong, preparedRows } from './prepared.ts'
import { revisionOf } from './journal.ts'

onBothDatabases('A prepared query', (database) => {
  test('gives the rows for the values at hand, each time anew, whatever stands in them', async (t) => {
    const { store, closed } = await emptyStore({ database, commands })
    t.after(closed)
    await store.dispatch(layTable, {}, { actor: anyone })
    for (const id of ['a', 'b'])
      await store.dispatch(takePlace, { event: 'e', id, capacity: 3 }, { actor: anyone })
    let built = 0
    const entries = prepared((db, topic: string, subject: string) => {
      built += 1
      return db
        .selectFrom('journal')
        .select(['topic', 'subject', 'revision'])
        .where('subject', '=', subject)
        .where('topic', '=', topic)
        .where('revision', '>', 0)
    })
    const known = (await placesAt(store.db, 'e')).length
    assert.equal(known, 2)
    const topic = 'event:e'
    const all = await store.db.selectFrom('journal').selectAll().where('topic', '=', topic).execute()
    for (const { subject, revision } of all) {
      const rows = await entries(store.db, topic, subject)
      assert.deepEqual(
        rows.filter((row) => row.revision === revision),
        [{ topic, subject, revision }],
      )
    }
    assert.deepEqual(await entries(store.db, topic, "'; drop table journal; --"), [])
    assert.deepEqual(await entries(store.db, topic, 'value 0'), [])
    assert.equal(await revisionOf(store.db, topic), 2)
    assert.equal(built, 1)
  })

  test('among many keys gives each row once, with few statements for lists of all lengths', async (t) => {
    const { store, closed } = await emptyStore({ database, commands })
    t.after(closed)
    await store.dispatch(layTable, {}, { actor: anyone })
    const ids = Array.from({ length: 21 }, (_, at) => `p${at}`)
    await store.dispatch(takeMany, { event: 'e', ids: [...ids, 'nobody'] }, { actor: anyone })
    await store.dispatch(takePlace, { event: 'other', id: 'p21' }, { actor: anyone })
    let built = 0
    const among = preparedAmong((db, among, event: string) => {
      built += 1
      return db.selectFrom('places').select('id').where(among('id')).where('event', '=', event)
    })
    for (let many = 0; many <= ids.length; many += 1) {
      const wanted = ids.slice(0, many)
      const rows = await among(store.db, [...wanted, ...wanted, 'p21'], 'e')
      assert.deepEqual(rows.map(({ id }) => id).sort(), wanted.sort())
    }
    assert.deepEqual(await among(store.db, [], 'e'), [])
    assert.equal(built, 1)
  })

  test('writes rows of any number, is journalled, and cannot be used after its command', async (t) => {
    const { store, closed } = await emptyStore({ database, commands })
    t.after(closed)
    await store.dispatch(layTable, {}, { actor: anyone })
    for (const many of [0, 1, 3, 37, 300]) {
      const event = `of ${many}`
      const ids = Array.from({ length: many }, (_, at) => `${many} ${at}`)
      const answer = await store.dispatch(takeMany, { event, ids }, { actor: anyone })
      assert.deepEqual(answer, { written: many })
      const rows = await placesAt(store.db, event)
      assert.deepEqual(
        rows.map(({ id }) => id),
        ids.sort(),
      )
      assert.equal(await revisionOf(store.db, `event:${event}`), many === 0 ? 0 : 1)
    }
    const late = preparedRows<{ id: string; event: string }>(
      { id: 'text', event: 'text' },
      (tx, { columns, rows }) => tx.insertInto('places').columns(columns).expression(rows),
    )
    await assert.rejects(late(kept.tx!, [{ id: 'late', event: 'e' }]), /answered already/)
  })
})
