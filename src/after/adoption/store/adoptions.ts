import { pledgesOf } from '../../../day/pledges/store.ts'
import type { Db, Tx } from '../../../platform/store/database.ts'
import { prepared } from '../../../platform/store/prepared.ts'
import { cyclesOf, type CycleRow } from '../../cycles/store.ts'
import type { AdoptionColumns, MoveColumns } from '../record.ts'
import type { AdoptionStage } from '../rules/ladder.ts'

/** A team with an idea: where it stands, since when, and how much of that stage is done. */
export interface AdoptionRow extends AdoptionColumns {
  network_id: string
  id: string
  idea_id: string
  team_id: string
  stage: AdoptionStage
  stage_on: string
  /** The parts of all stages that are ticked, with spaces between. */
  done: string
  from_team_id: string | null
  created_at: string
  updated_at: string
}

/** A move of it to another stage. One that was undone stays on record. */
export interface MoveRow extends MoveColumns {
  network_id: string
  id: string
  adoption_id: string
  stage: AdoptionStage
  cycle_id: string | null
  moved_at: string
  moved_by: string | null
  undone_at: string | null
  undone_by: string | null
}

declare module '../../../platform/store/database.ts' {
  interface Tables {
    adoptions: AdoptionRow
    adoption_moves: MoveRow
  }
}

/** Every team with every idea of a network of which anything is recorded. */
export const adoptionsOf = prepared((db, network: string) =>
  db
    .selectFrom('adoptions')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('idea_id')
    .orderBy('team_id'),
)

export const adoptionOf = (
  db: Db,
  network: string,
  idea: string,
  team: string,
): Promise<AdoptionRow | undefined> =>
  db
    .selectFrom('adoptions')
    .selectAll()
    .where('network_id', '=', network)
    .where('idea_id', '=', idea)
    .where('team_id', '=', team)
    .executeTakeFirst()

/** Moves of a network that stand, the earliest first. */
export const movesOf = prepared((db, network: string) =>
  db
    .selectFrom('adoption_moves')
    .selectAll()
    .where('network_id', '=', network)
    .where('undone_at', 'is', null)
    .orderBy('on_day')
    .orderBy('moved_at')
    .orderBy('id'),
)

/** Moves of one team with one idea that stand, the earliest first. */
export const movesOfAdoption = (db: Db, network: string, adoption: string): Promise<MoveRow[]> =>
  db
    .selectFrom('adoption_moves')
    .selectAll()
    .where('network_id', '=', network)
    .where('adoption_id', '=', adoption)
    .where('undone_at', 'is', null)
    .orderBy('on_day')
    .orderBy('moved_at')
    .orderBy('id')
    .execute()

/** A move with the record that it is of, unless it was taken back. */
export async function adoptionByMove(
  db: Db,
  network: string,
  id: string,
): Promise<{ move: MoveRow; adoption: AdoptionRow } | undefined> {
  const move = await db
    .selectFrom('adoption_moves')
    .selectAll()
    .where('network_id', '=', network)
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  const adoption =
    move &&
    (await db
      .selectFrom('adoptions')
      .selectAll()
      .where('network_id', '=', network)
      .where('id', '=', move.adoption_id)
      .executeTakeFirst())
  return move && adoption && { move, adoption }
}

/** The tests of what a team pledged of an idea, the oldest first. */
export async function testsOf(db: Db, network: string, idea: string, team: string): Promise<CycleRow[]> {
  const [pledges, cycles] = await Promise.all([pledgesOf(db, network), cyclesOf(db, network)])
  const its = new Set(
    pledges.filter((one) => one.idea_id === idea && one.team_id === team).map(({ id }) => id),
  )
  return cycles.filter((cycle) => its.has(cycle.pledge_id))
}

export async function addAdoptionRow(tx: Tx, row: AdoptionRow): Promise<void> {
  await tx.insertInto('adoptions').values(row).execute()
}

export async function changeAdoptionRow(
  tx: Tx,
  { network_id, id }: Pick<AdoptionRow, 'network_id' | 'id'>,
  change: Partial<AdoptionRow>,
): Promise<void> {
  await tx
    .updateTable('adoptions')
    .set(change)
    .where('network_id', '=', network_id)
    .where('id', '=', id)
    .execute()
}

/** Takes a record that has only just begun away, with its moves. */
export async function forgetAdoptionRow(tx: Tx, { network_id, id }: AdoptionRow): Promise<void> {
  await tx
    .deleteFrom('adoption_moves')
    .where('network_id', '=', network_id)
    .where('adoption_id', '=', id)
    .execute()
  await tx.deleteFrom('adoptions').where('network_id', '=', network_id).where('id', '=', id).execute()
}

export async function addMoveRow(tx: Tx, row: MoveRow): Promise<void> {
  await tx.insertInto('adoption_moves').values(row).execute()
}

export async function undoMoveRow(
  tx: Tx,
  { network_id, id }: Pick<MoveRow, 'network_id' | 'id'>,
  at: Pick<MoveRow, 'undone_at' | 'undone_by'>,
): Promise<void> {
  await tx
    .updateTable('adoption_moves')
    .set(at)
    .where('network_id', '=', network_id)
    .where('id', '=', id)
    .execute()
}
