import { join } from 'node:path'
import type { Figure } from './figures.ts'
import { alone, phonesAlone } from './live/alone.ts'
import { fanOut } from './live/fan-out.ts'
import { measure, type Load, type Outcome, type Row } from './live/rows.ts'
import { roomIn } from './live/room.ts'
import { rush } from './live/rush.ts'
import { baselineIsThere } from './live/server.ts'

const loads: Load[] = [
  { clients: 500, votesPerSecond: 25, votes: 250, beside: true },
  { clients: 2000, votesPerSecond: 100, votes: 1000, beside: true },
  { clients: 2000, votesPerSecond: 200, votes: 2000 },
  { clients: 2000, votesPerSecond: 2000, votes: 2000 },
  { clients: 2000, votesPerSecond: 2000, votes: 2000, busyDisk: true },
  { clients: 5000, votesPerSecond: 100, votes: 1000 },
  { clients: 5000, votesPerSecond: 250, votes: 2500 },
]

const shown = ({ ackP50, ackP99, seenP50, seenP99, sent, acked, stored, rssMb }: Outcome) =>
  `${sent} sent, ${acked} acknowledged, ${stored} stored; ` +
  `ack ${ackP50.toFixed(0)}/${ackP99.toFixed(0)} ms, seen ${seenP50.toFixed(0)}/${seenP99.toFixed(0)} ms (p50/p99); ` +
  `${rssMb.toFixed(0)} MB`

function said({ clients, votesPerSecond, baseline, ...ours }: Row, { busyDisk }: Load): string {
  const disk = busyDisk ? ', on a busy disk' : ''
  const beside = baseline ? `\n    baseline: ${shown(baseline)}` : ''
  return `${clients} phones, ${votesPerSecond} votes a second${disk}: ${shown(ours)}${beside}\n`
}

/**
 * A day with many phones that all listen while some of them vote. Rows for programs; what they say for people, and
 * the figures that are no rows, are told as they come.
 */
export async function live(folder: string): Promise<{ rows: Row[]; figures: Figure[] }> {
  const room = await roomIn({ DATA_DIR: join(folder, 'room'), LOG_LEVEL: 'silent' }, phonesAlone)
  const beside = baselineIsThere()
  const rows: Row[] = []
  for (const load of loads) {
    rows.push(await measure(load, room, folder, beside))
    process.stderr.write(said(rows.at(-1)!, load))
  }
  const figures: Figure[] = []
  figures.push(...(await fanOut(room, folder)))
  figures.push(...(await rush(room, folder)))
  figures.push(...(await alone(room, folder, beside)))
  return { rows, figures }
}
