import { refuse } from '../../platform/store/command.ts'
import type { EventFollower } from '../events/follower.ts'
import { tooFewPlaces } from './rules.ts'
import { addressedCount, noteChange } from './store/changes.ts'
import { signedUpCount } from './store/places.ts'

/** Everybody who has signed up keeps a place, and whoever gave an address is told of what matters to them. */
export const signUpFollower: EventFollower = {
  count: async (db, { network, event }) => ({
    signedUp: await signedUpCount(db, network, event),
    told: await addressedCount(db, network, event),
  }),
  async refuses(tx, held, { capacity }) {
    if (capacity === null || capacity === held.capacity) return undefined
    const signedUp = await signedUpCount(tx, held.network_id, held.id)
    return capacity < signedUp ? refuse(tooFewPlaces(signedUp), 'capacity') : undefined
  },
  changed: async (tx, held, now) =>
    (await noteChange(tx, held, now)) ? addressedCount(tx, held.network_id, held.id) : 0,
}
