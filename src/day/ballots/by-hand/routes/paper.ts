import { eventById } from '../../../../before/events/store.ts'
import { markOf } from '../../../../before/networks/rules.ts'
import { networkById } from '../../../../before/networks/store/networks.ts'
import { organisers } from '../../../../before/networks/store/roles.ts'
import { refuse, type Refusal } from '../../../../platform/store/command.ts'
import type { Db } from '../../../../platform/store/database.ts'
import { valueOf, valuesOf, type FieldsOf, type FormState } from '../../../../platform/form/state.ts'
import type { Content, Site, RequestContext } from '../../../../platform/http/site.ts'
import { paths } from '../../../../paths.ts'
import { newSecret } from '../../voting/commands/casting.ts'
import { recordVote } from '../commands/recording.ts'
import { findVoter } from '../../voting/rules/voter-search.ts'
import { choicesIn } from '../../voting/rules/vote.ts'
import type { BallotShown } from '../../counting/store/results.ts'
import type { OnRoll } from '../../voting/store/roll.ts'
import type { BallotNouns } from '../../voting/store/voting.ts'
import { checkPaperPage, paperPage } from '../views/paper.ts'
import { papersPage, rollSheet } from '../views/sheets.ts'
import { ballotAndRoll } from './recording.ts'

interface Page {
  shown: BallotShown
  roll: OnRoll[]
}

const content = (visit: RequestContext<BallotNouns>, body: Content['body']): Content => ({
  title: 'Put down a vote',
  back: { href: paths.ballot(visit.nouns), text: 'Back to the vote' },
  body,
})

const propsOf = (
  { shown, roll }: Page,
  form: FormState<FieldsOf<typeof recordVote>>,
  visit: RequestContext<BallotNouns>,
) => ({
  at: visit.nouns,
  shown,
  roll,
  // The same again where it stands in the form already: the vote is then the same vote.
  secret: valueOf(form, 'secret') || newSecret(),
  form,
  sending: visit,
})

/** Checks what is read from the paper before it is shown for checking. */
function check(
  page: Page,
  form: FormState<FieldsOf<typeof recordVote>>,
  visit: RequestContext<BallotNouns>,
): Content | Refusal {
  const props = propsOf(page, form, visit)
  if (page.shown.state !== 'open') return content(visit, paperPage(props))
  const found = findVoter(valueOf(form, 'voter'), page.roll)
  if ('refused' in found) return refuse(found.refused, 'voter')
  if (found.voted) return refuse(`${found.name} has voted already`, 'voter')
  const cast = {
    ...found,
    attendee: found.voter,
    id: '',
    choices: valuesOf(form, 'choice'),
    way: 'paper' as const,
  }
  const choices = choicesIn(cast, page.shown)
  if ('refused' in choices) return refuse(choices.refused, 'choice')
  return content(visit, checkPaperPage({ ...props, found, choices }))
}

/** Paper is printed before the day, too. */
const printed = ['made', 'open'] as const

const mostCopies = 500

/** As many papers as were asked for, or as there are people who may still want one. */
function copiesOf(asked: string | undefined, { shown, roll }: Page): number {
  const given = Math.trunc(Number(asked))
  const waiting = roll.filter(({ voted }) => !voted).length
  const usual = waiting || shown.turnout.reduce((sum, { mayVote }) => sum + mayVote, 0) || 12
  return Math.min(mostCopies, given > 0 ? given : usual)
}

const eventName = async (db: Db, { network, event }: BallotNouns) =>
  (await eventById(db, network, event))?.name ?? ''

export function papers(site: Site): void {
  site.form({
    at: paths.paperVote,
    who: organisers,
    command: recordVote,
    // Voters entered when voting had just closed are still named.
    read: ({ db, nouns }) => ballotAndRoll(db, nouns, ['open', 'closed']),
    values: () => ({ way: 'paper' }),
    show: (page, form, visit) => content(visit, paperPage(propsOf(page, form, visit))),
    check,
    then: (_outcome, { nouns }) => paths.paperVote(nouns),
    done: 'Vote saved. Put down the next.',
  })

  site.page({
    at: paths.ballotPapers,
    who: organisers,
    async read({ db, nouns, query }) {
      const page = await ballotAndRoll(db, nouns, printed)
      if (!page) return undefined
      const network = await networkById(db, nouns.network)
      return {
        ...page,
        eventName: await eventName(db, nouns),
        mark: network && markOf(network.kind),
        copies: copiesOf(query['copies'], page),
      }
    },
    show: (page, { nouns }) => ({
      title: 'Voting papers',
      bare: 'print',
      body: papersPage({ ...page, at: nouns }),
    }),
  })

  site.page({
    at: paths.rollSheet,
    who: organisers,
    async read({ db, nouns }) {
      const page = await ballotAndRoll(db, nouns, printed)
      return page && { ...page, eventName: await eventName(db, nouns) }
    },
    show: (page, { nouns, now }) => ({
      title: 'List of voters',
      bare: 'print',
      body: rollSheet({ ...page, at: nouns, now }),
    }),
  })
}
