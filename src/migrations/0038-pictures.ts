import type { Kysely } from 'kysely'
import { inNetwork, makeTable, networkKey as key, to } from '../platform/store/columns.ts'
import type { Dialect } from '../platform/store/dialect.ts'

/** Pictures on the cards of ideas. */
export async function up(db: Kysely<unknown>, dialect: Dialect) {
  await makeTable(db, dialect, 'idea_pictures', {
    columns: {
      ...inNetwork,
      idea_id: 'text',
      alt: 'text',
      type: 'text',
      content: 'text',
      added_at: 'text',
      removed_at: 'text?',
    },
    key,
    references: [to('ideas', 'idea_id')],
    index: [['network_id', 'idea_id']],
  })
}
