import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import { Kysely, PostgresAdapter, PostgresDialect, SqliteDialect, sql } from 'kysely'
import type { ConnectionProvider, CreateTableBuilder } from 'kysely'
import { endsWithin, nobodyTold, type GaveUp } from '../jobs/patience.ts'
import { watchOf } from './embedded.ts'
import { faultOf, placeFails } from './database-faults.ts'
import { layingLines } from './lines.ts'
import { callByName, keptStatements } from './statement-cache.ts'
import type { Tables } from './database.ts'

/** The one file that knows which database this is. */
export type Dialect = 'sqlite' | 'postgres'

export interface Opened {
  dialect: Dialect
  kysely: Kysely<Tables>
  /** Runs on one connection. Statements that are not waited for are done in their order, on their way together. */
  onConnection: OnConnection
  /** Lets go of a database that does not answer. */
  close(gaveUp?: GaveUp): Promise<void>
}

export type OnConnection = <T>(run: (connection: Kysely<Tables>) => Promise<T>) => Promise<T>

export interface SqliteChoices {
  file: string
  readOnly?: boolean
  /** Off only in tests: a commit then survives a killed process but not a lost machine. */
  durable?: boolean
  /** Told of every statement, so that tests can count a page's queries. */
  onQuery?: ((statement: string) => void) | undefined
}

/** Time for a database to see that it is asked nothing more. */
const closeWithinMs = 500

/** After how long a line that has broken is laid again. */
const reconnectAfterMs = 500

/** SQLite's busy timeout: a statement waits this long for another process to let go of the file. */
const busyTimeoutMs = 5000

export function openSqlite({ file, readOnly = false, durable = true, onQuery }: SqliteChoices): Opened {
  const database = new DatabaseSync(file, {
    readOnly,
    enableForeignKeyConstraints: true,
    timeout: busyTimeoutMs,
  })
  if (!readOnly) {
    database.exec(`pragma journal_mode = wal; pragma synchronous = ${durable ? 'full' : 'off'}`)
    database.exec('pragma secure_delete = on')
    // The log of a killed process may hold data that should have been cleared.
    emptyLog(database)
  }
  database.exec('pragma temp_store = memory; pragma cache_size = -8000')
  const prepare = keptStatements(
    (text) => database.prepare(text),
    () => database.isTransaction,
  )
  const kysely = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: { prepare, close: () => database.close() } }),
    ...(onQuery && { log: ({ query }) => onQuery(query.sql) }),
  })
  const isThere = watchOf(file)
  const onConnection: OnConnection = async (run) => (isThere(), kysely.connection().execute(run))
  return { dialect: 'sqlite', kysely, onConnection, close: () => kysely.destroy() }
}

/** On a full disk it stays for a later time: pages can be read as it is. */
function emptyLog(database: DatabaseSync): void {
  try {
    database.exec('pragma wal_checkpoint(truncate)')
  } catch (error) {
    if (!placeFails(error)) throw error
  }
}

/** PostgreSQL sends 64-bit counts as text; ours are far below 2^53. */
const asNumber = new Set([20, 1700])

export async function openPostgres(url: string, connections = 10): Promise<Opened> {
  const { default: pg } = await import('pg')
  const lines = layingLines()
  const pool = new pg.Pool({
    pipeline: true,
    keepAlive: true,
    stream: lines.lay,
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        asNumber.has(oid) ? Number : pg.types.getTypeParser(oid, format as 'text'),
    } as never,
  })
  // A connection that is lost is replaced at the next use. Without listeners it would end the process: while it is idle
  // the pool tells of it, while it is in use the connection itself.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    callByName(client)
  })
  const config = { dialect: new PostgresDialect({ pool }) }
  const kysely = new Kysely<Tables>(config)
  const executor = kysely.getExecutor()
  const parts = { config, dialect: config.dialect, driver: config.dialect.createDriver() }
  // A connection of Kysely's own sends a statement only when the one before it is answered.
  const onConnection: OnConnection = (run) =>
    executor
      .provideConnection((connection) => {
        const provider: ConnectionProvider = { provideConnection: (use) => use(connection) }
        return run(new Kysely<Tables>({ ...parts, executor: executor.withConnectionProvider(provider) }))
      })
      .catch((error: unknown) => {
        // After a failover the old primary may live on and only be read: a new connection finds the new one.
        if (faultOf(error) === 'read-only') lines.cut()
        throw error
      })
  return {
    dialect: 'postgres',
    kysely,
    onConnection,
    async close(gaveUp = nobodyTold) {
      const closed = kysely.destroy()
      if (!(await endsWithin(closeWithinMs, closed))) gaveUp('the database to answer')
      await lines.tear()
      await endsWithin(closeWithinMs, closed)
    },
  }
}

