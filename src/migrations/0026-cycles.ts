import type { Kysely } from 'kysely'
import { inNetwork, makeTable, networkKey as key, to } from '../platform/store/columns.ts'
import type { Dialect } from '../platform/store/dialect.ts'

/** Tests of what teams pledged. */
export async function up(db: Kysely<unknown>, dialect: Dialect) {
  await makeTable(db, dialect, 'cycles', {
    columns: {
      ...inNetwork,
      pledge_id: 'text',
      team_id: 'text',
      question: 'text',
      prediction: 'text',
      plan: 'text?',
      planned_at: 'text',
      planned_by: 'text',
      happened: 'text?',
      decision: 'text?',
      decided_at: 'text?',
      decided_by: 'text?',
    },
    key,
    references: [to('pledges', 'pledge_id'), to('teams', 'team_id')],
    index: [['network_id', 'pledge_id']],
  })
}
