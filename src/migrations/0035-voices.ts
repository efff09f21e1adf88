import type { Kysely } from 'kysely'
import { inNetwork, makeTable, networkKey as key, to } from '../platform/store/columns.ts'
import type { Dialect } from '../platform/store/dialect.ts'

/** Other teams on an idea: who has the problem, too, and what they ask. */
export async function up(db: Kysely<unknown>, dialect: Dialect) {
  const of = {
    references: [to('ideas', 'idea_id'), to('teams', 'team_id')],
    index: [['network_id', 'idea_id']],
  }
  await makeTable(db, dialect, 'idea_supports', {
    columns: {
      ...inNetwork,
      idea_id: 'text',
      team_id: 'text',
      words: 'text?',
      given_at: 'text',
      given_by: 'text',
    },
    key,
    ...of,
  })
  await makeTable(db, dialect, 'idea_comments', {
    columns: {
      ...inNetwork,
      idea_id: 'text',
      team_id: 'text?',
      says: 'text',
      said_at: 'text',
      said_by: 'text',
      answer: 'text?',
      answered_at: 'text?',
      answered_by: 'text?',
      removed_at: 'text?',
    },
    key,
    ...of,
  })
}
