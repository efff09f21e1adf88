import type { Kysely } from 'kysely'
import { addColumns } from '../platform/store/columns.ts'

/** The digest last sent under the key of a page: only that, sent again, is a repetition. */
export async function up(db: Kysely<unknown>) {
  await addColumns(db, 'done_keys', { sent: 'text?' })
}
