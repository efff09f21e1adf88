import type { Db, Tx } from '../../platform/store/database.ts'
import { fields, maybe, section, type Section } from '../../platform/store/section.ts'
import { planFields, stepFields, type PlanColumns, type StepColumns } from './record.ts'

export interface PlanRow extends PlanColumns {
  network_id: string
  id: string
  team_id: string
  pledge_id: string | null
  starts_on: string
  ends_on: string
  created_at: string
  updated_at: string
}

export interface PlanStepRow extends StepColumns {
  network_id: string
  id: string
  plan_id: string
  position: number
  completed_at: string | null
  removed_at: string | null
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

/** The plans of a team, the latest first. */
export const plansOfTeam = (db: Db, network: string, team: string): Promise<PlanRow[]> =>
  db
    .selectFrom('plans')
    .selectAll()
    .where('network_id', '=', network)
    .where('team_id', '=', team)
    .orderBy('starts_on', 'desc')
    .orderBy('id')
    .execute()

/** The plan of a team: its latest. */
export const planOfTeam = async (db: Db, network: string, team: string): Promise<PlanRow | undefined> =>
  (await plansOfTeam(db, network, team))[0]

/** The steps of all plans of a network that stand, in order of quarter and position. */
export const stepsOf = (db: Db, network: string): Promise<PlanStepRow[]> =>
  db
    .selectFrom('plan_steps')
    .selectAll()
    .where('network_id', '=', network)
    .where('removed_at', 'is', null)
    .orderBy('plan_id')
    .orderBy('quarter')
    .orderBy('position')
    .orderBy('id')
    .execute()

/** The steps of one plan, also those that were taken out. */
export const allStepsOfPlan = (db: Db, network: string, plan: string): Promise<PlanStepRow[]> =>
  db
    .selectFrom('plan_steps')
    .selectAll()
    .where('network_id', '=', network)
    .where('plan_id', '=', plan)
    .orderBy('quarter')
    .orderBy('position')
    .orderBy('id')
    .execute()

/** A step of one of the team's plans. */
export const stepOfTeam = (
  db: Db,
  network: string,
  team: string,
  step: string,
): Promise<PlanStepRow | undefined> =>
  db
    .selectFrom('plan_steps')
    .innerJoin('plans', (join) =>
      join
        .onRef('plans.network_id', '=', 'plan_steps.network_id')
        .onRef('plans.id', '=', 'plan_steps.plan_id'),
    )
    .selectAll('plan_steps')
    .where('plan_steps.network_id', '=', network)
    .where('plan_steps.id', '=', step)
    .where('plans.team_id', '=', team)
    .executeTakeFirst()

export async function addPlanRow(tx: Tx, row: PlanRow): Promise<void> {
  await tx.insertInto('plans').values(row).execute()
}

export async function changePlanRow(
  tx: Tx,
  network: string,
  id: string,
  change: Partial<PlanRow>,
): Promise<void> {
  await tx.updateTable('plans').set(change).where('network_id', '=', network).where('id', '=', id).execute()
}

export async function addStepRow(tx: Tx, row: PlanStepRow): Promise<void> {
  await tx.insertInto('plan_steps').values(row).execute()
}

export async function changeStepRow(
  tx: Tx,
  network: string,
  id: string,
  change: Partial<PlanStepRow>,
): Promise<void> {
  await tx
    .updateTable('plan_steps')
    .set(change)
    .where('network_id', '=', network)
    .where('id', '=', id)
    .execute()
}

export const planSections: Section[] = [
  section('plans', {
    called: ['plan', 'plans'],
    says: 'What each team plans for a year, beginning from its pledge',
    unique: [['team', 'startsOn']],
    inTime: [['startsOn', 'endsOn']],
    agrees: [['pledge.team', 'team']],
    fields: {
      id: fields.id(),
      team: fields.reference('teams', 'Whose plan it is'),
      pledge: fields.reference('pledges', 'The pledge it begins from', maybe),
      ...planFields.section,
      startsOn: fields.day('Its first day'),
      endsOn: fields.day('Its last day'),
      createdAt: fields.instant('When the record was begun', { otherwise: 'now' }),
      updatedAt: fields.instant('When it was last changed', { otherwise: 'now' }),
    },
  }),
  section('planSteps', {
    table: 'plan_steps',
    says: 'The steps of the plans, by quarter of the plan’s year',
    fields: {
      id: fields.id(),
      plan: fields.reference('plans', 'The plan it is a step of'),
      ...stepFields.section,
      position: fields.number('Its place in the quarter', { otherwise: 0 }),
      completedAt: fields.instant('When it was done', maybe),
      removedAt: fields.instant('When it was taken out of the plan', maybe),
    },
  }),
]
