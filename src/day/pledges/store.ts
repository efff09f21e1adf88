import type { Db } from '../../platform/store/database.ts'

export interface PledgeRow {
  network_id: string
  id: string
  event_id: string
  team_id: string
  idea_id: string | null
  what: string | null
  first_step: string | null
  by_day: string | null
  lead: string | null
  made_at: string
  updated_at: string
  released_at: string | null
  release_reason: string | null
  completed_at: string | null
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    pledges: PledgeRow
  }
}

/** The pledges of a network, the oldest first. */
export const pledgesOf = (db: Db, network: string): Promise<PledgeRow[]> =>
  db
    .selectFrom('pledges')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('made_at')
    .orderBy('id')
    .execute()

export const pledgeById = (db: Db, network: string, id: string): Promise<PledgeRow | undefined> =>
  db
    .selectFrom('pledges')
    .selectAll()
    .where('network_id', '=', network)
    .where('id', '=', id)
    .executeTakeFirst()

/** The pledges made at an event, by team. */
export const pledgesAt = (db: Db, network: string, event: string): Promise<PledgeRow[]> =>
  db
    .selectFrom('pledges')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .orderBy('team_id')
    .orderBy('made_at')
    .orderBy('id')
    .execute()

/** The pledges of a team, the oldest first. */
export const pledgesOfTeam = (db: Db, network: string, team: string): Promise<PledgeRow[]> =>
  db
    .selectFrom('pledges')
    .selectAll()
    .where('network_id', '=', network)
    .where('team_id', '=', team)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
