import type { ColumnsOf } from '../../platform/form/record.ts'
import type { Db, Tx } from '../../platform/store/database.ts'
import { fields, maybe, section, type Section } from '../../platform/store/section.ts'
import { updateFields } from './record.ts'

export interface UpdateRow extends ColumnsOf<typeof updateFields> {
  network_id: string
  id: string
  team_id: string
  /** The meeting that it was said for. */
  review_id: string | null
  said_at: string
  said_by: string
  removed_at: string | null
}

/** A meeting of which the teams have been reminded, under its id. */
export interface UpdateReminderRow {
  network_id: string
  id: string
  sent_at: string
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    team_updates: UpdateRow
    update_reminders: UpdateReminderRow
  }
}

export const updateSections: Section[] = [
  section('teamUpdates', {
    says: 'How teams are getting on, in two sentences each',
    fields: {
      id: fields.id(),
      team: fields.reference('teams', 'Whose update it is'),
      review: fields.reference('reviews', 'The meeting that it was said for', maybe),
      ...updateFields.section,
      saidAt: fields.instant('When it was said', { otherwise: 'now' }),
      saidBy: fields.text('Who said it, as this server knows them', { otherwise: '', private: true }),
      removedAt: fields.instant('When it was taken back', maybe),
    },
  }),
]

const inOrder = (db: Db, network: string) =>
  db.selectFrom('team_updates').selectAll().where('network_id', '=', network).orderBy('said_at').orderBy('id')

/** The updates of a network, the first first; without those taken back. */
export const updatesOf = (db: Db, network: string): Promise<UpdateRow[]> =>
  inOrder(db, network).where('removed_at', 'is', null).execute()

/** One update, also one that was taken back. */
export const updateAt = (
  db: Db,
  { network, team, update }: { network: string; team: string; update: string },
): Promise<UpdateRow | undefined> =>
  inOrder(db, network).where('team_id', '=', team).where('id', '=', update).executeTakeFirst()

export async function addUpdateRow(tx: Tx, row: Omit<UpdateRow, 'removed_at'>): Promise<void> {
  await tx
    .insertInto('team_updates')
    .values({ ...row, removed_at: null })
    .execute()
}

/** Takes an update back at an instant; with null it stands again. */
export async function takeBackUpdateRow(
  tx: Tx,
  { network_id, id }: Pick<UpdateRow, 'network_id' | 'id'>,
  at: string | null,
): Promise<void> {
  await tx
    .updateTable('team_updates')
    .set({ removed_at: at })
    .where('network_id', '=', network_id)
    .where('id', '=', id)
    .execute()
}

/** Notes that the teams have been reminded of a meeting; false when they had been. */
export async function noteReminder(tx: Tx, row: UpdateReminderRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('update_reminders')
    .values(row)
    .onConflict((conflict) => conflict.columns(['network_id', 'id']).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
