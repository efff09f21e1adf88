import { organisers } from '../../../../before/networks/store/roles.ts'
import type { Site, RequestContext } from '../../../../platform/http/site.ts'
import { paths } from '../../../../paths.ts'
import { leaveScreen, showNextBar, type BarShown } from '../commands/revealing.ts'
import { decideTie, undoTieDecision } from '../commands/ties.ts'
import { openIn } from '../rules/result.ts'
import { ballotShown } from '../store/results.ts'
import type { BallotNouns } from '../../voting/store/voting.ts'
import { decidingPage } from '../views/ties.ts'
import { whereFrom } from '../../ballot/routes/opening-closing.ts'

const toBallot = ({ nouns }: RequestContext<BallotNouns>) => paths.ballot(nouns)

/** Showing a result bar by bar, and what people decide where it names no winner. */
export function revealing(site: Site): void {
  site.button({
    at: paths.ballotNextBar,
    command: showNextBar,
    then: (_outcome, visit) => whereFrom(visit),
    back: whereFrom,
    done: ({ said }: BarShown) => said ?? 'The big screen shows it',
  })
  site.button({
    at: paths.ballotOffScreen,
    command: leaveScreen,
    then: (_outcome, visit) => whereFrom(visit),
    back: whereFrom,
    done: 'The big screen shows the programme again',
  })
  site.form({
    at: paths.tieDecision,
    who: organisers,
    command: decideTie,
    async read({ db, nouns }) {
      const shown = await ballotShown(db, nouns.network, nouns.event, nouns.ballot)
      const open = shown?.result ? openIn(shown.result) : []
      return shown && open.length > 0
        ? { question: shown.question, options: shown.options.filter(({ idea }) => open.includes(idea)) }
        : undefined
    },
    show: ({ question, options }, form, visit) => ({
      title: 'Record how it was decided',
      back: { href: toBallot(visit), text: 'Back to the vote' },
      body: decidingPage({ at: visit.nouns, question, options, form, sending: visit }),
    }),
    then: (_outcome, visit) => toBallot(visit),
    done: 'The decision is recorded',
  })
  site.button({
    at: paths.tieDecisionRemoval,
    command: undoTieDecision,
    then: (_outcome, visit) => toBallot(visit),
    back: toBallot,
    done: 'The decision is taken back',
  })
}
