import type { Kysely } from 'kysely'
import { makeTable, to, type TableShape } from '../platform/store/columns.ts'
import type { Dialect } from '../platform/store/dialect.ts'

const ofEvent = { network_id: 'text', event_id: 'text' } as const

const tables: Record<string, TableShape> = {
  feedback_forms: {
    columns: { ...ofEvent, opened_at: 'text', closed_at: 'text?' },
    key: ['network_id', 'event_id'],
    references: [to('events', 'event_id')],
  },
  feedback_given: {
    columns: { ...ofEvent, attendee_id: 'text' },
    key: ['network_id', 'event_id', 'attendee_id'],
    references: [to('events', 'event_id'), to('attendees', 'attendee_id')],
    inKeyOrder: true,
  },
  feedback_answers: {
    columns: {
      ...ofEvent,
      id: 'text',
      useful: 'text?',
      equal: 'text?',
      again: 'text?',
      take_home: 'text?',
      different: 'text?',
      team_id: 'text?',
      part: 'text?',
    },
    key: ['network_id', 'event_id', 'id'],
    references: [to('events', 'event_id'), to('teams', 'team_id')],
    inKeyOrder: true,
  },
  feedback_contacts: {
    columns: { ...ofEvent, id: 'text', name: 'text', how: 'text', about: 'text?' },
    key: ['network_id', 'event_id', 'id'],
    references: [to('events', 'event_id')],
    inKeyOrder: true,
  },
}

export async function up(db: Kysely<unknown>, dialect: Dialect) {
  for (const [name, shape] of Object.entries(tables)) await makeTable(db, dialect, name, shape)
}
