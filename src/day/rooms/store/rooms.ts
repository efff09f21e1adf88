import type { AtEvent } from '../../../before/events/rules.ts'
import type { Db, Tx } from '../../../platform/store/database.ts'
import { fields, maybe, section } from '../../../platform/store/section.ts'
import { roomFields, type RoomColumns } from '../record.ts'

export interface RoomRow extends RoomColumns {
  network_id: string
  id: string
  event_id: string
  position: number
  facilitator_id: string | null
  scribe_id: string | null
  point_1: string | null
  point_2: string | null
  point_3: string | null
  timer_until: string | null
  timer_ended_at: string | null
}

declare module '../../../platform/store/database.ts' {
  interface Tables {
    rooms: RoomRow
  }
}

export interface AtRoom extends AtEvent {
  room: string
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

/** The room of a URL: of this network and of this event. */
export async function roomAt(db: Db, { network, event, room }: AtRoom): Promise<RoomRow | undefined> {
  const found = await roomById(db, network, room)
  return found?.event_id === event ? found : undefined
}

/** The summary of a room, without the points that are still empty. */
export const pointsOf = ({ point_1, point_2, point_3 }: RoomRow): string[] =>
  [point_1, point_2, point_3].filter((point): point is string => point !== null)

export async function addRoomRow(tx: Tx, row: RoomRow): Promise<void> {
  await tx.insertInto('rooms').values(row).execute()
}

export async function changeRoomRow(
  tx: Tx,
  network: string,
  id: string,
  change: Partial<RoomRow>,
): Promise<void> {
  await tx.updateTable('rooms').set(change).where('network_id', '=', network).where('id', '=', id).execute()
}

/** Takes a room away. Its places and notes must be gone by then. */
export async function removeRoomRow(tx: Tx, network: string, id: string): Promise<void> {
  await tx.deleteFrom('rooms').where('network_id', '=', network).where('id', '=', id).execute()
}

const named = { ...maybe, private: true } as const

export const roomSection = section('rooms', {
  rehearsed: ['id', 'event', 'position', ...roomFields.rehearsed],
  says: 'The breakout rooms of an event and what each summed up',
  fields: {
    id: fields.id(),
    event: fields.reference('events', 'The event that they close'),
    ...roomFields.section,
    position: fields.number('Its place in lists', { otherwise: 0 }),
    facilitator: fields.reference('attendees', 'Who leads the discussion', named),
    scribe: fields.reference('attendees', 'Who writes down what matters', named),
    point1: fields.text('The first point of its summary', { ...maybe, column: 'point_1' }),
    point2: fields.text('The second', { ...maybe, column: 'point_2' }),
    point3: fields.text('The third', { ...maybe, column: 'point_3' }),
    timerUntil: fields.instant('Until when the discussion was to last', maybe),
    timerEndedAt: fields.instant('When the discussion was ended', maybe),
  },
  taken: ['allocation', 'mine'],
  agrees: [
    ['facilitator.event', 'event'],
    ['scribe.event', 'event'],
  ],
})
