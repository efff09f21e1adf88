import { deepEqual, equal, match } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { emptyStore, onBothDatabases, type Database } from '../../../test/stores.ts'
import { commands, layTable, placesAt, takePlace, takeSecretly } from '../../../test/writing.ts'
import { anyone } from './actor.ts'
import { isRefusal, refuse } from './command.ts'

const by = { actor: anyone }

async function open(t: TestContext, database: Database) {
  const { store, closed } = await emptyStore({ database, commands })
  t.after(closed)
  await store.dispatch(layTable, {}, by)
  let ids = 0
  const take = (event: string, command = takePlace) =>
    store.dispatch(command, { event, id: `other ${(ids += 1)}`, capacity: 1000 }, by)
  /** Takes a place at `e`; while `unless` is asked, something else happens. */
  async function asking(id: string, meanwhile: (times: number) => Promise<unknown>) {
    let times = 0
    const unless = async () => {
      times += 1
      await meanwhile(times)
      return undefined
    }
    const answer = await store.dispatch(takePlace, { event: 'e', id, capacity: 1000 }, { ...by, unless })
    return { times, answer }
  }
  return { store, take, asking }
}

onBothDatabases('What speaks against a change', (database) => {
  test('is asked again when its topic has moved on meanwhile, and only then', async (t) => {
    const { take, asking } = await open(t, database)
    deepEqual(await asking('a', () => take('elsewhere')), { times: 1, answer: { id: 'a' } })
    deepEqual(await asking('b', async (times) => times < 3 && take('e')), { times: 3, answer: { id: 'b' } })
    deepEqual(await asking('c', () => take('e', takeSecretly)), { times: 1, answer: { id: 'c' } })
  })

  test('is looked for in the group that is just being stored, too', async (t) => {
    const { take, asking } = await open(t, database)
    let other: Promise<unknown> | undefined
    const { times } = await asking('a', async () => {
      // Not waited for: both are sent to the writer in the same turn.
      other ??= take('e')
    })
    await other
    equal(times, 2)
  })

  test('keeps it from being done, unless it was done before under the same key', async (t) => {
    const { store } = await open(t, database)
    const unless = async () => refuse('Somebody was quicker')
    const send = (key: string) =>
      store.dispatch(takePlace, { event: 'e', id: 'mine' }, { ...by, key, unless })
    deepEqual(await send('one'), { kind: 'rule', refused: 'Somebody was quicker' })
    deepEqual(await placesAt(store.db, 'e'), [])
    await store.dispatch(takePlace, { event: 'e', id: 'mine' }, { ...by, key: 'one' })
    deepEqual(
      [await send('one'), await send('two')],
      [{ id: 'mine' }, { kind: 'rule', refused: 'Somebody was quicker' }],
    )
  })

  test('cannot be asked for ever: in a rush, whoever saves is asked to send it again', async (t) => {
    const { store, take, asking } = await open(t, database)
    const { answer } = await asking('mine', () => take('e'))
    match(isRefusal(answer) ? answer.refused : '', /^Too much is being saved at this moment/)
    equal(
      (await placesAt(store.db, 'e')).some(({ id }) => id === 'mine'),
      false,
    )
  })
})
