import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, type Figure } from './figures.ts'
import { attendeeCookie } from './attendee.ts'
import { serveFrom } from './served.ts'

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const rounds = 5

interface Loaded {
  perSecond: number
  refused: number
  p50: number
  p99: number
}

async function load(url: string, cookie: string): Promise<Loaded> {
  const child = spawn(
    process.execPath,
    [script('load.ts'), '--url', url, '--cookie', cookie, '--seconds', '2'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let said = ''
  for await (const chunk of child.stdout.setEncoding('utf8')) said += chunk
  return JSON.parse(said) as Loaded
}

/** The Now page of somebody who has come in, against node:http sending the very same bytes. */
export async function pages(folder: string): Promise<Figure[]> {
  const served = await serveFrom(folder)
  const cookie = await attendeeCookie(folder)
  const url = `${served.address}/networks/demonstration/events/today/now`
  const page = await fetch(url, { headers: { cookie, 'accept-encoding': 'identity' } })
  if (page.status !== 200) throw new Error(`The Now page answered ${page.status}`)
  const file = join(folder, 'now.html')
  writeFileSync(file, Buffer.from(await page.arrayBuffer()))
  const bare = spawn(process.execPath, [script('bare.ts'), file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = (await once(bare.stdout.setEncoding('utf8'), 'data')) as [string]
  try {
    const ours: Loaded[] = []
    const theirs: Loaded[] = []
    for (let round = 0; round < rounds; round += 1) {
      theirs.push(await load(`http://127.0.0.1:${port.trim()}/`, ''))
      ours.push(await load(url, cookie))
    }
    if (ours.some(({ refused }) => refused > 0))
      throw new Error('Some requests for the Now page were refused')
    const shares = ours.map(({ perSecond }, at) => perSecond / theirs[at]!.perSecond)
    return [
      {
        what: 'Now page, requests answered',
        value: median(ours.map(({ perSecond }) => perSecond)),
        unit: '/s',
        against: {
          what: 'node:http sending the same bytes',
          value: median(theirs.map(({ perSecond }) => perSecond)),
          share: median(shares),
        },
      },
      { what: 'Now page, p99', value: median(ours.map(({ p99 }) => p99)), unit: 'ms' },
    ]
  } finally {
    bare.kill()
    await served.stop()
  }
}
