import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Time limits for a request to arrive: its headers, and all of it. The largest that is taken, 256 kB, arrives in time
 * at 5 kB a second, which the slowest wifi of a hospital gives. A slower one is most often not meant to end.
 */
export const arriving = { headersMs: 20_000, wholeMs: 60_000, lookEveryMs: 5_000 }

/** Answers to requests that cannot be read, or did not come in time. */
const endings: Record<string, [status: string, says: string]> = {
  ERR_HTTP_REQUEST_TIMEOUT: [
    '408 Request Timeout',
    'What you sent took too long to arrive. Nothing was changed. Send it again.',
  ],
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'The address or the cookies are too long. Nothing was changed.',
  ],
}
const notHttp = ['400 Bad Request', 'That could not be understood. Nothing was changed.'] as const

/** Fastify turns off the time limit that Node has; this sets ours. */
export const connectionChoices: FastifyServerOptions & { http: object } = {
  requestTimeout: arriving.wholeMs,
  http: { headersTimeout: arriving.headersMs, connectionsCheckingInterval: arriving.lookEveryMs },
  clientErrorHandler(error, socket) {
    if (error.code === 'ECONNRESET' || socket.destroyed) return
    // A stream that has begun is no place for another answer.
    if (!socket.writable || streams.get(socket)?.isBegun) return void socket.destroy()
    const [status, says] = endings[error.code] ?? notHttp
    const body = Buffer.from(says)
    const head = `HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`
    socket.write(Buffer.concat([Buffer.from(head), body]))
    socket.destroySoon()
  },
}

/** The request was cut off before all of it had come: its sender is gone, or was too slow. */
export const wentAway = (error: unknown, { complete }: { complete: boolean }): boolean =>
  !complete && (error as { code?: unknown } | null)?.code === 'ECONNRESET'

interface Stream {
  /** True once it is a stream: people who may not see it, or ask for it once, are answered like anybody. */
  begun: Promise<boolean>
  isBegun: boolean
  settle(begun: boolean): void
}

/** By the request that asked for it, and the last of each connection. */
const asked = new WeakMap<IncomingMessage, Stream>()
const streams = new WeakMap<Socket, Stream>()

/** The answer to this request writes to its connection from here on, without end. */
export const beginStream = (request: IncomingMessage): void => asked.get(request)?.settle(true)

function expectStream(request: IncomingMessage): Stream {
  const { promise: begun, resolve } = Promise.withResolvers<boolean>()
  const stream: Stream = {
    begun,
    isBegun: false,
    settle(is) {
      stream.isBegun ||= is
      resolve(is)
    },
  }
  asked.set(request, stream)
  streams.set(request.socket, stream)
  return stream
}

/**
 * A stream has no end, so nothing that was asked for behind it on its connection can be answered. It is not done either:
 * the connection is ended, as the stream's own head has said that it will be. This is the first of all hooks, because
 * requests that came together are begun together.
 */
export function keepOrder(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, next) => {
    const { socket } = request.raw
    const before = streams.get(socket)
    if (request.routeOptions.config.stream) {
      const { settle } = expectStream(request.raw)
      reply.raw.once('close', () => settle(false))
    }
    if (!before) return next()
    before.begun.then((begun) => {
      if (!begun) return next()
      reply.hijack()
      socket.destroySoon()
    }, next)
  })
}

/** The connection, when all that was asked for before on it has been answered; nothing where it has ended meanwhile. */
export function turnOf({ raw }: { raw: ServerResponse }, socket: Socket) {
  if (raw.socket) return raw.socket
  if (socket.destroyed) return undefined
  return new Promise<Socket | undefined>((resolve) => {
    raw.once('socket', resolve)
    socket.once('close', () => resolve(undefined))
  })
}
