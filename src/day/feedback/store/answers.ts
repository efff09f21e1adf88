import { teamsOf } from '../../../before/networks/store/networks.ts'
import { countsNow } from '../../../before/sign-ups/store/places.ts'
import type { Db, Tx } from '../../../platform/store/database.ts'
import type { WrittenColumns } from '../record.ts'
import { resultsOf, stateOf, type FormState, type Results, type Said } from '../rules.ts'

/** The form of an event; there is none before it is opened for the first time. */
export interface FeedbackFormRow {
  network_id: string
  event_id: string
  opened_at: string
  opened_by: string | null
  closed_at: string | null
  closed_by: string | null
}

/** That somebody has answered. No time, no answer. */
export interface FeedbackGivenRow {
  network_id: string
  event_id: string
  attendee_id: string
}

/** The answers. The id is a hash of a secret that only the answering device has; nothing else leads here. */
export interface FeedbackAnswerRow extends WrittenColumns {
  network_id: string
  event_id: string
  id: string
  useful: string | null
  equal: string | null
  again: string | null
  team_id: string | null
  part: string | null
}

/** Somebody who asked to be contacted. Nothing joins it to what they said, but what they wrote here themselves. */
export interface FeedbackContactRow {
  network_id: string
  event_id: string
  id: string
  name: string
  how: string
  about: string | null
}

declare module '../../../platform/store/database.ts' {
  interface Tables {
    feedback_forms: FeedbackFormRow
    feedback_given: FeedbackGivenRow
    feedback_answers: FeedbackAnswerRow
    feedback_contacts: FeedbackContactRow
  }
}

type Own = 'feedback_given' | 'feedback_answers' | 'feedback_contacts'
export const kept: readonly Own[] = ['feedback_given', 'feedback_answers', 'feedback_contacts']

export const formOf = (db: Db, network: string, event: string): Promise<FeedbackFormRow | undefined> =>
  db
    .selectFrom('feedback_forms')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .executeTakeFirst()

/** The forms that are open, in all networks. */
export const openForms = (db: Db): Promise<FeedbackFormRow[]> =>
  db
    .selectFrom('feedback_forms')
    .selectAll()
    .where('closed_at', 'is', null)
    .orderBy('network_id')
    .orderBy('event_id')
    .execute()

/** True if a row of the event's form has the id. */
const stands =
  (table: 'feedback_given' | 'feedback_answers', column: 'attendee_id' | 'id') =>
  async (db: Db, network: string, event: string, id: string): Promise<boolean> => {
    const row = await db
      .selectFrom(table)
      .select('event_id')
      .where('network_id', '=', network)
      .where('event_id', '=', event)
      .where(column as never, '=', id as never)
      .executeTakeFirst()
    return row !== undefined
  }

/** True if an attendee has answered. */
export const hasAnswered = stands('feedback_given', 'attendee_id')

/** True if answers were stored under an id. */
export const isThere = stands('feedback_answers', 'id')

export async function openFormRow(tx: Tx, row: FeedbackFormRow): Promise<void> {
  await tx.insertInto('feedback_forms').values(row).execute()
}

const forget = (tx: Tx, table: Own, { network_id, event_id, id }: Named) =>
  tx
    .deleteFrom(table)
    .where('network_id', '=', network_id)
    .where('event_id', '=', event_id)
    .where('id' as never, '=', id as never)
    .execute()

type Named = Pick<FeedbackAnswerRow, 'network_id' | 'event_id' | 'id'>

/** Replaces the answers under the same secret, if there are any; also without the wish to be contacted. */
export async function putAnswers(
  tx: Tx,
  answers: FeedbackAnswerRow,
  contactId: string,
  contact: Omit<FeedbackContactRow, keyof Named> | undefined,
): Promise<void> {
  const { network_id, event_id } = answers
  const named = { network_id, event_id, id: contactId }
  await forget(tx, 'feedback_answers', answers)
  await forget(tx, 'feedback_contacts', named)
  await tx.insertInto('feedback_answers').values(answers).execute()
  if (contact)
    await tx
      .insertInto('feedback_contacts')
      .values({ ...named, ...contact })
      .execute()
}

