import type { Kysely } from 'kysely'
import { addColumns, inNetwork, makeTable, networkKey as key, to } from '../platform/store/columns.ts'
import type { Dialect } from '../platform/store/dialect.ts'

export async function up(db: Kysely<unknown>, dialect: Dialect) {
  await addColumns(db, 'programme_items', {
    extra_minutes: 'integer?',
    added_at: 'text?',
    skipped_at: 'text?',
  })
  await addColumns(db, 'rooms', { timer_until: 'text?', timer_ended_at: 'text?' })
  await makeTable(db, dialect, 'desk_steps', {
    columns: {
      ...inNetwork,
      event_id: 'text',
      number: 'integer',
      what: 'text',
      item_id: 'text?',
      minutes: 'integer?',
      done_by: 'text',
      done_at: 'text',
      back: 'text',
      undone_by: 'text?',
      undone_at: 'text?',
    },
    key,
    unique: [['network_id', 'event_id', 'number']],
    references: [to('events', 'event_id'), to('programme_items', 'item_id')],
  })
  await makeTable(db, dialect, 'presenter_notes', {
    columns: { ...inNetwork, event_id: 'text', text: 'text', written_by: 'text', written_at: 'text' },
    key,
    unique: [['network_id', 'event_id']],
    references: [to('events', 'event_id')],
  })
  await makeTable(db, dialect, 'day_links', {
    columns: {
      ...inNetwork,
      event_id: 'text',
      opens: 'text',
      code: 'text',
      shows: 'text',
      large: 'integer',
      made_at: 'text',
      expires_at: 'text',
      ended_at: 'text?',
    },
    key,
    unique: [['code']],
    references: [to('events', 'event_id')],
    index: [['network_id', 'event_id', 'opens']],
  })
}
