import { teamsOf } from '../../../../before/networks/store/networks.ts'
import { countsNow, waitingByTeam } from '../../../../before/sign-ups/store/places.ts'
import type { Db } from '../../../../platform/store/database.ts'
import type { Turnout } from '../rules/turnout.ts'
import type { BallotRow } from '../../ballot/store/ballots.ts'
import { onRollQuery, rollByTeam } from './votes.ts'

/** Counts by team: those who have voted, may vote and are here. Teams without anybody are left out. */
export async function turnoutOf(db: Db, network: string, ballot: BallotRow): Promise<Turnout[]> {
  const onRoll = await rollByTeam(db, network, ballot.id)
  // From closing on, the roll itself says who might have voted.
  const sizes = ballot.closed_at ? new Map<string, number>() : await signedUp(db, network, ballot)
  const waiting = await waitingFor(db, network, ballot)
  return (await teamsOf(db, network)).flatMap(({ id: team, name: teamName }): Turnout[] => {
    const { voted = 0, onRoll: listed = 0 } = onRoll.get(team) ?? {}
    const mayVote = ballot.method === 'team' ? 1 : Math.max(listed, sizes.get(team) ?? 0)
    const waited = waiting ? (waiting.get(team) ?? 0) : mayVote - voted
    // Voters are here, whether or not they were seen to arrive.
    const here = { present: voted + waited, toCome: ballot.closed_at ? 0 : waited }
    return mayVote > 0 ? [{ team, teamName, voted, mayVote, ...here }] : []
  })
}

async function signedUp(db: Db, network: string, ballot: BallotRow): Promise<Map<string, number>> {
  const counts = await countsNow(db, { network, event: ballot.event_id })
  return new Map(counts.flatMap(({ team_id, many }) => (team_id ? [[team_id, many] as const] : [])))
}

/** Of those who are here, or were at closing, how many may vote and have not; nothing where teams vote. */
async function waitingFor(
  db: Db,
  network: string,
  ballot: BallotRow,
): Promise<Map<string, number> | undefined> {
  if (ballot.method === 'team') return undefined
  return waitingByTeam(db, network, ballot.event_id, {
    done: onRollQuery(db, network, ballot.id, 'voted'),
    lateAfter: ballot.opened_at,
    butNot: onRollQuery(db, network, ballot.id, 'any'),
    at: ballot.closed_at,
  })
}
