import type { Kysely } from 'kysely'
import { addColumns } from '../platform/store/columns.ts'

/** Who caused a state of an event, a form, a pledge, an ask, a meeting or a report; of what was before, nobody is known. */
export async function up(db: Kysely<unknown>) {
  await addColumns(db, 'events', { sign_up_closed_by: 'text?', cancelled_by: 'text?' })
  await addColumns(db, 'pledges', { made_by: 'text?', released_by: 'text?', completed_by: 'text?' })
  await addColumns(db, 'asks', { withdrawn_by: 'text?' })
  await addColumns(db, 'feedback_forms', { opened_by: 'text?', closed_by: 'text?' })
  await addColumns(db, 'reviews', { held_by: 'text?', cancelled_by: 'text?' })
  await addColumns(db, 'reports', { published_by: 'text?' })
}