/** The writer's connection. */
export const openWriting = async (at: string, durable: boolean, connections?: number): Promise<Opened> =>
  isPostgresUrl(at) ? openPostgres(at, connections) : openSqlite({ file: at, durable })

/** A line on which the instances that share a database tell each other that something has changed. */
export interface Line {
  send(words: string): Promise<void>
  close(): Promise<void>
}

/** Messages sent while the line is down are lost: listeners can do without them. It reconnects by itself. */
export async function openLine(url: string, channel: string, heard: (words: string) => void): Promise<Line> {
  const { default: pg } = await import('pg')
  const lines = layingLines()
  let client: InstanceType<typeof pg.Client> | undefined
  let again: NodeJS.Timeout | undefined
  let closed = false

  async function connect() {
    const next = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      stream: lines.lay,
    })
    next.on('notification', ({ payload }) => heard(payload ?? ''))
    next.on('error', () => {})
    next.once('end', () => {
      if (client === next) client = undefined
      if (!closed) again = setTimeout(() => void connect().catch(() => {}), reconnectAfterMs).unref()
    })
    try {
      await next.connect()
      await next.query(`listen ${pg.escapeIdentifier(channel)}`)
      if (closed) await next.end()
      else client = next
    } catch (error) {
      await next.end().catch(() => {})
      throw error
    }
  }

  await connect()
  return {
    async send(words) {
      await client?.query('select pg_notify($1, $2)', [channel, words])
    },
    async close() {
      closed = true
      clearTimeout(again)
      void client?.end()
      await lines.tear()
    },
  }
}

export const isPostgresUrl = (url: string): boolean => /^postgres(ql)?:\/\//.test(url)

/** A database with one write transaction at a time: all changes may as well share it. */
export const writesOneAtATime = (dialect: Dialect): boolean => dialect === 'sqlite'

export const begin = (dialect: Dialect) => (dialect === 'sqlite' ? sql`begin immediate` : sql`begin`)

/** Rows that lie in the order of their key alone, so that their place tells nothing of when they came. */
export function inKeyOrder<T extends string, C extends string>(
  dialect: Dialect,
  table: CreateTableBuilder<T, C>,
): CreateTableBuilder<T, C> {
  return dialect === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table
}

/**
 * Has the files let go of rows that were deleted or rewritten. SQLite writes its log back and empties it (what is
 * deleted is overwritten at once). PostgreSQL writes the tables into new files: a sweep alone would leave the bytes
 * of the dead rows on their pages. Not inside a transaction. Throws when something was in the way.
 */
export async function clearOldRows(
  connection: Kysely<Tables>,
  dialect: Dialect,
  tables: readonly string[],
): Promise<void> {
  if (dialect === 'postgres') {
    const ended = await othersEnd(connection)
    for (const table of tables) await rewritten(connection, table)
    if (!ended) throw new Error('A transaction that began before kept old rows in the new files')
    return
  }
  // Every change waits for this, so it does not wait long for readers.
  await sql`pragma busy_timeout = 500`.execute(connection)
  const emptied = sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(connection)
  const { rows } = await emptied.finally(() =>
    sql.raw(`pragma busy_timeout = ${busyTimeoutMs}`).execute(connection),
  )
  if (rows[0]?.busy) throw new Error('Somebody who reads the database kept its log from being emptied')
}

