import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import type { Bytes } from './evidence.ts'

async function ask<Row extends pg.QueryResultRow>(url: string, ...statements: string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let rows: Row[] = []
    for (const statement of statements) ({ rows } = await client.query(statement))
    return rows
  } finally {
    await client.end()
  }
}

/** The file of PostgreSQL's log to which it writes now. */
export const logBegins = async (url: string): Promise<string> =>
  (await ask<{ name: string }>(url, 'select pg_walfile_name(pg_current_wal_lsn()) as name'))[0]!.name

/** The files of the log from one on in which something is named, as far as they are there. */
export async function logSince(url: string, from: string, naming: string): Promise<Bytes> {
  const rows = await ask<{ bytes: Buffer }>(
    url,
    `select bytes from (
        select name, pg_read_binary_file('pg_wal/' || name, true) as bytes from pg_ls_waldir()
        where name ~ '^[0-9A-F]{24}$' and name >= '${from}'
      ) as files where position(convert_to('${naming}', 'UTF8') in bytes) > 0 order by name`,
  )
  return { name: 'write-ahead log', bytes: Buffer.concat(rows.map(({ bytes }) => bytes)) }
}

/** The steps of docs/ballot-secrecy.md by which a server's operator lets the log of the vote go. */
export async function letLogGo(url: string): Promise<void> {
  await ask(url, 'alter system set wal_recycle = off', 'select pg_reload_conf()')
  // A new connection has the setting only once the server has read it, and told all its processes.
  const isTold = async () =>
    (await ask<{ wal_recycle: string }>(url, 'show wal_recycle'))[0]!.wal_recycle === 'off'
  while (!(await isTold())) await setTimeout(50)
  // Two checkpoints: the first makes the old files needless, the second comes when the setting holds.
  await ask(url, 'select pg_switch_wal()', 'checkpoint', 'select pg_switch_wal()', 'checkpoint')
  // Not set back: another test may be waiting for its own log on the same server.
}
