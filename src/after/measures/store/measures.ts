import type { Db, Tx } from '../../../platform/store/database.ts'
import { fields, maybe, section, type Section } from '../../../platform/store/section.ts'
import { charted, defined, type MeasureColumns } from '../record/measure.ts'

/** A measure of a team; without one, of the network, for all its teams. */
export interface MeasureRow extends MeasureColumns {
  network_id: string
  id: string
  team_id: string | null
  idea_id: string | null
  pledge_id: string | null
  created_at: string
  created_by: string | null
  retired_at: string | null
}

/** A field of a measure as it was until it was changed. */
export interface MeasureChangeRow {
  network_id: string
  id: string
  measure_id: string
  field: string
  was: string | null
  changed_at: string
}

declare module '../../../platform/store/database.ts' {
  interface Tables {
    measures: MeasureRow
    measure_changes: MeasureChangeRow
  }
}

const inOrder = (db: Db, network: string) =>
  db.selectFrom('measures').selectAll().where('network_id', '=', network).orderBy('created_at').orderBy('id')

/** The measures of a network, the oldest first, those that are retired among them. */
export const measuresOf = (db: Db, network: string): Promise<MeasureRow[]> => inOrder(db, network).execute()

export const measureById = (db: Db, network: string, id: string): Promise<MeasureRow | undefined> =>
  inOrder(db, network).where('id', '=', id).executeTakeFirst()

/** The history of a measure, the latest change first. */
export const changesOfMeasure = (db: Db, network: string, measure: string): Promise<MeasureChangeRow[]> =>
  db
    .selectFrom('measure_changes')
    .selectAll()
    .where('network_id', '=', network)
    .where('measure_id', '=', measure)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export async function addMeasureRow(tx: Tx, row: MeasureRow): Promise<void> {
  await tx.insertInto('measures').values(row).execute()
}

export async function changeMeasureRow(
  tx: Tx,
  { network_id, id }: Pick<MeasureRow, 'network_id' | 'id'>,
  change: Partial<MeasureRow>,
): Promise<void> {
  await tx
    .updateTable('measures')
    .set(change)
    .where('network_id', '=', network_id)
    .where('id', '=', id)
    .execute()
}

export async function addMeasureChanges(tx: Tx, rows: MeasureChangeRow[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('measure_changes').values(rows).execute()
}

export const measureSections: Section[] = [
  section('measures', {
    says: 'What teams, or the whole network, measure',
    called: ['measure', 'measures'],
    fields: {
      id: fields.id(),
      team: fields.reference('teams', 'The team that measures it; without one, all teams do', maybe),
      idea: fields.reference('ideas', 'The idea that it follows', maybe),
      pledge: fields.reference('pledges', 'The pledge that it follows', maybe),
      ...defined.section,
      ...charted.section,
      createdAt: fields.instant('When it was defined', { otherwise: 'now' }),
      createdBy: fields.doer('Who defined it'),
      retiredAt: fields.instant('When it was retired', maybe),
    },
    inTime: [['createdAt', 'retiredAt']],
    agrees: [['pledge.team', 'team']],
  }),
  section('measureChanges', {
    table: 'measure_changes',
    says: 'What was changed of measures, as it was before',
    fields: {
      id: fields.id(),
      measure: fields.reference('measures', 'The measure that was changed'),
      field: fields.choice([...defined.names, ...charted.names], 'What was changed'),
      was: fields.text('How it was before', maybe),
      changedAt: fields.instant('When it was changed', { otherwise: 'now' }),
    },
  }),
]
