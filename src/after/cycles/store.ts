import type { ColumnsOf } from '../../platform/form/record.ts'
import { actorKey, type Actor } from '../../platform/store/actor.ts'
import type { Db, Tx } from '../../platform/store/database.ts'
import { fields, maybe, section, type Section } from '../../platform/store/section.ts'
import { planned, studied, type CycleColumns } from './record.ts'

/** A test of what a team pledged: plan, do, study, act. */
export interface CycleRow extends CycleColumns {
  network_id: string
  id: string
  pledge_id: string
  team_id: string
  after_id: string | null
  planned_at: string
  planned_by: string
  decided_at: string | null
  decided_by: string | null
  breakthrough_at: string | null
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    cycles: CycleRow
  }
}

export const cycleSections: Section[] = [
  section('cycles', {
    says: 'Tests of what teams pledged',
    called: ['test of a pledge', 'tests of pledges'],
    fields: {
      id: fields.id(),
      pledge: fields.reference('pledges', 'The pledge that it tests'),
      team: fields.reference('teams', 'The team of the pledge'),
      after: fields.reference('cycles', 'The test that it goes on from', maybe),
      ...planned.section,
      plannedAt: fields.instant('When it was planned', { otherwise: 'now' }),
      plannedBy: fields.text('Who planned it, as this server knows them', { otherwise: '', private: true }),
      ...studied.section,
      decidedAt: fields.instant('When that was decided', maybe),
      decidedBy: fields.text('Who decided it, as this server knows them', { ...maybe, private: true }),
      breakthroughAt: fields.instant('When the team called it its biggest breakthrough', maybe),
    },
    inTime: [['plannedAt', 'decidedAt']],
    agrees: [
      ['team', 'pledge.team'],
      ['after.pledge', 'pledge'],
    ],
  }),
]

const inOrder = (db: Db, network: string) =>
  db.selectFrom('cycles').selectAll().where('network_id', '=', network).orderBy('planned_at').orderBy('id')

/** The tests of a network, the oldest first. */
export const cyclesOf = (db: Db, network: string): Promise<CycleRow[]> => inOrder(db, network).execute()

export const cyclesOfPledge = (db: Db, network: string, pledge: string): Promise<CycleRow[]> =>
  inOrder(db, network).where('pledge_id', '=', pledge).execute()

export const cycleById = (db: Db, network: string, id: string): Promise<CycleRow | undefined> =>
  inOrder(db, network).where('id', '=', id).executeTakeFirst()

export const addCycleRow = async (
  tx: Tx,
  row: Pick<CycleRow, 'network_id' | 'id' | 'pledge_id' | 'team_id' | 'after_id' | 'planned_at'> &
    ColumnsOf<typeof planned>,
  by: Actor,
): Promise<void> => {
  const undecided = { ...studied.empty, decided_at: null, decided_by: null, breakthrough_at: null }
  await tx
    .insertInto('cycles')
    .values({ ...row, planned_by: actorKey(by), ...undecided })
    .execute()
}

export async function changeCycleRow(
  tx: Tx,
  { network_id, id }: Pick<CycleRow, 'network_id' | 'id'>,
  change: Partial<CycleRow>,
): Promise<void> {
  await tx
    .updateTable('cycles')
    .set(change)
    .where('network_id', '=', network_id)
    .where('id', '=', id)
    .execute()
}

/** A team has one biggest breakthrough: what it called so before is so no more. */
export async function markBreakthroughRow(
  tx: Tx,
  { network_id, id, team_id }: Pick<CycleRow, 'network_id' | 'id' | 'team_id'>,
  now: string,
): Promise<void> {
  await tx
    .updateTable('cycles')
    .set({ breakthrough_at: null })
    .where('network_id', '=', network_id)
    .where('team_id', '=', team_id)
    .execute()
  await changeCycleRow(tx, { network_id, id }, { breakthrough_at: now })
}
