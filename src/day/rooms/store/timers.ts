import type { AtEvent } from '../../../before/events/rules.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { changeRoomRow, roomsOf, type RoomRow } from './rooms.ts'

export type Was = { id: string; set: Pick<RoomRow, 'timer_until' | 'timer_ended_at'> }

/** Changes the timers of the rooms of an event, each as it says, and answers how they stood before. */
async function changeTimers(
  tx: Tx,
  { network, event }: AtEvent,
  change: (room: RoomRow) => Partial<RoomRow> | undefined,
): Promise<Was[]> {
  const was: Was[] = []
  for (const room of await roomsOf(tx, network, event)) {
    const set = change(room)
    if (!set) continue
    await changeRoomRow(tx, network, room.id, set)
    was.push({ id: room.id, set: { timer_until: room.timer_until, timer_ended_at: room.timer_ended_at } })
  }
  return was
}

const isRunning = ({ timer_until, timer_ended_at }: RoomRow) =>
  timer_until !== null && timer_ended_at === null

/** The discussions of all rooms begin, and last until then. A room whose time runs already keeps its own. */
export const startTimers = (
  tx: Tx,
  at: AtEvent,
  { now, until }: { now: string; until: string },
): Promise<Was[]> =>
  changeTimers(tx, at, (room) =>
    isRunning(room) && room.timer_until! > now ? undefined : { timer_until: until, timer_ended_at: null },
  )

/** Those that are under way last longer, or less long. */
export const moveTimers = (tx: Tx, at: AtEvent, minutes: number): Promise<Was[]> =>
  changeTimers(tx, at, (room) =>
    isRunning(room)
      ? { timer_until: new Date(Date.parse(room.timer_until!) + minutes * 60_000).toISOString() }
      : undefined,
  )

export const endTimers = (tx: Tx, at: AtEvent, now: string): Promise<Was[]> =>
  changeTimers(tx, at, (room) => (isRunning(room) ? { timer_ended_at: now } : undefined))
