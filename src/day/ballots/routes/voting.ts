import { noteArrival } from '../../../before/sign-ups/commands/arriving.ts'
import { normaliseCode } from '../../../platform/auth/codes.ts'
import { actorKey } from '../../../platform/store/actor.ts'
import { valueOf, emptyForm, type Values } from '../../../platform/http/form.ts'
import type { Gone, Site, Visit } from '../../../platform/http/site.ts'
import { paths } from '../../../paths.ts'
import { newSecret, voteId } from '../commands/casting.ts'
import { castVote, checkReceipt } from '../commands/votes.ts'
import type { Method } from '../rules/ballot.ts'
import { ballotById } from '../store/ballots.ts'
import { voters, votingOf, type BallotNouns } from '../store/voting.ts'
import { votesWithIds } from '../store/votes.ts'
import { cameTooLate, noVote, receivedPage, votedElsewhere, voteForm, votingIsOver } from '../views/voting.ts'

/** Receipts can be checked for a month; after that the result stands by itself. */
const keptSeconds = 30 * 24 * 3600

/** A tablet that goes from hand to hand keeps one secret for each voter, under a name that tells nothing. */
const nameOf = ({ seal, nouns, actor }: Visit<BallotNouns>): string =>
  `vote-${seal('secret of a device', nouns.network, nouns.ballot, actorKey(actor)).slice(0, 16)}`

/** The secret that this device has for its voter, or one minted for the form and kept nowhere here. */
export const secretFor = (visit: Visit<BallotNouns>): string => visit.keeps(nameOf(visit)) ?? newSecret()

/** Which secret a form is sent with, as votes are named: the one that the device keeps goes before the form's. */
const secretSent = (visit: Visit<BallotNouns>, values: Values): string =>
  visit.keeps(nameOf(visit)) ?? normaliseCode(valueOf(emptyForm(values), 'secret'))

const keeping = (visit: Visit<BallotNouns>, value: string): Gone => ({
  to: paths.voteDone(visit.nouns),
  keep: { name: nameOf(visit), value, path: paths.ballot(visit.nouns), maxAgeSeconds: keptSeconds },
})

async function isCounted(visit: Visit<BallotNouns>, secret: string): Promise<boolean> {
  const { network, ballot } = visit.nouns
  return (await votesWithIds(visit.db, network, ballot, [voteId(network, ballot, secret)])).length > 0
}

/** A voter's view of the ballot, and whether this device holds the secret of a counted vote. */
async function votingHere(visit: Visit<BallotNouns>) {
  const voting = await votingOf(visit.db, visit.actor, visit.nouns)
  if (voting) await noteArrival(visit, visit.nouns)
  const kept = visit.keeps(nameOf(visit))
  if (voting) return { voting, held: kept && (await isCounted(visit, kept)) ? kept : undefined }
  const ballot = await ballotById(visit.db, visit.nouns.network, visit.nouns.ballot)
  if (ballot?.event_id !== visit.nouns.event) return undefined
  return { voting: undefined, held: undefined, question: ballot.question, method: ballot.method }
}

/** What somebody reads who is at the event and has no vote. */
const without = (page: { question: string; method: Method }, { nouns }: Visit<BallotNouns>) => ({
  title: page.question,
  back: { href: paths.ballot(nouns), text: 'How the vote stands' },
  body: noVote({ ...page, ...nouns }),
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
      const props = { voting, secret: secretFor(visit), form, sending: visit, title: true }
      const body =
        voting.state !== 'open'
          ? votingIsOver(voting)
          : voting.voted && !held
            ? votedElsewhere(voting)
            : voting.late && !voting.voted
              ? cameTooLate(voting)
              : voteForm(props)
      return {
        title: voting.question,
        kept: true,
        back: { href: paths.ballot(visit.nouns), text: 'How the vote stands' },
        body,
      }
    },
    then: (_outcome, visit, values) => keeping(visit, secretSent(visit, values)),
  })

  site.form({
    at: paths.voteDone,
    who: voters,
    command: checkReceipt,
    read: votingHere,
    show(page, form, visit) {
      const { voting, held } = page
      if (!voting) return without(page, visit)
      return {
        title: held ? 'Your vote is counted' : 'Check that a vote is counted',
        back: { href: paths.ballot(visit.nouns), text: 'How the vote stands' },
        body: receivedPage({ voting, form, sending: visit, ...(held && { secret: held }) }),
      }
    },
    then: ({ yours }, visit, values) =>
      yours
        ? keeping(visit, normaliseCode(valueOf(emptyForm(values), 'secret')))
        : paths.voteDone(visit.nouns),
    done: 'The vote with this receipt code is counted',
  })
}
