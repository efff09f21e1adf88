import type { Db, Tx } from '../../../../platform/store/database.ts'
import type { BallotRow } from '../../ballot/store/ballots.ts'

/** People's decision where the votes name no winner. */
export interface TieDecisionRow {
  network_id: string
  id: string
  ballot_id: string
  idea_id: string
  reason: string
  decided_by: string
  recorded_by: string
  recorded_at: string
}

declare module '../../../../platform/store/database.ts' {
  interface Tables {
    tie_decisions: TieDecisionRow
  }
}

export const tieDecisionOf = (db: Db, network: string, ballot: string): Promise<TieDecisionRow | undefined> =>
  db
    .selectFrom('tie_decisions')
    .selectAll()
    .where('network_id', '=', network)
    .where('ballot_id', '=', ballot)
    .executeTakeFirst()

/** The ballot that was made to decide what another left open; the first, should there be several. */
export const runOffOf = (db: Db, network: string, ballot: string): Promise<BallotRow | undefined> =>
  db
    .selectFrom('ballots')
    .selectAll()
    .where('network_id', '=', network)
    .where('run_off_of', '=', ballot)
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst()

/** True if a team has confirmed an idea in a ballot since then. */
export async function confirmedSince(
  db: Db,
  { network_id, ballot_id, idea_id, recorded_at }: TieDecisionRow,
): Promise<boolean> {
  const found = await db
    .selectFrom('team_choices')
    .select('id')
    .where('network_id', '=', network_id)
    .where('ballot_id', '=', ballot_id)
    .where('idea_id', '=', idea_id)
    .where('confirmed_at', '>=', recorded_at)
    .executeTakeFirst()
  return found !== undefined
}

export async function addTieDecision(tx: Tx, row: TieDecisionRow): Promise<void> {
  await tx.insertInto('tie_decisions').values(row).execute()
}

export async function removeTieDecision(tx: Tx, network: string, id: string): Promise<void> {
  await tx.deleteFrom('tie_decisions').where('network_id', '=', network).where('id', '=', id).execute()
}
