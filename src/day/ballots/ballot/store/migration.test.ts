import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { databaseBefore } from '../../../../../test/migrating.ts'
import { onBothDatabases } from '../../../../../test/stores.ts'

onBothDatabases('Votes of a time when each named one idea', (database) => {
  test('are lists of one afterwards', async (t) => {
    const { db, migrate } = await databaseBefore(t, database, '0007')
    for (const [id, idea] of [
      ['b', 'hub'],
      ['a', 'tree'],
    ])
      await sql`insert into votes values ('north', 'which', ${id}, ${idea}, 'brent')`.execute(db)
    await migrate()
    const { rows } = await sql`select * from votes order by id`.execute(db)
    deepEqual(
      rows.map((row) => ({ ...(row as object) })),
      [
        { network_id: 'north', ballot_id: 'which', id: 'a', choices: 'tree', team_id: 'brent' },
        { network_id: 'north', ballot_id: 'which', id: 'b', choices: 'hub', team_id: 'brent' },
      ],
    )
  })
})
