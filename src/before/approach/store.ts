import type { Db, Tx } from '../../platform/store/database.ts'
import { fields, section, type Section } from '../../platform/store/section.ts'
import { approachFields, type ApproachColumns } from './record.ts'

/** A network has one approach, under an id that is always the same. */
export interface ApproachRow extends ApproachColumns {
  network_id: string
  id: string
  updated_at: string
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    approaches: ApproachRow
  }
}

export const approachSections: Section[] = [
  section('approaches', {
    says: 'How the network spreads changes',
    fields: {
      id: fields.id(),
      ...approachFields.section,
      updatedAt: fields.instant('When it was last changed', { otherwise: 'now' }),
    },
  }),
]

export const approachOf = (db: Db, network: string): Promise<ApproachRow | undefined> =>
  db.selectFrom('approaches').selectAll().where('network_id', '=', network).orderBy('id').executeTakeFirst()

export async function keepApproach(tx: Tx, row: Omit<ApproachRow, 'id'>): Promise<void> {
  const kept = await approachOf(tx, row.network_id)
  if (kept)
    await tx
      .updateTable('approaches')
      .set(row)
      .where('network_id', '=', row.network_id)
      .where('id', '=', kept.id)
      .execute()
  else
    await tx
      .insertInto('approaches')
      .values({ ...row, id: 'approach' })
      .execute()
}
