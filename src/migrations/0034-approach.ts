import type { Kysely } from 'kysely'
import { inNetwork, makeTable, networkKey as key } from '../platform/store/columns.ts'
import type { Dialect } from '../platform/store/dialect.ts'

/** How a network spreads changes, in its own words. */
export async function up(db: Kysely<unknown>, dialect: Dialect) {
  await makeTable(db, dialect, 'approaches', {
    columns: { ...inNetwork, words: 'text?', updated_at: 'text' },
    key,
  })
}
