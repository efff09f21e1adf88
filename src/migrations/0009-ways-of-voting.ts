import type { Kysely } from 'kysely'
import { inNetwork, makeTable, networkKey as key, to } from '../platform/store/columns.ts'
import type { Dialect } from '../platform/store/dialect.ts'

/** Tablets on which one person votes after another; the id is a hash of the key that the tablet holds. */
export async function up(db: Kysely<unknown>, dialect: Dialect) {
  await makeTable(db, dialect, 'tablets', {
    columns: {
      ...inNetwork,
      ballot_id: 'text',
      team_id: 'text?',
      started_by: 'text',
      started_at: 'text',
      ended_at: 'text?',
    },
    key,
    references: [to('ballots', 'ballot_id'), to('teams', 'team_id')],
    index: [['network_id', 'ballot_id']],
  })
}
