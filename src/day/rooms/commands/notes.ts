import { eventTopic } from '../../../before/events/rules.ts'
import { z } from 'zod'
import { organisers } from '../../../before/networks/store/roles.ts'
import { Id, optionalText } from '../../../platform/form/fields.ts'
import { noteFields } from '../record.ts'
import { attendeeOf } from '../../../before/sign-ups/store.ts'
import { actorKey, type Actor } from '../../../platform/store/actor.ts'
import { command, policy, refuse, refuseForGood, type Refusal } from '../../../platform/store/command.ts'
import type { Db } from '../../../platform/store/database.ts'
import { addNoteRow, changeNoteRow, noteById } from '../store/notes.ts'
import { roomOfAttendee } from '../store/places.ts'
import { changeRoomRow, roomAt, type AtRoom } from '../store/rooms.ts'

const topic = ({ network, room }: { network: string; room: string }) => `room:${network}/${room}`

/** The facilitator and the scribe of a room, and organisers: they keep its summary and may take away any note. */
export const keepersOfRoom = policy<AtRoom>(
  'the facilitator or scribe of the room, or an organiser',
  async (db, nouns, actor) => {
    if (await organisers.allows(db, nouns, actor)) return true
    const own = await attendeeOf(db, actor, nouns.network, nouns.event)
    const room = own && (await roomAt(db, nouns))
    return room !== undefined && [room.facilitator_id, room.scribe_id].includes(own!.id)
  },
)

/** People with a place in the room, and those who keep it. */
export const inRoom = policy<AtRoom>('someone in the room', async (db, nouns, actor) => {
  const own = await attendeeOf(db, actor, nouns.network, nouns.event)
  const place = own && (await roomOfAttendee(db, nouns.network, nouns.event, own.id))
  if (place && place.id === nouns.room) return true
  return keepersOfRoom.allows(db, nouns, actor)
})

interface AtNote extends AtRoom {
  note: string
}

async function noteAt(db: Db, { network, event, room, note }: AtNote) {
  if (!(await roomAt(db, { network, event, room }))) return undefined
  const found = await noteById(db, network, note)
  return found?.room_id === room ? found : undefined
}

/** The writer of a note, and those who keep the room. */
export const itsWriter = policy<AtNote>(
  'whoever wrote the note, or keeps the room',
  async (db, nouns, actor: Actor) => {
    const note = await noteAt(db, nouns)
    if (note && note.written_by === actorKey(actor)) return true
    return keepersOfRoom.allows(db, nouns, actor)
  },
)

export const addNote = command('rooms.addNote', {
  said: 'wrote a note in a breakout room',
  input: z.object({ network: Id, event: Id, room: Id, ...noteFields.input }),
  topic,
  who: inRoom,
  async run(
    tx,
    { network, event, room, text },
    { actor, id, now, happenedAt },
  ): Promise<{ id: string } | Refusal> {
    if (!(await roomAt(tx, { network, event, room }))) return refuseForGood('This room is not there any more')
    const note = id()
    await addNoteRow(tx, {
      network_id: network,
      id: note,
      room_id: room,
      text,
      written_by: actorKey(actor),
      written_at: now,
      claimed_at: happenedAt,
      removed_at: null,
    })
    return { id: note }
  },
})

const AtNote = z.object({ network: Id, event: Id, room: Id, note: Id })
const noteGone = refuse('This note is not there any more')

export const removeNote = command('rooms.removeNote', {
  said: 'removed a note of a breakout room',
  input: AtNote,
  topic,
  who: itsWriter,
  async run(tx, at, { now }): Promise<{ id: string } | Refusal> {
    const note = await noteAt(tx, at)
    if (!note) return noteGone
    if (!note.removed_at) await changeNoteRow(tx, at.network, at.note, { removed_at: now })
    return { id: at.note }
  },
})

export const keepNote = command('rooms.keepNote', {
  said: 'put a note of a breakout room back',
  input: AtNote,
  topic,
  who: itsWriter,
  async run(tx, at): Promise<{ id: string } | Refusal> {
    if (!(await noteAt(tx, at))) return noteGone
    await changeNoteRow(tx, at.network, at.note, { removed_at: null })
    return { id: at.note }
  },
})

export const summariseRoom = command('rooms.summariseRoom', {
  said: 'summed a breakout room up',
  input: z.object({
    network: Id,
    event: Id,
    room: Id,
    point1: optionalText(300, 'The first point'),
    point2: optionalText(300, 'The second point'),
    point3: optionalText(300, 'The third point'),
  }),
  topic: ({ network, event, room }) => [eventTopic({ network, event }), topic({ network, room })],
  who: keepersOfRoom,
  async run(tx, { point1, point2, point3, ...at }): Promise<{ id: string } | Refusal> {
    if (!(await roomAt(tx, at))) return refuse('This room is not there any more')
    await changeRoomRow(tx, at.network, at.room, { point_1: point1, point_2: point2, point_3: point3 })
    return { id: at.room }
  },
})

export const noteCommands = [addNote, removeNote, keepNote, summariseRoom]
