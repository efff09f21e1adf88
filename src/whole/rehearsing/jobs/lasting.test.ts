import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openHouse } from '../../../../test/house.ts'
import { databaseBefore } from '../../../../test/migrating.ts'
import { begun, rehearsable } from '../../../../test/rehearsal.ts'
import { onBothDatabases } from '../../../../test/stores.ts'
import { lengthInWords } from '../rules/state.ts'
import { rehearsalIn } from '../store.ts'

onBothDatabases('A rehearsal', (database) => {
  test('may last a part of a minute, and says what is wrong with other lengths', async (t) => {
    const { store } = await openHouse(t, { database })
    const made = await rehearsable(store)
    const { network } = await begun(store, made, { minutes: '0.5', people: 1 })
    equal((await rehearsalIn(store.db, network))?.minutes, 0.5)
    equal(lengthInWords(0.5), '30 seconds')
    for (const minutes of ['0.05', '601', '-1', 'soon'])
      await rejects(
        begun(store, made, { minutes }),
        /Enter how many minutes, like 10 or 0\.5, from 0\.1 to 600/,
        minutes,
      )
  })

  test('begun when minutes were whole keeps its length', async (t) => {
    const { db, migrate } = await databaseBefore(t, database, '0014')
    for (const [network, minutes] of [
      ['short', 10],
      ['real', null],
    ])
      await sql`insert into rehearsals values (${network}, 'n', 'e', 5, ${minutes}, 1.5, 1, 1, null, null, '', '', null)`.execute(
        db,
      )
    await migrate()
    const { rows } = await sql`select network_id, minutes, pace from rehearsals order by network_id`.execute(
      db,
    )
    deepEqual(
      rows.map((row) => ({ ...(row as object) })),
      [
        { network_id: 'real', minutes: null, pace: 1.5 },
        { network_id: 'short', minutes: 10, pace: 1.5 },
      ],
    )
  })
})
