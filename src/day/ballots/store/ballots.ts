import type { Db } from '../../../platform/store/database.ts'

export interface BallotRow {
  network_id: string
  id: string
  event_id: string
  question: string
  method: 'person' | 'team'
  own_idea: 'excluded' | 'apart'
  created_at: string
  opened_at: string | null
  closed_at: string | null
  revealed_at: string | null
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

declare module '../../../platform/store/database.ts' {
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

export const ballotById = (db: Db, network: string, id: string): Promise<BallotRow | undefined> =>
  db
    .selectFrom('ballots')
    .selectAll()
    .where('network_id', '=', network)
    .where('id', '=', id)
    .executeTakeFirst()

/** The ideas on a ballot, in its order. */
export const optionsOf = (db: Db, network: string, ballot: string): Promise<BallotOptionRow[]> =>
  db
    .selectFrom('ballot_options')
    .selectAll()
    .where('network_id', '=', network)
    .where('ballot_id', '=', ballot)
    .orderBy('position')
    .orderBy('id')
    .execute()

/** What the teams chose, as their leads confirmed it. */
export const teamChoicesOf = (db: Db, network: string): Promise<TeamChoiceRow[]> =>
  db
    .selectFrom('team_choices')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('team_id')
    .orderBy('id')
    .execute()
