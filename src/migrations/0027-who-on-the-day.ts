import type { Kysely } from 'kysely'
import { addColumns } from '../platform/store/columns.ts'

/** Who caused a state of a vote or of a part of the day; of what was before, nobody is known. */
export async function up(db: Kysely<unknown>) {
  await addColumns(db, 'ballots', { opened_by: 'text?', closed_by: 'text?', revealed_by: 'text?' })
  await addColumns(db, 'programme_items', {
    started_by: 'text?',
    finished_by: 'text?',
    skipped_by: 'text?',
    added_by: 'text?',
    removed_by: 'text?',
  })
}
