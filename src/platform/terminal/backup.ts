import { chmod, copyFile, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Config } from '../../config.ts'
import { isPostgresUrl } from '../store/dialect.ts'
import {
  backUpSqlite,
  checksumMatches,
  damageOf,
  holdsAlone,
  onlyForOwner,
  unpack,
  whyNotOurs,
} from '../store/embedded.ts'
import { faultOf } from '../store/database-faults.ts'
import { databaseFile } from '../store/store.ts'
import { asJson, done, Wrong, type Verb } from './verb.ts'

const notHere = (config: Config) => {
  if (isPostgresUrl(config.databaseUrl))
    throw new Wrong(
      'This is for the embedded database. PostgreSQL has its own: pg_dump --format=custom --file=FILE, and pg_restore',
    )
}

const secretFile = (config: Config) => join(config.dataDir, 'secret')

const changed =
  'it is not as it was backed up. Something in it was changed or lost since (its checksum does not match)'

/** Makes a file, and leaves none where that does not work. */
async function orTakenAway<Made>(file: string, make: () => Promise<Made>): Promise<Made> {
  try {
    return await make()
  } catch (error) {
    await rm(file, { force: true })
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC' || faultOf(error) === 'full')
      throw new Wrong(`The disk of ${dirname(file)} is full. Nothing was changed`)
    throw error
  }
}

export const backup: Verb = {
  name: 'backup',
  says: 'Copy the embedded database into one file, while it is in use or not',
  places: { FILE: 'the file to make' },
  options: {
    replace: { says: 'Put the new copy in the place of a file that is there already' },
    json: asJson('which file was made and how many bytes it has'),
  },
  examples: ['spread-2026-11-23.db'],
  async run({ config, say, progress }, { places: [file = ''], options }) {
    notHere(config)
    const database = databaseFile(config.dataDir)
    if (!existsSync(database))
      throw new Wrong(`There is no database in ${config.dataDir} yet: nothing to back up`)
    if (existsSync(file) && !options['replace'])
      throw new Wrong(`${file} is there already. Name another file, or add --replace`)
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const unfinished = `${file}.unfinished`
    await rm(unfinished, { force: true })
    // The secret goes along: without it the personal links and codes in the database are worth nothing.
    const secret = existsSync(secretFile(config)) ? (await readFile(secretFile(config), 'utf8')).trim() : ''
    await orTakenAway(unfinished, async () => {
      await writeFile(unfinished, '', { mode: 0o600 })
      await backUpSqlite(database, unfinished, config.secret ? '' : secret, (share) =>
        progress(`Copying: ${Math.round(share * 100)} %`),
      )
      const [damage] = damageOf(unfinished, 1)
      if (damage)
        throw new Wrong(
          `The database is damaged, and so would be its copy (${damage}). Nothing was backed up; an earlier backup stays as it was. Look with: spreadathon doctor`,
        )
      await rename(unfinished, file)
    })
    say(
      options['json']
        ? JSON.stringify({ file, bytes: (await stat(file)).size })
        : `Backed up to ${file}. Keep it as safe as the database: it holds people’s names and the server’s secret`,
    )
    return done
  },
}

export const restore: Verb = {
  name: 'restore',
  says: 'Put a backup in the place of the embedded database; keeps what was there',
  places: { FILE: 'the file that backup made' },
  options: {
    replace: { says: 'Do so although there is a database; it is kept under another name' },
    json: asJson('which file was restored, whether by a checksum, and where what was there is kept'),
  },
  examples: ['spread-2026-11-23.db --replace'],
  async run({ config, say, progress }, { places: [file = ''], options }) {
    notHere(config)
    progress(`Restoring from ${file}`)
    if (!existsSync(file)) throw new Wrong(`There is no file ${file}`)
    const database = databaseFile(config.dataDir)
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
    if (existsSync(database)) {
      if (!options['replace'])
        throw new Wrong(
          `There is a database in ${config.dataDir} already. To put the backup in its place, add --replace`,
        )
      if (!holdsAlone(database))
        throw new Wrong(`The database in ${config.dataDir} is in use. Stop the server first, then restore`)
    }
    const incoming = `${database}.incoming`
    const { secret, checked } = await orTakenAway(incoming, async () => {
      await copyFile(file, incoming)
      await chmod(incoming, 0o600)
      const checksum = await checksumMatches(incoming)
      const wrong = checksum === 'differs' ? changed : whyNotOurs(incoming)
      if (wrong) throw new Wrong(`${file} cannot be restored: ${wrong}`)
      return { checked: checksum === 'matches', secret: await unpack(incoming) }
    })
    const suffix = `.before-${new Date().toISOString().replace(/[:.]/g, '-')}`
    const kept = existsSync(database) ? `${database}${suffix}` : ''
    onlyForOwner(database)
    if (kept) await rename(database, kept)
    for (const rest of ['-wal', '-shm']) await rm(`${database}${rest}`, { force: true })
    await rename(incoming, database)
    if (secret && !config.secret) await putSecret(secretFile(config), secret, suffix)
    const said = `Restored from ${file}${kept ? `. What was there before is in ${kept}` : ''}`
    say(options['json'] ? JSON.stringify({ file, kept: kept || null, checksum: checked }) : said)
    if (!checked && !options['json'])
      say(
        'It carries no checksum, as backups of earlier versions: its pages are whole, but no more could be checked',
      )
    return done
  },
}

async function putSecret(file: string, secret: string, suffix: string) {
  if (existsSync(file)) {
    if ((await readFile(file, 'utf8')).trim() === secret) return
    await rename(file, `${file}${suffix}`)
  }
  await writeFile(file, secret, { mode: 0o600 })
}
