import { eventTopic, type AtEvent } from '../../events/rules.ts'
import { hasCome } from '../../networks/store/arrivals.ts'
import type { Expression } from 'kysely'
import type { Actor } from '../../../platform/store/actor.ts'
import { policy } from '../../../platform/store/command.ts'
import type { Db, Tx } from '../../../platform/store/database.ts'
import { cachedByRevision } from '../../../platform/store/revision-cache.ts'
import { personById } from '../../people/store.ts'
import { attendeeById, type AttendeeRow } from '../store.ts'

/** The sign-up of an address for an event, also when it is cancelled: an address signs up once. */
export const attendeeByEmail = (
  db: Db,
  network: string,
  event: string,
  email: string,
): Promise<AttendeeRow | undefined> =>
  db
    .selectFrom('attendees')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .where('email', '=', email)
    .executeTakeFirst()

/** The sign-ups with an address, in all networks. */
export const attendeesWithEmail = (db: Db, email: string): Promise<AttendeeRow[]> =>
  db
    .selectFrom('attendees')
    .selectAll()
    .where('email', '=', email)
    .orderBy('network_id')
    .orderBy('id')
    .execute()

/** The sign-up of a personal code, in any network. */
export const attendeeByCode = (db: Db, codeHash: string): Promise<AttendeeRow | undefined> =>
  db
    .selectFrom('attendees')
    .selectAll()
    .where('code_hash', '=', codeHash)
    .where(hasCome('attendees.network_id'))
    .executeTakeFirst()

/** The sign-up of an actor for an event, also when it is cancelled. */
export async function ownSignUp(
  db: Db,
  actor: Actor,
  network: string,
  event: string,
): Promise<AttendeeRow | undefined> {
  if (actor.kind === 'attendee') {
    const row = actor.network === network ? await attendeeById(db, network, actor.id) : undefined
    return row?.event_id === event ? row : undefined
  }
  const email = actor.kind === 'person' ? (await personById(db, actor.id))?.email : undefined
  return email ? attendeeByEmail(db, network, event, email) : undefined
}

export const whoSignedUp = policy<AtEvent>(
  'someone who signed up for the event',
  async (db, { network, event }, actor) => (await ownSignUp(db, actor, network, event)) !== undefined,
)

/** The number who have signed up and not cancelled. */
export async function signedUpCount(db: Db, network: string, event: string): Promise<number> {
  const counted = await db
    .selectFrom('attendees')
    .select((each) => each.fn.countAll().as('many'))
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .where('cancelled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(counted.many)
}

export interface TeamCount {
  team_id: string | null
  many: number
  arrived: number
}

/** Counts by team of those who have signed up and of those who have arrived. Names nobody. */
export async function countsByTeam(db: Db, network: string, event: string): Promise<TeamCount[]> {
  const rows = await db
    .selectFrom('attendees')
    .select((each) => ['team_id', each.fn.countAll().as('many'), each.fn.count('arrived_at').as('arrived')])
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .where('cancelled_at', 'is', null)
    .groupBy('team_id')
    .execute()
  return rows.map(({ team_id, many, arrived }) => ({ team_id, many: Number(many), arrived: Number(arrived) }))
}

/** The same, read once for everyone who looks between two changes: for pages, not for commands. */
export const countsNow = cachedByRevision(
  ({ network, event }: AtEvent) => [eventTopic({ network, event })],
  (db, { network, event }) => countsByTeam(db, network, event),
)

type Ids = Expression<string>

export interface Awaited {
  /** Those who have done the awaited thing already, as a query of ids. */
  done: Ids
  /** Attendees who said later than this which team they come with are not waited for, */
  lateAfter: string | null
  /** unless they are among these. */
  butNot: Ids
  /** As it was at this moment, when waiting ended; by default now. */
  at?: string | null
}

/** Counts by team of those who have arrived and are still waited for. Names nobody. */
export async function waitingByTeam(
  db: Db,
  network: string,
  event: string,
  { done, lateAfter, butNot, at }: Awaited,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('attendees')
    .select((each) => ['team_id', each.fn.countAll().as('many')])
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .where((is) => is.or([is('cancelled_at', 'is', null), is('cancelled_at', '>', at ?? '9')]))
    .where('arrived_at', '<=', at ?? '9')
    .where('team_id', 'is not', null)
    .where('id', 'not in', done)
    .where((is) =>
      is.or([
        is('team_said_at', 'is', null),
        is('team_said_at', '<=', lateAfter ?? '9'),
        is('id', 'in', butNot),
      ]),
    )
    .groupBy('team_id')
    .execute()
  return new Map(rows.map(({ team_id, many }) => [team_id!, Number(many)]))
}

/** Notes that these have arrived, unless it is noted already. Ids of another event or of nobody change nothing. */
export async function noteArrivedRows(
  tx: Tx,
  { network, event }: AtEvent,
  ids: readonly string[],
  now: string,
): Promise<void> {
  await tx
    .updateTable('attendees')
    .set({ arrived_at: now })
    .where('network_id', '=', network)
    .where('id', 'in', ids.toSorted())
    .where('event_id', '=', event)
    .where('arrived_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .execute()
}

export async function addAttendeeRow(tx: Tx, row: AttendeeRow): Promise<void> {
  await tx.insertInto('attendees').values(row).execute()
}

export async function changeAttendeeRow(
  tx: Tx,
  network: string,
  id: string,
  change: Partial<AttendeeRow>,
): Promise<void> {
  await tx
    .updateTable('attendees')
    .set(change)
    .where('network_id', '=', network)
    .where('id', '=', id)
    .execute()
}

/** Everybody who ever signed up, also those who cancelled, by name. */
export const everyAttendeeOf = (db: Db, network: string, event: string): Promise<AttendeeRow[]> =>
  db
    .selectFrom('attendees')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .orderBy('name')
    .orderBy('id')
    .execute()
