import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from 'node:test'
import { commands } from '../src/commands.ts'
import { openStore, type Store, type StoreChoices } from '../src/platform/store/store.ts'
import { postgresUrl } from './services.ts'
import { asked, commandsModule, databaseOn, laySqlite, migrations, postgresTemplate } from './templates.ts'

export type Database = 'sqlite' | 'postgres'

export const databases: readonly Database[] = ['sqlite', 'postgres']

/** A moment that tests agree on: an ordinary Tuesday morning, in winter time. */
export const tuesday = '2027-01-12T09:00:00.000Z'

/** A clock that stands still until it is moved. */
export class Clock {
  at: string
  constructor(at = tuesday) {
    this.at = at
  }
  /** Moves to an instant, or on by a number of minutes. */
  move(to: string | number): void {
    this.at = typeof to === 'number' ? new Date(Date.parse(this.at) + to * 60_000).toISOString() : to
  }
  readonly read = (): Date => new Date(this.at)
}

export { asked, commandsModule, migrations }

/** Choices for stores of tests. */
export const forTests = {
  secret: 'a secret for tests',
  migrations,
  commandsModule,
  commands,
  durable: false,
}

export interface Opening extends Partial<StoreChoices> {
  database: Database
}

/** An empty store in a place of its own. `closed` takes the place away again. */
export async function emptyStore({
  database,
  ...choices
}: Opening): Promise<{ store: Store; at: string; closed(): Promise<void> }> {
  const place = database === 'sqlite' ? sqlitePlace() : await postgresPlace()
  if (database === 'sqlite') await laySqlite(place.at)
  const store = await openStore({
    ...forTests,
    at: place.at,
    clock: new Clock().read,
    ...choices,
  })
  return {
    store,
    at: place.at,
    async closed() {
      await store.close()
      await place.remove()
    },
  }
}

export interface Place {
  at: string
  remove(): Promise<void>
}

export function sqlitePlace(): Place {
  const at = mkdtempSync(join(tmpdir(), 'spreadathon-test-'))
  return { at, remove: async () => rmSync(at, { recursive: true, force: true }) }
}

export async function postgresPlace(): Promise<Place> {
  const server = await postgresUrl()
  const name = `test_${randomBytes(8).toString('hex')}`
  const template = await postgresTemplate(server)
  // Copying its files is quicker than writing their pages down once more, as is usual.
  await asked(server, `create database ${name} template ${template} strategy file_copy`)
  return { at: databaseOn(server, name), remove: () => asked(server, `drop database ${name} with (force)`) }
}

/** Cuts everybody off from a database, or lets them in again. */
export async function cutOff(at: string, off: boolean): Promise<void> {
  const server = await postgresUrl()
  const name = new URL(at).pathname.slice(1)
  await asked(server, `alter database ${name} allow_connections ${!off}`)
  if (off)
    await asked(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
}

/** The same tests on both databases. */
export function onBothDatabases(what: string, tests: (database: Database) => void): void {
  for (const database of databases) describe(`${what} (${database})`, () => tests(database))
}
