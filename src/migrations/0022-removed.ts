import type { Kysely } from 'kysely'
import { inNetwork, makeTable, networkKey as key } from '../platform/store/columns.ts'
import type { Dialect } from '../platform/store/dialect.ts'

/** Things taken away, whole, until nobody can put them back any more. */
export async function up(db: Kysely<unknown>, dialect: Dialect) {
  await makeTable(db, dialect, 'removed', {
    columns: {
      ...inNetwork,
      kind: 'text',
      record_id: 'text',
      title: 'text',
      rows: 'text',
      removed_by: 'text',
      removed_at: 'text',
    },
    key,
    index: [['removed_at']],
  })
}
