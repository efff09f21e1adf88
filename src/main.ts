import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp, type App } from './app.ts'
import { commands } from './commands.ts'
import type { Config } from './config.ts'
import { jobsOf } from './jobs.ts'
import { settle } from './platform/jobs/settling.ts'
import { nobodyTold, type GaveUp } from './platform/jobs/patience.ts'
import { startJobs } from './platform/jobs/scheduler.ts'
import { mailJob } from './platform/mail/delivery.ts'
import { isPostgresUrl } from './platform/store/dialect.ts'
import { onlyForOwner } from './platform/store/embedded.ts'
import { openStore, type Store } from './platform/store/store.ts'
import { stopInTime, toldToStop } from './platform/terminal/stopping.ts'
import { unusable } from './platform/terminal/unusable.ts'
import { done, Wrong, type Terminal } from './platform/terminal/verb.ts'
import { openRehearsals } from './whole/rehearsing/jobs/running.ts'
import { loadExamples, whereToLook } from './whole/moving/terminal/examples.ts'

/** The server's secret: given, or made once and kept beside the embedded database. */
export function secretOf(config: Config): string {
  if (config.secret) return config.secret
  if (isPostgresUrl(config.databaseUrl)) {
    throw new Wrong(
      'Set SECRET to a long random text: all instances that share a database must have the same',
    )
  }
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const file = join(config.dataDir, 'secret')
  if (!existsSync(file))
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  onlyForOwner(file)
  return readFileSync(file, 'utf8').trim()
}

export async function openConfiguredStore(
  config: Config,
  { thread = true }: { thread?: boolean } = {},
): Promise<Store> {
  try {
    return await openStore({
      at: config.databaseUrl || config.dataDir,
      secret: secretOf(config),
      migrations: new URL('./migrations/', import.meta.url),
      commandsModule: new URL('./commands.ts', import.meta.url).href,
      commands,
      thread,
    })
  } catch (error) {
    throw unusable(error, config)
  }
}

/** For a verb that comes and goes: a thread of its own would cost more than it saves. */
export const openForVerb = (config: Config): Promise<Store> => openConfiguredStore(config, { thread: false })

export interface Running {
  app: App
  store: Store
  address: string
  stop(gaveUp?: GaveUp): Promise<void>
}

/** Opens the store, listens, and stops in order: no new requests, the streams, the jobs, the store. */
export async function serve(
  config: Config,
  { before, mailKey }: { before?: (store: Store) => Promise<unknown>; mailKey?: string | undefined } = {},
): Promise<Running> {
  const store = await openConfiguredStore(config)
  await before?.(store)
  const app = await buildApp(store, config, { mailKey })
  try {
    await app.server.listen({ port: config.port, host: config.host })
  } catch (error) {
    await store.close()
    throw inWords(error, config)
  }
  const { port } = app.server.server.address() as { port: number }
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  const address = config.publicUrl || `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`
  const stopJobs = runJobs(store, config, app, address)
  return {
    app,
    store,
    address,
    async stop(gaveUp = nobodyTold) {
      await Promise.all([app.close(gaveUp), stopJobs(gaveUp)])
      await store.close(gaveUp)
    },
  }
}

/** Runs jobs by the clock; mail also soon after each change, because somebody may wait for it. */
function runJobs(
  store: Store,
  config: Config,
  { server }: App,
  address: string,
): (gaveUp: GaveUp) => Promise<void> {
  const { jobs, close } = jobsOf(config, (path) => address + path)
  const rehearsals = openRehearsals(store, server.log)
  const running = startJobs(store, [...jobs, ...rehearsals.jobs], server.log)
  const forget = store.onRevised(() => running.wake(mailJob))
  running.wake(mailJob)
  return async (gaveUp) => {
    forget()
    await Promise.all([running.stop(gaveUp), rehearsals.stop(gaveUp)])
    close()
  }
}

function inWords(error: unknown, { port }: Config): unknown {
  const code = (error as { code?: unknown }).code
  if (code === 'EADDRINUSE')
    return new Wrong(
      `Port ${port} is in use already. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
    )
  if (code === 'EACCES')
    return new Wrong(`Port ${port} may not be used here. Choose another: PORT=3000 npm start`)
  return error
}

/** Serves until the process is told to stop, having said where to look. */
export async function serveUntilStopped(
  { config, say, complain }: Terminal,
  { examples }: { examples: boolean },
): Promise<number> {
  const mailKey = examples && config.loopbackOnly ? randomBytes(18).toString('base64url') : undefined
  const running = await serve(config, examples ? { before: loadExamples, mailKey } : {})
  const places = examples ? await whereToLook(running.store, mailKey) : [{ label: 'home', path: '/' }]
  for (const { label, path } of places) say(`${label}  ${running.address}${path}`)
  settle()
  await toldToStop()
  await stopInTime(running.stop, complain)
  return done
}
