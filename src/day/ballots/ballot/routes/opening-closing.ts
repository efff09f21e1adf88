import { organisers } from '../../../../before/networks/store/roles.ts'
import type { Content, Site, RequestContext } from '../../../../platform/http/site.ts'
import { paths } from '../../../../paths.ts'
import { closeBallot, openBallot, revealBallot } from '../commands/ballots.ts'
import { ballotShown } from '../../counting/store/results.ts'
import type { BallotNouns } from '../../voting/store/voting.ts'
import { closingPage } from '../views/ballot.ts'
import { revealPage } from '../../counting/views/reveal.ts'

const toBallot = (visit: RequestContext<BallotNouns>): string => paths.ballot(visit.nouns)

const fromDesk = ({ query }: RequestContext<BallotNouns>) => query['from'] === 'desk'

const backFrom = (visit: RequestContext<BallotNouns>): Content['back'] =>
  fromDesk(visit)
    ? { href: paths.desk(visit.nouns), text: 'Desk' }
    : { href: toBallot(visit), text: 'Back to the vote' }

/** Hosts who run the day from the Desk come back to it. */
export const whereFrom = (visit: RequestContext<BallotNouns>) =>
  fromDesk(visit) ? paths.desk(visit.nouns) : toBallot(visit)

/** From prepared to open, closed and revealed. */
export function stepping(site: Site): void {
  site.button({
    at: paths.ballotOpening,
    command: openBallot,
    then: (_outcome, visit) => whereFrom(visit),
    back: whereFrom,
    done: 'The vote is open',
  })
  site.form({
    at: paths.ballotClosure,
    who: organisers,
    command: closeBallot,
    read: ({ db, nouns }) => ballotShown(db, nouns.network, nouns.event, nouns.ballot),
    show: (shown, _form, visit) => ({
      title: 'Close this vote?',
      back: backFrom(visit),
      body: closingPage({ at: visit.nouns, shown, sending: visit, fromDesk: fromDesk(visit) }),
    }),
    then: (_outcome, visit) => whereFrom(visit),
    done: 'The vote is closed. The result is sealed until you reveal it.',
  })
  site.form({
    at: paths.ballotReveal,
    who: organisers,
    command: revealBallot,
    read: ({ db, nouns }) => ballotShown(db, nouns.network, nouns.event, nouns.ballot),
    show: (shown, _form, visit) => ({
      title: 'Reveal the whole result?',
      back: backFrom(visit),
      body: revealPage({
        at: visit.nouns,
        shown,
        sending: visit,
        ...(fromDesk(visit) && { from: 'desk' }),
      }),
    }),
    then: (_outcome, visit) => whereFrom(visit),
    done: 'The result is revealed',
  })
}
