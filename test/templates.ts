// Empty databases with all tables, made once for a whole run and copied for each test: much quicker than migrating.
// A test file that is run by itself makes its own.
import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { commands } from '../src/commands.ts'
import { databaseFile, openStore } from '../src/platform/store/store.ts'

export const migrations = new URL('../src/migrations/', import.meta.url)
export const commandsModule = new URL('../src/commands.ts', import.meta.url).href

async function makeTables(at: string): Promise<void> {
  const choices = { secret: 's', migrations, commandsModule, commands, connections: 2, durable: false }
  const store = await openStore({ at, ...choices })
  await store.close()
}

/** Asks the server something in the name of its operator. */
export async function asked(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}

export function databaseOn(server: string, name: string): string {
  const at = new URL(server)
  at.pathname = `/${name}`
  return at.href
}

/** Makes the database from which others are created. */
export async function makePostgresTemplate(server: string): Promise<string> {
  const name = `template_${randomBytes(8).toString('hex')}`
  await asked(server, `create database ${name}`)
  await makeTables(databaseOn(server, name))
  return name
}

/** Makes the folder whose database is copied; it is gone when this process ends. */
export async function makeSqliteTemplate(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'spreadathon-template-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  await makeTables(folder)
  return folder
}

let ownPostgres: Promise<string> | undefined

export function postgresTemplate(server: string): Promise<string> {
  const given = process.env['TEST_POSTGRES_TEMPLATE']
  if (given) return Promise.resolve(given)
  ownPostgres ??= makePostgresTemplate(server)
  return ownPostgres
}

let ownSqlite: Promise<string> | undefined

/** Lays a database with all tables in a folder. */
export async function laySqlite(folder: string): Promise<void> {
  const given = process.env['TEST_SQLITE_TEMPLATE']
  const from = given ?? (await (ownSqlite ??= makeSqliteTemplate()))
  copyFileSync(databaseFile(from), databaseFile(folder))
}
