import type { Kysely } from 'kysely'
import { inNetwork, makeTable, networkKey as key, to } from '../platform/store/columns.ts'
import type { Dialect } from '../platform/store/dialect.ts'

/** How teams are getting on, in two sentences, and the meetings that they were reminded of. */
export async function up(db: Kysely<unknown>, dialect: Dialect) {
  await makeTable(db, dialect, 'team_updates', {
    columns: {
      ...inNetwork,
      team_id: 'text',
      review_id: 'text?',
      did: 'text',
      next: 'text?',
      said_at: 'text',
      said_by: 'text',
      removed_at: 'text?',
    },
    key,
    references: [to('teams', 'team_id'), to('reviews', 'review_id')],
    index: [['network_id', 'team_id']],
  })
  await makeTable(db, dialect, 'update_reminders', { columns: { ...inNetwork, sent_at: 'text' }, key })
}
