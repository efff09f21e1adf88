import type { Kysely } from 'kysely'
import { makeTable } from '../platform/store/columns.ts'
import type { Dialect } from '../platform/store/dialect.ts'

/** Counters for limits: each key is a keyed hash, and a row says nothing any more once it has ended. */
export async function up(db: Kysely<unknown>, dialect: Dialect) {
  await makeTable(db, dialect, 'tallies', {
    columns: { key: 'text', points: 'integer', ends_at: 'text' },
    key: ['key'],
    index: [['ends_at']],
  })
}
