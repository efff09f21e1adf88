import { sql } from 'kysely'
import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Config } from '../../config.ts'
import { isPostgresUrl, openPostgres, openSqlite, type Opened } from '../store/dialect.ts'
import { damageOf } from '../store/embedded.ts'
import { brokenTopics } from '../store/journal.ts'
import { databaseFile, pendingMigrations } from '../store/store.ts'
import { asJson, done, failed, type Verb } from './verb.ts'

interface Finding {
  state: 'ok' | 'note' | 'problem'
  sentence: string
}

const ok = (sentence: string): Finding => ({ state: 'ok', sentence })
const note = (sentence: string): Finding => ({ state: 'note', sentence })
const problem = (sentence: string): Finding => ({ state: 'problem', sentence })

const root = new URL('../../../', import.meta.url)
const migrations = new URL('../../migrations/', import.meta.url)
const fewestBytes = 200 * 1024 * 1024

export const doctor: Verb = {
  name: 'doctor',
  says: 'Look whether everything is as it should be, and say what is not',
  options: { json: asJson('every finding with its state: ok, note or problem,') },
  async run({ config, say, progress }, { options }) {
    progress('Looking through the database')
    const findings = [node(), built(), disk(config), ...(await database(config)), ...around(config)]
    if (options['json']) say(JSON.stringify(findings))
    else for (const { state, sentence } of findings) say(`${state.padEnd(8)} ${sentence}`)
    return findings.some(({ state }) => state === 'problem') ? failed : done
  },
}

const node = () =>
  Number.parseInt(process.versions.node, 10) >= 26
    ? ok(`Node ${process.versions.node}`)
    : problem(`Node ${process.versions.node} is too old: 26 is needed. Use bin/spreadathon, which brings it`)

const built = () =>
  existsSync(new URL('built/manifest.json', root))
    ? ok('The browser’s files are built')
    : problem('The browser’s files are not built yet: run npm run build')

function disk({ dataDir }: Config): Finding {
  const folder = [resolve(dataDir), dirname(resolve(dataDir))].find((one) => existsSync(one))
  if (!folder) return problem(`DATA_DIR is ${dataDir}, but not even the folder above it is there`)
  try {
    accessSync(folder, constants.W_OK)
  } catch {
    return problem(`${folder} cannot be written to`)
  }
  const { bavail, bsize } = statfsSync(folder)
  const free = `${Math.round((bavail * bsize) / 1024 ** 2)} MB free`
  return bavail * bsize < fewestBytes
    ? problem(`${folder} has only ${free}`)
    : ok(`${folder} can be written to, ${free}`)
}

async function database(config: Config): Promise<Finding[]> {
  const embedded = !isPostgresUrl(config.databaseUrl)
  const file = databaseFile(config.dataDir)
  if (embedded && !existsSync(file)) return [note('There is no database yet: the first start makes it')]
  let opened: Opened | undefined
  try {
    const damage = embedded ? damageOf(file, 3) : []
    if (damage.length > 0)
      return [
        problem(
          `The database ${file} is damaged: ${damage.join('; ')}. Stop the server, and put your last backup in its place: spreadathon restore FILE --replace`,
        ),
      ]
    opened = embedded ? openSqlite({ file, readOnly: true }) : await openPostgres(config.databaseUrl, 1)
    await sql`select 1`.execute(opened.kysely)
    const pending = await pendingMigrations(opened, migrations)
    if (pending.length > 0)
      return [note(`The database answers; the next start brings it up to date (${pending.join(', ')})`)]
    const broken = await brokenTopics(opened.kysely)
    return [
      embedded
        ? ok(`The embedded database ${file} answers, and all of it is whole`)
        : ok('PostgreSQL answers'),
      broken.length === 0
        ? ok('The journal is whole: each entry follows from the one before')
        : problem(`The journal was changed by other means than this program, in ${broken.join(', ')}`),
    ]
  } catch (error) {
    const { message, code = '' } = error as NodeJS.ErrnoException
    return [problem(`The database cannot be read: ${message || code}`)]
  } finally {
    await opened?.close()
  }
}

/** The proxies that the server believes when they say for whom a request was passed on. */
function proxies({ trustProxy, publicUrl }: Config): Finding {
  if (trustProxy.length > 0)
    return ok(
      `Forwarding headers are believed from ${trustProxy.join(', ')} (TRUST_PROXY) and from nobody else`,
    )
  return publicUrl.startsWith('https:')
    ? note(
        'Forwarding headers are believed from nobody (TRUST_PROXY is off): behind a proxy all people seem to come from its address',
      )
    : ok('Forwarding headers are believed from nobody (TRUST_PROXY is off)')
}

function around(config: Config): Finding[] {
  return [
    config.smtpUrl ? ok('Mail is set up') : note('Mail is not set up (SMTP_URL): letters stay in the outbox'),
    config.loopbackOnly
      ? note(
          'Only this machine can reach the server; npm start shows sign-in links and outgoing mail in the terminal',
        )
      : ok(`People reach the server at ${config.publicUrl || 'its own address (PUBLIC_URL is not set)'}`),
    proxies(config),
  ]
}
