import type { AtEvent } from '../../../before/events/rules.ts'
import { attendeesOf, type AttendeeRow } from '../../../before/sign-ups/store.ts'
import type { Db, Tx } from '../../../platform/store/database.ts'
import { fields, maybe, section } from '../../../platform/store/section.ts'
import { pointsOf, roomById, roomsOf, type AtRoom, type RoomRow } from './rooms.ts'

export interface RoomPlaceRow {
  network_id: string
  id: string
  event_id: string
  room_id: string
  attendee_id: string
  /** Dealt when an organiser gave places out, and not chosen. */
  given_out: 1 | null
}

declare module '../../../platform/store/database.ts' {
  interface Tables {
    room_places: RoomPlaceRow
  }
}

/** The places of people in the rooms of an event. */
export const placesOf = (db: Db, network: string, event: string): Promise<RoomPlaceRow[]> =>
  db
    .selectFrom('room_places')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .orderBy('room_id')
    .orderBy('id')
    .execute()

const placeOf = (db: Db, { network, event }: AtEvent, attendee: string): Promise<RoomPlaceRow | undefined> =>
  db
    .selectFrom('room_places')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .where('attendee_id', '=', attendee)
    .executeTakeFirst()

/** The room in which an attendee has a place. */
export async function roomOfAttendee(
  db: Db,
  network: string,
  event: string,
  attendee: string,
): Promise<RoomRow | undefined> {
  const place = await placeOf(db, { network, event }, attendee)
  return place && roomById(db, network, place.room_id)
}

/** A stamp of when an organiser gave places out to all; one who takes a place does not change it. */
export async function placesGivenOut(db: Db, network: string, event: string): Promise<string | null> {
  const first = await db
    .selectFrom('room_places')
    .select((each) => each.fn.min('id').as('id'))
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .where('given_out', '=', 1)
    .executeTakeFirst()
  return first?.id ?? null
}

export interface RoomList {
  id: string
  theme: string
  place: string | null
  people: number
  points: string[]
  timer_until: string | null
  timer_ended_at: string | null
}

/** The rooms of an event as everyone may see them: how many people each has, and none of their names. */
export async function roomLists(db: Db, network: string, event: string): Promise<RoomList[]> {
  const [rooms, people] = await Promise.all([roomsOf(db, network, event), peopleInRooms(db, network, event)])
  return rooms.map((room) => ({
    id: room.id,
    theme: room.theme,
    place: room.place,
    people: people.get(room.id)?.length ?? 0,
    points: pointsOf(room),
    timer_until: room.timer_until,
    timer_ended_at: room.timer_ended_at,
  }))
}

/** The attendees of each room, by name; who has cancelled since has no place any more. */
export async function peopleInRooms(
  db: Db,
  network: string,
  event: string,
): Promise<Map<string, AttendeeRow[]>> {
  const [attendees, places] = await Promise.all([
    attendeesOf(db, network, event),
    placesOf(db, network, event),
  ])
  const roomOf = new Map(places.map((place) => [place.attendee_id, place.room_id]))
  const placed = attendees.filter((attendee) => roomOf.has(attendee.id))
  return Map.groupBy(placed, (attendee) => roomOf.get(attendee.id)!)
}

/** Gives an attendee a place in a room, instead of the one they had. */
export async function placeInRoom(
  tx: Tx,
  { network, event, room }: AtRoom,
  attendee: string,
  id: string,
): Promise<void> {
  await tx
    .insertInto('room_places')
    .values({
      network_id: network,
      id,
      event_id: event,
      room_id: room,
      attendee_id: attendee,
      given_out: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['network_id', 'event_id', 'attendee_id']).doUpdateSet({ room_id: room }),
    )
    .execute()
}

const rowsAStatement = 150

/** Places many at once: a thousand people must fit into a command's two seconds. */
export async function addPlaceRows(tx: Tx, rows: RoomPlaceRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAStatement)
    await tx
      .insertInto('room_places')
      .values(rows.slice(at, at + rowsAStatement))
      .execute()
}

/** Those who have a place keep it, and it counts as given out with all others. */
export async function keepPlaces(tx: Tx, { network, event }: AtEvent): Promise<void> {
  await tx
    .updateTable('room_places')
    .set({ given_out: 1 })
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .execute()
}

export async function removePlaceRows(tx: Tx, { network, event }: AtEvent): Promise<void> {
  await tx.deleteFrom('room_places').where('network_id', '=', network).where('event_id', '=', event).execute()
}

/** Takes away every place in a room. */
export async function emptyRoom(tx: Tx, network: string, room: string): Promise<void> {
  await tx.deleteFrom('room_places').where('network_id', '=', network).where('room_id', '=', room).execute()
}

export const placeSection = section('roomPlaces', {
  table: 'room_places',
  says: 'Who has a place in which room',
  unique: [['event', 'attendee']],
  agrees: [
    ['room.event', 'event'],
    ['attendee.event', 'event'],
  ],
  fields: {
    id: fields.id(),
    event: fields.reference('events', 'The event of the room'),
    room: fields.reference('rooms', 'The room'),
    attendee: fields.reference('attendees', 'Who has the place'),
    givenOut: fields.number('1 where an organiser has given places out', maybe),
  },
})
