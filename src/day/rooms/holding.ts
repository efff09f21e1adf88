import type { Holding } from '../../platform/slice.ts'
import { roomOfAttendee } from './store/places.ts'

/** The breakout room in which somebody has a place. */
export const roomPlaces: Holding = {
  ofAttendance: async (db, { network_id, event_id, id }) => ({
    room: (await roomOfAttendee(db, network_id, event_id, id))?.theme ?? null,
  }),
}
