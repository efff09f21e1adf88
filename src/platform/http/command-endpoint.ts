import { keyField } from '../contract.ts'
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dayTyped } from '../face/day-field.ts'
import { whyNoCode, wrongCodeSent } from '../auth/guesses.ts'
import { framingPolicyHeader } from '../face/content-policy.ts'
import { isRefusal, outcomeOf, refuse, type AnyCommand, type Policy, type Refusal } from '../store/command.ts'
import { unhandled } from '../store/refusal.ts'
import type { By } from '../store/store.ts'
import type { Admission } from './admission.ts'
import type { Answering } from './page-renderer.ts'
import { daysOf } from './client-validation.ts'
import { isFormToken, isFromHere, isSaidOurs } from './csrf.ts'
import { sentByProgram, type FormState, type Values } from '../form/state.ts'
import { longestKey, shortestKey } from './idempotency-keys.ts'
import type { Offered } from './openapi.ts'
import { originOf } from './origin.ts'
import { wantsJson, type Problem } from './problem.ts'
import { waitedMs } from './scripted-form.ts'
import { sendPage } from './compression.ts'
import type { Content, Replying, RequestContext } from './site.ts'
import { bearerOf, sittingOf, takeFlash, visitOf } from './request-context.ts'

export const api = '/api/v1'

export const stale =
  'This page had been open for too long, or cookies are blocked, so nothing was changed. What you typed is still here: send it again.'

/** Nobody was asked who may: only the page is too old. */
export const staleSaid = { sentence: stale, title: 'Send it again' }

export type InputOf = (values: Values, visit: RequestContext) => unknown

/** The way from a request to a command, and the answer to a program. */
export interface Taking {
  command: AnyCommand
  input: InputOf
  /** The field in which a code is sent that only its owner knows. */
  code?: string | undefined
  reply?: Replying<unknown, RequestContext<unknown>> | undefined
  fills?: readonly string[] | undefined
}

/** The common part of every kind of address: admission, what may be sent, what is told to whom. */
export class Receiving {
  readonly offered: Offered[] = []
  readonly admissions: Admission[] = []
  readonly server: FastifyInstance
  readonly answering: Answering
  readonly problem: Problem

  constructor(server: FastifyInstance, answering: Answering, problem: Problem) {
    this.server = server
    this.answering = answering
    this.problem = problem
  }

  /** Declares an address and who may use it. */
  admits(method: 'GET' | 'POST', url: string, who: Policy<never>, command?: AnyCommand) {
    this.admissions.push({ method, url, who, ...(command && { command }) })
  }

  /** The visit, if its actor may; otherwise they have been answered: sign in first, or no. */
  async admitted<N>(
    request: FastifyRequest,
    reply: FastifyReply,
    who: Policy<N>,
  ): Promise<RequestContext<N> | undefined> {
    const visit = await visitOf<N>(request, reply, this.answering)
    if (isUnknown(request, visit)) {
      await this.problem(request, reply, 401, { sentence: ended })
      return undefined
    }
    if (await who.allows(visit.db, visit.nouns, visit.actor)) return visit
    if (visit.actor.kind === 'public' && request.method === 'GET' && !wantsJson(request)) {
      reply.redirect(this.answering.signIn(request.url), 303)
      return undefined
    }
    await this.problem(request, reply, visit.actor.kind === 'public' ? 401 : 403)
    return undefined
  }

  /** True for a request from a page of ours, or from a program that holds a token of its own. */
  isTrusted(request: FastifyRequest, token: unknown): boolean {
    if (bearerOf(request) !== undefined) return true
    const { config, store } = this.answering
    if (!isFromHere(request, config.publicUrl)) return false
    // The token of a form that was open while somebody signed in or out is void; the typed text need not wait for that.
    return isSaidOurs(request) || isFormToken(store.keyedHash, sittingOf(request, config), token)
  }

  async show(
    request: FastifyRequest,
    reply: FastifyReply,
    content: Content,
    visit: RequestContext,
    form?: FormState,
  ) {
    const { returns, status, framing } = content
    if (status) reply.code(status)
    if (framing) reply.header('content-security-policy', framingPolicyHeader)
    if (returns) reply.header('refresh', `${returns.afterSeconds}; url=${returns.to}`)
    const flash = takeFlash(request, reply, this.answering.config)
    const framed = { content, visit, ...(form && { form }), ...(flash && { flash }) }
    return sendPage(request, reply, await this.answering.frame(framed))
  }

  /** JSON as it is sent: a network that is not real is marked. */
  async json(reply: FastifyReply, visit: RequestContext, answer: unknown) {
    const mark = await this.answering.mark(visit)
    if (!mark || typeof answer !== 'object' || answer === null || Array.isArray(answer))
      return reply.send(answer)
    return reply.send({ mark, ...answer })
  }

