import type { Config } from '../../config.ts'
import { isPostgresUrl } from '../store/dialect.ts'
import { faultOf, type Fault } from '../store/database-faults.ts'
import { databaseFile } from '../store/store.ts'
import { isAway } from '../store/writer.ts'
import { Wrong } from './verb.ts'

const refusedBy: Record<string, string> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'there is no such host',
  ETIMEDOUT: 'it does not answer',
  '28P01': 'the password is wrong',
  '28000': 'it does not let this user in',
  '3D000': 'there is no such database',
  '25006': 'it is read-only at the moment',
  '53100': 'its disk is full',
}

const isFolder = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ENOSPC', 'EDQUOT'])

/** Of the file of the embedded database. */
const saidOf: Record<Fault, string> = {
  full: 'cannot be written: the disk is full. Free some space, then start again',
  'read-only': 'is read-only. Whoever starts the service must be able to write the file, and into its folder',
  closed: 'cannot be opened. Whoever starts the service must be able to read and write it, and its folder',
  failing: 'cannot be used: its disk is full, or fails',
  damaged: 'is damaged. Put your last backup in its place: spreadathon restore FILE --replace',
}

/** The fault of the place of the data, as a sentence where it is a usual one. */
export function unusable(error: unknown, { dataDir, databaseUrl }: Config): unknown {
  const { message, code = codeOf(error) } = error as NodeJS.ErrnoException
  if (isPostgresUrl(databaseUrl)) {
    const why = refusedBy[code]
    return why ? new Wrong(`The database of DATABASE_URL cannot be used: ${why} (${code})`) : error
  }
  if (isFolder.has(code)) return new Wrong(`The folder ${dataDir} (DATA_DIR) cannot be used: ${message}`)
  const fault = faultOf(error)
  return fault ? new Wrong(`The database ${databaseFile(dataDir)} ${saidOf[fault]}`) : error
}

const shortOf: Record<Fault, string> = {
  full: 'the disk is full. Free some space, then do it again',
  'read-only': 'what it writes to is read-only',
  closed: 'what it needs cannot be opened',
  failing: 'the disk fails',
  damaged: 'the database is damaged',
}

/** The fault that ended a verb once it had begun, as a sentence where it is a usual one. */
export function interrupted(error: unknown): unknown {
  const fault = faultOf(error)
  if (fault) return new Wrong(`It could not be done: ${shortOf[fault]}`)
  return isAway(error)
    ? new Wrong('It could not be done: the database does not answer. Do it again when it does')
    : error
}

/** A migration that could not begin holds its error. */
const codeOf = (error: unknown): string =>
  String(((error as Error).cause as NodeJS.ErrnoException | undefined)?.code ?? '')
