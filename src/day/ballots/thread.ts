import type { StepReader } from '../../pages/thread/step.ts'
import { dayOf } from '../../platform/face/dates.ts'
import { paths } from '../../paths.ts'
import { ballotsOfNetwork, teamChoicesOf } from './ballot/store/ballots.ts'
import { choicesToConfirm } from './counting/store/choices.ts'

/** The team's choice, as its lead confirmed it, or by vote alone. */
export const voteStep: StepReader = {
  name: 'Vote',
  glyph: 'tick',
  ofIdea: true,
  unrecorded: 'votes',
  async read(db, { network: { id: network }, team, idea }) {
    if (!idea) return []
    const eventOf = new Map((await ballotsOfNetwork(db, network)).map(({ id, event_id }) => [id, event_id]))
    const confirmed = (await teamChoicesOf(db, network))
      .filter((one) => one.team_id === team.id && one.idea_id === idea.id && eventOf.has(one.ballot_id))
      .map((one) => ({
        on: dayOf(one.confirmed_at),
        says: `${team.name} chose this idea to test`,
        href: paths.ballot({ network, event: eventOf.get(one.ballot_id)!, ballot: one.ballot_id }),
      }))
    const byVote = (await choicesToConfirm(db, { network, team: team.id }))
      .filter((one) => one.idea?.id === idea.id)
      .map(({ event, ballot, revealedAt }) => ({
        on: dayOf(revealedAt),
        says: 'Chosen by vote, to be confirmed by the lead',
        href: paths.ballot({ network, event, ballot }),
      }))
    return [...confirmed, ...byVote]
  },
}
