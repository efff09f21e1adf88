import type { StreamEvents } from '../contract.ts'
import type { Socket } from 'node:net'
import type { Html } from '../face/html.ts'
import type { Revised } from '../store/group.ts'

/** The content of a stream: its topic, and how its shared fragments are made. */
export interface Channel {
  topic: string
  /** Other topics whose changes may show in its fragments. They have no part in its revision. */
  also?: string[]
  render(): Promise<Record<string, Html>>
  revision(): Promise<number>
  /** True until the thing that it shows has been taken away. */
  there(): Promise<boolean>
  /** One of its parts tells whom a change concerns: a change that shows in no part is not told. */
  quiet?: boolean
  /** For content that may change with time alone: it is made anew once a minute, and sent where it differs. */
  byTheMinute?: boolean
}

interface Open {
  channel: Channel
  sockets: Set<Socket>
  /** The last bytes of each part, to show a newcomer at once. */
  shown: Map<string, Buffer>
  revision: number
  /** In which minute its parts were made. */
  minute: number
  timer: NodeJS.Timeout | undefined
  dirty: boolean
  flushing: boolean
  /** Failed attempts in a row to make its parts. */
  failures: number
}

export interface Hub {
  /** Gives a socket to a channel for good; it is written to directly from here on. */
  join(key: string, channel: Channel, socket: Socket, lastRevision: number | undefined): void
  /** Topics have changed: told after commit, here or in another instance. */
  changed(revised: Revised[]): void
  readonly listeners: number
  close(): void
}

/**
 * The first change of a quiet topic goes out at once. Of a burst, the next goes out when twice as long has passed as
 * the last took to render and send, so that telling takes a third of the time at most: a small room hears of each change, a
 * full one of many at once.
 */
export const pauseAfter = (tookMs: number): number =>
  Math.min(longestPauseMs, Math.max(shortestPauseMs, 2 * tookMs))
const shortestPauseMs = 10
export const longestPauseMs = 100
export const beatEveryMs = 15_000
/** Time for listeners to read the rest when all is to stop. */
const lastWordsMs = 1000
/** While the database is away it is asked again soon, then more rarely. */
const againAfter = (failures: number): number => Math.min(2000, 250 * failures)
const minuteOf = (now: number): number => Math.floor(now / 60_000)
/** A phone with this much unread is gone or too slow; it reconnects and is shown the present state. */
export const mostUnreadBytes = 256 * 1024

export const streamHead = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  Connection: 'close',
}
const headLines = Object.entries(streamHead).map(([name, value]) => `${name}: ${value}`)
const head = Buffer.from(['HTTP/1.1 200 OK', ...headLines, '', 'retry: 2000\n\n'].join('\r\n'))
/**
 * A message rather than a comment, because a browser's EventSource does not tell its page of comments. It says what
 * time it is, for countdowns.
 */
const beatAt = (now: number) => Buffer.from(`event: beat\ndata: ${now}\n\n`)

