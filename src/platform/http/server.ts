import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import helmet from 'helmet'
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pino } from 'pino'
import type { Config } from '../../config.ts'
import { contentPolicy } from '../face/content-policy.ts'
import { isAway } from '../store/writer.ts'
import { closeAfterAnswers } from './graceful-close.ts'
import { connectionChoices, keepOrder, wentAway } from './connections.ts'
import { declared } from './declared-access.ts'
import { keepDoor } from './request-guard.ts'
import { sendPlainly } from './bare-page.ts'
import type { Problem } from './problem.ts'
import { takeUploads } from './uploads.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The name of the policy; the server does not start while one is missing. */
    who?: string
    raw?: true
    /** Answered by a stream, which has no end. */
    stream?: true
  }
}

const largestBody = 256 * 1024

export interface ServerChoices {
  config: Config
  /** Shows a problem as a page or as JSON, whichever was asked for. */
  problem: Problem
  /** Where an address leads that has moved; any other is as it was. */
  leadsTo?: (url: string) => string
}

const thisProcess = randomBytes(6).toString('hex')
let requests = 0
/** The proxy's id of the request, where that can be written into a header and a log. */
const nameIn = (given: string | string[] | undefined): string | undefined =>
  typeof given === 'string' && /^[\w.:@/+=-]{1,64}$/.test(given) ? given : undefined
const newRequestId = () => `${thisProcess}-${(requests += 1)}`

/**
 * The headers that keep browsers from doing more than we ask of them. helmet says them once, to an answer that only
 * listens; every real answer is then given the same.
 */
function protection({ publicUrl }: Config): Record<string, string> {
  const headers: Record<string, string> = {
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  }
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: contentPolicy,
    },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    strictTransportSecurity: publicUrl.startsWith('https:')
      ? { maxAge: 31_536_000, includeSubDomains: false }
      : false,
  })
  const listening = {
    setHeader: (name: string, value: string) => void (headers[name.toLowerCase()] = value),
    removeHeader: () => {},
  }
  protect({} as IncomingMessage, listening as unknown as ServerResponse, () => {})
  return headers
}

/** The commands' own schemas check all input; Fastify's compilers (ajv) stay out of the memory. */
const noSchemas = {
  buildValidator: () => () => {
    throw new Error('An address has no schema here: its command has one')
  },
  buildSerializer: () => () => JSON.stringify,
}

/** Log lines that a full disk does not take are lost; that is no reason to end. */
function whereToLog() {
  const output = pino.destination({ fd: 1, sync: true })
  output.on('error', () => {})
  return output
}

/** Fastify with our headers, limits, logs and error pages; it refuses any route that does not say who may use it. */
export async function makeServer({ config, problem, leadsTo }: ServerChoices): Promise<FastifyInstance> {
  const protect = protection(config)
  const server = Fastify({
    ...connectionChoices,
    ...(leadsTo && { rewriteUrl: ({ url }: IncomingMessage) => leadsTo(url!) }),
    loggerInstance: pino(
      {
        level: config.logLevel,
        base: null,
        redact: ['req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'],
      },
      whereToLog(),
    ) as unknown as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy.length > 0 && config.trustProxy,
    bodyLimit: largestBody,
    genReqId: (request) => nameIn(request.headers['x-request-id']) ?? newRequestId(),
    childLoggerFactory: (logger) => logger,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    forceCloseConnections: 'idle',
    // Requests on an open connection while the server stops are answered like anything else.
    return503OnClosing: false,
    schemaController: { compilersFactory: noSchemas },
    // An address that cannot be read, or that is longer than any of ours, comes past all hooks.
    frameworkErrors: (error, request, reply) => {
      const status = error.code === 'FST_ERR_BAD_URL' ? 400 : 404
      return sendPlainly(request, reply.headers(protect), { config, status })
    },
  })
  declared(server)
  keepOrder(server)
  server.addHook('onRequest', (_request, reply, next) => {
    reply.headers(protect)
    next()
  })
  await server.register(cookie)
  await server.register(formbody)
  await takeUploads(server, (request, reply) => problem(request, reply, 415))
  keepDoor(server, config)
  closeAfterAnswers(server)
  server.addHook('onSend', (request, reply, _payload, next) => {
    reply.header('x-request-id', request.id)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    next()
  })
  server.addHook('onResponse', (request, reply, next) => {
    next()
    if (request.routeOptions.config.raw) return
    // The pattern, not the address: addresses may hold codes.
    request.log.info(
      {
        id: request.id,
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    )
  })
  server.setNotFoundHandler((request, reply) => problem(request, reply, 404))
  server.setErrorHandler((error, request, reply) => {
    if (wentAway(error, request.raw)) {
      request.log.debug({ id: request.id, route: request.routeOptions.url }, 'went away')
      return reply.hijack()
    }
    const status = statusOf(error)
    const facts = { id: request.id, err: error, route: request.routeOptions.url }
    if (status === 503) {
      reply.header('retry-after', String(retryAfterSeconds))
      // Everybody is told so while the database is away: where it came from is the same each time.
      request.log.warn({ ...facts, err: undefined, why: whyAway(error) }, 'not available')
    } else if (status >= 500) request.log.error(facts, 'failed')
    return problem(request, reply, status)
  })
  return server
}

const retryAfterSeconds = 2

const whyAway = (error: unknown): string => {
  const { message, cause } = error as Error
  return cause === undefined
    ? message
    : `${message}: ${cause instanceof Error ? cause.message : String(cause)}`
}

function statusOf(error: unknown): number {
  if (isAway(error)) return 503
  const status = (error as { statusCode?: unknown }).statusCode
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}
