import type { Db } from '../../platform/store/database.ts'

export interface ReflectionRow {
  network_id: string
  id: string
  event_id: string
  idea_id: string
  team_id: string
  keep: string | null
  change: string | null
  leave_out: string | null
  first_test: string | null
  updated_at: string
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    reflections: ReflectionRow
  }
}

/** The reflections of an event: each of one team on one idea. */
export const reflectionsOf = (db: Db, network: string, event: string): Promise<ReflectionRow[]> =>
  db
    .selectFrom('reflections')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .orderBy('idea_id')
    .orderBy('team_id')
    .orderBy('id')
    .execute()

/** What a team reflected at all events, the latest first. */
export const reflectionsOfTeam = (db: Db, network: string, team: string): Promise<ReflectionRow[]> =>
  db
    .selectFrom('reflections')
    .selectAll()
    .where('network_id', '=', network)
    .where('team_id', '=', team)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .execute()

/** What all teams reflected on an idea. */
export const reflectionsOnIdea = (db: Db, network: string, idea: string): Promise<ReflectionRow[]> =>
  db
    .selectFrom('reflections')
    .selectAll()
    .where('network_id', '=', network)
    .where('idea_id', '=', idea)
    .orderBy('updated_at')
    .orderBy('id')
    .execute()
