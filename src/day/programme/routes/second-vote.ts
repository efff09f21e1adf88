import { organisers } from '../../../before/networks/store/roles.ts'
import type { Site } from '../../../platform/http/site.ts'
import { paths } from '../../../paths.ts'
import { openIn } from '../../ballots/counting/rules/result.ts'
import { ownIdeaInSecond } from '../../ballots/counting/rules/second-vote.ts'
import { ballotShown } from '../../ballots/counting/store/results.ts'
import { secondVotePage } from '../../ballots/counting/views/ties.ts'
import { addRunOff, removeRunOff } from '../commands/run-off.ts'

/** A second vote where the first names no winner. */
export function secondVote(site: Site): void {
  site.form({
    at: paths.runOff,
    who: organisers,
    command: addRunOff,
    async read({ db, nouns }) {
      const shown = await ballotShown(db, nouns.network, nouns.event, nouns.ballot)
      const open = shown?.result ? openIn(shown.result) : []
      return shown && open.length > 1
        ? { shown, options: shown.options.filter(({ idea }) => open.includes(idea)) }
        : undefined
    },
    values: ({ shown, options }) => ({ ownIdea: ownIdeaInSecond(shown.ownIdea, options.length) }),
    show: ({ shown, options }, form, visit) => ({
      title: 'Vote again',
      back: { href: paths.ballot(visit.nouns), text: 'Back to the vote' },
      body: secondVotePage({ at: visit.nouns, shown, options, form, sending: visit }),
    }),
    then: ({ id }, { nouns }) => paths.ballot({ ...nouns, ballot: id }),
    done: 'The second vote is made. Open it here, or start it from the Desk.',
  })
  site.button({
    at: paths.runOffRemoval,
    command: removeRunOff,
    then: (_outcome, { nouns }) => paths.ballot(nouns),
    back: ({ nouns }) => paths.ballot(nouns),
    done: 'The second vote is taken back',
  })
}
