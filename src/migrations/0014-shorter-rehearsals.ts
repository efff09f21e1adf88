import type { Kysely } from 'kysely'
import { addColumns } from '../platform/store/columns.ts'

/** A rehearsal may last half a minute: its minutes become reals. Those that are there keep theirs. */
export async function up(db: Kysely<{ rehearsals: { minutes: number; whole_minutes: number } }>) {
  await db.schema.alterTable('rehearsals').renameColumn('minutes', 'whole_minutes').execute()
  await addColumns(db as unknown as Kysely<unknown>, 'rehearsals', { minutes: 'real?' })
  await db
    .updateTable('rehearsals')
    .set((row) => ({ minutes: row.ref('whole_minutes') }))
    .execute()
  await db.schema.alterTable('rehearsals').dropColumn('whole_minutes').execute()
}
