import type { Db } from '../../platform/store/database.ts'

export interface PlanRow {
  network_id: string
  id: string
  team_id: string
  pledge_id: string | null
  aim: string
  lead: string | null
  support_agreed: string | null
  starts_on: string
  ends_on: string
  created_at: string
  updated_at: string
}

export interface PlanStepRow {
  network_id: string
  id: string
  plan_id: string
  quarter: number
  position: number
  what: string
  owner: string | null
  due_on: string | null
  completed_at: string | null
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    plans: PlanRow
    plan_steps: PlanStepRow
  }
}

/** The plans of a network, by team. */
export const plansOf = (db: Db, network: string): Promise<PlanRow[]> =>
  db
    .selectFrom('plans')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('team_id')
    .orderBy('starts_on')
    .orderBy('id')
    .execute()

/** The plan of a team: its latest. */
export const planOfTeam = (db: Db, network: string, team: string): Promise<PlanRow | undefined> =>
  db
    .selectFrom('plans')
    .selectAll()
    .where('network_id', '=', network)
    .where('team_id', '=', team)
    .orderBy('starts_on', 'desc')
    .orderBy('id')
    .executeTakeFirst()

/** The steps of all plans of a network, in order of quarter and position. */
export const stepsOf = (db: Db, network: string): Promise<PlanStepRow[]> =>
  db
    .selectFrom('plan_steps')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('plan_id')
    .orderBy('quarter')
    .orderBy('position')
    .orderBy('id')
    .execute()
