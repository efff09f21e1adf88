import { backup, DatabaseSync } from 'node:sqlite'

/** A consistent copy of the whole embedded database, taken while it is in use, with the server's secret in it. */
export async function backUpSqlite(
  from: string,
  to: string,
  secret: string,
  progress: (share: number) => void = () => {},
): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true })
  try {
    await backup(source, to, {
      progress: ({ totalPages, remainingPages }) => progress(1 - remainingPages / totalPages),
    })
  } finally {
    source.close()
  }
  const copy = new DatabaseSync(to)
  // One file, without a log beside it.
  copy.exec('pragma journal_mode = delete; create table kept_secret (secret text not null)')
  copy.prepare('insert into kept_secret values (?)').run(secret)
  copy.close()
}

/** Takes the secret out of a copy that is to become the database. */
export function takeKeptSecret(file: string): string {
  const copy = new DatabaseSync(file)
  copy.exec('pragma secure_delete = on')
  const there = copy.prepare("select 1 from sqlite_master where name = 'kept_secret'").get()
  const row = there && copy.prepare('select secret from kept_secret').get()
  if (there) copy.exec('drop table kept_secret')
  copy.close()
  return String(row?.['secret'] ?? '')
}

/** Why a file cannot be taken for a whole database of ours, if so. */
export function whyNotOurs(file: string): string | undefined {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { readOnly: true })
    const whole = database.prepare('pragma integrity_check(1)').get()
    if (whole?.['integrity_check'] !== 'ok') return 'it is damaged'
    const journal = database.prepare("select 1 from sqlite_master where name = 'journal'").get()
    return journal ? undefined : 'it is not a backup of Spreadathon'
  } catch {
    return 'it is not a backup of Spreadathon, or it is damaged'
  } finally {
    database?.close()
  }
}

/** Whether no other process has the embedded database open; its log is then empty. */
export function holdsAlone(file: string): boolean {
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    // Leaving the log behind needs the file for oneself.
    return database.prepare('pragma journal_mode = delete').get()?.['journal_mode'] === 'delete'
  } catch {
    return false
  } finally {
    database.close()
  }
}