/** One message of a stream, framed once for everyone who listens. */
export function framed<Name extends keyof StreamEvents>(
  event: Name,
  revision: number,
  data: StreamEvents[Name],
): Buffer {
  return Buffer.from(`id: ${revision}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}

export function openHub(onError: (error: unknown) => void = () => {}, now: () => number = Date.now): Hub {
  const open = new Map<string, Open>()
  let closed = false

  async function flush(key: string, one: Open) {
    if (one.flushing) return
    one.flushing = true
    one.dirty = false
    one.minute = minuteOf(now())
    const began = performance.now()
    try {
      const revision = await one.channel.revision()
      const isNews = revision !== one.revision
      // The thing shown may go alone, which its topic tells; or with its topic, which then begins anew.
      if ((isNews || revision === 0) && !(await one.channel.there())) return end(one)
      const parts = await one.channel.render()
      const bytes: Buffer[] = []
      one.revision = revision
      for (const [part, markup] of Object.entries(parts)) {
        const html = markup.toString()
        const frame = framed('part', revision, { part, html })
        const before = one.shown.get(part)
        // The frames differ in their revision even where the fragment is the same.
        if (before && sameData(before, frame)) continue
        one.shown.set(part, frame)
        bytes.push(frame)
      }
      if (bytes.length > 0 || (isNews && !one.channel.quiet)) {
        bytes.push(framed('changed', revision, { revision }))
        send(one, Buffer.concat(bytes))
      }
      one.failures = 0
    } catch (error) {
      if (one.failures === 0 && !closed) onError(error)
      one.failures += 1
      // News that could not be told is told as soon as it can be.
      one.dirty = true
    } finally {
      one.flushing = false
      const pause = pauseAfter(performance.now() - began)
      settle(key, one, one.failures === 0 ? pause : againAfter(one.failures))
    }
  }

  /** Ends a stream whose thing has been taken away, with its topic. */
  function end(one: Open) {
    send(one, framed('gone', 0, {}))
    for (const socket of one.sockets) socket.end()
  }

  /** The timer sets itself anew after each flush: an interval would pile up under load. */
  function settle(key: string, one: Open, pauseMs: number) {
    if (forgotten(key, one) || closed) return
    one.timer = setTimeout(() => {
      one.timer = undefined
      if (one.dirty) void flush(key, one)
    }, pauseMs)
    one.timer.unref()
  }

  /** A channel that nobody listens to is let go. */
  function forgotten(key: string, one: Open): boolean {
    if (one.sockets.size > 0 || one.flushing) return false
    clearTimeout(one.timer)
    if (open.get(key) === one) open.delete(key)
    return true
  }

  function touch(key: string, one: Open) {
    one.dirty = true
    if (!one.timer && !one.flushing) void flush(key, one)
  }

  const beats = setInterval(() => {
    const beat = beatAt(now())
    for (const [key, one] of open) {
      send(one, beat)
      one.channel.revision().then((revision) => {
        const isOld = one.channel.byTheMinute && one.minute !== minuteOf(now())
        if (isOld || revision !== one.revision) touch(key, one)
      }, onError)
    }
  }, beatEveryMs)
  beats.unref()

  return {
    get listeners() {
      let all = 0
      for (const one of open.values()) all += one.sockets.size
      return all
    },
    join(key, channel, socket, lastRevision) {
      if (closed || socket.destroyed) {
        socket.destroy()
        return
      }
      let one = open.get(key)
      if (!one) {
        one = {
          channel,
          sockets: new Set(),
          shown: new Map(),
          revision: -1,
          minute: 0,
          timer: undefined,
          dirty: false,
          flushing: false,
          failures: 0,
        }
        open.set(key, one)
      }
      socket.setNoDelay(true)
      socket.setTimeout(0)
      // A first word, by which a page knows that nothing on the way holds the stream back.
      socket.write(Buffer.concat([head, beatAt(now())]))
      const joined = one
      const leave = () => {
        joined.sockets.delete(socket)
        forgotten(key, joined)
      }
      socket.once('close', leave)
      socket.once('error', () => socket.destroy())
      if (one.revision === -1) {
        one.sockets.add(socket)
        touch(key, one)
        return
      }
      const shown = [...one.shown.values()]
      if (lastRevision !== undefined && lastRevision !== one.revision) {
        shown.push(framed('changed', one.revision, { revision: one.revision }))
      }
      socket.write(Buffer.concat(shown))
      one.sockets.add(socket)
    },
    changed(revised) {
      const topics = new Set(revised.map((each) => each.topic))
      for (const [key, one] of open) {
        const { topic, also = [] } = one.channel
        if (topics.has(topic) || also.some((other) => topics.has(other))) touch(key, one)
      }
    },
    close() {
      closed = true
      clearInterval(beats)
      const left: Socket[] = []
      for (const one of open.values()) {
        clearTimeout(one.timer)
        // Not `end` alone: a client that never closes its side would keep the process alive.
        for (const socket of one.sockets) socket.destroySoon()
        left.push(...one.sockets)
      }
      // Nor would one that does not read.
      setTimeout(() => left.forEach((socket) => socket.destroy()), lastWordsMs).unref()
      open.clear()
    },
  }
}

function send(one: Open, bytes: Buffer) {
  for (const socket of one.sockets) {
    if (socket.writableLength > mostUnreadBytes) socket.destroy()
    else socket.write(bytes)
  }
}

function sameData(one: Buffer, other: Buffer): boolean {
  return one.subarray(one.indexOf(10)).equals(other.subarray(other.indexOf(10)))
}
