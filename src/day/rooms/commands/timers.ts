import { eventTopic } from '../../../before/events/rules.ts'
import { z } from 'zod'
import { Id } from '../../../platform/form/fields.ts'
import { command, refuse, type Refusal } from '../../../platform/store/command.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { changeRoomRow, roomAt, type AtRoom, type RoomRow } from '../store/rooms.ts'
import { keepersOfRoom } from './notes.ts'

const topic = ({ network, event, room }: AtRoom) => [
  eventTopic({ network, event }),
  `room:${network}/${room}`,
]
const Room = { network: Id, event: Id, room: Id }
const later = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString()

const Minutes = z.coerce
  .number('Enter how many minutes')
  .int('Minutes must be a whole number')
  .min(1, 'Enter 1 minute or more')
  .max(240, 'Enter 240 minutes or fewer')

const timerSet = async (
  tx: Tx,
  at: AtRoom,
  change: (room: RoomRow) => Partial<RoomRow> | Refusal,
): Promise<{ id: string } | Refusal> => {
  const room = await roomAt(tx, at)
  if (!room) return refuse('This room is not there any more')
  const set = change(room)
  if ('refused' in set) return set as Refusal
  await changeRoomRow(tx, at.network, room.id, set)
  return { id: room.id }
}

/** The discussion of one room begins, or begins anew. */
export const startTimer = command('rooms.startTimer', {
  said: 'started the timer of a breakout room',
  input: z.object({ ...Room, minutes: Minutes }),
  topic,
  who: keepersOfRoom,
  run: (tx, { minutes, ...at }, { now }) =>
    timerSet(tx, at, () => ({ timer_until: later(now, minutes), timer_ended_at: null })),
})

/** It lasts longer. `until` is the time on the button's page: pressed twice, it counts once. */
export const extendTimer = command('rooms.extendTimer', {
  said: 'gave a breakout room more time',
  input: z.object({ ...Room, minutes: Minutes.default(5), until: z.string().max(40).optional() }),
  topic,
  who: keepersOfRoom,
  run: (tx, { minutes, until, ...at }, { now }) =>
    timerSet(tx, at, (room) => {
      if (!room.timer_until) return refuse('Start the timer of this room first')
      if (until !== undefined && until !== room.timer_until)
        return refuse(
          'The time of this room has been changed meanwhile. Look at what it is now, then try again.',
        )
      const from = room.timer_until > now ? room.timer_until : now
      return { timer_until: later(from, minutes), timer_ended_at: null }
    }),
})

export const endTimer = command('rooms.endTimer', {
  said: 'ended the discussion of a breakout room',
  input: z.object(Room),
  topic,
  who: keepersOfRoom,
  run: (tx, at, { now }) =>
    timerSet(tx, at, (room) => {
      if (!room.timer_until) return refuse('Start the timer of this room first')
      return { timer_ended_at: room.timer_ended_at ?? now }
    }),
})

/** Takes the end back: the discussion goes on for as long as it still had. */
export const resumeTimer = command('rooms.resumeTimer', {
  said: 'let a breakout room go on',
  input: z.object(Room),
  topic,
  who: keepersOfRoom,
  run: (tx, at) => timerSet(tx, at, () => ({ timer_ended_at: null })),
})

export const timerCommands = [startTimer, extendTimer, endTimer, resumeTimer]
