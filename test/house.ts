import { after, type SuiteContext, type TestContext } from 'node:test'
import { buildApp, type App } from '../src/app.ts'
import { readConfig, type Config } from '../src/config.ts'
import type { Actor } from '../src/platform/store/actor.ts'
import { startSession } from '../src/platform/auth/sessions.ts'
import { sessionStart } from '../src/platform/http/request-context.ts'
import { operator } from '../src/platform/store/actor.ts'
import { openStore, orThrow, type Store } from '../src/platform/store/store.ts'
import { Clock, emptyStore, forTests, type Opening } from './stores.ts'
import { Visitor } from './visitor.ts'

/** The whole service over an empty store, without a port: visitors knock at `server.inject`. */
export interface House {
  /** The store's address. */
  at: string
  store: Store
  app: App
  clock: Clock
  config: Config
  /** Somebody with no session. */
  visitor(): Visitor
  /** Somebody who has signed in. */
  as(actor: Actor): Promise<Visitor>
}

export interface HouseChoices extends Opening {
  environment?: Record<string, string>
  /** Opens the outgoing mail, as where the terminal has shown it. */
  mailKey?: string
  clock?: never
  at?: never
  now?: string
}

/** Opens a house for a test and closes it after. */
export async function openHouse(
  t: TestContext | SuiteContext | { after(closing: () => Promise<void>): void },
  { environment, now, mailKey, ...opening }: HouseChoices,
): Promise<House> {
  const clock = new Clock(now)
  const { store, at, closed } = await emptyStore({ ...opening, clock: clock.read } as Opening)
  const config = readConfig({ LOG_LEVEL: 'silent', ...environment })
  const app = await buildApp(store, config, { mailKey })
  ;(t as { after(closing: () => Promise<void>): void }).after(async () => {
    await app.close()
    await closed()
  })
  return {
    at,
    store,
    app,
    clock,
    config,
    visitor: () => new Visitor(app.server),
    async as(actor) {
      const { token, id } = sessionStart()
      if (actor.kind !== 'person' && actor.kind !== 'attendee') return new Visitor(app.server)
      const session = {
        id,
        kind: actor.kind,
        actor: actor.id,
        network: actor.kind === 'attendee' ? actor.network : '',
        idleMinutes: 1200,
      }
      orThrow(await store.dispatch(startSession, session, { actor: operator }))
      return new Visitor(app.server, token)
    },
  }
}

/** Another instance of the service on the database of a house, with a writer of its own. */
export async function anotherInstance(
  t: TestContext,
  { at, clock, config }: House,
): Promise<Pick<House, 'store' | 'app' | 'visitor'>> {
  const store = await openStore({ ...forTests, at, clock: clock.read })
  const app = await buildApp(store, config)
  t.after(async () => {
    await app.close()
    await store.close()
  })
  return { store, app, visitor: () => new Visitor(app.server) }
}

/** Closes a house that all tests of a suite share: called in the suite, given to `openHouse` before its tests. */
export function closingAfter(): { after(closing: () => Promise<void>): void } {
  let close = async () => {}
  after(() => close())
  return { after: (closing) => void (close = closing) }
}
