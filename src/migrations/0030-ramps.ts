import type { Kysely } from 'kysely'
import { addColumns } from '../platform/store/columns.ts'

/** A test goes on from another, says how large and how sure it is, and may be its team's biggest breakthrough. */
export async function up(db: Kysely<unknown>) {
  await addColumns(db, 'cycles', {
    after_id: 'text?',
    confidence: 'text?',
    scale: 'text?',
    starts_on: 'text?',
    data: 'text?',
    as_expected: 'text?',
    learnt: 'text?',
    next: 'text?',
    breakthrough_at: 'text?',
  })
}
