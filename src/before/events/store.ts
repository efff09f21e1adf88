import type { Db } from '../../platform/store/database.ts'

export interface EventRow {
  network_id: string
  id: string
  name: string
  on_day: string
  starts_at: string | null
  ends_at: string | null
  place: string | null
  link: string | null
  aims: string | null
  attended_by: string | null
  told_in: string | null
  capacity: number | null
  join_code: string
  sign_ups_counted: number | null
  sign_up_closed_at: string | null
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

export const eventById = (db: Db, network: string, id: string): Promise<EventRow | undefined> =>
  db
    .selectFrom('events')
    .selectAll()
    .where('network_id', '=', network)
    .where('id', '=', id)
    .executeTakeFirst()

/** The event of a join code, in whatever case it was typed. */
export const eventByJoinCode = (db: Db, code: string): Promise<EventRow | undefined> =>
  db.selectFrom('events').selectAll().where('join_code', '=', code.toUpperCase()).executeTakeFirst()
