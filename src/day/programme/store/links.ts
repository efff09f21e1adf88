import type { Db, Tx } from '../../../platform/store/database.ts'
import type { LinkOpens, ScreenShows } from '../rules/links.ts'

export interface DayLinkRow {
  network_id: string
  id: string
  event_id: string
  opens: LinkOpens
  code: string
  /** The content of the Screen that it opens. */
  shows: ScreenShows
  /** 1 for large print. */
  large: number
  made_at: string
  expires_at: string
  ended_at: string | null
}

declare module '../../../platform/store/database.ts' {
  interface Tables {
    day_links: DayLinkRow
  }
}

export const linkByCode = (db: Db, code: string): Promise<DayLinkRow | undefined> =>
  db.selectFrom('day_links').selectAll().where('code', '=', code).executeTakeFirst()

/** The links of a day that nobody has ended, the latest first. */
export const linksOf = (db: Db, network: string, event: string): Promise<DayLinkRow[]> =>
  db
    .selectFrom('day_links')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .where('ended_at', 'is', null)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export async function addLinkRow(tx: Tx, row: DayLinkRow): Promise<void> {
  await tx.insertInto('day_links').values(row).execute()
}

export async function changeLinkRow(
  tx: Tx,
  { network_id, id }: Pick<DayLinkRow, 'network_id' | 'id'>,
  change: Partial<DayLinkRow>,
): Promise<void> {
  await tx
    .updateTable('day_links')
    .set(change)
    .where('network_id', '=', network_id)
    .where('id', '=', id)
    .execute()
}