/** Time for other transactions to end, and the interval of asking for them. */
const [othersEndWithinMs, othersAskedMs] = [2_000, 10]

/**
 * Waits until the transactions that run now have ended: rows that one of them may still see would be written into the
 * new files, too. Each holds a lock on a number of its own. Gives false where one went on for longer.
 */
async function othersEnd(connection: Kysely<Tables>): Promise<boolean> {
  const running = sql<{ transaction: string }>`
    select virtualtransaction as transaction from pg_locks left join pg_stat_activity using (pid)
    where locktype = 'virtualxid' and mode = 'ExclusiveLock' and pid <> pg_backend_pid()
      and coalesce(datname, current_database()) = current_database()`
  const numbers = async () => (await running.execute(connection)).rows.map(({ transaction }) => transaction)
  const giveUpAt = performance.now() + othersEndWithinMs
  // While an earlier change is under way, also in another database, a reader looks at a moment before it.
  const { rows } = await sql<{ id: number }>`select txid_current() as id`.execute(connection)
  const oldest = sql<{ id: number }>`select txid_snapshot_xmin(txid_current_snapshot()) as id`
  while ((await oldest.execute(connection)).rows[0]!.id <= rows[0]!.id && performance.now() < giveUpAt)
    await delay(othersAskedMs)
  let left = await numbers()
  while (left.length > 0 && performance.now() < giveUpAt) {
    await delay(othersAskedMs)
    const still = new Set(await numbers())
    left = left.filter((one) => still.has(one))
  }
  return left.length === 0 && performance.now() < giveUpAt
}

/** Larger tables would keep everybody waiting while they are written anew; these are swept. */
const largestRewritten = 256 * 1024 * 1024

/** A long reader is not waited for, because everybody else would wait behind this. */
async function rewritten(connection: Kysely<Tables>, table: string): Promise<void> {
  const size = sql<{ size: number }>`select pg_total_relation_size(${table}) as size`
  const { rows } = await size.execute(connection)
  await sql`set lock_timeout = '2s'`.execute(connection)
  try {
    if (rows[0]!.size > largestRewritten) await sql`vacuum ${sql.table(table)}`.execute(connection)
    else await sql`vacuum full ${sql.table(table)}`.execute(connection)
  } finally {
    await sql`reset lock_timeout`.execute(connection)
  }
}

export const bytesType = (dialect: Dialect) => (dialect === 'sqlite' ? ('blob' as const) : ('bytea' as const))

/** The database that a query would go to. */
export const dialectOf = (db: Pick<Kysely<Tables>, 'getExecutor'>): Dialect =>
  db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite'

export type ColumnType = 'text' | 'integer'

/** Rows as few values of a statement, however many they are: one on SQLite, one for each column on PostgreSQL. */
export const listed = (dialect: Dialect, rows: readonly unknown[][]): unknown[] =>
  dialect === 'sqlite' ? [JSON.stringify(rows)] : rows[0]!.map((_, column) => rows.map((row) => row[column]))

/** That a column is one of the texts of such a value, each a row of its own. */
export const isAmong = (dialect: Dialect, column: string, list: string) =>
  dialect === 'sqlite'
    ? sql<boolean>`${sql.ref(column)} in (select value ->> 0 from json_each(${list}))`
    : sql<boolean>`${sql.ref(column)} = any(${list}::text[])`

/** The rows of such values, in their order. */
export function fromLists(dialect: Dialect, types: readonly ColumnType[], lists: readonly string[]) {
  const columns = types.map((type, at) =>
    dialect === 'sqlite' ? sql`value ->> ${sql.lit(at)}` : sql`${lists[at]}::${sql.raw(type)}[]`,
  )
  return dialect === 'sqlite'
    ? // Without a condition, the next words of an insert would be taken for the condition of a join.
      sql<never>`select ${sql.join(columns)} from json_each(${lists[0]}) where true`
    : sql<never>`select * from unnest(${sql.join(columns)})`
}
