import type { Db } from '../../platform/store/database.ts'
import type { ItemKind } from './rules.ts'

export interface ItemRow {
  network_id: string
  id: string
  event_id: string
  position: number
  kind: ItemKind
  title: string
  minutes: number | null
  planned_at: string | null
  idea_id: string | null
  ballot_id: string | null
  link: string | null
  note: string | null
  started_at: string | null
  finished_at: string | null
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    programme_items: ItemRow
  }
}

/** The programme of an event, in its order. */
export const itemsOf = (db: Db, network: string, event: string): Promise<ItemRow[]> =>
  db
    .selectFrom('programme_items')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .orderBy('position')
    .orderBy('id')
    .execute()

export const itemById = (db: Db, network: string, id: string): Promise<ItemRow | undefined> =>
  db
    .selectFrom('programme_items')
    .selectAll()
    .where('network_id', '=', network)
    .where('id', '=', id)
    .executeTakeFirst()
