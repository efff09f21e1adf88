import type { Db, Tx } from '../../../platform/store/database.ts'
import type { AdaptationColumns, CheckColumns, LookColumns, ScoreColumns } from '../record.ts'
import type { AdoptionRow } from './adoptions.ts'

/** A repeated look at the context. */
export interface LookRow extends LookColumns {
  network_id: string
  id: string
  adoption_id: string
  looked_at: string
  looked_by: string | null
}

export interface AdaptationRow extends AdaptationColumns {
  network_id: string
  id: string
  adoption_id: string
  look_id: string | null
  added_at: string
  added_by: string | null
  removed_at: string | null
}

/** The answer to a check so many months after a move to adopted. */
export interface CheckRow extends CheckColumns {
  network_id: string
  id: string
  adoption_id: string
  move_id: string
  months: number
  answered_at: string
  answered_by: string | null
}

export interface ScoreRow extends ScoreColumns {
  network_id: string
  id: string
  adoption_id: string
  set_at: string
  set_by: string | null
}

declare module '../../../platform/store/database.ts' {
  interface Tables {
    context_looks: LookRow
    adaptations: AdaptationRow
    adoption_checks: CheckRow
    progress_scores: ScoreRow
  }
}

/** True if more than moves has been recorded of it. */
export async function hasMore(db: Db, { network_id, id, done }: AdoptionRow): Promise<boolean> {
  const [looks, adapted, scores] = await Promise.all([
    looksOf(db, network_id, id),
    adaptationsOf(db, network_id, id),
    scoresOf(db, network_id, id),
  ])
  return done !== '' || looks.length + adapted.length + scores.length > 0
}

/** Looks at the context, the latest first. */
export const looksOf = (db: Db, network: string, adoption: string): Promise<LookRow[]> =>
  db
    .selectFrom('context_looks')
    .selectAll()
    .where('network_id', '=', network)
    .where('adoption_id', '=', adoption)
    .orderBy('looked_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Adaptations of one team, the latest first; those taken away, too. */
export const adaptationsOf = (db: Db, network: string, adoption: string): Promise<AdaptationRow[]> =>
  db
    .selectFrom('adaptations')
    .selectAll()
    .where('network_id', '=', network)
    .where('adoption_id', '=', adoption)
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Answers to the checks of a network. */
export const checksOf = (db: Db, network: string): Promise<CheckRow[]> =>
  db
    .selectFrom('adoption_checks')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('answered_at')
    .orderBy('id')
    .execute()

/** Scores of one team with an idea, the latest first. */
export const scoresOf = (db: Db, network: string, adoption: string): Promise<ScoreRow[]> =>
  db
    .selectFrom('progress_scores')
    .selectAll()
    .where('network_id', '=', network)
    .where('adoption_id', '=', adoption)
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export async function addLookRow(tx: Tx, row: LookRow): Promise<void> {
  await tx.insertInto('context_looks').values(row).execute()
}

export async function addAdaptationRow(tx: Tx, row: AdaptationRow): Promise<void> {
  await tx.insertInto('adaptations').values(row).execute()
}

/** Takes an adaptation away at an instant; with null it is there again. */
export async function removeAdaptationRow(
  tx: Tx,
  network: string,
  id: string,
  at: string | null,
): Promise<void> {
  await tx
    .updateTable('adaptations')
    .set({ removed_at: at })
    .where('network_id', '=', network)
    .where('id', '=', id)
    .execute()
}

export async function addCheckRow(tx: Tx, row: CheckRow): Promise<void> {
  await tx.insertInto('adoption_checks').values(row).execute()
}

/** Takes the answer to a check back. */
export async function removeCheckRow(tx: Tx, network: string, move: string, months: number): Promise<void> {
  await tx
    .deleteFrom('adoption_checks')
    .where('network_id', '=', network)
    .where('move_id', '=', move)
    .where('months', '=', months)
    .execute()
}

export async function addScoreRow(tx: Tx, row: ScoreRow): Promise<void> {
  await tx.insertInto('progress_scores').values(row).execute()
}
