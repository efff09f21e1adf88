import { expressionBuilder } from 'kysely'
import type { Db, Tables, Tx } from '../../../platform/store/database.ts'

/** A network whose file is being brought in: its rows are there in part, and nobody sees it. */
export interface ArrivalRow {
  network_id: string
  /** Tells whoever brings it from others that would. */
  arrival: string
  /** The number of lots of records that have come. */
  step: number
  started_at: string
  seen_at: string
}

declare module '../../../platform/store/database.ts' {
  interface Tables {
    arrivals: ArrivalRow
  }
}

const is = expressionBuilder<Tables, never>()

/**
 * True for a network that has wholly come, as a part of another query. The table is empty but while one is brought in.
 */
export const hasCome = (
  column: 'networks.id' | 'memberships.network_id' | 'events.network_id' | 'attendees.network_id',
) =>
  is.not(
    is.exists(
      is
        .selectFrom('arrivals')
        .select('arrival')
        .whereRef('arrivals.network_id', '=', column as never),
    ),
  )

export const arrivalOf = (db: Db, network: string): Promise<ArrivalRow | undefined> =>
  db.selectFrom('arrivals').selectAll().where('network_id', '=', network).executeTakeFirst()

export const arrivalsSeenBefore = (db: Db, moment: string): Promise<ArrivalRow[]> =>
  db.selectFrom('arrivals').selectAll().where('seen_at', '<', moment).orderBy('network_id').execute()

export async function addArrivalRow(tx: Tx, row: ArrivalRow): Promise<void> {
  await tx.insertInto('arrivals').values(row).execute()
}

/** Goes from one step of an arrival to the next, unless it is not where it is thought to be; then nothing is changed. */
export async function moveArrival(
  tx: Tx,
  { network_id, arrival, step }: Pick<ArrivalRow, 'network_id' | 'arrival' | 'step'>,
  to: Partial<Omit<ArrivalRow, 'network_id'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('arrivals')
    .set(to)
    .where('network_id', '=', network_id)
    .where('arrival', '=', arrival)
    .where('step', '=', step)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The network is there from now on. */
export async function endArrival(tx: Tx, network: string, arrival: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('arrivals')
    .where('network_id', '=', network)
    .where('arrival', '=', arrival)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
