import { cameFromNow, dayState } from '../../../../before/events/rules.ts'
import { eventById } from '../../../../before/events/store.ts'
import { networkById } from '../../../../before/networks/store/networks.ts'
import { attendeeOf } from '../../../../before/sign-ups/store.ts'
import { arrivalButton } from '../../../../before/sign-ups/views/arriving.ts'
import { html } from '../../../../platform/face/html.ts'
import { normaliseCode } from '../../../../platform/auth/codes.ts'
import { everyone } from '../../../../platform/store/command.ts'
import { actorKey } from '../../../../platform/store/actor.ts'
import { valueOf, emptyForm, type Values } from '../../../../platform/form/state.ts'
import type { Gone, Site, RequestContext } from '../../../../platform/http/site.ts'
import { paths } from '../../../../paths.ts'
import { newSecret, voteId } from '../commands/casting.ts'
import { castVote, checkReceipt } from '../commands/votes.ts'
import { stateOf, type BallotState, type Method } from '../../ballot/rules/ballot.ts'
import { ballotById } from '../../ballot/store/ballots.ts'
import { voters, votingOf, type BallotNouns } from '../store/voting.ts'
import { votesWithIds } from '../store/votes.ts'
import { receiptLink, receivedPage } from '../views/receipt.ts'
import { cameTooLate, noVote, votedElsewhere, voteForm, votingIsOver } from '../views/voting.ts'

/** Receipts can be checked for a month; after that the result stands by itself. */
const keptSeconds = 30 * 24 * 3600

/** A tablet that goes from hand to hand keeps one secret for each voter, under a name that tells nothing. */
const nameOf = (
  { keyedHash, nouns, actor }: RequestContext<{ network: string; ballot?: string }>,
  ballot = nouns.ballot!,
): string => `vote-${keyedHash('secret of a device', nouns.network, ballot, actorKey(actor)).slice(0, 16)}`

const givenName = (name: string) => `${name}-given`

/** True if this device gave the visitor's vote, and so can change it; wherever they are at the event. */
export const gaveHere = (
  visit: RequestContext<{ network: string; ballot?: string }>,
  ballot: string,
): boolean => visit.keeps(givenName(nameOf(visit, ballot))) !== undefined

/** The secret that this device has for its voter, or one minted for the form and kept nowhere here. */
export const secretFor = (visit: RequestContext<BallotNouns>): string =>
  visit.keeps(nameOf(visit)) ?? newSecret()

/** The secret of a sent form, as votes are named: the one that the device keeps goes before the form's. */
const secretSent = (visit: RequestContext<BallotNouns>, values: Values): string =>
  visit.keeps(nameOf(visit)) ?? normaliseCode(valueOf(emptyForm(values), 'secret'))

const fromNowField = 'from'

const isFromNow = (values: Values) => valueOf(emptyForm(values), fromNowField) === 'now'

/** Back on Now with a tick for whoever voted from there, the receipt a tap away; for others the receipt. */
const goingOn = (visit: RequestContext<BallotNouns>, values: Values): Pick<Gone, 'to' | 'later' | 'flash'> =>
  isFromNow(values)
    ? { to: paths.now(visit.nouns), later: paths.voteDone(visit.nouns) }
    : { to: paths.voteDone(visit.nouns), flash: '' }

const keeping = (visit: RequestContext<BallotNouns>, value: string): Gone => {
  const name = nameOf(visit)
  const maxAgeSeconds = keptSeconds
  return {
    to: paths.voteDone(visit.nouns),
    keep: [
      { name, value, path: paths.ballot(visit.nouns), maxAgeSeconds },
      { name: givenName(name), value: 'yes', path: paths.event(visit.nouns), maxAgeSeconds },
    ],
  }
}

async function isCounted(visit: RequestContext<BallotNouns>, secret: string): Promise<boolean> {
  const { network, ballot } = visit.nouns
  return (await votesWithIds(visit.db, network, ballot, [voteId(network, ballot, secret)])).length > 0
}

/** True for a voter on the day whose arrival nothing has noted yet. */
async function isToArrive({ db, actor, nouns, now }: RequestContext<BallotNouns>): Promise<boolean> {
  const own = await attendeeOf(db, actor, nouns.network, nouns.event)
  if (!own || own.arrived_at !== null) return false
  const day = await eventById(db, nouns.network, nouns.event)
  return day !== undefined && dayState(day, now) === 'today'
}

