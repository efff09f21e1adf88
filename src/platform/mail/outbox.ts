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

/** What a letter is written with. `address` makes a path into a whole address. */
export interface Writing {
  db: Db
  now: string
  seal(...words: string[]): string
  address(path: string): string
}

/** One kind of letter: from ids to what is sent, or nothing when there is nobody to send it to any more. */
export interface LetterKind {
  kind: string
  write(writing: Writing, ids: Record<string, string>): Promise<Letter | undefined>
}

/** Puts a message into the outbox, in the transaction of what caused it. */
export async function post(
  tx: Tx,
  message: { id: string; network?: string; kind: string; ids: Record<string, string>; now: string },
): Promise<void> {
  await tx
    .insertInto('outbox')
    .values({
      id: message.id,
      network: message.network ?? '',
      kind: message.kind,
      ids: JSON.stringify(message.ids),
      created_at: message.now,
      due_at: message.now,
      tries: 0,
      claimed_until: null,
      sent_at: null,
      failed_at: null,
      problem: null,
    })
    .execute()
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
