import type { Kysely } from 'kysely'
import { addColumns, inNetwork, makeTable, networkKey as key, to } from '../platform/store/columns.ts'
import type { Dialect } from '../platform/store/dialect.ts'

/** The parts of an idea, with what each is for; and where an idea comes from that its team did not begin. */
export async function up(db: Kysely<unknown>, dialect: Dialect) {
  await addColumns(db, 'ideas', { came_from: 'text?' })
  await makeTable(db, dialect, 'components', {
    columns: {
      ...inNetwork,
      idea_id: 'text',
      what: 'text',
      purpose: 'text',
      here: 'text?',
      hold: 'text',
      removed_at: 'text?',
    },
    key,
    references: [to('ideas', 'idea_id')],
    index: [['network_id', 'idea_id']],
  })
}
