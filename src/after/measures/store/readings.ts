import type { Db, Tx } from '../../../platform/store/database.ts'
import { fields, maybe, section, type Section } from '../../../platform/store/section.ts'

/** A reading of a measure by a team on a day; without a value nothing was measured on it. */
export interface ReadingRow {
  network_id: string
  id: string
  measure_id: string
  team_id: string
  taken_on: string
  value: number | null
  denominator: number | null
  note: string | null
  recorded_at: string
  recorded_by: string | null
  removed_at: string | null
}

/** A reading as it was until it was corrected. It does not say by whom. */
export interface ReadingChangeRow {
  network_id: string
  id: string
  reading_id: string
  value: number | null
  denominator: number | null
  note: string | null
  reason: string | null
  changed_at: string
}

/** A day on which the chart of a series begins anew, and why. */
export interface RebaseRow {
  network_id: string
  id: string
  measure_id: string
  team_id: string
  begins_on: string
  cause: string
  cycle_id: string | null
  made_at: string
  made_by: string | null
  removed_at: string | null
}

declare module '../../../platform/store/database.ts' {
  interface Tables {
    readings: ReadingRow
    reading_changes: ReadingChangeRow
    rebases: RebaseRow
  }
}

const inOrder = (db: Db, network: string) =>
  db
    .selectFrom('readings')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('measure_id')
    .orderBy('team_id')
    .orderBy('taken_on')

/** The readings of some measures that stand. */
export const readingsOfMeasures = async (
  db: Db,
  network: string,
  measures: readonly string[],
): Promise<ReadingRow[]> =>
  measures.length === 0
    ? []
    : inOrder(db, network)
        .where('removed_at', 'is', null)
        .where('measure_id', 'in', [...measures])
        .execute()

/** All readings of one team for a measure, those that were taken out among them. */
export const readingsOfSeries = (
  db: Db,
  network: string,
  measure: string,
  team: string,
): Promise<ReadingRow[]> =>
  inOrder(db, network).where('measure_id', '=', measure).where('team_id', '=', team).execute()

export const readingById = (db: Db, network: string, id: string): Promise<ReadingRow | undefined> =>
  inOrder(db, network).where('id', '=', id).executeTakeFirst()

/** The corrections of a series, the latest first. */
export const changesOfSeries = (
  db: Db,
  network: string,
  measure: string,
  team: string,
): Promise<(ReadingChangeRow & { taken_on: string })[]> =>
  db
    .selectFrom('reading_changes')
    .innerJoin('readings', (join) =>
      join
        .onRef('readings.network_id', '=', 'reading_changes.network_id')
        .onRef('readings.id', '=', 'reading_changes.reading_id'),
    )
    .selectAll('reading_changes')
    .select('readings.taken_on')
    .where('reading_changes.network_id', '=', network)
    .where('readings.measure_id', '=', measure)
    .where('readings.team_id', '=', team)
    .orderBy('reading_changes.changed_at', 'desc')
    .orderBy('reading_changes.id', 'desc')
    .execute()

/** Rows that one statement holds: each has eleven values, and a statement takes some thousands. */
const mostInAStatement = 200

export async function addReadingRows(tx: Tx, rows: readonly ReadingRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += mostInAStatement)
    await tx
      .insertInto('readings')
      .values(rows.slice(at, at + mostInAStatement))
      .execute()
}

export async function changeReadingRow(
  tx: Tx,
  { network_id, id }: Pick<ReadingRow, 'network_id' | 'id'>,
  change: Partial<ReadingRow>,
): Promise<void> {
  await tx
    .updateTable('readings')
    .set(change)
    .where('network_id', '=', network_id)
    .where('id', '=', id)
    .execute()
}

export async function addReadingChanges(tx: Tx, rows: readonly ReadingChangeRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += mostInAStatement)
    await tx
      .insertInto('reading_changes')
      .values(rows.slice(at, at + mostInAStatement))
      .execute()
}

const rebasesInOrder = (db: Db, network: string) =>
  db.selectFrom('rebases').selectAll().where('network_id', '=', network).orderBy('begins_on').orderBy('id')

/** The rebases of a network that stand. */
export const rebasesOf = (db: Db, network: string): Promise<RebaseRow[]> =>
  rebasesInOrder(db, network).where('removed_at', 'is', null).execute()

/** The rebases of a series, those that were taken back among them. */
export const rebasesOfSeries = (
  db: Db,
  network: string,
  measure: string,
  team: string,
): Promise<RebaseRow[]> =>
  rebasesInOrder(db, network).where('measure_id', '=', measure).where('team_id', '=', team).execute()

export const rebaseById = (db: Db, network: string, id: string): Promise<RebaseRow | undefined> =>
  rebasesInOrder(db, network).where('id', '=', id).executeTakeFirst()

export async function addRebaseRow(tx: Tx, row: RebaseRow): Promise<void> {
  await tx.insertInto('rebases').values(row).execute()
}

export async function changeRebaseRow(
  tx: Tx,
  { network_id, id }: Pick<RebaseRow, 'network_id' | 'id'>,
  change: Partial<RebaseRow>,
): Promise<void> {
  await tx
    .updateTable('rebases')
    .set(change)
    .where('network_id', '=', network_id)
    .where('id', '=', id)
    .execute()
}

export const readingSections: Section[] = [
  section('readings', {
    says: 'Readings of measures; one without a value says that nothing was measured on that day',
    called: ['reading of a measure', 'readings of measures'],
    unique: [['measure', 'team', 'takenOn']],
    fields: {
      id: fields.id(),
      measure: fields.reference('measures', 'The measure that it is of'),
      team: fields.reference('teams', 'The team that measured'),
      takenOn: fields.day('The day that it is for'),
      value: fields.decimal('The value; of a share or a rate, the upper number', maybe),
      denominator: fields.decimal('Of a share or a rate, the lower number', maybe),
      note: fields.text('What is to be known about it', maybe),
      recordedAt: fields.instant('When it was entered', { otherwise: 'now' }),
      recordedBy: fields.doer('Who entered it'),
      removedAt: fields.instant('When it was taken out', maybe),
    },
  }),
  section('readingChanges', {
    table: 'reading_changes',
    says: 'Readings as they were before they were corrected',
    fields: {
      id: fields.id(),
      reading: fields.reference('readings', 'The reading that was corrected'),
      value: fields.decimal('The value before', maybe),
      denominator: fields.decimal('The lower number before', maybe),
      note: fields.text('The note before', maybe),
      reason: fields.text('Why it was corrected', maybe),
      changedAt: fields.instant('When it was corrected', { otherwise: 'now' }),
    },
  }),
  section('rebases', {
    says: 'Days on which the chart of a series begins anew, and why',
    called: ['new beginning of a chart', 'new beginnings of charts'],
    fields: {
      id: fields.id(),
      measure: fields.reference('measures', 'The measure'),
      team: fields.reference('teams', 'The team whose chart begins anew'),
      beginsOn: fields.day('The first day of the new beginning'),
      cause: fields.text('What changed'),
      cycle: fields.reference('cycles', 'The test that it belongs to', maybe),
      madeAt: fields.instant('When it was set', { otherwise: 'now' }),
      madeBy: fields.doer('Who set it'),
      removedAt: fields.instant('When it was taken back', maybe),
    },
    agrees: [['cycle.team', 'team']],
  }),
]
