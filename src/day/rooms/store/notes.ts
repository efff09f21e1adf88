import type { Db, Tx } from '../../../platform/store/database.ts'
import { fields, maybe, section, type Section } from '../../../platform/store/section.ts'
import { placeSection } from './places.ts'
import { roomSection } from './rooms.ts'
import { noteFields, type NoteColumns } from '../record.ts'

export interface RoomNoteRow extends NoteColumns {
  network_id: string
  id: string
  room_id: string
  written_by: string
  written_at: string
  claimed_at: string | null
  removed_at: string | null
}

declare module '../../../platform/store/database.ts' {
  interface Tables {
    room_notes: RoomNoteRow
  }
}

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

/** Every note of a room, removed ones too: to remove and to put back. */
export const allNotesOf = (db: Db, network: string, room: string): Promise<RoomNoteRow[]> =>
  db
    .selectFrom('room_notes')
    .selectAll()
    .where('network_id', '=', network)
    .where('room_id', '=', room)
    .orderBy('written_at')
    .orderBy('id')
    .execute()

export const noteById = (db: Db, network: string, id: string): Promise<RoomNoteRow | undefined> =>
  db
    .selectFrom('room_notes')
    .selectAll()
    .where('network_id', '=', network)
    .where('id', '=', id)
    .executeTakeFirst()

export async function addNoteRow(tx: Tx, row: RoomNoteRow): Promise<void> {
  await tx.insertInto('room_notes').values(row).execute()
}

export async function changeNoteRow(
  tx: Tx,
  network: string,
  id: string,
  change: Partial<RoomNoteRow>,
): Promise<void> {
  await tx
    .updateTable('room_notes')
    .set(change)
    .where('network_id', '=', network)
    .where('id', '=', id)
    .execute()
}

/** Forgets the notes of a room for good, with those that were removed before. */
export async function forgetNotes(tx: Tx, network: string, room: string): Promise<void> {
  await tx.deleteFrom('room_notes').where('network_id', '=', network).where('room_id', '=', room).execute()
}

export const roomSections: Section[] = [
  roomSection,
  placeSection,
  section('roomNotes', {
    table: 'room_notes',
    says: 'What was noted in a room',
    fields: {
      id: fields.id(),
      room: fields.reference('rooms', 'The room'),
      ...noteFields.section,
      writtenBy: fields.text('Who wrote it, as this server knows them', { otherwise: '', private: true }),
      writtenAt: fields.instant('When it was written', { otherwise: 'now' }),
      claimedAt: fields.instant('When it was written on a phone that had no network, as that says', maybe),
      removedAt: fields.instant('When it was taken away', maybe),
    },
  }),
]
