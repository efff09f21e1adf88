import { createServer, request as ask, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'

/** The way between a phone and the server, and what may happen on it. */
export interface Weather {
  address: string
  /** The server is gone: nobody answers. */
  down: boolean
  /** A request never gets to the server; the browser's own interception does not see what a worker lets through. */
  drops: (request: IncomingMessage) => boolean
  /** The server does what it is asked, but its answer never arrives. */
  swallows: (request: IncomingMessage) => boolean
  /** For so many milliseconds an answer is on its way. */
  delays: (request: IncomingMessage) => number
  /** The forms that somebody has sent, in order: not that they are here, which their page sends. */
  posts: string[]
  /** The server stands elsewhere from now on. */
  leadsTo(address: string): void
}

/** A proxy before a server. Streams pass through it like everything else. */
export async function weatherBefore(t: TestContext, address: string): Promise<Weather> {
  let target = new URL(address)
  const weather: Weather = {
    address: '',
    down: false,
    drops: () => false,
    swallows: () => false,
    delays: () => 0,
    posts: [],
    leadsTo(other) {
      target = new URL(other)
    },
  }
  const proxy = createServer((incoming, outgoing) => {
    if (weather.down || weather.drops(incoming)) return void incoming.socket.destroy()
    const { method, url, headers } = incoming
    if (method === 'POST' && !url!.endsWith('/my-sign-up/arrival')) weather.posts.push(url!)
    const swallow = weather.swallows(incoming)
    const passed = ask({ host: target.hostname, port: target.port, method, path: url, headers }, (answer) => {
      if (swallow) return incoming.socket.destroy()
      answer.on('error', () => outgoing.destroy())
      setTimeout(() => {
        outgoing.writeHead(answer.statusCode!, answer.rawHeaders)
        answer.pipe(outgoing)
      }, weather.delays(incoming))
    })
    passed.on('error', () => outgoing.destroy())
    outgoing.on('close', () => passed.destroy())
    incoming.pipe(passed)
  })
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening))
  t.after(() => {
    proxy.closeAllConnections()
    proxy.close()
  })
  weather.address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  return weather
}
