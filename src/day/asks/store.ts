import { isNotRecorded } from '../../before/events/rules.ts'
import { eventsOf } from '../../before/events/store.ts'
import { networkById, teamsOf } from '../../before/networks/store/networks.ts'
import { personById } from '../../before/people/store.ts'
import { attendeeById } from '../../before/sign-ups/store.ts'
import type { Db, Tx } from '../../platform/store/database.ts'
import { indexWords } from '../../platform/store/search-index.ts'
import { fields, maybe, section, type Section } from '../../platform/store/section.ts'
import { pledgesOf } from '../pledges/store.ts'
import {
  answerFields,
  askFields,
  type AnswerColumns,
  type AnswerView,
  type AskColumns,
  type AskView,
} from './record.ts'
import { addressees, addresseeName, askState, type Addressee } from './rules.ts'

export interface AskRow extends AskColumns {
  network_id: string
  id: string
  pledge_id: string
  team_id: string
  to_whom: Addressee
  asked_by: string
  made_at: string
  withdrawn_at: string | null
  withdrawn_by: string | null
}

export interface AnswerRow extends AnswerColumns {
  network_id: string
  id: string
  ask_id: string
  on_behalf_of: Addressee
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

const askRows = (db: Db, network: string): Promise<AskRow[]> =>
  db
    .selectFrom('asks')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('made_at')
    .orderBy('id')
    .execute()

const answerRows = (db: Db, network: string): Promise<AnswerRow[]> =>
  db
    .selectFrom('answers')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('answered_at')
    .orderBy('id')
    .execute()

/** The asks of a network, the oldest first, each with its latest answer. */
export async function asksOf(db: Db, network: string): Promise<AnsweredAsk[]> {
  const [asks, answers] = await Promise.all([askRows(db, network), answerRows(db, network)])
  const latest = new Map(answers.map((answer) => [answer.ask_id, answer]))
  return asks.map((ask) => ({ ...ask, answer: latest.get(ask.id) }))
}

export const answersTo = (db: Db, network: string, ask: string): Promise<AnswerRow[]> =>
  db
    .selectFrom('answers')
    .selectAll()
    .where('network_id', '=', network)
    .where('ask_id', '=', ask)
    .orderBy('answered_at')
    .orderBy('id')
    .execute()

export const answerById = (db: Db, network: string, id: string): Promise<AnswerRow | undefined> =>
  db
    .selectFrom('answers')
    .selectAll()
    .where('network_id', '=', network)
    .where('id', '=', id)
    .executeTakeFirst()

/** The asks of a network with the names around them and all their answers, the oldest ask first. */
export async function askViews(db: Db, network: string): Promise<AskView[]> {
  const asks = await askRows(db, network)
  const named = await networkById(db, network)
  if (asks.length === 0 || !named) return []
  const [answers, teams, pledges, events] = await Promise.all([
    answerRows(db, network),
    teamsOf(db, network),
    pledgesOf(db, network),
    eventsOf(db, network),
  ])
  const recorders = await namesOf(db, [...new Set(answers.map((answer) => answer.recorder))])
  return asks.map((ask) => {
    const own = answers.filter((answer) => answer.ask_id === ask.id).toReversed()
    const pledge = pledges.find((one) => one.id === ask.pledge_id)!
    const event = events.find((one) => one.id === pledge.event_id)!
    return {
      id: ask.id,
      event: event.id,
      pledge: { id: pledge.id, what: pledge.what, idea: pledge.idea_id },
      team: { id: ask.team_id, name: teams.find((one) => one.id === ask.team_id)?.name ?? '' },
      toWhom: ask.to_whom,
      to: addresseeName(ask.to_whom, named),
      ...askFields.shows(ask),
      madeAt: ask.made_at,
      state: askState({
        withdrawn: ask.withdrawn_at !== null,
        answered: own.length > 0,
        answersNotRecorded: isNotRecorded(event, 'answers'),
      }),
      answers: own.map((answer) => answerView(answer, recorders)),
    }
  })
}

const answerView = (answer: AnswerRow, recorders: ReadonlyMap<string, string>): AnswerView => ({
  id: answer.id,
  ...answerFields.shows(answer),
  owner: answer.owner,
  onBehalfOf: answer.on_behalf_of,
  recorder: recorders.get(answer.recorder)!,
  answeredAt: answer.answered_at,
})

/** The names of those who did something: of people by their key; a name from a file stands as it is. */
async function namesOf(db: Db, keys: string[]): Promise<Map<string, string>> {
  const named = keys.map(async (key): Promise<[string, string]> => {
    if (key === 'operator') return [key, 'The operator']
    if (!key.startsWith('person:')) return [key, key]
    return [key, (await personById(db, key.slice('person:'.length)))?.name ?? 'Someone who has left']
  })
  return new Map(await Promise.all(named))
}

/** The asker's mail address: of the person or attendee whose key was kept, if there is one. */
export async function addressOfAsker(db: Db, askedBy: string): Promise<string | undefined> {
  const [, kind, of] = /^(person|attendee):(.+)$/.exec(askedBy) ?? []
  if (kind === 'person') return (await personById(db, of!))?.email ?? undefined
  const [network, id] = of?.split('/') ?? []
  if (kind !== 'attendee' || !network || !id) return undefined
  const attendee = await attendeeById(db, network, id)
  return attendee && !attendee.cancelled_at ? (attendee.email ?? undefined) : undefined
}

export async function addAskRow(tx: Tx, row: AskRow): Promise<void> {
  await tx.insertInto('asks').values(row).execute()
  await indexWords(tx, { network: row.network_id, kind: 'asks', id: row.id }, askFields.searched(row))
}

export async function changeAskRow(
  tx: Tx,
  network: string,
  id: string,
  change: Partial<AskRow>,
): Promise<void> {
  await tx.updateTable('asks').set(change).where('network_id', '=', network).where('id', '=', id).execute()
  if (change.what !== undefined)
    await indexWords(tx, { network, kind: 'asks', id }, askFields.searched(change))
}

export async function addAnswerRow(tx: Tx, row: AnswerRow): Promise<void> {
  await tx.insertInto('answers').values(row).execute()
}

export const askSections: Section[] = [
  section('asks', {
    called: ['ask', 'asks'],
    searched: askFields.searched,
    says: 'What a team said it needs to keep its pledge, and whom it asked',
    agrees: [['pledge.team', 'team']],
    fields: {
      id: fields.id(),
      pledge: fields.reference('pledges', 'The pledge it is for'),
      team: fields.reference('teams', 'Whose ask it is'),
      toWhom: fields.choice(addressees, 'Who was asked'),
      ...askFields.section,
      askedBy: fields.text('Who asked, as this server knows them', { otherwise: '', private: true }),
      madeAt: fields.instant('When it was asked', { otherwise: 'now' }),
      withdrawnAt: fields.instant('When the team took it back', maybe),
      withdrawnBy: fields.doer('Who took it back'),
    },
  }),
  section('answers', {
    says: 'What was said to an ask; the latest counts, the earlier ones are its history',
    fields: {
      id: fields.id(),
      ask: fields.reference('asks', 'The ask that it answers'),
      ...answerFields.section,
      onBehalfOf: fields.choice(addressees, 'For whom it was said'),
      recorder: fields.text('Who wrote it down: a name, or a person as this server knows them', {
        otherwise: 'Not recorded',
        private: true,
      }),
      answeredAt: fields.instant('When it was said', { otherwise: 'now' }),
    },
  }),
]
