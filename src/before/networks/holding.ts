import type { Holding } from '../../platform/slice.ts'
import type { Db } from '../../platform/store/database.ts'
import type { HeldRole } from './rules.ts'
import { forgetMembershipsOf, membershipsOf, networkById, teamById } from './store/networks.ts'

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

/** The roles of somebody in networks, and whether they are a service user or carer. */
export const memberships: Holding = {
  ofPerson: async (db, { person }) => ({ roles: person ? await rolesOf(db, person) : [] }),
  erase: (tx, { person }, now) => forgetMembershipsOf(tx, person, now),
  erases: ['memberships'],
}
