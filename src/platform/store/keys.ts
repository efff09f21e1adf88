import type { Kysely } from 'kysely'
import { actorKey, type Actor } from './actor.ts'
import type { Db, Tables, Tx } from './database.ts'
import type { Change } from './group.ts'

export interface Answered {
  change: Change
  answer: unknown
}

const keptDays = 7
const rowsAStatement = 200

/** The answers already given under the keys of these changes, by `actor key`. */
export async function answersUnder(db: Db, changes: Change[]): Promise<Map<string, unknown>> {
  const answers = new Map<string, unknown>()
  for (let at = 0; at < changes.length; at += rowsAStatement) {
    const keys = changes.slice(at, at + rowsAStatement).map((change) => change.key)
    const rows = await db.selectFrom('done_keys').selectAll().where('key', 'in', keys).execute()
    for (const row of rows) answers.set(`${row.actor} ${row.key}`, JSON.parse(row.outcome))
  }
  return answers
}

/** Refusals are not kept: what was refused may be allowed the next time. */
export async function keepAnswers(connection: Kysely<Tables>, kept: Answered[]): Promise<void> {
  const rows = kept.map(({ change, answer }) => ({
    actor: actorKey(change.actor),
    key: change.key,
    command: change.command,
    outcome: JSON.stringify(answer ?? null),
    done_at: change.now,
  }))
  for (let at = 0; at < rows.length; at += rowsAStatement) {
    await connection
      .insertInto('done_keys')
      .values(rows.slice(at, at + rowsAStatement))
      .execute()
  }
}

/** Forgets what somebody has sent, together with them. */
export async function forgetKeysOf(tx: Tx, actor: Actor): Promise<void> {
  await tx.deleteFrom('done_keys').where('actor', '=', actorKey(actor)).execute()
}

/** Forgets keys after seven days: no phone and no job sends the same thing again later than that. */
export async function forgetOldKeys(tx: Tx, now: string): Promise<number> {
  const before = new Date(Date.parse(now) - keptDays * 86_400_000).toISOString()
  const gone = await tx.deleteFrom('done_keys').where('done_at', '<', before).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
