import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { actorKey, type Actor } from './actor.ts'
import type { Db, Tables, Tx } from './database.ts'
import { prepared, preparedRows } from './prepared.ts'
import type { JournalRow, TopicRow } from './tables.ts'

export interface TopicState {
  revision: number
  hash: string
}

export interface Entry {
  topic: string
  revision: number
  networkId: string
  command: string
  subject: string
  actor: string
  at: string
  /** The command of which it was a part. */
  cause: string
}

const stateColumns = { id: 'text', revision: 'integer', hash: 'text' } as const

/** An upsert that changes nothing locks a row on both databases. */
const lock = preparedRows<TopicRow, TopicRow>(stateColumns, (tx, { columns, rows }) =>
  tx
    .insertInto('topics')
    .columns(columns)
    .expression(rows)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ id: (set) => set.ref('excluded.id') }))
    .returning(columns),
)

const setStates = preparedRows<TopicRow>(stateColumns, (tx, { columns, rows }) =>
  tx
    .insertInto('topics')
    .columns(columns)
    .expression(rows)
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((set) => ({ revision: set.ref('excluded.revision'), hash: set.ref('excluded.hash') })),
    ),
)

/** Locks the topics for the rest of the transaction, in the order given, making those that are new. */
export async function lockTopics(
  connection: Kysely<Tables>,
  ids: string[],
): Promise<Map<string, TopicState>> {
  const { back } = await lock(
    connection,
    ids.map((id) => ({ id, revision: 0, hash: '' })),
  )
  return new Map(back.map(({ id, revision, hash }) => [id, { revision, hash }]))
}

/** Deletes topics that were made for the lock alone: a refusal leaves nothing behind. */
export async function dropUnused(connection: Kysely<Tables>, topics: Map<string, TopicState>) {
  const unused = [...topics].filter(([, { revision }]) => revision === 0).map(([id]) => id)
  if (unused.length === 0) return
  await connection.deleteFrom('topics').where('id', 'in', unused).where('revision', '=', 0).execute()
}

const addEntries = preparedRows<JournalRow>(
  {
    topic: 'text',
    revision: 'integer',
    network_id: 'text',
    command: 'text',
    subject: 'text',
    actor: 'text',
    at: 'text',
    cause: 'text',
    hash: 'text',
  },
  (tx, { columns, rows }) => tx.insertInto('journal').columns(columns).expression(rows),
)

/** Writes the journal of a group and its topics' new revisions. `topics` holds the last revision of each. */
export async function enterAll(
  connection: Kysely<Tables>,
  topics: Map<string, TopicState>,
  entries: Entry[],
) {
  if (entries.length === 0) return []
  const pseudonyms = await pseudonymsOf(connection, [...new Set(entries.map((entry) => entry.actor))])
  const rows = entries.map((entry): JournalRow => {
    const state = topics.get(entry.topic)!
    const { networkId, actor, ...kept } = entry
    const row = { ...kept, network_id: networkId, actor: pseudonyms.get(actor)! }
    state.hash = chained(state.hash, row)
    return { ...row, hash: state.hash }
  })
  const changed = [...new Set(entries.map((entry) => entry.topic))].sort()
  const states = changed.map((id): TopicRow => ({ id, ...topics.get(id)! }))
  await Promise.all([addEntries(connection, rows), setStates(connection, states)])
  return states.map(({ id, revision }) => ({ topic: id, revision }))
}

/** The hash of an entry and of the one before it in its topic: SHA-256 over their fields, one a line; without an empty cause. */
export function chained(before: string, entry: Omit<JournalRow, 'hash'>): string {
  const { topic, revision, network_id, command, subject, actor, at, cause } = entry
  const lines = [before, topic, revision, network_id, command, subject, actor, at]
  if (cause) lines.push(cause)
  return createHash('sha256').update(lines.join('\n')).digest('base64url')
}

async function pseudonymsOf(connection: Kysely<Tables>, actors: string[]): Promise<Map<string, string>> {
  const known = new Map([['', '']])
  const named = actors.filter((actor) => actor !== '')
  if (named.length === 0) return known
  const find = () => connection.selectFrom('pseudonyms').selectAll().where('actor', 'in', named).execute()
  for (const row of await find()) known.set(row.actor, row.pseudonym)
  const missing = named.filter((actor) => !known.has(actor)).sort()
  if (missing.length === 0) return known
  await connection
    .insertInto('pseudonyms')
    .values(missing.map((actor) => ({ actor, pseudonym: randomBytes(9).toString('base64url') })))
    .onConflict((conflict) => conflict.column('actor').doNothing())
    .execute()
  for (const row of await find()) known.set(row.actor, row.pseudonym)
  return known
}

/** Keeps an actor's changes, but no longer says whose they were. */
export async function forgetPseudonym(tx: Tx, actor: Actor): Promise<void> {
  await tx.deleteFrom('pseudonyms').where('actor', '=', actorKey(actor)).execute()
}

/** A change of a network as it stands in the journal, with who made it where that is still known. */
export interface Entered {
  topic: string
  revision: number
  command: string
  subject: string
  at: string
  /** The actor as one word, or null when they have been erased. */
  actor: string | null
}

/** The changes of a network that tell who made them, the latest first, `skip` of them left out. */
export async function entriesOf(
  db: Db,
  network: string,
  { skip, most }: { skip: number; most: number },
): Promise<Entered[]> {
  return db
    .selectFrom('journal')
    .leftJoin('pseudonyms', 'pseudonyms.pseudonym', 'journal.actor')
    .select(['topic', 'revision', 'command', 'subject', 'at', 'pseudonyms.actor as actor'])
    .where('network_id', '=', network)
    .where('journal.actor', '<>', '')
    .orderBy('at', 'desc')
    .orderBy('topic')
    .orderBy('revision', 'desc')
    .offset(skip)
    .limit(most)
    .execute()
}

/** Names of the commands that have changed a topic after one of its revisions. */
export async function commandsSince(db: Db, topic: string, revision: number): Promise<string[]> {
  const rows = await db
    .selectFrom('journal')
    .select('command')
    .distinct()
    .where('topic', '=', topic)
    .where('revision', '>', revision)
    .execute()
  return rows.map(({ command }) => command)
}

const rowsOfTopic = prepared((db, topic: string) =>
  db.selectFrom('topics').select('revision').where('id', '=', topic),
)

/** The revision of a topic; 0 for one that has never changed. */
export async function revisionOf(db: Db, topic: string): Promise<number> {
  return (await rowsOfTopic(db, topic))[0]?.revision ?? 0
}

/** The first entry of a topic that does not follow from the one before it, if any has been tampered with. */
export async function brokenAt(db: Db, topic: string): Promise<number | undefined> {
  const entries = await db
    .selectFrom('journal')
    .selectAll()
    .where('topic', '=', topic)
    .orderBy('revision')
    .execute()
  let before = ''
  let expected = 1
  for (const { hash, ...entry } of entries) {
    if (entry.revision !== expected || chained(before, entry) !== hash) return expected
    before = hash
    expected += 1
  }
  return undefined
}

/** Every topic whose entries do not follow from each other. */
export async function brokenTopics(db: Db): Promise<string[]> {
  const topics = await db.selectFrom('topics').select(['id', 'revision']).orderBy('id').execute()
  const broken: string[] = []
  for (const { id } of topics) if ((await brokenAt(db, id)) !== undefined) broken.push(id)
  return broken
}
