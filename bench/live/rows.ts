import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { countsOf } from '../../src/day/ballots/voting/store/votes.ts'
import { readConfig } from '../../src/config.ts'
import { openConfiguredStore } from '../../src/main.ts'
import { paths } from '../../src/paths.ts'
import { residentMb } from '../served.ts'
import { votesOf, type Room } from './room.ts'
import { baseline, here, ours, type Measured } from './server.ts'
import { requestBytes } from './wire.ts'

export interface Load {
  clients: number
  votesPerSecond: number
  votes: number
  /** True if the usual design is measured beside. */
  beside?: true
  /** A second process writes and syncs to the same disk all the while. */
  busyDisk?: true
}

export interface Outcome {
  sent: number
  acked: number
  stored: number
  ackP50: number
  ackP99: number
  seenP50: number
  seenP99: number
  rssMb: number
}

export interface Row extends Outcome {
  clients: number
  votesPerSecond: number
  baseline: Outcome | null
}

interface Said extends Omit<Outcome, 'stored' | 'rssMb'> {
  unseen: number
  answers: Record<string, number>
  loadBusy: number
}

/** Runs the phones against a port, from a process of their own. */
async function phones(
  { port, pid }: Measured,
  { clients, votesPerSecond, busyDisk }: Load,
  votes: string[],
  { folder, stream }: { folder: string; stream?: string },
): Promise<Said & { rssMb: number }> {
  const file = join(folder, 'votes.json')
  writeFileSync(file, JSON.stringify(votes))
  const plan = ['--port', String(port), '--clients', String(clients), '--rate', String(votesPerSecond)]
  const args = [here('phones.ts'), ...plan, '--requests', file, ...(stream ? ['--stream', stream] : [])]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const disk = busyDisk && spawn(process.execPath, [here('busy-disk.ts'), folder], { stdio: 'ignore' })
  let rssMb = residentMb(pid)
  const watch = setInterval(() => (rssMb = Math.max(rssMb, residentMb(pid))), 250)
  let said = ''
  for await (const chunk of child.stdout.setEncoding('utf8')) said += chunk
  clearInterval(watch)
  if (disk) {
    disk.kill()
    await once(disk, 'exit')
  }
  return { ...(JSON.parse(said) as Said), rssMb }
}

function outcome(said: Said & { rssMb: number }, stored: number): Outcome {
  const { unseen, answers, loadBusy, ...figures } = said
  if (unseen > 0) process.stderr.write(`  ${unseen} times a vote was not seen within a minute\n`)
  if (said.acked !== said.sent) process.stderr.write(`  answers by status: ${JSON.stringify(answers)}\n`)
  if (loadBusy > 0.9)
    process.stderr.write(`  the load itself was short of processor time (${loadBusy.toFixed(2)})\n`)
  return { ...figures, stored }
}

async function measureOurs(load: Load, room: Room, template: string, folder: string): Promise<Outcome> {
  cpSync(template, folder, { recursive: true })
  const server = await ours(folder)
  const stream = `${paths.eventLive(room.nouns)}?parts=screen`
  const said = await phones(server, load, votesOf(room, load.votes), { folder, stream }).finally(server.stop)
  const store = await openConfiguredStore(readConfig({ DATA_DIR: folder }), { thread: false })
  const counts = await countsOf(store.db, room.nouns.network, room.ballot)
  await store.close()
  return outcome(
    said,
    counts.reduce((sum, { votes }) => sum + votes, 0),
  )
}

async function measureBaseline(load: Load, folder: string): Promise<Outcome> {
  mkdirSync(folder)
  const file = join(folder, 'votes.db')
  const server = await baseline(file)
  const votes = Array.from({ length: load.votes }, (_, voter) =>
    requestBytes('POST', '/votes', {
      body: { voter: `phone ${voter}`, choice: `idea ${voter % 6}` },
    }).toString(),
  )
  const said = await phones(server, load, votes, { folder }).finally(server.stop)
  const database = new DatabaseSync(file, { readOnly: true })
  const { stored } = database.prepare('select count(*) as stored from votes').get() as { stored: number }
  database.close()
  return outcome(said, stored)
}

export async function measure(load: Load, room: Room, folder: string, withBaseline: boolean): Promise<Row> {
  const here = join(folder, 'ours')
  const there = join(folder, 'baseline')
  const own = await measureOurs(load, room, join(folder, 'room'), here)
  const theirs = load.beside && withBaseline ? await measureBaseline(load, there) : null
  for (const one of [here, there]) rmSync(one, { recursive: true, force: true })
  return { clients: load.clients, votesPerSecond: load.votesPerSecond, ...own, baseline: theirs }
}
