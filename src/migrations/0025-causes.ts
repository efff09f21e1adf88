import type { Kysely } from 'kysely'

/** The command of which another was a part: a vote that was opened as a part of the day began. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('journal')
    .addColumn('cause', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
}
