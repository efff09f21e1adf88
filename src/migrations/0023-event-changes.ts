import type { Kysely } from 'kysely'
import { addColumns, makeTable, to } from '../platform/store/columns.ts'
import type { Dialect } from '../platform/store/dialect.ts'

/** An event may be cancelled, and those who signed up are told by mail what has changed of it. */
export async function up(db: Kysely<unknown>, dialect: Dialect) {
  await addColumns(db, 'events', { cancelled_at: 'text?' })
  await makeTable(db, dialect, 'event_changes', {
    columns: {
      network_id: 'text',
      event_id: 'text',
      was: 'text?',
      changed_at: 'text',
      due_at: 'text',
      told_up_to: 'text',
      things: 'text',
    },
    key: ['network_id', 'event_id'],
    references: [to('events', 'event_id')],
    index: [['due_at']],
  })
}
