import { spawn } from 'node:child_process'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { paths } from '../../src/paths.ts'
import type { Figure } from '../figures.ts'
import type { Room } from './room.ts'
import { here, ours } from './server.ts'
import { requestBytes } from './wire.ts'

interface Crowd {
  people: number
  withinMs: number
}

interface Came {
  people: number
  pageP99: number
  loadedP99: number
  unseen: number
  seenP50: number
  seenP99: number
  ownP99: number
  spreadMs: number
}

/** So many people open Now within a time, and stay; then the programme moves on. */
export async function crowd(room: Room, folder: string, { people, withinMs }: Crowd): Promise<Came> {
  const data = join(folder, 'rush')
  cpSync(join(folder, 'room'), data, { recursive: true })
  const server = await ours(data)
  const start = `/api/v1${paths.itemStart({ ...room.nouns, item: room.next })}`
  const headers = { authorization: `Bearer ${room.organiser}` }
  const plan = {
    port: server.port,
    page: paths.now(room.nouns),
    move: requestBytes('POST', start, { headers, body: {} }).toString(),
    withinMs,
    cookies: room.phones.slice(0, people).map(({ session }) => `session=${session}`),
  }
  const file = join(folder, 'rush.json')
  writeFileSync(file, JSON.stringify(plan))
  const child = spawn(process.execPath, [here('crowd.ts'), '--plan', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  for await (const chunk of child.stdout.setEncoding('utf8')) said += chunk
  await server.stop()
  rmSync(data, { recursive: true, force: true })
  return JSON.parse(said) as Came
}

/** Two thousand people open Now within five seconds; then the programme moves on. */
export async function rush(room: Room, folder: string): Promise<Figure[]> {
  const came = await crowd(room, folder, { people: 2000, withinMs: 5000 })
  if (came.unseen > 0) throw new Error(`${came.unseen} people did not see the programme move on`)
  const figure = (what: string, value: number, bar?: string): Figure => ({
    what,
    value,
    unit: 'ms',
    ...(bar && { bar }),
  })
  return [
    figure('2,000 open Now within 5 s: page, p99', came.pageP99, 'under 1,000 ms'),
    figure('… page, style, script and stream, p99', came.loadedP99),
    figure('… then the programme moves on: seen, p50', came.seenP50),
    figure('… seen, p99', came.seenP99, 'under 500 ms'),
    figure(`… what is one’s own, fetched within ${came.spreadMs / 1000} s, p99`, came.ownP99),
  ]
}
