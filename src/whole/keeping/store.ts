import { openSessionsOf } from '../../platform/auth/sessions.ts'
import type { Actor } from '../../platform/store/actor.ts'
import type { Db } from '../../platform/store/database.ts'
import { eventById } from '../../before/events/store.ts'
import { membershipsOf, networkById, teamById } from '../../before/networks/store/networks.ts'
import { personById } from '../../before/people/store.ts'
import type { Role } from '../../before/networks/rules.ts'
import { attendeeById, type AttendeeRow } from '../../before/sign-ups/store.ts'
import { attendeesWithEmail } from '../../before/sign-ups/store/places.ts'
import { ballotsOf } from '../../day/ballots/store/ballots.ts'
import { standingIn } from '../../day/ballots/store/votes.ts'
import { contactsAt, hasAnswered, type FeedbackContactRow } from '../../day/feedback/store/answers.ts'
import { roomOfAttendee } from '../../day/rooms/store/places.ts'
import { removedSignUps } from '../removing/store.ts'

export interface HeldRole {
  network: string
  networkName: string
  role: Role
  team: string | null
  livedExperience: string | null
  since: string
}

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
  /** The breakout room in which they have a place. */
  room: string | null
  /** On whose list of voters they stand, and whether they have voted; what they chose nobody can know. */
  votes: { question: string; voted: boolean }[]
  /** The answers themselves do not lead to them. */
  gaveFeedback: boolean
}

export interface HeldContact {
  network: string
  event: string
  name: string
  how: string
  about: string | null
}

/** Everything that names a person, whichever part of the service holds it. */
export interface Held {
  name: string
  email: string | null
  since: string
  roles: HeldRole[]
  signUps: HeldSignUp[]
  /** Feedback in which they asked to be contacted. */
  contacts: HeldContact[]
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
    contacts: who.email ? (await contactsAt(db, who.email)).map(heldContact) : [],
    sessions: sessions.map(({ started_at, seen_at }) => ({ startedAt: started_at, lastUsedAt: seen_at })),
  }
}

type Who = Omit<Held, 'contacts' | 'sessions'>

async function aboutPerson(db: Db, person: string): Promise<Who | undefined> {
  const row = await personById(db, person)
  if (!row) return undefined
  const { name, email, created_at: since } = row
  const signUps = email ? await attendeesWithEmail(db, email) : []
  const removed = email ? await removedSignUps(db, email) : []
  const events = new Map(removed.map(({ row, event }) => [row.id, event]))
  const held = await heldSignUps(db, [...signUps, ...removed.map(({ row }) => row)], events)
  return { name, email, since, roles: await rolesOf(db, person), signUps: held }
}

async function aboutAttendee(
  db: Db,
  { network, id }: { network: string; id: string },
): Promise<Who | undefined> {
  const row = await attendeeById(db, network, id)
  if (!row) return undefined
  const { name, email, signed_up_at: since } = row
  return { name, email, since, roles: [], signUps: await heldSignUps(db, [row]) }
}

const heldContact = ({ network_id, event_id, name, how, about }: FeedbackContactRow): HeldContact => ({
  network: network_id,
  event: event_id,
  name,
  how,
  about,
})

async function rolesOf(db: Db, person: string): Promise<HeldRole[]> {
  const held = await membershipsOf(db, person)
  return Promise.all(
    held.map(async ({ network_id, role, team_id, lived_experience, created_at }) => ({
      network: network_id,
      networkName: (await networkById(db, network_id))?.name ?? network_id,
      role,
      team: team_id ? ((await teamById(db, network_id, team_id))?.name ?? null) : null,
      livedExperience: lived_experience,
      since: created_at,
    })),
  )
}

/** `removed` has what those events are called, by sign-up, that were taken away with it. */
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
      room: (await roomOfAttendee(db, row.network_id, row.event_id, row.id))?.theme ?? null,
      votes: await heldVotes(db, row),
      gaveFeedback: await hasAnswered(db, row.network_id, row.event_id, row.id),
    })),
  )

async function heldVotes(db: Db, { network_id, event_id, id }: AttendeeRow): Promise<HeldSignUp['votes']> {
  const ballots = await ballotsOf(db, network_id, event_id)
  const ids = ballots.map((ballot) => ballot.id)
  const standing = new Map(
    (await standingIn(db, network_id, ids, [id])).map(({ ballot_id, voted }) => [ballot_id, voted === 1]),
  )
  return ballots.flatMap((ballot) =>
    standing.has(ballot.id) ? [{ question: ballot.question, voted: standing.get(ballot.id)! }] : [],
  )
}
