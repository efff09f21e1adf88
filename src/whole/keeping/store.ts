import { openSessionsOf } from '../../platform/auth/sessions.ts'
import type { Actor } from '../../platform/store/actor.ts'
import type { Db } from '../../platform/store/database.ts'
import { eventById } from '../../before/events/store.ts'
import type { HeldRole } from '../../before/networks/rules.ts'
import { teamById } from '../../before/networks/store/networks.ts'
import { personById } from '../../before/people/store.ts'
import { attendeeById, type AttendeeRow } from '../../before/sign-ups/store.ts'
import { attendeesWithEmail } from '../../before/sign-ups/store/places.ts'
import type { Attendance, Whom } from '../../platform/slice.ts'
import { slices } from '../../slices.ts'
import { removedSignUps } from '../removing/store.ts'

export interface HeldSignUp {
  network: string
  event: string
  eventName: string
  name: string
  team: string | null
  profession: string | null
  livedExperience: string
  accessNeeds: string | null
  signedUpAt: string
  arrivedAt: string | null
  cancelledAt: string | null
}

/** Everything that names a person, with what each slice holds of them. */
export interface Held {
  [more: string]: unknown
  name: string
  email: string | null
  since: string
  roles: HeldRole[]
  signUps: HeldSignUp[]
  sessions: { startedAt: string; lastUsedAt: string }[]
}

/** Data held about the actor: a person of the networks, or somebody who only signed up for an event. */
export async function heldAbout(db: Db, actor: Actor, now: string): Promise<Held | undefined> {
  const who =
    actor.kind === 'person'
      ? await aboutPerson(db, actor.id)
      : actor.kind === 'attendee' && (await aboutAttendee(db, actor))
  if (!who) return undefined
  const sessions = await openSessionsOf(db, actor, now)
  return {
    ...who,
    ...(await ofPerson(db, { person: actor.kind === 'person' ? actor.id : undefined, email: who.email })),
    sessions: sessions.map(({ started_at, seen_at }) => ({ startedAt: started_at, lastUsedAt: seen_at })),
  }
}

/** Each slice's own part, in the order of the story. */
async function ofPerson(db: Db, whom: Whom): Promise<{ roles: HeldRole[] }> {
  const parts = await Promise.all(slices.map(({ holding }) => holding?.ofPerson?.(db, whom)))
  return Object.assign({ roles: [] }, ...parts) as { roles: HeldRole[] }
}

async function ofAttendance(db: Db, attendance: Attendance): Promise<object> {
  const parts = await Promise.all(slices.map(({ holding }) => holding?.ofAttendance?.(db, attendance)))
  return Object.assign({}, ...parts) as object
}

type Who = Pick<Held, 'name' | 'email' | 'since' | 'signUps'>

async function aboutPerson(db: Db, person: string): Promise<Who | undefined> {
  const row = await personById(db, person)
  if (!row) return undefined
  const { name, email, created_at: since } = row
  const signUps = email ? await attendeesWithEmail(db, email) : []
  const removed = email ? await removedSignUps(db, email) : []
  const events = new Map(removed.map(({ row, event }) => [row.id, event]))
  const held = await heldSignUps(db, [...signUps, ...removed.map(({ row }) => row)], events)
  return { name, email, since, signUps: held }
}

async function aboutAttendee(
  db: Db,
  { network, id }: { network: string; id: string },
): Promise<Who | undefined> {
  const row = await attendeeById(db, network, id)
  if (!row) return undefined
  const { name, email, signed_up_at: since } = row
  return { name, email, since, signUps: await heldSignUps(db, [row]) }
}

/** `removed` has the names of events, by sign-up, that were taken away with it. */
const heldSignUps = (
  db: Db,
  rows: readonly AttendeeRow[],
  removed: ReadonlyMap<string, string> = new Map(),
): Promise<HeldSignUp[]> =>
  Promise.all(
    rows.map(async (row) => ({
      network: row.network_id,
      event: row.event_id,
      eventName:
        removed.get(row.id) ?? (await eventById(db, row.network_id, row.event_id))?.name ?? row.event_id,
      name: row.name,
      team: row.team_id ? ((await teamById(db, row.network_id, row.team_id))?.name ?? null) : null,
      profession: row.profession,
      livedExperience: row.lived_experience,
      accessNeeds: row.access_needs,
      signedUpAt: row.signed_up_at,
      arrivedAt: row.arrived_at,
      cancelledAt: row.cancelled_at,
      ...(await ofAttendance(db, row)),
    })),
  )