/** A voter's view of the ballot, and whether this device holds the secret of a counted vote: also of who has cancelled. */
async function votingHere(visit: RequestContext<BallotNouns>) {
  const voting = await votingOf(visit.db, visit.actor, visit.nouns)
  const network = await networkById(visit.db, visit.nouns.network)
  if (!network) return undefined
  const kept = visit.keeps(nameOf(visit))
  const held = kept && (await isCounted(visit, kept)) ? kept : undefined
  const teamNoun = network.team_noun
  if (voting) return { voting, teamNoun, held, toArrive: await isToArrive(visit) }
  const ballot = await ballotById(visit.db, visit.nouns.network, visit.nouns.ballot)
  if (ballot?.event_id !== visit.nouns.event) return undefined
  const { question, method } = ballot
  return { voting: undefined, held, question, method, teamNoun, state: stateOf(ballot) }
}

/** The page of somebody who is at the event and has no vote. */
const without = (
  page: { question: string; method: Method; teamNoun: string; state: BallotState; held: string | undefined },
  { nouns }: RequestContext<BallotNouns>,
) => ({
  title: page.question,
  phone: true as const,
  back: { href: paths.ballot(nouns), text: 'How the vote stands' },
  body: html`${noVote({ ...page, ...nouns, counted: page.held !== undefined })}
  ${page.state !== 'made' && receiptLink(nouns)}`,
})

export function voting(site: Site): void {
  site.form({
    at: paths.vote,
    who: voters,
    command: castVote,
    input: (values, visit) =>
      visit.url.startsWith('/api/')
        ? { ...values, ...visit.nouns }
        : { ...values, ...visit.nouns, secret: secretSent(visit, values) },
    read: votingHere,
    show(page, form, visit) {
      const { voting, held } = page
      if (!voting) return without(page, visit)
      const fromNow = cameFromNow(visit) || isFromNow(form.values)
      const props = { voting, secret: secretFor(visit), form, sending: visit, title: true, fromNow }
      const body =
        voting.state !== 'open'
          ? votingIsOver(voting)
          : voting.voted && !held
            ? votedElsewhere(voting)
            : voting.late && !voting.voted
              ? cameTooLate(voting)
              : voteForm(props)
      const checking = voting.state !== 'made' && receiptLink(visit.nouns)
      return {
        title: voting.question,
        kept: true,
        back: { href: paths.ballot(visit.nouns), text: 'How the vote stands' },
        phone: true,
        body: html`${body} ${page.toArrive && arrivalButton(visit.nouns, visit)} ${checking}`,
      }
    },
    then: (_outcome, visit, values) => ({
      ...keeping(visit, secretSent(visit, values)),
      ...goingOn(visit, values),
    }),
    done: 'Your vote is counted',
  })

  receipts(site)
}

/** Pages where anybody checks a receipt; a voter's own device finds its vote by itself. */
function receipts(site: Site): void {
  site.form({
    at: paths.voteDone,
    who: everyone,
    command: checkReceipt,
    async read(visit) {
      const [page, event] = [
        await votingHere(visit),
        await eventById(visit.db, visit.nouns.network, visit.nouns.event),
      ]
      return page && { ...page, today: event && dayState(event, visit.now) === 'today' }
    },
    show(page, form, visit) {
      const { voting, held, teamNoun, today } = page
      const { question, state, method } = voting ?? page
      const whole = visit.address(paths.voteDone(visit.nouns))
      const props = {
        at: visit.nouns,
        question,
        state,
        votes: voting !== undefined,
        voted: voting?.voted === true,
        ofTeam: method === 'team',
        teamNoun,
        whole,
        form,
        ...(today && { now: paths.now(visit.nouns) }),
      }
      return {
        title: held ? 'Your vote is counted' : 'Check that a vote is counted',
        back: { href: paths.ballot(visit.nouns), text: 'How the vote stands' },
        phone: true,
        body: html`${receivedPage({ ...props, sending: visit, ...(held && { secret: held }) })}
        ${voting && page.toArrive && arrivalButton(visit.nouns, visit)}`,
      }
    },
    // A device that holds its own vote keeps that when another receipt is checked on it.
    then: ({ yours }, visit, values) =>
      yours && visit.keeps(nameOf(visit)) === undefined
        ? keeping(visit, normaliseCode(valueOf(emptyForm(values), 'secret')))
        : paths.voteDone(visit.nouns),
    done: 'The vote with this receipt code is counted',
  })
}
