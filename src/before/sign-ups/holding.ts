import type { Holding } from '../../platform/slice.ts'
import { dayState } from '../events/rules.ts'
import { eventById } from '../events/store.ts'
import { eraseAttendee } from './commands/own.ts'
import { attendeesWithEmail } from './store/places.ts'

/** Sign-ups with the address of somebody; those for a day to come are cancelled. */
export const attendances: Holding = {
  async erase(tx, { email }, now) {
    for (const row of email ? await attendeesWithEmail(tx, email) : []) {
      const event = await eventById(tx, row.network_id, row.event_id)
      await eraseAttendee(tx, row, event !== undefined && dayState(event, now) === 'coming', now)
    }
  },
  erases: ['attendees', 'pseudonyms'],
}
