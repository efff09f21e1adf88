import { openSessionsOf } from '../../platform/auth/sessions.ts'
import type { Db } from '../../platform/store/database.ts'
import { eventById } from '../../before/events/store.ts'
import { membershipsOf, networkById, teamById } from '../../before/networks/store/networks.ts'
import { personById } from '../../before/people/store.ts'
import type { Role } from '../../before/networks/rules.ts'
import { attendeesWithEmail } from '../../before/sign-ups/store/places.ts'

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
  profession: string | null
  livedExperience: string
  accessNeeds: string | null
  signedUpAt: string
  cancelledAt: string | null
}

/** Everything that names a person, whichever part of the service holds it. */
export interface Held {
  name: string
  email: string | null
  since: string
  roles: HeldRole[]
  signUps: HeldSignUp[]
  sessions: { startedAt: string; lastUsedAt: string }[]
}

export async function heldAbout(db: Db, person: string, now: string): Promise<Held | undefined> {
  const row = await personById(db, person)
  if (!row) return undefined
  const sessions = await openSessionsOf(db, { kind: 'person', id: person }, now)
  return {
    name: row.name,
    email: row.email,
    since: row.created_at,
    roles: await rolesOf(db, person),
    signUps: row.email ? await signUpsWith(db, row.email) : [],
    sessions: sessions.map(({ started_at, seen_at }) => ({ startedAt: started_at, lastUsedAt: seen_at })),
  }
}

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

async function signUpsWith(db: Db, email: string): Promise<HeldSignUp[]> {
  const rows = await attendeesWithEmail(db, email)
  return Promise.all(
    rows.map(async (row) => ({
      network: row.network_id,
      event: row.event_id,
      eventName: (await eventById(db, row.network_id, row.event_id))?.name ?? row.event_id,
      name: row.name,
      profession: row.profession,
      livedExperience: row.lived_experience,
      accessNeeds: row.access_needs,
      signedUpAt: row.signed_up_at,
      cancelledAt: row.cancelled_at,
    })),
  )
}
