// A process of load: so many people open Now within a few seconds, each with all that its page loads, and stay; then
// the programme moves on, and each fetches what is its own when the page says so.
import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Latencies } from './latencies.ts'
import { listenToEvents } from './listener.ts'
import { Line, requestBytes, type Response } from './wire.ts'

interface Plan {
  port: number
  page: string
  /** The whole request that moves the programme on. */
  move: string
  /** The time until everyone has come, in milliseconds. */
  withinMs: number
  cookies: string[]
}

const { values } = parseArgs({ options: { plan: { type: 'string' } } })
const { port, page, move, withinMs, cookies } = JSON.parse(readFileSync(values.plan!, 'utf8')) as Plan

const opened = new Latencies()
const loaded = new Latencies()
const seen = new Latencies()
const own = new Latencies()
let base = 0
let movedAt = Number.POSITIVE_INFINITY
let waiting = cookies.length
let everyoneSaw = () => {}

const get = (path: string, headers: Record<string, string> = {}) => requestBytes('GET', path, { headers })
const attribute = (name: string, html: string) =>
  new RegExp(`${name}="([^"]*)"`).exec(html)?.[1]?.replaceAll('&amp;', '&')

function ok({ status, body }: Response): string {
  if (status !== 200) throw new Error(`Answered ${status}`)
  return body
}

/** Everything that a page loads beside itself; a browser asks for each once. */
const filesOf = (html: string) =>
  [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!.replaceAll('&amp;', '&'))

function listener(): (count: number) => void {
  let saw = false
  return (count) => {
    base = Math.max(base, movedAt === Number.POSITIVE_INFINITY ? count : 0)
    if (saw || count <= base) return
    saw = true
    seen.add(performance.now() - movedAt)
    waiting -= 1
    if (waiting === 0) everyoneSaw()
  }
}

/** One person opens Now; what they then fetch for themselves is given back. */
async function comeIn(cookie: string): Promise<{ fetchOwn(): Promise<void>; spreadMs: number }> {
  const began = performance.now()
  const line = new Line(port)
  const html = ok(await line.ask(get(page, { cookie, 'accept-encoding': 'identity' })))
  opened.add(performance.now() - began)
  for (const path of filesOf(html)) ok(await line.ask(get(path, { 'accept-encoding': 'br' })))
  await listenToEvents(port, attribute('data-live', html)!, listener())
  loaded.add(performance.now() - began)
  line.close()
  const personal = attribute('data-personal-part', html)!
  return {
    spreadMs: Number(attribute('data-spread', html) ?? 1200),
    async fetchOwn() {
      // The connection that brought the page has been closed meanwhile.
      const asked = performance.now()
      const again = new Line(port)
      ok(await again.ask(get(personal, { cookie })))
      again.close()
      own.add(performance.now() - asked)
    },
  }
}

const people = await Promise.all(
  cookies.map(async (cookie, at) => {
    await delay((at / cookies.length) * withinMs)
    return comeIn(cookie)
  }),
)
await delay(1000)
const all = new Promise<void>((resolve) => (everyoneSaw = resolve))
const line = new Line(port)
movedAt = performance.now()
ok(await line.ask(Buffer.from(move)))
await Promise.race([all, delay(30_000)])
const { spreadMs } = people[0]!
await Promise.all(people.map(({ fetchOwn }) => delay(Math.random() * spreadMs).then(fetchOwn)))
process.stdout.write(
  JSON.stringify({
    people: people.length,
    pageP99: opened.at(0.99),
    loadedP99: loaded.at(0.99),
    unseen: waiting,
    seenP50: seen.at(0.5),
    seenP99: seen.at(0.99),
    ownP99: own.at(0.99),
    spreadMs,
  }),
)
process.exit()
