import { spawn } from 'node:child_process'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asked, postgresPlace } from '../../test/stores.ts'
import { median, type Figure } from '../figures.ts'
import { roomIn, votesOf, type Room } from './room.ts'
import { baseline, here, ours, script } from './server.ts'
import { requestBytes } from './wire.ts'

const connections = 64
const rounds = 3
/** A process compiles what it does often while it does it: the first votes are not timed, here and beside. */
const warming = 3000
const timed = 5000
/** Phones that a room must have for this. */
export const phonesAlone = warming + timed

interface Flooded {
  answered: number
  perSecond: number
}

async function flood(port: number, votes: string[], folder: string): Promise<number> {
  const file = join(folder, 'votes.json')
  writeFileSync(file, JSON.stringify(votes))
  const args = [
    here('flood.ts'),
    '--port',
    String(port),
    '--connections',
    String(connections),
    '--votes',
    file,
    '--warming',
    String(warming),
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  for await (const chunk of child.stdout.setEncoding('utf8')) said += chunk
  const { answered, perSecond } = JSON.parse(said) as Flooded
  if (answered !== votes.length)
    throw new Error(`${votes.length - answered} of ${votes.length} votes were refused`)
  return perSecond
}

const bareVotes = Array.from({ length: phonesAlone }, (_, voter) =>
  requestBytes('POST', '/votes', {
    body: { voter: `phone ${voter}`, choice: `idea ${voter % 6}` },
  }).toString(),
)

async function ofOurs(room: Room, folder: string, environment: Record<string, string>): Promise<number> {
  const server = await ours(folder, environment)
  return flood(server.port, votesOf(room, phonesAlone), folder).finally(server.stop)
}

async function onSqlite(room: Room, folder: string): Promise<number> {
  const data = join(folder, 'alone')
  cpSync(join(folder, 'room'), data, { recursive: true })
  return ofOurs(room, data, {}).finally(() => rmSync(data, { recursive: true, force: true }))
}

/** PostgreSQL in a folder of its own, where it can be had. */
async function onPostgres(folder: string): Promise<number> {
  process.env['TEST_POSTGRES_DURABLE'] = 'yes'
  const place = await postgresPlace()
  const at = {
    DATABASE_URL: place.at,
    DATA_DIR: folder,
    SECRET: 'a long random text for measuring',
    LOG_LEVEL: 'silent',
  }
  try {
    const room = await roomIn(at, phonesAlone)
    // The database counts its rows by itself within a minute; the room has just been made.
    await asked(place.at, 'analyze')
    return await ofOurs(room, folder, at)
  } finally {
    await place.remove()
  }
}

async function ofTheBaseline(folder: string, round: number): Promise<number> {
  const file = join(folder, `baseline-${round}.db`)
  const server = await baseline(file)
  return flood(server.port, bareVotes, folder).finally(server.stop)
}

async function ofBare(room: Room, folder: string): Promise<number> {
  const server = await script(here('bare-post.ts'))
  return flood(server.port, votesOf(room, phonesAlone), folder).finally(server.stop)
}

/** Votes and nothing else, 64 at a time, all stored with full durability. */
export async function alone(room: Room, folder: string, beside: boolean): Promise<Figure[]> {
  const [bare, sqlite, postgres, usual]: [number[], number[], number[], number[]] = [[], [], [], []]
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await ofBare(room, folder))
    sqlite.push(await onSqlite(room, folder))
    if (beside) usual.push(await ofTheBaseline(folder, round))
    postgres.push(await onPostgres(folder))
  }
  const figure = (what: string, own: number[], against: string, theirs: number[], bar?: string): Figure => ({
    what,
    value: median(own),
    unit: '/s',
    against: { what: against, value: median(theirs), share: median(own.map((one, at) => one / theirs[at]!)) },
    ...(bar && { bar }),
  })
  return [
    ...(beside
      ? [
          figure('votes alone, SQLite', sqlite, 'the baseline', usual, '5 times or more'),
          figure('votes alone, PostgreSQL', postgres, 'the baseline (SQLite)', usual, '5 times or more'),
        ]
      : []),
    figure('votes alone, SQLite', sqlite, 'a bare POST that stores nothing', bare),
    figure('votes alone, PostgreSQL', postgres, 'a bare POST that stores nothing', bare),
  ]
}
