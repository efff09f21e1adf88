import { ideasOf } from '../../../../before/ideas/store.ts'
import { teamsOf } from '../../../../before/networks/store/networks.ts'
import type { Db } from '../../../../platform/store/database.ts'
import type { BallotRow, TeamChoiceRow } from '../../ballot/store/ballots.ts'
import { resultOf } from './results.ts'

/** A team's choice in a vote whose result is out, not yet confirmed by its lead. */
export interface ToConfirm {
  ballot: string
  event: string
  question: string
  team: string
  teamName: string
  /** The choice of most people of the team; nothing where the vote does not say, and the team has to. */
  idea?: { id: string; title: string }
  revealedAt: string
}

interface Where {
  network: string
  event?: string
  team?: string
}

/**
 * The choices of teams that wait for their lead, by vote and team. A second vote only decides which idea comes first in
 * all, so that no team is asked to confirm anything of it.
 */
export async function choicesToConfirm(db: Db, { network, event, team }: Where): Promise<ToConfirm[]> {
  const revealed = await revealedBallots(db, network, event)
  if (revealed.length === 0) return []
  const [confirmed, ideas, teams] = await Promise.all([
    choicesIn(db, network, revealed),
    ideasOf(db, network),
    teamsOf(db, network),
  ])
  const titles = new Map(ideas.map(({ id, title }) => [id, title]))
  const names = new Map(teams.map(({ id, name }) => [id, name]))
  const isConfirmed = (ballot: string, of: string) =>
    confirmed.some((choice) => choice.ballot_id === ballot && choice.team_id === of)
  const found: ToConfirm[] = []
  for (const ballot of revealed) {
    if (team !== undefined && isConfirmed(ballot.id, team)) continue
    const result = await resultOf(db, network, ballot)
    for (const { team: of, choice } of result?.teams ?? []) {
      if ((team !== undefined && of !== team) || isConfirmed(ballot.id, of)) continue
      const idea = choice && 'choice' in choice ? choice.choice : undefined
      found.push({
        ballot: ballot.id,
        event: ballot.event_id,
        question: ballot.question,
        team: of,
        teamName: names.get(of) ?? of,
        ...(idea && { idea: { id: idea, title: titles.get(idea) ?? idea } }),
        revealedAt: ballot.revealed_at!,
      })
    }
  }
  return found
}

const revealedBallots = (db: Db, network: string, event: string | undefined): Promise<BallotRow[]> =>
  db
    .selectFrom('ballots')
    .selectAll()
    .where('network_id', '=', network)
    .where('revealed_at', 'is not', null)
    .where('run_off_of', 'is', null)
    .$if(event !== undefined, (query) => query.where('event_id', '=', event!))
    .orderBy('created_at')
    .orderBy('id')
    .execute()

const choicesIn = (db: Db, network: string, ballots: readonly BallotRow[]): Promise<TeamChoiceRow[]> =>
  db
    .selectFrom('team_choices')
    .selectAll()
    .where('network_id', '=', network)
    .where(
      'ballot_id',
      'in',
      ballots.map(({ id }) => id),
    )
    .execute()
