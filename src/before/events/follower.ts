import type { Refusal } from '../../platform/store/command.ts'
import type { Db, Tx } from '../../platform/store/database.ts'
import type { AtEvent } from './rules.ts'
import type { EventRow } from './store.ts'

/** People who have signed up for an event, and how many of them hear of a change by mail. */
export interface Following {
  signedUp: number
  told: number
}

/** A slice that has a say when an event changes, and tells people of it. */
export interface EventFollower {
  count(db: Db, at: AtEvent): Promise<Following>
  /** The reason why an event cannot change so, if it cannot. */
  refuses(tx: Tx, held: EventRow, change: { capacity: number | null }): Promise<Refusal | undefined>
  /** Notes that an event is not any more as it was; says how many people will be told. */
  changed(tx: Tx, held: EventRow, now: string): Promise<number>
}
