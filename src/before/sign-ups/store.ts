import type { AtEvent } from '../events/rules.ts'
import type { Db } from '../../platform/store/database.ts'
import { actorKey, type Actor } from '../../platform/store/actor.ts'
import { policy } from '../../platform/store/command.ts'
import { prepared, preparedAmong } from '../../platform/store/prepared.ts'
import { holds } from '../networks/store/roles.ts'
import { addressesOf, personById } from '../people/store.ts'
import type { LivedExperienceAnswer } from './rules.ts'

export interface AttendeeRow {
  network_id: string
  id: string
  event_id: string
  name: string
  email: string | null
  team_id: string | null
  profession: string | null
  lived_experience: LivedExperienceAnswer
  access_needs: string | null
  signed_up_at: string
  signed_up_by: 'self' | 'organiser'
  /** The time when they last said themselves which team they come with; null where an organiser did. */
  team_said_at: string | null
  arrived_at: string | null
  cancelled_at: string | null
  code_hash: string
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    attendees: AttendeeRow
  }
}

/**
 * Attendees who have not cancelled, by name, with lived experience and access needs: show these only to people who need
 * them.
 */
export const attendeesOf = (db: Db, network: string, event: string): Promise<AttendeeRow[]> =>
  db
    .selectFrom('attendees')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .where('cancelled_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()

const rowsOfAttendee = prepared((db, network: string, id: string) =>
  db.selectFrom('attendees').selectAll().where('network_id', '=', network).where('id', '=', id),
)

export const attendeeById = async (db: Db, network: string, id: string): Promise<AttendeeRow | undefined> =>
  (await rowsOfAttendee(db, network, id))[0]

/**
 * The sign-up of an actor for an event, unless cancelled. Somebody who signed in as a person is the attendee
 * who signed up with the same address.
 */
export async function attendeeOf(
  db: Db,
  actor: Actor,
  network: string,
  event: string,
): Promise<AttendeeRow | undefined> {
  if (actor.kind === 'attendee') {
    if (actor.network !== network) return undefined
    // By its key alone: asked for the event as well, SQLite goes through everyone who is there.
    const row = await attendeeById(db, network, actor.id)
    return row?.event_id === event && row.cancelled_at === null ? row : undefined
  }
  const email = actor.kind === 'person' && (await personById(db, actor.id))?.email
  if (!email) return undefined
  return db
    .selectFrom('attendees')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .where('email', '=', email)
    .where('cancelled_at', 'is', null)
    .orderBy('signed_up_at')
    .orderBy('id')
    .executeTakeFirst()
}

export interface Attending {
  id: string
  team_id: string | null
  team_said_at: string | null
}

const attendeesWith = (column: 'id' | 'email') =>
  preparedAmong((db, among, network: string) =>
    db
      .selectFrom('attendees')
      .select(['id', 'event_id', 'email', 'team_id', 'team_said_at', 'cancelled_at'])
      .where('network_id', '=', network)
      .where(among(column))
      .orderBy('signed_up_at', 'desc')
      .orderBy('id', 'desc'),
  )
const attendeesWithIds = attendeesWith('id')
const attendeesWithEmails = attendeesWith('email')

/** `attendeeOf` for many actors in three statements at most, by the actor's key. */
export async function attendeesOfActors(
  db: Db,
  actors: readonly Actor[],
  network: string,
  event: string,
): Promise<Map<string, Attending>> {
  const own = actors.flatMap((one) => (one.kind === 'attendee' && one.network === network ? [one.id] : []))
  const people = actors.flatMap((one) => (one.kind === 'person' ? [one.id] : []))
  const addresses = await addressesOf(db, people)
  // The event is looked at here: asked for it as well, SQLite goes through everyone who is there.
  const isHere = (row: { event_id: string; cancelled_at: string | null }) =>
    row.event_id === event && row.cancelled_at === null
  const byId = new Map((await attendeesWithIds(db, own, network)).filter(isHere).map((row) => [row.id, row]))
  // The earliest sign-up of an address comes last and so is the one that stays.
  const withEmails = await attendeesWithEmails(db, [...addresses.values()], network)
  const byEmail = new Map(withEmails.filter(isHere).map((row) => [row.email, row]))
  return new Map(
    actors.flatMap((actor) => {
      const row =
        actor.kind === 'attendee'
          ? actor.network === network && byId.get(actor.id)
          : actor.kind === 'person' && byEmail.get(addresses.get(actor.id) ?? '')
      return row ? [[actorKey(actor), row] as const] : []
    }),
  )
}

/** People who have signed up for the event. */
export const attending = policy<AtEvent>(
  'someone who has signed up for the event',
  async (db, { network, event }, actor) => (await attendeeOf(db, actor, network, event)) !== undefined,
)

/** People who have signed up for the event with the team, or work in it. */
export const teamAtEvent = policy<AtEvent & { team: string }>(
  'someone of the team',
  async (db, { network, event, team }, actor) =>
    (await holds(db, actor, network, ['lead', 'member', 'representative'], team)) ||
    (await attendeeOf(db, actor, network, event))?.team_id === team,
)
