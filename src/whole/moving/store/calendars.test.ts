import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openHouse, type House } from '../../../../test/house.ts'
import { databaseBefore } from '../../../../test/migrating.ts'
import { peopleOf } from '../../../../test/people.ts'
import { commandsModule, migrations, onBothDatabases } from '../../../../test/stores.ts'
import { Visitor } from '../../../../test/visitor.ts'
import { buildApp } from '../../../app.ts'
import { startNetwork } from '../../../before/networks/commands.ts'
import { calendarUid } from '../../../before/networks/rules.ts'
import { networkById } from '../../../before/networks/store/networks.ts'
import { commands } from '../../../commands.ts'
import { paths } from '../../../paths.ts'
import { openStore, orThrow } from '../../../platform/store/store.ts'
import { takeIn } from '../terminal/files.ts'

const demonstration = readFileSync(
  new URL('../../../../examples/demonstration.yaml', import.meta.url),
  'utf8',
)

async function uidFor(visitor: Visitor, network: string): Promise<string> {
  const { text } = await visitor.get(paths.eventCalendar({ network, event: 'today' }))
  return /\nUID:(.*)\r/.exec(text.replaceAll('\r\n ', ''))![1]!
}

const uidIn = (house: House, network: string) => uidFor(house.visitor(), network)

onBothDatabases('The names of calendar entries', (database) => {
  test('are not those of another installation or network, and stay whatever is restarted', async (t) => {
    const [here, there] = [await openHouse(t, { database }), await openHouse(t, { database })]
    for (const { store } of [here, there]) await takeIn(store, demonstration)
    await takeIn(here.store, demonstration, { as: 'second' })
    const uids = [
      await uidIn(here, 'demonstration'),
      await uidIn(here, 'second'),
      await uidIn(there, 'demonstration'),
    ]
    assert.equal(new Set(uids).size, 3, uids.join())

    const again = await openStore({
      at: here.at,
      secret: 'another secret',
      migrations,
      commandsModule,
      commands,
    })
    const app = await buildApp(again, { ...here.config, publicUrl: 'https://moved.example.org' })
    try {
      assert.equal(await uidFor(new Visitor(app.server), 'demonstration'), uids[0])
    } finally {
      await app.close()
      await again.close()
    }
  })

  test('are given to every network, however it began', async (t) => {
    const { store } = await openHouse(t, { database })
    const { organiser } = await peopleOf(store)
    const { id } = orThrow(
      await store.dispatch(
        startNetwork,
        {
          name: 'Autumn',
          teamNoun: 'team',
          teamNounPlural: 'teams',
          boardName: 'Board',
          qiTeamName: 'QI team',
        },
        { actor: organiser },
      ),
    )
    const calendars = [id, 'north'].map(async (one) => (await networkById(store.db, one))?.calendar)
    for (const calendar of await Promise.all(calendars)) assert.match(calendar ?? '', /^[\w-]{36}$/)
  })

  test('stay as they were for real networks of before; a demonstration is on every installation', async (t) => {
    const { db, migrate } = await databaseBefore(t, database, '0020')
    for (const [id, kind] of [
      ['spring', 'real'],
      ['demonstration', 'demonstration'],
    ])
      await sql`insert into networks (id, name, kind, team_noun, team_noun_plural, board_name, qi_team_name, created_at)
        values (${id}, ${id}, ${kind}, 'team', 'teams', 'Board', 'QI team', '2026-01-01T00:00:00.000Z')`.execute(
        db,
      )
    await migrate()
    const { rows } = await sql<{
      id: string
      calendar: string | null
    }>`select id, calendar from networks order by id`.execute(db)
    const uids = rows.map(({ id, calendar }) =>
      calendarUid(calendar, 'event', { id: 'day', before: `day.${id}` }),
    )
    assert.match(uids[0]!, /^event\.day@[\w-]{36}$/)
    assert.equal(uids[1], 'day.spring@spreadathon')
  })
})
