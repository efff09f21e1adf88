import { z } from 'zod'
import { isNotRecorded, notRecorded } from '../../../before/events/rules.ts'
import { eventById } from '../../../before/events/store.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import { everyone } from '../../../platform/store/command.ts'
import type { Site } from '../../../platform/http/site.ts'
import { paths } from '../../../paths.ts'
import { ballotStates, stateOf } from '../../ballots/ballot/rules/ballot.ts'
import { ballotsOf } from '../../ballots/ballot/store/ballots.ts'
import { ballotShown } from '../../ballots/counting/store/results.ts'
import { ballotsPage } from '../../ballots/ballot/views/ballot.ts'
import { removeBallot } from '../commands/removing.ts'
import { itemsOf } from '../store/items.ts'
import { removingView } from '../views/removing.ts'

/** The votes of a day, and taking away one that nobody needs. */
export function voteRoutes(site: Site): void {
  listing(site)
  site.form({
    at: paths.ballotRemoval,
    who: organisers,
    command: removeBallot,
    async read({ db, nouns }) {
      const { network, event, ballot } = nouns
      const shown = await ballotShown(db, network, event, ballot)
      const items = await itemsOf(db, network, event)
      const rows = items.filter((item) => item.ballot_id === ballot).map(({ title }) => title)
      return shown && { shown, rows }
    },
    show: ({ shown, rows }, _form, visit) => ({
      title: 'Take this vote away?',
      back: { href: paths.ballot(visit.nouns), text: 'Back to the vote' },
      body: removingView({ at: visit.nouns, shown, rows, sending: visit }),
    }),
    then: (_outcome, { nouns }) => paths.ballots(nouns),
    done: 'The vote is taken away',
  })
}

/** A vote that was prepared and never opened is for organisers, unless it is on the programme. */
function listing(site: Site): void {
  site.page({
    at: paths.ballots,
    who: everyone,
    async read({ db, nouns, actor }) {
      const { network, event: id } = nouns
      const event = await eventById(db, network, id)
      if (!event) return undefined
      const organising = await organisers.allows(db, nouns, actor)
      const planned = new Set((await itemsOf(db, network, id)).map((item) => item.ballot_id))
      const ballots = (await ballotsOf(db, network, id)).filter(
        (one) => organising || one.opened_at !== null || planned.has(one.id),
      )
      return {
        event,
        ballots: ballots.map((one) => ({ ballot: one.id, question: one.question, state: stateOf(one) })),
        organising,
      }
    },
    show: ({ event, ballots, organising }, { nouns: { network, event: id } }) => ({
      title: 'Votes',
      crumbs: [{ href: paths.event({ network, event: id }), text: event.name }],
      body: ballotsPage({
        at: { network, event: id },
        ballots,
        organising,
        notRecorded: isNotRecorded(event, 'votes') ? notRecorded : undefined,
      }),
    }),
    answer: z.object({
      ballots: z.array(z.object({ ballot: z.string(), question: z.string(), state: z.enum(ballotStates) })),
    }),
  })
}
