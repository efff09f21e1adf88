import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyStore, onBothDatabases } from '../../../test/stores.ts'
import { commands, layTable, placesAt, takePlace } from '../../../test/writing.ts'
import { anyone } from './actor.ts'
import { prepared } from './prepared.ts'
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
})