  /** Does the command, once for its key, and not where something speaks against it. */
  async take(
    request: FastifyRequest,
    visit: RequestContext,
    taking: Taking,
    values: Values,
    given?: string,
    unless?: By['unless'],
    /** The answers as typed, where more than that is to be stored: sent again as they were, they are the same. */
    typed: Values = values,
  ): Promise<unknown> {
    const { command, input, code } = taking
    const origin = originOf(request, visit)
    const stopped = code && values[code] && (await whyNoCode(visit.db, visit.now, origin))
    if (stopped) return stopped
    const key = sentUnder(request.url, given, typed)
    if (key) visit.sent = key
    const by = {
      actor: visit.actor,
      ...(key && (isOfPage(request, visit) ? onPage(request.url, given!, key) : { key })),
      waitedMs: waitedMs(request),
      origin,
      ...(unless && { unless }),
    }
    const { store } = this.answering
    const answer: unknown = await store.dispatch(command, await input(values, visit), by)
    return isRefusal(answer) && answer.kind === 'guess'
      ? wrongCodeSent(store, visit.actor, answer, origin)
      : answer
  }

  /** The same command as a JSON address. */
  offerCommand(pattern: string, taking: Taking) {
    const { command, reply: replying, fills } = taking
    const answers = replying?.answer ?? outcomeOf(command)
    this.offered.push({
      method: 'POST',
      url: api + pattern,
      who: command.who.name,
      command,
      answer: answers,
      ...(fills && { fills }),
    })
    this.server.post(api + pattern, { config: { who: command.who.name } }, async (request, reply) => {
      // Without a cookie nobody is impersonated: the sender is then a stranger, and may do what strangers may.
      const cookieless = Object.keys(request.cookies).length === 0
      if (!cookieless && !this.isTrusted(request, request.headers['x-form-token'])) {
        return this.problem(request, reply, 403, { sentence: noFormToken })
      }
      if (isForm(request)) return this.problem(request, reply, 415)
      const visit = await visitOf(request, reply, this.answering)
      if (isUnknown(request, visit)) return this.problem(request, reply, 401, { sentence: ended })
      const key = request.headers['idempotency-key']
      if (key !== undefined && !isKey(key)) return reply.code(422).send(refuse(noKey))
      const answer = await this.take(request, visit, taking, sentByProgram(request.body), key)
      if (isRefusal(answer)) return reply.code(refusalStatus(answer, visit, reply)).send(answer)
      const said = replying ? replying.from(answer, visit) : answer
      return this.json(reply, visit, answers.parse(said))
    })
  }
}

/** A session that has ended: its sender should not be taken for a stranger. */
const isUnknown = (request: FastifyRequest, visit: RequestContext<unknown>): boolean =>
  /^bearer /i.test(request.headers.authorization ?? '') && !visit.session

const ended = 'This session is not known here, or it has ended. Sign in again. Nothing was changed.'

const noFormToken =
  'A cookie came without the token of a form. Send that token, which stands in the field _token of a form of this visitor, as X-Form-Token; or send no cookie, and a session as a bearer token. Nothing was changed.'

const isForm = ({ headers }: FastifyRequest): boolean =>
  /^(application\/x-www-form-urlencoded|multipart\/)/i.test(headers['content-type'] ?? '')

const isKey = (key: string | string[]): key is string =>
  typeof key === 'string' && key.length >= shortestKey && key.length <= longestKey
const noKey = 'An Idempotency-Key is a random text of 20 to 100 characters. Nothing was changed.'

/**
 * The key under which something is done once. The address and the content are part of it: all forms of a page come with
 * one key, somebody may go back and send another text, and all strangers are one actor. The same content again is done
 * once; nothing else is taken for it and lost. A key that could be guessed is none.
 */
function sentUnder(address: string, key: string | undefined, values: Values): string | undefined {
  if (!key || key.length < shortestKey) return undefined
  return createHash('sha256')
    .update(JSON.stringify([key, address, values]))
    .digest('base64url')
}

/**
 * People who go back on a page without scripts send again under the key of that page: text, another, and the first once
 * more. A program says itself what is one sending, and all strangers are one actor, of whom none sends for another.
 */
const isOfPage = (request: FastifyRequest, { actor }: RequestContext<unknown>): boolean =>
  actor.kind !== 'public' && !request.url.startsWith(api)

const onPage = (address: string, key: string, sent: string) => ({
  key: createHash('sha256')
    .update(JSON.stringify([key, address]))
    .digest('base64url'),
  sent,
})

/** The status of a refusal; senders who are to wait are told for how long, in Retry-After. */
export function refusalStatus(refusal: Refusal, visit: RequestContext<unknown>, reply: FastifyReply): number {
  switch (refusal.kind) {
    case 'rule':
    case 'overtaken':
    case 'final':
    case 'stands':
      return 409
    case 'input':
    case 'question':
    case 'guess':
      return 422
    case 'forbidden':
      return visit.actor.kind === 'public' ? 401 : 403
    case 'wait':
      reply.header('retry-after', refusal.wait)
      return 429
    default:
      return unhandled(refusal)
  }
}

/** The key that stood in the form: the same form sent twice is done once. */
export const keyIn = (body: Record<string, unknown>): string | undefined =>
  typeof body[keyField] === 'string' ? body[keyField].slice(0, 100) : undefined

/** By default a command's input is the typed values, boxes of days together, and the nouns of the address, which win. */
export const inputOf = (
  command: AnyCommand,
  given: ((values: Values, visit: RequestContext<never>) => unknown) | undefined,
): InputOf =>
  (given as InputOf | undefined) ?? ((values, visit) => ({ ...withDays(values, command), ...visit.nouns }))

const withDays = (values: Values, command: AnyCommand): Values => ({
  ...values,
  ...Object.fromEntries(daysOf(command).map((name) => [name, dayTyped(values, name)])),
})
