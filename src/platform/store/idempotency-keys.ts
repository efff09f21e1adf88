import type { Kysely } from 'kysely'
import { actorKey, type Actor } from './actor.ts'
import type { Db, Tables, Tx } from './database.ts'
import type { Change } from './group.ts'
import { preparedAmong, preparedRows } from './prepared.ts'
import type { DoneKeyRow } from './tables.ts'

export interface Answered {
  change: Change
  answer: unknown
}

/** The last change done under a key. */
export interface Done {
  answer: unknown
  sent: string | null
}

/** True for a change that was done, sent again: not where something else was done under its key since. */
export const isSame = (done: Done, { sent }: Change): boolean => done.sent === (sent ?? null)

const keptDays = 7

const keysAmong = preparedAmong((db, among) => db.selectFrom('done_keys').selectAll().where(among('key')))

/** The answers already given under the keys of these changes, by `actor key`. */
export async function answersUnder(db: Db, changes: Change[]): Promise<Map<string, Done>> {
  const answers = new Map<string, Done>()
  const keys = changes.map((change) => change.key)
  for (const row of await keysAmong(db, keys))
    answers.set(`${row.actor} ${row.key}`, { answer: JSON.parse(row.outcome), sent: row.sent })
  return answers
}

const addKeys = preparedRows<DoneKeyRow>(
  { actor: 'text', key: 'text', sent: 'text', command: 'text', outcome: 'text', done_at: 'text' },
  (tx, { columns, rows }) =>
    tx
      .insertInto('done_keys')
      .columns(columns)
      .expression(rows)
      .onConflict((conflict) =>
        conflict.columns(['key', 'actor']).doUpdateSet(({ ref }) => ({
          sent: ref('excluded.sent'),
          command: ref('excluded.command'),
          outcome: ref('excluded.outcome'),
          done_at: ref('excluded.done_at'),
        })),
      ),
)

/** Refusals are not kept: the same may be allowed the next time. */
export async function keepAnswers(connection: Kysely<Tables>, kept: Answered[]): Promise<void> {
  const rows = kept.map(({ change, answer }) => ({
    actor: actorKey(change.actor),
    key: change.key,
    sent: change.sent ?? null,
    command: change.command,
    outcome: JSON.stringify(answer ?? null),
    done_at: change.now,
  }))
  await addKeys(connection, rows)
}

/** Forgets somebody's keys, together with them. */
export async function forgetKeysOf(tx: Tx, actor: Actor): Promise<void> {
  await tx.deleteFrom('done_keys').where('actor', '=', actorKey(actor)).execute()
}

/** Forgets keys after seven days: no phone and no job sends the same thing again later than that. */
export async function forgetOldKeys(tx: Tx, now: string): Promise<number> {
  const before = new Date(Date.parse(now) - keptDays * 86_400_000).toISOString()
  const gone = await tx.deleteFrom('done_keys').where('done_at', '<', before).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** The space that a longer change takes: where the disk has less, changes are not stored. */
const tried = 'x'.repeat(16 * 1024)

/** Writes an answer that nobody asked for, and deletes it again: shows that changes can be stored. */
export async function tryWriting(tx: Tx, key: string, now: string): Promise<void> {
  const row = { actor: '', key, sent: null, command: '', outcome: tried, done_at: now }
  await tx.insertInto('done_keys').values(row).execute()
  await tx.deleteFrom('done_keys').where('actor', '=', '').where('key', '=', key).execute()
}
