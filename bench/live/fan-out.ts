import { spawn } from 'node:child_process'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { paths } from '../../src/paths.ts'
import { median, type Figure } from '../figures.ts'
import { residentMb } from '../served.ts'
import { votesOf, type Room } from './room.ts'
import { here, ours, script, type Measured } from './server.ts'
import { requestBytes } from './wire.ts'

const clients = 10_000
const changes = 12

interface Told {
  /** From each change until the last listener had it, in milliseconds. */
  took: number[]
  rssMb: number
  idleMb: number
}

async function told(server: Measured, stream: string, triggers: string[], folder: string): Promise<Told> {
  const idleMb = residentMb(server.pid)
  const file = join(folder, 'triggers.json')
  writeFileSync(file, JSON.stringify(triggers))
  const plan = ['--port', String(server.port), '--clients', String(clients)]
  const args = [here('audience.ts'), ...plan, '--stream', stream, '--requests', file]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let rssMb = 0
  const watch = setInterval(() => (rssMb = Math.max(rssMb, residentMb(server.pid))), 250)
  let said = ''
  for await (const chunk of child.stdout.setEncoding('utf8')) said += chunk
  clearInterval(watch)
  return { took: (JSON.parse(said) as { took: number[] }).took, rssMb, idleMb }
}

/** The message of a vote to one listener, as it comes over the wire. */
function updateOf(port: number, stream: string, vote: string): Promise<Buffer> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let voted = false
    let got = Buffer.alloc(0)
    socket.on('data', (bytes: Buffer) => {
      got = Buffer.concat([got, bytes])
      if (!got.includes('event: changed') || !got.subarray(-2).equals(Buffer.from('\n\n'))) return
      if (voted) {
        socket.destroy()
        return resolve(got)
      }
      voted = true
      got = Buffer.alloc(0)
      const voter = connect(port, '127.0.0.1')
      voter.on('data', () => voter.destroy())
      voter.write(vote)
    })
    socket.write(requestBytes('GET', stream))
  })
}

/** One change told to 10,000 who listen, beside a bare loop that writes as many bytes to as many sockets. */
export async function fanOut(room: Room, folder: string): Promise<Figure[]> {
  const data = join(folder, 'fan-out')
  cpSync(join(folder, 'room'), data, { recursive: true })
  const server = await ours(data)
  const stream = `${paths.eventLive(room.nouns)}?parts=screen`
  const votes = votesOf(room, changes + 1)
  const update = await updateOf(server.port, stream, votes.pop()!)
  const own = await told(server, stream, votes, folder).finally(server.stop)
  const bytes = join(folder, 'update')
  writeFileSync(bytes, update)
  const loop = await script(here('bare-sockets.ts'), [bytes])
  const go = requestBytes('POST', '/', { body: {} }).toString()
  const bare = await told(
    loop,
    '/',
    votes.map(() => go),
    folder,
  ).finally(loop.stop)
  rmSync(data, { recursive: true, force: true })
  const rate = (took: number) => clients / (took / 1000)
  const [value, limit] = [rate(median(own.took)), rate(median(bare.took))]
  return [
    {
      what: `one change (${(update.length / 1000).toFixed(1)} kB) to 10,000 listeners`,
      value,
      unit: 'a second',
      against: { what: 'a bare loop of socket writes of the same bytes', value: limit, share: value / limit },
      bar: '0.7 or more',
    },
    {
      what: 'memory for each connected phone',
      value: ((own.rssMb - own.idleMb) * 1024) / clients,
      unit: 'kB',
      against: {
        what: 'the bare loop’s',
        value: ((bare.rssMb - bare.idleMb) * 1024) / clients,
        share: (own.rssMb - own.idleMb) / (bare.rssMb - bare.idleMb),
      },
      bar: 'under 30 kB',
    },
  ]
}
