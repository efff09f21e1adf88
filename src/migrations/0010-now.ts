import type { Kysely } from 'kysely'
import { addColumns } from '../platform/store/columns.ts'

/** The time when something was written that waited on a phone for a network, as the phone claims. */
export async function up(db: Kysely<unknown>) {
  for (const table of ['reflections', 'pledges', 'room_notes'])
    await addColumns(db, table, { claimed_at: 'text?' })
}
