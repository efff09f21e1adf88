import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { z } from 'zod'
import { emptyStore, onBothDatabases, type Database } from '../../../test/stores.ts'
import { commands, layTable, placesAt, takeAndRefuse, takePlace } from '../../../test/writing.ts'
import { anyone, operator } from './actor.ts'
import { command, refuse, everyone, isRefusal, whoeverRunsTheServer } from './command.ts'
import { brokenAt, revisionOf } from './journal.ts'

const by = { actor: anyone }
const Asked = z.object({ event: z.string(), ids: z.array(z.unknown()) })
const topic = ({ event }: { event: string }) => `event:${event}`

/** Takes a place, as only the operator may. */
const takeAsOperator = command('test.takeAsOperator', {
  ...takePlace,
  said: 'took a place',
  who: whoeverRunsTheServer,
})

/** Does one of these for each id, and returns the answers. */
const forEach = (name: string, inside: typeof takePlace) =>
  command(name, {
    internal: true,
    input: Asked,
    topic,
    who: everyone,
    async run(_tx, { event, ids }, { do: doing }): Promise<unknown[]> {
      const answers: unknown[] = []
      for (const id of ids) answers.push(await doing(inside, { event, id }))
      return answers
    },
  })
const takeEach = forEach('test.takeEach', takePlace)
const takeEachAsOperator = forEach('test.takeEachAsOperator', takeAsOperator)

/** Does one that writes and then refuses, and goes on. */
const takeAfterRefusal = command('test.takeAfterRefusal', {
  internal: true,
  input: Asked,
  topic,
  who: everyone,
  async run(_tx, { event }, { do: doing }): Promise<unknown[]> {
    return [
      await doing(takeAndRefuse, { event, id: 'refused' }),
      await doing(takePlace, { event, id: 'taken' }),
    ]
  },
})

/** Refuses after another has been done. */
const refuseAfterTaking = command('test.refuseAfterTaking', {
  internal: true,
  input: Asked,
  topic,
  who: everyone,
  async run(_tx, { event }, { do: doing }): Promise<unknown> {
    await doing(takePlace, { event, id: 'a' })
    return refuse('Not after all')
  },
})

const takeElsewhere = command('test.takeElsewhere', {
  internal: true,
  input: Asked,
  topic,
  who: everyone,
  run: (_tx, _asked, { do: doing }): Promise<unknown> => doing(takePlace, { event: 'other', id: 'a' }),
})

const own = [takeAsOperator, takeEach, takeEachAsOperator, takeAfterRefusal, refuseAfterTaking, takeElsewhere]

async function open(t: TestContext, database: Database) {
  const named = own.map((one) => [one.name, one] as const)
  const { store, closed } = await emptyStore({ database, commands: new Map([...commands, ...named]) })
  t.after(closed)
  await store.dispatch(layTable, {}, by)
  const journal = () =>
    store.db.selectFrom('journal').select(['command', 'cause']).where('topic', '=', 'event:e').execute()
  return { store, journal }
}

onBothDatabases('A command inside a command', (database) => {
  test('is entered by itself, after the one that is its cause', async (t) => {
    const { store, journal } = await open(t, database)
    const answers = await store.dispatch(takeEach, { event: 'e', ids: ['a', 'b'] }, by)
    assert.deepEqual(answers, [{ id: 'a' }, { id: 'b' }])
    assert.deepEqual(await journal(), [
      { command: 'test.takeEach', cause: '' },
      { command: 'test.takePlace', cause: 'test.takeEach' },
      { command: 'test.takePlace', cause: 'test.takeEach' },
    ])
    assert.equal(await revisionOf(store.db, 'event:e'), 3)
    assert.equal(await brokenAt(store.db, 'event:e'), undefined)
  })

  test('is parsed, and asked who may', async (t) => {
    const { store, journal } = await open(t, database)
    const [wrong] = (await store.dispatch(takeEach, { event: 'e', ids: [7] }, by)) as unknown[]
    assert.ok(isRefusal(wrong) && wrong.fields?.['id'])
    const [mayNot] = (await store.dispatch(takeEachAsOperator, { event: 'e', ids: ['a'] }, by)) as unknown[]
    assert.ok(isRefusal(mayNot) && mayNot.kind === 'forbidden')
    assert.deepEqual([await journal(), await placesAt(store.db, 'e')], [[], []])
    const may = await store.dispatch(takeEachAsOperator, { event: 'e', ids: ['a'] }, { actor: operator })
    assert.deepEqual(may, [{ id: 'a' }])
  })

  test('that refuses gives a value and leaves nothing, and the other may go on', async (t) => {
    const { store, journal } = await open(t, database)
    const [refused, taken] = (await store.dispatch(
      takeAfterRefusal,
      { event: 'e', ids: [] },
      by,
    )) as unknown[]
    assert.ok(isRefusal(refused))
    assert.deepEqual(taken, { id: 'taken' })
    assert.deepEqual(
      (await placesAt(store.db, 'e')).map(({ id }) => id),
      ['taken'],
    )
    assert.deepEqual(
      (await journal()).map(({ command: name }) => name),
      ['test.takeAfterRefusal', 'test.takePlace'],
    )
    assert.equal(await brokenAt(store.db, 'event:e'), undefined)
  })

  test('goes with the one around it when that refuses, and harms no other of its group', async (t) => {
    const { store, journal } = await open(t, database)
    const [refused] = await Promise.all([
      store.dispatch(refuseAfterTaking, { event: 'e', ids: [] }, by),
      store.dispatch(takePlace, { event: 'e', id: 'b' }, by),
    ])
    assert.ok(isRefusal(refused))
    assert.deepEqual(
      (await placesAt(store.db, 'e')).map(({ id }) => id),
      ['b'],
    )
    assert.deepEqual(await journal(), [{ command: 'test.takePlace', cause: '' }])
  })

  test('may change only what the one around it has locked', async (t) => {
    const { store } = await open(t, database)
    await assert.rejects(
      store.dispatch(takeElsewhere, { event: 'e', ids: [] }, by),
      /test\.takeElsewhere has not locked event:other/,
    )
    assert.deepEqual(await placesAt(store.db, 'other'), [])
  })
})
