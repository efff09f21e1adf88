import { teamsOf } from '../../../../before/networks/store/networks.ts'
import { itsLeadOrOrganisers, organisers } from '../../../../before/networks/store/roles.ts'
import type { Db } from '../../../../platform/store/database.ts'
import type { Site } from '../../../../platform/http/site.ts'
import { paths } from '../../../../paths.ts'
import { confirmChoice } from '../../counting/commands/choices.ts'
import { letVote } from '../../voting/commands/roll.ts'
import type { BallotState } from '../../ballot/rules/ballot.ts'
import { confirmableBy } from '../../counting/rules/result.ts'
import { choosableBy } from '../../voting/rules/vote.ts'
import { ballotById, teamChoiceIn } from '../../ballot/store/ballots.ts'
import { ballotShown } from '../../counting/store/results.ts'
import { wholeRoll } from '../../voting/store/roll.ts'
import type { BallotNouns } from '../../voting/store/voting.ts'
import { choicePage, rollPage } from '../../voting/views/roll.ts'

/** A ballot and its roll, which is empty unless the ballot is in one of these states. */
export async function ballotAndRoll(
  db: Db,
  { network, event, ballot: id }: BallotNouns,
  states: readonly BallotState[] = ['open'],
) {
  const shown = await ballotShown(db, network, event, id)
  const ballot = shown && (await ballotById(db, network, id))
  return ballot && { shown, roll: states.includes(shown.state) ? await wholeRoll(db, ballot) : [] }
}

export function recording(site: Site): void {
  site.page({
    at: paths.ballotRoll,
    who: organisers,
    read: ({ db, nouns }) => ballotAndRoll(db, nouns),
    show: ({ shown, roll }, visit) => ({
      title: 'Who has voted',
      back: { href: paths.ballot(visit.nouns), text: 'Back to the vote' },
      body: rollPage({ at: visit.nouns, shown, roll, sending: visit }),
    }),
  })

  site.button({
    at: paths.letVote,
    command: letVote,
    then: (_outcome, { nouns }) => paths.ballotRoll(nouns),
    back: ({ nouns }) => paths.ballotRoll(nouns),
    done: 'They can vote now, on their own phone or otherwise',
  })
}

/** A ballot whose result is out, and what a team may confirm of it. */
async function confirmable(db: Db, { team, ...nouns }: BallotNouns & { team: string }) {
  const shown = await ballotShown(db, nouns.network, nouns.event, nouns.ballot)
  const found = (await teamsOf(db, nouns.network)).find((one) => one.id === team)
  if (!shown?.result || !found) return undefined
  const choosable = choosableBy(team, shown)
  const { ideas, reason } = confirmableBy(
    team,
    shown.result,
    choosable.map(({ idea }) => idea),
  )
  return {
    shown,
    teamName: found.name,
    options: choosable.filter(({ idea }) => ideas.includes(idea)),
    before: await teamChoiceIn(db, nouns.network, nouns.ballot, team),
    ...(reason && { reason }),
  }
}

export function choosing(site: Site): void {
  site.form({
    at: paths.teamChoice,
    who: itsLeadOrOrganisers,
    command: confirmChoice,
    read: ({ db, nouns }) => confirmable(db, nouns),
    values: ({ before, options }) => ({
      idea: before?.idea_id ?? (options.length === 1 ? options[0]!.idea : ''),
      reason: before?.reason ?? '',
    }),
    show: ({ shown, teamName, options, reason }, form, visit) => ({
      title: `Confirm what ${teamName} chose`,
      back: { href: paths.ballot(visit.nouns), text: 'Back to the vote' },
      body: choicePage({
        action: paths.teamChoice(visit.nouns),
        teamName,
        method: shown.method,
        question: shown.question,
        options,
        form,
        sending: visit,
        ...(reason && { reason }),
      }),
    }),
    then: (_outcome, { nouns }) => paths.ballot(nouns),
    done: 'Choice confirmed',
  })
}
