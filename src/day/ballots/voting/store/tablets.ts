import type { Db, Tx } from '../../../../platform/store/database.ts'

/** A device on which one person votes after another, until it is ended or the ballot is closed. */
export interface TabletRow {
  network_id: string
  /** A hash of the key that the device holds. */
  id: string
  ballot_id: string
  /** The one team whose people vote on it; nothing where all do. */
  team_id: string | null
  started_by: string
  started_at: string
  ended_at: string | null
}

declare module '../../../../platform/store/database.ts' {
  interface Tables {
    tablets: TabletRow
  }
}

/** The tablets of a ballot on which people can vote, the oldest first. */
export const tabletsOf = (db: Db, network: string, ballot: string): Promise<TabletRow[]> =>
  db
    .selectFrom('tablets')
    .selectAll()
    .where('network_id', '=', network)
    .where('ballot_id', '=', ballot)
    .where('ended_at', 'is', null)
    .orderBy('started_at')
    .orderBy('id')
    .execute()

export async function tabletById(
  db: Db,
  network: string,
  ballot: string,
  id: string,
): Promise<TabletRow | undefined> {
  return (await tabletsOf(db, network, ballot)).find((one) => one.id === id)
}

export async function addTablet(tx: Tx, row: TabletRow): Promise<void> {
  await tx
    .insertInto('tablets')
    .values(row)
    .onConflict((conflict) => conflict.columns(['network_id', 'id']).doNothing())
    .execute()
}

export async function endTabletRow(tx: Tx, network: string, id: string, now: string): Promise<void> {
  await tx
    .updateTable('tablets')
    .set({ ended_at: now })
    .where('network_id', '=', network)
    .where('id', '=', id)
    .execute()
}
