import { equal, notEqual } from 'node:assert/strict'
import { statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import pg from 'pg'
import { ballotOf, vote } from '../../../../../test/ballot.ts'
import { openHouse } from '../../../../../test/house.ts'
import { onBothDatabases, type Database } from '../../../../../test/stores.ts'
import { databaseFile, orThrow } from '../../../../platform/store/store.ts'
import { closeBallot, revealBallot } from '../../ballot/commands/ballots.ts'

/** Somebody who reads the votes and does not let go of them, and a trace of whether they were cleared. */
async function reader(database: Database, at: string) {
  if (database === 'sqlite') {
    const db = new DatabaseSync(databaseFile(at), { readOnly: true })
    db.exec('begin; select count(*) from votes')
    db.prepare('select count(*) from votes').all()
    return {
      isCleared: async () => statSync(`${databaseFile(at)}-wal`).size === 0,
      letGo: async () => db.close(),
    }
  }
  const client = new pg.Client({ connectionString: at })
  await client.connect()
  const file = async () =>
    (await client.query<{ path: string }>("select pg_relation_filepath('votes') as path")).rows[0]!.path
  const before = await file()
  await client.query('begin')
  await client.query('select count(*) from votes')
  return {
    isCleared: async () => (await file()) !== before,
    letGo: async () => void (await client.query('commit')),
    end: () => client.end(),
  }
}

onBothDatabases('Old versions of votes', (database) => {
  test('that somebody’s reading kept in the files are cleared when the result is revealed', async (t) => {
    const { store, at: place } = await openHouse(t, { database })
    const { at, of, people } = await ballotOf(store)
    orThrow(await vote(store, at, of['brent']![0]!, 'hub', 'one'))
    const reading = await reader(database, place)
    // Closing is done all the same, and nobody waits for long.
    notEqual(orThrow(await store.dispatch(closeBallot, at, { actor: people.organiser })), undefined)
    equal(await reading.isCleared(), false)
    await reading.letGo()
    orThrow(await store.dispatch(revealBallot, at, { actor: people.organiser }))
    equal(await reading.isCleared(), true)
    await reading.end?.()
  })
})
