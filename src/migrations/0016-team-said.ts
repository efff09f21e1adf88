import { sql, type Kysely } from 'kysely'
import { addColumns } from '../platform/store/columns.ts'

/**
 * The time when somebody last said themselves which team they come with: people who say it once voting is open vote
 * through an organiser. They are counted by it instead of by when and by whom they were signed up.
 */
export async function up(db: Kysely<{ attendees: Record<string, string | null> }>) {
  await addColumns(db as unknown as Kysely<unknown>, 'attendees', { team_said_at: 'text?' })
  await db
    .updateTable('attendees')
    .set({ team_said_at: sql.ref('signed_up_at') })
    .where('signed_up_by', '=', 'self')
    .execute()
  await db.schema.dropIndex('attendees_counted').execute()
  await db.schema
    .createIndex('attendees_counted')
    .on('attendees')
    .columns(['network_id', 'event_id', 'cancelled_at', 'team_id', 'arrived_at', 'team_said_at', 'id'])
    .execute()
}
