import type { Db } from '../../platform/store/database.ts'
import type { AnswerKind } from './rules.ts'

export interface AskRow {
  network_id: string
  id: string
  pledge_id: string
  team_id: string
  to_whom: 'board' | 'qi_team'
  what: string
  needed_by: string | null
  asked_by: string
  made_at: string
  withdrawn_at: string | null
}

export interface AnswerRow {
  network_id: string
  id: string
  ask_id: string
  kind: AnswerKind
  reason: string
  owner: string | null
  on_day: string | null
  on_behalf_of: 'board' | 'qi_team'
  recorder: string
  answered_at: string
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    asks: AskRow
    answers: AnswerRow
  }
}

export const askById = (db: Db, network: string, id: string): Promise<AskRow | undefined> =>
  db.selectFrom('asks').selectAll().where('network_id', '=', network).where('id', '=', id).executeTakeFirst()

/** An ask with its latest answer, if it has one. */
export interface AnsweredAsk extends AskRow {
  answer: AnswerRow | undefined
}

/** The asks of a network, the oldest first, each with its latest answer. */
export async function asksOf(db: Db, network: string): Promise<AnsweredAsk[]> {
  const asks = await db
    .selectFrom('asks')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  const answers = await db
    .selectFrom('answers')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('answered_at')
    .orderBy('id')
    .execute()
  const latest = new Map(answers.map((answer) => [answer.ask_id, answer]))
  return asks.map((ask) => ({ ...ask, answer: latest.get(ask.id) }))
}
