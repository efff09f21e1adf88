import { normaliseCode } from '../../platform/auth/codes.ts'
import type { Db, Tx } from '../../platform/store/database.ts'
import { hasCome } from '../networks/store/arrivals.ts'
import { fields, maybe, section, type Section } from '../../platform/store/section.ts'
import { eventFields, type EventColumns } from './record.ts'
import { joinCodeOf, unrecordedThings } from './rules.ts'

export interface EventRow extends EventColumns {
  network_id: string
  id: string
  on_day: string
  starts_at: string | null
  ends_at: string | null
  attended_by: string | null
  told_in: string | null
  join_code: string
  sign_ups_counted: number | null
  sign_up_closed_at: string | null
  sign_up_closed_by: string | null
  cancelled_at: string | null
  cancelled_by: string | null
  not_recorded: string
  sequence: number
  created_at: string
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    events: EventRow
  }
}

/** The events of a network, the latest first. */
export const eventsOf = (db: Db, network: string): Promise<EventRow[]> =>
  db
    .selectFrom('events')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('on_day', 'desc')
    .orderBy('id')
    .execute()

/** Those of some networks that have held an event before a day. */
export const heldIn = async (db: Db, networks: readonly string[], before: string): Promise<Set<string>> => {
  if (networks.length === 0) return new Set()
  const held = await db
    .selectFrom('events')
    .select('network_id')
    .distinct()
    .where('network_id', 'in', [...networks])
    .where('on_day', '<', before)
    .where('cancelled_at', 'is', null)
    .execute()
  return new Set(held.map(({ network_id }) => network_id))
}

export const eventById = (db: Db, network: string, id: string): Promise<EventRow | undefined> =>
  db
    .selectFrom('events')
    .selectAll()
    .where('network_id', '=', network)
    .where('id', '=', id)
    .executeTakeFirst()

/** The event of a join code, in whatever way it was typed. */
export const eventByJoinCode = (db: Db, code: string): Promise<EventRow | undefined> =>
  db
    .selectFrom('events')
    .selectAll()
    .where('join_code', '=', normaliseCode(code))
    .where(hasCome('events.network_id'))
    .executeTakeFirst()

export async function addEventRow(tx: Tx, row: EventRow): Promise<void> {
  await tx.insertInto('events').values(row).execute()
}

export async function changeEventRow(
  tx: Tx,
  network: string,
  id: string,
  change: Partial<EventRow>,
): Promise<void> {
  await tx.updateTable('events').set(change).where('network_id', '=', network).where('id', '=', id).execute()
}

const { name, ...described } = eventFields.section

export const eventSections: Section[] = [
  section('events', {
    rehearsed: ['id', ...eventFields.rehearsed],
    says: 'The days on which teams show, choose and pledge',
    fields: {
      id: fields.id(),
      name,
      on: fields.day('The day it is held', { column: 'on_day' }),
      startsAt: fields.instant('When it starts', maybe),
      endsAt: fields.instant('When it ends', maybe),
      ...described,
      attendedBy: fields.text('Who signed up or came, in words, where no list was kept', maybe),
      toldIn: fields.text('Where it was told of afterwards', maybe),
      signUpsCounted: fields.number('How many signed up, where no list was kept', maybe),
      signUpClosedAt: fields.instant('When sign-up was closed', maybe),
      signUpClosedBy: fields.doer('Who closed sign-up'),
      cancelledAt: fields.instant('When it was cancelled', maybe),
      cancelledBy: fields.doer('Who cancelled it'),
      notRecorded: fields.choices(unrecordedThings, 'What is not known of it', { otherwise: '' }),
      sequence: fields.number('How often it was changed', { otherwise: 0 }),
      createdAt: fields.instant('When the record was begun', { otherwise: 'now' }),
    },
    inTime: [['startsAt', 'endsAt']],
    onDay: [['startsAt', 'on']],
    derived: {
      join_code: (row, keyedHash) => joinCodeOf(keyedHash, String(row['network_id']), String(row['id'])),
    },
  }),
]
