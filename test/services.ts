// The one PostgreSQL that all tests of a run share, and the databases that they copy. `npm test` names this file as
// the global set-up; a test file that is run by itself gets its own through `postgresUrl()`.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'

let server: ChildProcess | undefined
let starting: Promise<string> | undefined
let dropTemplate = async () => {}

/** The address of a server on which tests may create and drop databases. */
export function postgresUrl(): Promise<string> {
  const given = process.env['TEST_POSTGRES_URL']
  if (given) return Promise.resolve(given)
  starting ??= start()
  return starting
}

export async function globalSetup(): Promise<void> {
  const [server, { asked, makePostgresTemplate, makeSqliteTemplate }] = await Promise.all([
    postgresUrl(),
    import('./templates.ts'),
  ])
  const sqlite = await makeSqliteTemplate()
  const template = await makePostgresTemplate(server)
  // Of one's own server nothing is left over.
  dropTemplate = () => asked(server, `drop database ${template}`)
  Object.assign(process.env, {
    TEST_POSTGRES_URL: server,
    TEST_POSTGRES_TEMPLATE: template,
    TEST_SQLITE_TEMPLATE: sqlite,
  })
}

export async function globalTeardown(): Promise<void> {
  if (!server) return dropTemplate()
  const stopped = once(server, 'exit')
  server.ref()
  server.stdin?.end()
  await stopped
}

/**
 * The guardian ends when the pipe to it closes, and the system closes that however this process ends, so
 * nothing needs to be done for Ctrl-C, a crash or a kill.
 */
async function start(): Promise<string> {
  const guardian = spawn(process.execPath, [fileURLToPath(import.meta.resolve('./postgres.ts'))], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  const failed = once(guardian, 'exit').then(() => {
    throw new Error('PostgreSQL for the tests did not start; the reason is above')
  })
  const [line] = (await Promise.race([
    once(createInterface({ input: guardian.stdout }), 'line'),
    failed,
  ])) as string[]
  server = guardian
  // A test process must be able to end while its server runs.
  guardian.unref()
  for (const pipe of [guardian.stdin, guardian.stdout]) (pipe as unknown as Socket).unref()
  return line!
}
