import type { Db, Tx } from '../../../platform/store/database.ts'
import { quietMinutes } from '../../events/rules.ts'
import { eventById, type EventRow } from '../../events/store.ts'
import { changedThings, factsOf, type Facts } from '../rules/changes.ts'
import type { AttendeeRow } from '../store.ts'

/** A change of an event that those who signed up are told of. */
export interface EventChangeRow {
  network_id: string
  event_id: string
  /** The facts that they know, as JSON; null when they know everything. */
  was: string | null
  changed_at: string
  due_at: string
  /** The last of them who has been told, in order of ids; empty before the first. */
  told_up_to: string
  /** The changed facts, for those whose letter is still to be written. */
  things: string
}

declare module '../../../platform/store/database.ts' {
  interface Tables {
    event_changes: EventChangeRow
  }
}

export const eventChange = (db: Db, network: string, event: string): Promise<EventChangeRow | undefined> =>
  db
    .selectFrom('event_changes')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .executeTakeFirst()

/** The events of whose changes people are to be told by now. */
export const dueChanges = (db: Db, now: string): Promise<EventChangeRow[]> =>
  db
    .selectFrom('event_changes')
    .selectAll()
    .where('was', 'is not', null)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('network_id')
    .orderBy('event_id')
    .execute()

export async function changeChangeRow(
  tx: Tx,
  { network_id, event_id }: Pick<EventChangeRow, 'network_id' | 'event_id'>,
  change: Partial<EventChangeRow>,
): Promise<void> {
  await tx
    .updateTable('event_changes')
    .set(change)
    .where('network_id', '=', network_id)
    .where('event_id', '=', event_id)
    .execute()
}

export const knownIn = ({ was }: EventChangeRow): Facts | undefined =>
  was === null ? undefined : (JSON.parse(was) as Facts)

/**
 * Notes that an event is not any more as it was, so that people are told when nobody has changed it for a while. What
 * is changed back in time tells nobody anything. Says whether anybody will be told.
 */
export async function noteChange(tx: Tx, held: EventRow, now: string): Promise<boolean> {
  const { network_id, id: event_id } = held
  const event = await eventById(tx, network_id, event_id)
  const before = await eventChange(tx, network_id, event_id)
  const known = (before && knownIn(before)) ?? factsOf(held)
  if (!event || (changedThings(known, factsOf(event)).length === 0 && !before?.was)) return false
  const noted = {
    was: JSON.stringify(known),
    changed_at: now,
    due_at: new Date(Date.parse(now) + quietMinutes * 60_000).toISOString(),
    told_up_to: '',
  }
  if (before) await changeChangeRow(tx, before, noted)
  else
    await tx
      .insertInto('event_changes')
      .values({ network_id, event_id, ...noted, things: '' })
      .execute()
  return changedThings(known, factsOf(event)).length > 0
}

/** Attendees with an address who signed up before a change and were not told yet, some at a time. */
export const toBeTold = (
  db: Db,
  { network_id, event_id, changed_at, told_up_to }: EventChangeRow,
  most: number,
): Promise<AttendeeRow[]> =>
  db
    .selectFrom('attendees')
    .selectAll()
    .where('network_id', '=', network_id)
    .where('event_id', '=', event_id)
    .where('email', 'is not', null)
    .where('cancelled_at', 'is', null)
    .where('signed_up_at', '<=', changed_at)
    .where('id', '>', told_up_to)
    .orderBy('id')
    .limit(most)
    .execute()

/** The number who would be told of a change. */
export async function addressedCount(db: Db, network: string, event: string): Promise<number> {
  const counted = await db
    .selectFrom('attendees')
    .select((each) => each.fn.countAll().as('many'))
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .where('email', 'is not', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(counted.many)
}
