import type { Kysely } from 'kysely'

/**
 * Holds all that is asked when people are counted, so that counting five thousand reads no row of theirs: it is done
 * for each change that a full room is told of.
 */
export async function up(db: Kysely<unknown>) {
  await db.schema
    .createIndex('attendees_counted')
    .on('attendees')
    .columns([
      'network_id',
      'event_id',
      'cancelled_at',
      'team_id',
      'arrived_at',
      'signed_up_by',
      'signed_up_at',
      'id',
    ])
    .execute()
}
