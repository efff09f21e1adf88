import { teamsOf } from '../../../before/networks/store/networks.ts'
import { itsLeadOrOrganisers, organisers } from '../../../before/networks/store/roles.ts'
import { attendeesOf } from '../../../before/sign-ups/store.ts'
import type { Db } from '../../../platform/store/database.ts'
import type { Site } from '../../../platform/http/site.ts'
import { paths } from '../../../paths.ts'
import { newSecret } from '../commands/casting.ts'
import { confirmChoice } from '../commands/choices.ts'
import { letVote } from '../commands/roll.ts'
import { recordVote } from '../commands/votes.ts'
import { confirmableBy } from '../rules/result.ts'
import { cameLate, choosableBy } from '../rules/vote.ts'
import { ballotById, teamChoiceIn } from '../store/ballots.ts'
import { ballotShown, type BallotShown } from '../store/results.ts'
import type { BallotNouns } from '../store/voting.ts'
import { rollOf } from '../store/votes.ts'
import { choicePage, paperPage, rollPage, type OnRoll } from '../views/roll.ts'

/** Who may vote and who has, by team and name; empty unless the ballot is open. */
async function rollShown(
  db: Db,
  { network, event, ballot }: BallotNouns,
  shown: BallotShown,
): Promise<OnRoll[]> {
  if (shown.state !== 'open') return []
  const onRoll = await rollOf(db, network, ballot)
  const ways = new Map(onRoll.flatMap((row) => (row.voted ? [[row.voter_id, row.way] as const] : [])))
  const letIn = new Set(onRoll.map((row) => row.voter_id))
  const teams = await teamsOf(db, network)
  const opened = (await ballotById(db, network, ballot))?.opened_at ?? null
  const line = (voter: string, name: string, teamName: string, late = false): OnRoll => ({
    voter,
    name,
    teamName,
    voted: ways.has(voter),
    way: ways.get(voter) ?? '',
    late,
  })
  if (shown.method === 'team') return teams.map(({ id, name }) => line(id, name, name))
  const attendees = await attendeesOf(db, network, event)
  return teams.flatMap((team) =>
    attendees
      .filter((one) => one.team_id === team.id)
      .map((one) => line(one.id, one.name, team.name, cameLate(one, opened) && !letIn.has(one.id))),
  )
}

async function ballotAndRoll(db: Db, nouns: BallotNouns) {
  const shown = await ballotShown(db, nouns.network, nouns.event, nouns.ballot)
  return shown && { shown, roll: await rollShown(db, nouns, shown) }
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

  site.form({
    at: paths.paperVote,
    who: organisers,
    command: recordVote,
    read: ({ db, nouns }) => ballotAndRoll(db, nouns),
    values: () => ({ way: 'paper' }),
    show: ({ shown, roll }, form, visit) => ({
      title: 'Put down a vote',
      back: { href: paths.ballot(visit.nouns), text: 'Back to the vote' },
      body: paperPage({
        at: visit.nouns,
        shown,
        waiting: roll.filter((one) => !one.voted),
        secret: newSecret(),
        form,
        sending: visit,
      }),
    }),
    then: (_outcome, { nouns }) => paths.paperVote(nouns),
    done: 'Vote saved. Put down the next.',
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