export async function markGiven(tx: Tx, row: FeedbackGivenRow): Promise<void> {
  await tx.insertInto('feedback_given').values(row).execute()
}

export async function removeContact(
  tx: Tx,
  network_id: string,
  event_id: string,
  id: string,
): Promise<boolean> {
  const [gone] = await forget(tx, 'feedback_contacts', { network_id, event_id, id })
  return gone!.numDeletedRows > 0n
}

/** People who asked to be contacted at an address, in all networks. */
export const contactsAt = (db: Db, address: string): Promise<FeedbackContactRow[]> =>
  db
    .selectFrom('feedback_contacts')
    .selectAll()
    .where('how', '=', address)
    .orderBy('network_id')
    .orderBy('event_id')
    .orderBy('id')
    .execute()

/** Takes away the wishes to be contacted at an address whose owner has themselves erased. */
export async function forgetContactsAt(tx: Tx, address: string): Promise<void> {
  await tx.deleteFrom('feedback_contacts').where('how', '=', address).execute()
}

const rowsAStatement = 500

/**
 * Closes the form and writes everything anew in one transaction, each in the order of its key, so that nothing that
 * the database notes beside a row joins an answer to a person.
 */
export async function closeForm(
  tx: Tx,
  { network_id: network, event_id: event }: FeedbackFormRow,
  closed: { closed_at: string; closed_by: string },
): Promise<void> {
  await tx
    .updateTable('feedback_forms')
    .set(closed)
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .execute()
  for (const table of kept) {
    const key = table === 'feedback_given' ? 'attendee_id' : 'id'
    const rows = await tx
      .selectFrom(table)
      .selectAll()
      .where('network_id', '=', network)
      .where('event_id', '=', event)
      .orderBy(key as never)
      .execute()
    await tx.deleteFrom(table).where('network_id', '=', network).where('event_id', '=', event).execute()
    for (let at = 0; at < rows.length; at += rowsAStatement)
      await tx
        .insertInto(table)
        .values(rows.slice(at, at + rowsAStatement) as never)
        .execute()
  }
}

/** Those who asked to be contacted, by name. */
export const contactsOf = (db: Db, network: string, event: string): Promise<FeedbackContactRow[]> =>
  db
    .selectFrom('feedback_contacts')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .orderBy('name')
    .orderBy('id')
    .execute()

const answersOf = (db: Db, network: string, event: string): Promise<FeedbackAnswerRow[]> =>
  db
    .selectFrom('feedback_answers')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .orderBy('id')
    .execute()

const saidIn = (row: FeedbackAnswerRow): Said => ({
  useful: row.useful,
  equal: row.equal,
  again: row.again,
  takeHome: row.take_home,
  different: row.different,
  team: row.team_id,
  part: row.part,
})

/** The number of answers, which is no secret. */
export async function givenCount(db: Db, network: string, event: string): Promise<number> {
  const { many } = await db
    .selectFrom('feedback_given')
    .select((of) => of.fn.countAll<number>().as('many'))
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .executeTakeFirstOrThrow()
  return Number(many)
}

/** The state of the form, as everyone may see it. */
export interface FeedbackProgress {
  state: FormState
  answered: number
  /** Those who came; where nobody noted arrivals, those who signed up. */
  there: number
}

export async function feedbackProgress(db: Db, network: string, event: string): Promise<FeedbackProgress> {
  const counts = await countsNow(db, { network, event })
  const sum = (of: 'many' | 'arrived') => counts.reduce((all, one) => all + one[of], 0)
  const answered = await givenCount(db, network, event)
  return {
    state: stateOf(await formOf(db, network, event)),
    answered,
    there: Math.max(answered, sum('arrived') || sum('many')),
  }
}

/** The results, as they may be shown: nothing before the form is closed. */
export async function resultsShown(db: Db, network: string, event: string): Promise<Results | undefined> {
  if (stateOf(await formOf(db, network, event)) !== 'closed') return undefined
  const answers = await answersOf(db, network, event)
  return resultsOf(answers.map(saidIn), await teamsOf(db, network))
}
