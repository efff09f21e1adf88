import { teamsOf } from '../../../../before/networks/store/networks.ts'
import { attendeesOf, type AttendeeRow } from '../../../../before/sign-ups/store.ts'
import type { Db } from '../../../../platform/store/database.ts'
import type { Way } from '../../ballot/rules/ballot.ts'
import type { Named } from '../rules/voter-search.ts'
import { cameLate } from '../rules/vote.ts'
import type { BallotRow } from '../../ballot/store/ballots.ts'
import { rollOf } from './votes.ts'

/** Somebody who may vote, as organisers see them. What they chose is nowhere. */
export interface OnRoll extends Named {
  team: string
  voted: boolean
  way: Way | ''
  /** Came, or changed team, when voting had opened, and not yet let in. */
  late: boolean
  arrived: boolean
}

/** People who may vote in a ballot, by team and name, and who of them has; teams where teams vote. */
export async function wholeRoll(db: Db, ballot: BallotRow): Promise<OnRoll[]> {
  const { network_id: network, id, event_id: event, opened_at: opened } = ballot
  const onRoll = new Map((await rollOf(db, network, id)).map((row) => [row.voter_id, row]))
  const teams = await teamsOf(db, network)
  const standing = (voter: string) => {
    const row = onRoll.get(voter)
    return { voter, voted: row?.voted === 1, way: row?.way ?? ('' as const) }
  }
  if (ballot.method === 'team')
    return teams.map(({ id: team, name }) => ({
      ...standing(team),
      team,
      name,
      teamName: name,
      late: false,
      arrived: true,
    }))
  const attendees = await attendeesOf(db, network, event)
  // Voters stay in the team that they came with when they voted.
  const teamOf = (one: AttendeeRow) => {
    const row = onRoll.get(one.id)
    return row?.voted === 1 ? row.team_id : one.team_id
  }
  return teams.flatMap(({ id: team, name: teamName }) =>
    attendees
      .filter((one) => teamOf(one) === team)
      .map((one) => ({
        ...standing(one.id),
        team,
        name: one.name,
        teamName,
        late: cameLate(one, opened) && !onRoll.has(one.id),
        arrived: one.arrived_at !== null,
      })),
  )
}
