import { eventTopic, type AtEvent } from '../../../before/events/rules.ts'
import { z } from 'zod'
import { eventById } from '../../../before/events/store.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import { Id } from '../../../platform/form/fields.ts'
import { attendeesOf } from '../../../before/sign-ups/store.ts'
import { command, refuse, type Refusal } from '../../../platform/store/command.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { roomFields } from '../record.ts'
import { forgetNotes, notesOf } from '../store/notes.ts'
import { emptyRoom, placeInRoom } from '../store/places.ts'
import {
  addRoomRow,
  changeRoomRow,
  pointsOf,
  removeRoomRow,
  roomAt,
  roomsOf,
  type RoomRow,
} from '../store/rooms.ts'
import { noteCommands } from './notes.ts'
import { placeCommands } from './places.ts'
import { timerCommands } from './timers.ts'

const optionalId = z
  .string()
  .optional()
  .nullable()
  .transform((id) => id || null)

const Described = {
  ...roomFields.input,
  facilitator: optionalId,
  scribe: optionalId,
}

interface Tasks {
  facilitator: string | null
  scribe: string | null
}

/** Facilitators and scribes must have signed up, and can be in one room only. */
async function refuseTasks(
  tx: Tx,
  { network, event }: AtEvent,
  tasks: Tasks,
  others: RoomRow[],
): Promise<Refusal | undefined> {
  const attendees = new Set((await attendeesOf(tx, network, event)).map((attendee) => attendee.id))
  for (const task of ['facilitator', 'scribe'] as const) {
    const who = tasks[task]
    if (who === null) continue
    if (!attendees.has(who)) return refuse('Choose somebody from the list', task)
    const elsewhere = others.find((room) => room.facilitator_id === who || room.scribe_id === who)
    if (elsewhere) return refuse(`They have a task in the room “${elsewhere.theme}” already`, task)
  }
  return undefined
}

/** Gives people with a task in a room a place there. */
async function seatTasks(tx: Tx, room: AtEvent & { room: string }, tasks: Tasks, id: () => string) {
  for (const who of new Set([tasks.facilitator, tasks.scribe]))
    if (who !== null) await placeInRoom(tx, room, who, id())
}

export const makeRoom = command('rooms.makeRoom', {
  said: 'made a breakout room',
  input: z.object({ network: Id, event: Id, ...Described }),
  topic: eventTopic,
  who: organisers,
  async run(tx, { network, event, facilitator, scribe, ...said }, { id }): Promise<{ id: string } | Refusal> {
    if (!(await eventById(tx, network, event))) return refuse('This event is not there any more')
    const rooms = await roomsOf(tx, network, event)
    if (rooms.some((room) => room.theme === said.theme))
      return refuse('There is a room with this theme already', 'theme')
    const refused = await refuseTasks(tx, { network, event }, { facilitator, scribe }, rooms)
    if (refused) return refused
    const room = id()
    await addRoomRow(tx, {
      network_id: network,
      id: room,
      event_id: event,
      ...roomFields.columns(said),
      position: Math.max(0, ...rooms.map((one) => one.position)) + 1,
      facilitator_id: facilitator,
      scribe_id: scribe,
      point_1: null,
      point_2: null,
      point_3: null,
      timer_until: null,
      timer_ended_at: null,
    })
    await seatTasks(tx, { network, event, room }, { facilitator, scribe }, id)
    return { id: room }
  },
})

const notThere = refuse('This room is not there any more')

export const editRoom = command('rooms.editRoom', {
  said: 'changed a breakout room',
  input: z.object({ network: Id, event: Id, room: Id, ...Described }),
  topic: ({ network, event, room }) => [eventTopic({ network, event }), `room:${network}/${room}`],
  who: organisers,
  async run(
    tx,
    { network, event, room, facilitator, scribe, ...said },
    { id },
  ): Promise<{ id: string } | Refusal> {
    const at = { network, event, room }
    if (!(await roomAt(tx, at))) return notThere
    const others = (await roomsOf(tx, network, event)).filter((one) => one.id !== room)
    if (others.some((one) => one.theme === said.theme))
      return refuse('There is a room with this theme already', 'theme')
    const refused = await refuseTasks(tx, at, { facilitator, scribe }, others)
    if (refused) return refused
    await changeRoomRow(tx, network, room, {
      ...roomFields.columns(said),
      facilitator_id: facilitator,
      scribe_id: scribe,
    })
    await seatTasks(tx, at, { facilitator, scribe }, id)
    return { id: room }
  },
})

/** A room that holds notes or a summary is not taken away: they are the record of the talk. */
export const removeRoom = command('rooms.removeRoom', {
  said: 'removed a breakout room',
  input: z.object({ network: Id, event: Id, room: Id }),
  topic: ({ network, event, room }) => [eventTopic({ network, event }), `room:${network}/${room}`],
  who: organisers,
  async run(tx, { network, event, room }): Promise<{ id: string } | Refusal> {
    const found = await roomAt(tx, { network, event, room })
    if (!found) return notThere
    if ((await notesOf(tx, network, room)).length > 0 || pointsOf(found).length > 0)
      return refuse('This room holds notes, so it stays. Change its theme instead.')
    await forgetNotes(tx, network, room)
    await emptyRoom(tx, network, room)
    await removeRoomRow(tx, network, room)
    return { id: room }
  },
})

export const roomCommands = [
  makeRoom,
  editRoom,
  removeRoom,
  ...placeCommands,
  ...noteCommands,
  ...timerCommands,
]
