import type { ColumnsOf } from '../../platform/form/record.ts'
import type { Db, Tx } from '../../platform/store/database.ts'
import { fields, maybe, section, type Section } from '../../platform/store/section.ts'
import { componentFields } from './record.ts'

/** A part of an idea; one that was removed can be put back. */
export interface ComponentRow extends ColumnsOf<typeof componentFields> {
  network_id: string
  id: string
  idea_id: string
  removed_at: string | null
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    components: ComponentRow
  }
}

export const componentSections: Section[] = [
  section('components', {
    says: 'What an idea is made of, and how tightly others should hold on to each part',
    fields: {
      id: fields.id(),
      idea: fields.reference('ideas', 'The idea'),
      ...componentFields.section,
      removedAt: fields.instant('When it was taken off the idea', maybe),
    },
  }),
]

const kept = (db: Db, network: string) =>
  db
    .selectFrom('components')
    .selectAll()
    .where('network_id', '=', network)
    .where('removed_at', 'is', null)
    .orderBy('idea_id')
    .orderBy('id')

/** The parts of all ideas of a network; without those removed. */
export const componentsOf = (db: Db, network: string): Promise<ComponentRow[]> => kept(db, network).execute()

export const componentsOfIdea = (db: Db, network: string, idea: string): Promise<ComponentRow[]> =>
  kept(db, network).where('idea_id', '=', idea).execute()

/** One part of an idea, also one that was removed. */
export const componentAt = (
  db: Db,
  { network, idea, component }: { network: string; idea: string; component: string },
): Promise<ComponentRow | undefined> =>
  db
    .selectFrom('components')
    .selectAll()
    .where('network_id', '=', network)
    .where('idea_id', '=', idea)
    .where('id', '=', component)
    .executeTakeFirst()

export async function addComponentRow(tx: Tx, row: Omit<ComponentRow, 'removed_at'>): Promise<void> {
  await tx
    .insertInto('components')
    .values({ ...row, removed_at: null })
    .execute()
}

export async function changeComponentRow(
  tx: Tx,
  { network_id, id }: Pick<ComponentRow, 'network_id' | 'id'>,
  change: Partial<ComponentRow>,
): Promise<void> {
  await tx
    .updateTable('components')
    .set(change)
    .where('network_id', '=', network_id)
    .where('id', '=', id)
    .execute()
}
