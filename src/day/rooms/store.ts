import type { Db } from '../../platform/store/database.ts'

export interface RoomRow {
  network_id: string
  id: string
  event_id: string
  theme: string
  position: number
  place: string | null
  link: string | null
  facilitator_id: string | null
  scribe_id: string | null
  point_1: string | null
  point_2: string | null
  point_3: string | null
}

export interface RoomPlaceRow {
  network_id: string
  id: string
  event_id: string
  room_id: string
  attendee_id: string
}

export interface RoomNoteRow {
  network_id: string
  id: string
  room_id: string
  text: string
  written_by: string
  written_at: string
  removed_at: string | null
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    rooms: RoomRow
    room_places: RoomPlaceRow
    room_notes: RoomNoteRow
  }
}

/** The rooms of an event, in their order. */
export const roomsOf = (db: Db, network: string, event: string): Promise<RoomRow[]> =>
  db
    .selectFrom('rooms')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .orderBy('position')
    .orderBy('id')
    .execute()

export const roomById = (db: Db, network: string, id: string): Promise<RoomRow | undefined> =>
  db.selectFrom('rooms').selectAll().where('network_id', '=', network).where('id', '=', id).executeTakeFirst()

/** Who has a place in which room of an event. */
export const placesOf = (db: Db, network: string, event: string): Promise<RoomPlaceRow[]> =>
  db
    .selectFrom('room_places')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .orderBy('room_id')
    .orderBy('id')
    .execute()

/** The notes of a room that stand, in the order they were written. */
export const notesOf = (db: Db, network: string, room: string): Promise<RoomNoteRow[]> =>
  db
    .selectFrom('room_notes')
    .selectAll()
    .where('network_id', '=', network)
    .where('room_id', '=', room)
    .where('removed_at', 'is', null)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
