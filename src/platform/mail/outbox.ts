import type { Html } from '../face/html.ts'
import type { Db, Tx } from '../store/database.ts'

/** A message to be written and sent after the change that caused it is stored. Holds ids, never words. */
export interface OutboxRow {
  id: string
  network: string
  kind: string
  ids: string
  created_at: string
  due_at: string
  tries: number
  claimed_until: string | null
  sent_at: string | null
  failed_at: string | null
  problem: string | null
}

declare module '../store/database.ts' {
  interface Tables {
    outbox: OutboxRow
  }
}

/** A message as it is sent. */
export interface Letter {
  to: string
  subject: string
  text: string
  html: Html
  attachments?: { name: string; type: string; body: string }[]
}

/** The tools for writing a letter. `address` makes a path into a whole address. */
export interface Writing {
  db: Db
  now: string
  keyedHash(...words: string[]): string
  address(path: string): string
}

/** One kind of letter: from ids to its text, or nothing when there is nobody to send it to any more. */
export interface LetterKind {
  kind: string
  write(writing: Writing, ids: Record<string, string>): Promise<Letter | undefined>
}

/** Puts a message into the outbox, in the transaction of its cause. */
export async function post(
  tx: Tx,
  message: {
    id: string
    network?: string
    kind: string
    ids: Record<string, string>
    now: string
    /** Not to be sent before. */
    due?: string
  },
): Promise<void> {
  await tx
    .insertInto('outbox')
    .values({
      id: message.id,
      network: message.network ?? '',
      kind: message.kind,
      ids: JSON.stringify(message.ids),
      created_at: message.now,
      due_at: message.due ?? message.now,
      tries: 0,
      claimed_until: null,
      sent_at: null,
      failed_at: null,
      problem: null,
    })
    .execute()
}

/** True if a message that tells the same is still to be sent later. */
export async function isWaiting(
  db: Db,
  { network, kind, ids }: Pick<OutboxRow, 'network' | 'kind'> & { ids: Record<string, string> },
  now: string,
): Promise<boolean> {
  const found = await db
    .selectFrom('outbox')
    .select('id')
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('due_at', '>', now)
    .where('network', '=', network)
    .where('kind', '=', kind)
    .where('ids', '=', JSON.stringify(ids))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

export const messageById = (db: Db, id: string): Promise<OutboxRow | undefined> =>
  db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst()

/** The messages of the outbox, the newest first. */
export const newestMessages = (db: Db, most: number): Promise<OutboxRow[]> =>
  db
    .selectFrom('outbox')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()

const due = (db: Db, now: string) =>
  db
    .selectFrom('outbox')
    .select('id')
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('due_at', '<=', now)
    .where((is) => is.or([is('claimed_until', 'is', null), is('claimed_until', '<=', now)]))

export const anyDue = async (db: Db, now: string): Promise<boolean> =>
  (await due(db, now).limit(1).executeTakeFirst()) !== undefined

/** Claims messages that are due, the oldest first, and counts the try. */
export async function claimDue(tx: Tx, now: string, until: string, most: number): Promise<string[]> {
  const wanted = await due(tx, now).orderBy('due_at').orderBy('id').limit(most).execute()
  if (wanted.length === 0) return []
  const ids = wanted.map((row) => row.id)
  const claimed = await tx
    .updateTable('outbox')
    .set((set) => ({ claimed_until: until, tries: set('tries', '+', 1) }))
    .where('id', 'in', ids)
    // Asked again, because another instance may have claimed them since they were read.
    .where('sent_at', 'is', null)
    .where((is) => is.or([is('claimed_until', 'is', null), is('claimed_until', '<=', now)]))
    .returning('id')
    .execute()
  const got = new Set(claimed.map((row) => row.id))
  return ids.filter((id) => got.has(id))
}

export async function markMessage(tx: Tx, id: string, change: Partial<OutboxRow>): Promise<void> {
  await tx.updateTable('outbox').set(change).where('id', '=', id).execute()
}

/** Leaves no message about a network. */
export async function forgetMessagesOf(tx: Tx, network: string): Promise<void> {
  await tx.deleteFrom('outbox').where('network', '=', network).execute()
}

/** Takes away messages that were sent, or given up, before an instant. */
export async function forgetMessagesBefore(tx: Tx, before: string): Promise<number> {
  const gone = await tx
    .deleteFrom('outbox')
    .where('created_at', '<', before)
    .where((is) => is.or([is('sent_at', 'is not', null), is('failed_at', 'is not', null)]))
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
