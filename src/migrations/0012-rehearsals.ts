import type { Kysely } from 'kysely'
import { makeTable } from '../platform/store/columns.ts'
import type { Dialect } from '../platform/store/dialect.ts'

export async function up(db: Kysely<unknown>, dialect: Dialect) {
  await makeTable(db, dialect, 'rehearsals', {
    columns: {
      network_id: 'text',
      of_network: 'text',
      of_event: 'text',
      people: 'integer',
      minutes: 'integer?',
      pace: 'real',
      seed: 'integer',
      by_itself: 'integer',
      runner: 'text?',
      seen_at: 'text?',
      told: 'text',
      started_at: 'text',
      ended_at: 'text?',
    },
    key: ['network_id'],
    index: [['of_network', 'of_event']],
  })
}
