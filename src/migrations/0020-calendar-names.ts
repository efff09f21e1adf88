import type { Kysely } from 'kysely'
import { addColumns } from '../platform/store/columns.ts'
import { newId } from '../platform/store/uuid.ts'

/**
 * A name that tells the calendar entries of a network from those of every other installation. Real networks that are
 * there already have none: their entries keep the name under which they stand in people's calendars.
 */
export async function up(db: Kysely<unknown>) {
  await addColumns(db, 'networks', { calendar: 'text?' })
  const networks = db as Kysely<{ networks: { id: string; kind: string; calendar: string | null } }>
  const invented = await networks.selectFrom('networks').select('id').where('kind', '!=', 'real').execute()
  for (const { id } of invented)
    await networks.updateTable('networks').set({ calendar: newId() }).where('id', '=', id).execute()
}
