import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { addTeam, startNetwork } from '../../before/networks/commands.ts'
import { emptyStore, postgresPlace } from '../../../test/stores.ts'
import { operator } from './actor.ts'
import type { Revised } from './group.ts'
import { orThrow, openStore, type Store } from './store.ts'
import { commands } from '../../commands.ts'
import { commandsModule, migrations } from '../../../test/stores.ts'

const words = { teamNoun: 'team', teamNounPlural: 'teams', boardName: 'Board', qiTeamName: 'QI team' }
const by = { actor: operator }

async function twoStores(t: TestContext) {
  const place = await postgresPlace()
  const open = () =>
    openStore({ at: place.at, secret: 'a secret for tests', migrations, commandsModule, commands })
  const [here, there] = [await open(), await open()]
  t.after(async () => {
    await here.close()
    await there.close()
    await place.remove()
  })
  return { here, there, place }
}

/** Resolves when a store has been told that a topic reached a revision. */
function told(store: Store, topic: string, revision: number): Promise<Revised[]> {
  const all: Revised[] = []
  return new Promise((resolve) => {
    const stop = store.onRevised((revised) => {
      all.push(...revised)
      if (revised.some((one) => one.topic === topic && one.revision >= revision)) {
        stop()
        resolve(all)
      }
    })
  })
}

test('What is stored by one instance is told to another on the same database', async (t) => {
  const { here, there } = await twoStores(t)
  const [heard, own] = [told(there, 'networks', 1), told(here, 'networks', 1)]
  orThrow(await here.dispatch(startNetwork, { name: 'North', ...words }, by))
  assert.deepEqual(await heard, [{ topic: 'networks', revision: 1 }])
  assert.deepEqual(await own, [{ topic: 'networks', revision: 1 }])
})

test('A burst of changes is few notices, and the last revision is among them', async (t) => {
  const { here, there } = await twoStores(t)
  const { id: network } = orThrow(await here.dispatch(startNetwork, { name: 'North', ...words }, by))
  const heard = told(there, `network:${network}`, 40)
  for (let number = 1; number <= 40; number += 1)
    orThrow(await here.dispatch(addTeam, { network, name: `Team ${number}` }, by))
  const revisions = (await heard).filter(({ topic }) => topic === `network:${network}`)
  assert.equal(revisions.at(-1)!.revision, 40)
  assert.ok(revisions.length < 40, `${revisions.length} notices for 40 changes`)
})

test('An instance whose line was cut listens again', async (t) => {
  const { here, there, place } = await twoStores(t)
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: place.at })
  await client.connect()
  const lines = async () =>
    (
      await client.query<{ pid: number }>(
        "select pid from pg_stat_activity where datname = current_database() and state = 'idle' and query like 'listen%'",
      )
    ).rows.map(({ pid }) => pid)
  const before = await lines()
  assert.equal(before.length, 2)
  for (const pid of before) await client.query('select pg_terminate_backend($1)', [pid])
  while ((await lines()).filter((pid) => !before.includes(pid)).length < 2)
    await new Promise((next) => setTimeout(next, 20))
  await client.end()
  const heard = told(there, 'networks', 1)
  orThrow(await here.dispatch(startNetwork, { name: 'North', ...words }, by))
  assert.deepEqual(await heard, [{ topic: 'networks', revision: 1 }])
})

test('The embedded database has nobody else to tell', async () => {
  const { store, closed } = await emptyStore({ database: 'sqlite' })
  const own = told(store, 'networks', 1)
  orThrow(await store.dispatch(startNetwork, { name: 'North', ...words }, by))
  assert.deepEqual(await own, [{ topic: 'networks', revision: 1 }])
  await closed()
})
