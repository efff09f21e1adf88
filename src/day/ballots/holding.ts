import type { Holding } from '../../platform/slice.ts'
import { ballotsOf } from './ballot/store/ballots.ts'
import { standingIn } from './voting/store/votes.ts'

/** The lists of voters on which somebody stands, and whether they have voted; nobody can know what they chose. */
export const rollPlaces: Holding = {
  async ofAttendance(db, { network_id, event_id, id }) {
    const ballots = await ballotsOf(db, network_id, event_id)
    const ids = ballots.map((ballot) => ballot.id)
    const standing = new Map(
      (await standingIn(db, network_id, ids, [id])).map(({ ballot_id, voted }) => [ballot_id, voted === 1]),
    )
    const votes = ballots.flatMap(({ id: ballot, question }) =>
      standing.has(ballot) ? [{ question, voted: standing.get(ballot)! }] : [],
    )
    return { votes }
  },
}
