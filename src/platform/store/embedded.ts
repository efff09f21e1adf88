import { createHash } from 'node:crypto'
import { chmodSync, closeSync, createReadStream, existsSync, openSync, statSync } from 'node:fs'
import { open, stat, truncate } from 'node:fs/promises'
import { backup, DatabaseSync } from 'node:sqlite'
import { faultOf } from './database-faults.ts'

/** Stands before the checksum at the end of a backup: SQLite reads as far as the pages go, and no further. */
const before = '\nSpreadathon backup, SHA-256 of all before this line: '
const trailerBytes = before.length + 64 + 1

/** In the head of a backup: a checksum follows the pages. Without it the end of a file could be lost unseen. */
const withChecksum = 0x53504231

/** For the service's own user alone, also files made before; where one belongs to another, that is theirs to do. */
export function onlyForOwner(path: string): void {
  try {
    if (statSync(path).mode & 0o077) chmodSync(path, 0o600)
  } catch {
    // It is not there, or not ours.
  }
}

/** The file is created first with the owner's rights alone: SQLite gives its log and shared memory the same rights. */
export function keepToOwner(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
  // Never opened here: to close it would let go of all locks of this process.
  for (const suffix of ['', '-wal', '-shm']) onlyForOwner(file + suffix)
}

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
  try {
    // One file, without a log beside it.
    copy.exec('pragma journal_mode = delete; create table kept_secret (secret text not null)')
    copy.prepare('insert into kept_secret values (?)').run(secret)
    copy.exec(`pragma application_id = ${withChecksum}`)
  } finally {
    copy.close()
  }
  const { size } = await stat(to)
  const file = await open(to, 'a')
  try {
    await file.appendFile(`${before}${await checksumOf(to, size)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function checksumOf(file: string, bytes: number): Promise<string> {
  const hash = createHash('sha256')
  if (bytes > 0) for await (const chunk of createReadStream(file, { end: bytes - 1 })) hash.update(chunk)
  return hash.digest('hex')
}

/** Compares a file with the checksum of the backup that was taken, as far as there is one. */
export async function checksumMatches(file: string): Promise<'matches' | 'differs' | 'none'> {
  const { size } = await stat(file)
  const said = await endOf(file, size)
  if (!said.startsWith(before)) return saysChecksum(file) ? 'differs' : 'none'
  return said === `${before}${await checksumOf(file, size - trailerBytes)}\n` ? 'matches' : 'differs'
}

async function endOf(file: string, size: number): Promise<string> {
  if (size < trailerBytes) return ''
  const handle = await open(file)
  try {
    const { buffer } = await handle.read(Buffer.alloc(trailerBytes), 0, trailerBytes, size - trailerBytes)
    return buffer.toString('latin1')
  } finally {
    await handle.close()
  }
}

function saysChecksum(file: string): boolean {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    return database.prepare('pragma application_id').get()?.['application_id'] === withChecksum
  } catch {
    // It is no database, which is said elsewhere.
    return false
  } finally {
    database.close()
  }
}

/** Makes a database of a backup, and gives the secret that was kept in it. */
export async function unpack(file: string): Promise<string> {
  const { size } = await stat(file)
  if ((await endOf(file, size)).startsWith(before)) await truncate(file, size - trailerBytes)
  const copy = new DatabaseSync(file)
  try {
    copy.exec('pragma secure_delete = on; pragma application_id = 0')
    const there = copy.prepare("select 1 from sqlite_master where name = 'kept_secret'").get()
    const row = there && copy.prepare('select secret from kept_secret').get()
    if (there) copy.exec('drop table kept_secret')
    return String(row?.['secret'] ?? '')
  } finally {
    copy.close()
  }
}

/** Faults of a database in its pages, its indexes and its references, a sentence each; or nothing. */
export function damageOf(file: string, most: number): string[] {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { readOnly: true })
    const found = database.prepare(`pragma integrity_check(${most})`).all()
    const said = found
      .map((row) => String(row['integrity_check']).replace(/^\*{3}.*\n/, ''))
      .filter((one) => one !== 'ok')
    if (said.length > 0) return said
    const dangling = database.prepare('pragma foreign_key_check').all().slice(0, most)
    return dangling.map(
      ({ table, parent }) => `a row of ${table} points to one of ${parent} that is not there`,
    )
  } catch (error) {
    if (faultOf(error) !== 'damaged') throw error
    return [(error as Error).message]
  } finally {
    database?.close()
  }
}

/** The reason why a file is no whole database of ours, if it is none. */
export function whyNotOurs(file: string): string | undefined {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { readOnly: true })
    const journal = database.prepare("select 1 from sqlite_master where name = 'journal'").get()
    if (!journal) return 'it is not a backup of Spreadathon'
  } catch {
    return 'it is not a backup of Spreadathon, or it is damaged'
  } finally {
    database?.close()
  }
  return damageOf(file, 1).length > 0 ? 'it is damaged' : undefined
}

/** True if no other process has the embedded database open; its log is then empty. */
export function holdsAlone(file: string): boolean {
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    // Leaving the log behind needs the file for oneself.
    return database.prepare('pragma journal_mode = delete').get()?.['journal_mode'] === 'delete'
  } catch (error) {
    // Of a damaged one nobody can say; it is kept beside its replacement.
    return faultOf(error) === 'damaged'
  } finally {
    database.close()
  }
}

/**
 * Throws as SQLite does, once its file is not there any more: a file that was deleted while it is open takes everything
 * and keeps nothing.
 */
export function watchOf(file: string): () => void {
  const { ino } = statSync(file)
  return () => {
    if (statSync(file, { throwIfNoEntry: false })?.ino === ino) return
    const gone = new Error(`The database ${file} is not there any more`)
    throw Object.assign(gone, { code: 'ERR_SQLITE_ERROR', errcode: cannotOpen })
  }
}

/** SQLITE_CANTOPEN. */
const cannotOpen = 14
