import type { Db, Tx } from '../../../platform/store/database.ts'

export interface ReviewSeriesRow {
  network_id: string
  id: string
  first_on: string
  local_time: string
  minutes: number
  every_weeks: number
  months: number
  place: string | null
  link: string | null
  created_at: string
}

export interface ReviewRow {
  network_id: string
  id: string
  series_id: string | null
  on_day: string
  starts_at: string
  ends_at: string
  moved_from: string | null
  place: string | null
  link: string | null
  sequence: number
  notes: string | null
  /** The time when somebody changed or cancelled this meeting by itself: the series leaves it alone from then on. */
  edited_at: string | null
  held_at: string | null
  held_by: string | null
  cancelled_at: string | null
  cancelled_by: string | null
  created_at: string
}

declare module '../../../platform/store/database.ts' {
  interface Tables {
    review_series: ReviewSeriesRow
    reviews: ReviewRow
  }
}

/** The six-weekly meetings of a network, the earliest first; also those that were cancelled. */
export const reviewsOf = (db: Db, network: string): Promise<ReviewRow[]> =>
  db
    .selectFrom('reviews')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('starts_at')
    .orderBy('id')
    .execute()

export const reviewById = (db: Db, network: string, id: string): Promise<ReviewRow | undefined> =>
  db
    .selectFrom('reviews')
    .selectAll()
    .where('network_id', '=', network)
    .where('id', '=', id)
    .executeTakeFirst()

/** The series of meetings of a network, if one is set up. */
export const seriesOf = (db: Db, network: string): Promise<ReviewSeriesRow | undefined> =>
  db
    .selectFrom('review_series')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .executeTakeFirst()

export async function addSeriesRow(tx: Tx, row: ReviewSeriesRow): Promise<void> {
  await tx.insertInto('review_series').values(row).execute()
}

export async function changeSeriesRow(
  tx: Tx,
  network: string,
  id: string,
  change: Partial<ReviewSeriesRow>,
): Promise<void> {
  await tx
    .updateTable('review_series')
    .set(change)
    .where('network_id', '=', network)
    .where('id', '=', id)
    .execute()
}

export async function addReviewRow(tx: Tx, row: ReviewRow): Promise<void> {
  await tx.insertInto('reviews').values(row).execute()
}

export async function changeReviewRow(
  tx: Tx,
  network: string,
  id: string,
  change: Partial<ReviewRow>,
): Promise<void> {
  await tx.updateTable('reviews').set(change).where('network_id', '=', network).where('id', '=', id).execute()
}
