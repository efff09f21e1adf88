import type { AtEvent } from '../../../../before/events/rules.ts'
import { bringersQuery } from '../../../../before/ideas/store.ts'
import type { Db, Tx } from '../../../../platform/store/database.ts'
import { prepared } from '../../../../platform/store/prepared.ts'

export interface BallotRow {
  network_id: string
  id: string
  event_id: string
  question: string
  method: 'person' | 'team' | 'several' | 'ranked'
  /** The most ideas that one person may choose, where that is several. */
  at_most: number | null
  own_idea: 'excluded' | 'apart' | 'counted'
  created_at: string
  opened_at: string | null
  opened_by: string | null
  closed_at: string | null
  closed_by: string | null
  revealed_at: string | null
  revealed_by: string | null
  /** The ballot without a winner that this one is to decide. */
  run_off_of: string | null
  /** Steps of the result that the Screen shows already; all else is sealed until `revealed_at`. */
  bars_shown: number | null
  /** 1 for the vote whose result has the Screen, whatever is on, until the programme moves on. */
  on_screen: 1 | null
}

/** Columns of a ballot that is only prepared. */
export const unopened = {
  opened_at: null,
  opened_by: null,
  closed_at: null,
  closed_by: null,
  revealed_at: null,
  revealed_by: null,
}

export interface BallotOptionRow {
  network_id: string
  id: string
  ballot_id: string
  idea_id: string
  position: number
}

export interface TeamChoiceRow {
  network_id: string
  id: string
  ballot_id: string
  team_id: string
  idea_id: string
  reason: string | null
  confirmed_by: string
  confirmed_at: string
}

declare module '../../../../platform/store/database.ts' {
  interface Tables {
    ballots: BallotRow
    ballot_options: BallotOptionRow
    team_choices: TeamChoiceRow
  }
}

/** The ballots of an event, the oldest first. */
export const ballotsOf = (db: Db, network: string, event: string): Promise<BallotRow[]> =>
  db
    .selectFrom('ballots')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

export const ballotsOfNetwork = (db: Db, network: string): Promise<BallotRow[]> =>
  db
    .selectFrom('ballots')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

const rowsOfBallot = prepared((db, network: string, id: string) =>
  db.selectFrom('ballots').selectAll().where('network_id', '=', network).where('id', '=', id),
)

export const ballotById = async (db: Db, network: string, id: string): Promise<BallotRow | undefined> =>
  (await rowsOfBallot(db, network, id))[0]

/** The ideas on a ballot, in its order, with the team that brought each. */
export const broughtTo = prepared((db, network: string, ballot: string) =>
  db
    .selectFrom('ballot_options')
    .innerJoin(bringersQuery(db, network).as('brought'), 'brought.id', 'ballot_options.idea_id')
    .select(['idea_id as idea', 'brought.team_id as team'])
    .where('network_id', '=', network)
    .where('ballot_id', '=', ballot)
    .orderBy('position')
    .orderBy('ballot_options.id'),
)

/** The ideas on a ballot, in its order. */
export const optionsOf = prepared((db, network: string, ballot: string) =>
  db
    .selectFrom('ballot_options')
    .selectAll()
    .where('network_id', '=', network)
    .where('ballot_id', '=', ballot)
    .orderBy('position')
    .orderBy('id'),
)

/** The teams' choices, as their leads confirmed them. */
export const teamChoicesOf = (db: Db, network: string): Promise<TeamChoiceRow[]> =>
  db
    .selectFrom('team_choices')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('team_id')
    .orderBy('id')
    .execute()

/** The choice of a team in a ballot, if its lead has confirmed it. */
export const teamChoiceIn = (
  db: Db,
  network: string,
  ballot: string,
  team: string,
): Promise<TeamChoiceRow | undefined> =>
  db
    .selectFrom('team_choices')
    .selectAll()
    .where('network_id', '=', network)
    .where('ballot_id', '=', ballot)
    .where('team_id', '=', team)
    .executeTakeFirst()

/** The ballots of an event in which one can vote now. */
export const openBallotsOf = (db: Db, network: string, event: string): Promise<BallotRow[]> =>
  db
    .selectFrom('ballots')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .where('opened_at', 'is not', null)
    .where('closed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

export async function addBallotRow(tx: Tx, row: BallotRow): Promise<void> {
  await tx.insertInto('ballots').values(row).execute()
}

export async function changeBallotRow(
  tx: Tx,
  network: string,
  id: string,
  change: Partial<BallotRow>,
): Promise<void> {
  await tx.updateTable('ballots').set(change).where('network_id', '=', network).where('id', '=', id).execute()
}

/** Deletes a vote in which nobody has voted, with its options, tablets and roll. */
export async function removeBallotRows(tx: Tx, network: string, id: string): Promise<void> {
  for (const table of ['ballot_options', 'tablets', 'roll'] as const)
    await tx.deleteFrom(table).where('network_id', '=', network).where('ballot_id', '=', id).execute()
  await tx.deleteFrom('ballots').where('network_id', '=', network).where('id', '=', id).execute()
}

/** Shows the result of a vote on the Screen, whatever is on; without one, the programme again. */
export async function giveScreen(tx: Tx, { network, event }: AtEvent, ballot?: string): Promise<void> {
  await tx
    .updateTable('ballots')
    .set({ on_screen: null })
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .where('on_screen', 'is not', null)
    .execute()
  if (ballot) await changeBallotRow(tx, network, ballot, { on_screen: 1 })
}

export async function replaceOptions(
  tx: Tx,
  network: string,
  ballot: string,
  options: BallotOptionRow[],
): Promise<void> {
  await tx
    .deleteFrom('ballot_options')
    .where('network_id', '=', network)
    .where('ballot_id', '=', ballot)
    .execute()
  await tx.insertInto('ballot_options').values(options).execute()
}

/** Puts down a team's choice, in the place of the one before. */
export async function setTeamChoice(tx: Tx, row: TeamChoiceRow): Promise<void> {
  const { idea_id, reason, confirmed_by, confirmed_at } = row
  await tx
    .insertInto('team_choices')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['network_id', 'ballot_id', 'team_id'])
        .doUpdateSet({ idea_id, reason, confirmed_by, confirmed_at }),
    )
    .execute()
}
