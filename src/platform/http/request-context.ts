import type { FastifyReply, FastifyRequest } from 'fastify'
import { randomBytes, randomUUID } from 'node:crypto'
import { isLoopbackName, type Config } from '../../config.ts'
import { newSessionToken, sessionId, sessionOf, touchSession, type Session } from '../auth/sessions.ts'
import { actorKey, anyone } from '../store/actor.ts'
import { holdsControl } from '../store/control-characters.ts'
import type { Store } from '../store/store.ts'
import { formToken, type Sitting } from './csrf.ts'
import { senderOf } from './scripted-form.ts'
import type { Gone, RequestContext } from './site.ts'

export interface Surroundings {
  store: Store
  config: Config
  /** Opens the outgoing mail. Only the terminal that started this process has shown it. */
  mailKey?: string | undefined
}

const touchAfterMs = 5 * 60_000

/** Names that only https can set keep another site on the same host from planting a cookie. */
const named = (config: Config, name: string) =>
  config.publicUrl.startsWith('https:') ? `__Host-${name}` : name

/** The name of the cookie that holds the token of a session. */
export const sessionCookie = (config: Config): string => named(config, 'session')

const cookieChoices = (config: Config) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: config.publicUrl.startsWith('https:'),
})

/** The visitor, from the cookie or the bearer token, and everything a page needs to answer. */
export async function visitOf<N = Record<string, string>>(
  request: FastifyRequest,
  reply: FastifyReply,
  { store, config, mailKey }: Surroundings,
): Promise<RequestContext<N>> {
  const now = store.now()
  const session = await sessionIn(request, { store, config }, now)
  const sitting = sittingOf(request, config)
  // Programs are given no cookie: they have no forms to keep.
  if (!sitting.visitor && !request.url.startsWith('/api/')) sitting.visitor = newVisitor(reply, config)
  if (session && Date.parse(now) - Date.parse(session.seenAt) > touchAfterMs) {
    store.dispatch(touchSession, { session: session.id }, { actor: session.actor }).catch(() => {})
  }
  let key: string | undefined
  return {
    nouns: (request.params ?? {}) as N,
    query: singles(request.query),
    actor: session?.actor ?? anyone,
    session,
    db: store.db,
    now,
    url: request.url,
    address: (path) => `${config.publicUrl || `${request.protocol}://${request.host}`}${path}`,
    get token() {
      return formToken(store.keyedHash, sitting)
    },
    get key() {
      return (key ??= randomUUID())
    },
    get sender() {
      return senderOf(store.keyedHash, session?.actor ?? anyone)
    },
    keyedHash: store.keyedHash,
    keeps: (name) => (holdsControl(request.cookies[name] ?? '') ? undefined : request.cookies[name]),
    config,
    commands: store.commands,
    log: request.log,
    mailKey: isLocal(request, config) ? mailKey : undefined,
  }
}

/**
 * True if the visitor seems to sit at this machine. A proxy that says nothing of itself looks the same: so this alone
 * opens nothing.
 */
function isLocal(request: FastifyRequest, config: Config): boolean {
  const { headers } = request
  const forwarded = headers.forwarded ?? headers['x-forwarded-for'] ?? headers['x-forwarded-host']
  return config.loopbackOnly && forwarded === undefined && isLoopbackName(request.hostname)
}

export const bearerOf = (request: FastifyRequest): string | undefined =>
  /^Bearer ([\w-]{20,})$/.exec(String(request.headers.authorization ?? ''))?.[1]

async function sessionIn(
  request: FastifyRequest,
  { store, config }: Surroundings,
  now: string,
): Promise<Session | undefined> {
  const token = bearerOf(request) ?? request.cookies[named(config, 'session')]
  return token ? sessionOf(store.db, token, now) : undefined
}

export const visitorOf = (request: FastifyRequest, config: Config): string =>
  request.cookies[named(config, 'visitor')] ?? ''

export function sittingOf(request: FastifyRequest, config: Config): Sitting {
  const token = request.cookies[named(config, 'session')]
  return { visitor: visitorOf(request, config), session: token ? sessionId(token) : '' }
}

/** Once a session has begun it follows from that, so that both answers to a form sent twice carry the same. */
function newVisitor(reply: FastifyReply, config: Config, token?: string): string {
  const visitor = token ? sessionId(`visitor ${token}`).slice(0, 16) : randomBytes(12).toString('base64url')
  reply.setCookie(named(config, 'visitor'), visitor, cookieChoices(config))
  return visitor
}

function singles(query: unknown): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    const one = Array.isArray(value) ? value[0] : value
    if (typeof one === 'string') values[name] = one
  }
  return values
}

/** Gives the browser the session and the message that it takes along, and says where it goes. */
export function takeAlong(reply: FastifyReply, gone: string | Gone, config: Config, done?: string): string {
  const { to, session, flash = done, keep } = typeof gone === 'string' ? ({ to: gone } as Gone) : gone
  if (session === 'ended') reply.clearCookie(named(config, 'session'), cookieChoices(config))
  else if (session) {
    reply.setCookie(named(config, 'session'), session.token, {
      ...cookieChoices(config),
      maxAge: session.maxAgeSeconds,
    })
  }
  // Signing in or out makes a new visitor: what was known of the one before, perhaps planted, is worth nothing.
  if (session) newVisitor(reply, config, session === 'ended' ? undefined : session.token)
  for (const { name, value, path, maxAgeSeconds: maxAge } of [keep ?? []].flat())
    reply.setCookie(name, value, { ...cookieChoices(config), path, maxAge })
  if (flash)
    reply.setCookie(named(config, 'flash'), encodeURIComponent(flash), {
      ...cookieChoices(config),
      maxAge: 60,
    })
  return to
}

/** Sends the browser on. */
export const goTo = (reply: FastifyReply, gone: string | Gone, config: Config, done?: string): FastifyReply =>
  reply.redirect(takeAlong(reply, gone, config, done), 303)

/** The flash message about the last change, shown once. */
export function takeFlash(request: FastifyRequest, reply: FastifyReply, config: Config): string | undefined {
  const flash = request.cookies[named(config, 'flash')]
  if (!flash) return undefined
  reply.clearCookie(named(config, 'flash'), cookieChoices(config))
  try {
    return decodeURIComponent(flash)
  } catch {
    return undefined
  }
}

/** A new session: the token for the device and the hash for the store. */
export function sessionStart(): { token: string; id: string } {
  const token = newSessionToken()
  return { token, id: sessionId(token) }
}

/**
 * The session that a request opens. It follows from the key under which the request was sent, so that a phone that
 * sends again, because the answer was lost, is given the same session. A key that could be guessed is not used.
 */
export function sessionOfSending(visit: RequestContext<unknown>): { token: string; id: string } {
  const { keyedHash, actor } = visit
  if (!visit.sent || visit.sent.length < 20) visit.sent = randomUUID()
  const token = keyedHash('session', visit.sent, actorKey(actor))
  return { token, id: sessionId(token) }
}
