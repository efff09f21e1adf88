import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../../config.ts'
import type { Html } from '../face/html.ts'
import type { Hub } from '../live/hub.ts'
import { isRefusal, type AnyCommand, type Policy, type Refusal } from '../store/command.ts'
import { notUnderstood, type Store } from '../store/store.ts'
import { isFormToken, isFromHere } from './csrf.ts'
import { emptyForm, refusedForm, valuesIn, type FormState, type Values } from './form.ts'
import type { Admission } from './admission.ts'
import { serveLive } from './live.ts'
import type { Offered } from './openapi.ts'
import { problemContent, wantsJson, wordingOf, type Problem } from './problem.ts'
import { sendPage } from './sending.ts'
import type { Content, FormDefinition, Site, Visit } from './site.ts'
import type { Tries } from './tries.ts'
import { bearerOf, goTo, takeFlash, visitOf, visitorOf } from './visiting.ts'

export interface Frame {
  content: Content
  visit: Visit
  form?: FormState
  flash?: string
}

export interface Answering {
  store: Store
  config: Config
  hub: Hub
  /** Puts the content into the whole page. */
  frame(frame: Frame): Promise<Html>
  signIn(next: string): string
}

const api = '/api/v1'
const stale =
  'This page had been open for too long, or cookies are blocked, so nothing was changed. What you typed is still here: send it again.'

export function makeProblem(get: () => Answering): Problem {
  return async (request, reply, status, said) => {
    reply.code(status)
    if (wantsJson(request)) {
      return reply.send({ error: said?.sentence ?? wordingOf(status).title, status })
    }
    const answering = get()
    const visit = await visitOf(request, reply, answering).catch(() => undefined)
    if (!visit) return reply.type('text/plain; charset=utf-8').send(wordingOf(status).says)
    return sendPage(request, reply, await answering.frame({ content: problemContent(status, said), visit }))
  }
}

export function makeSite(server: FastifyInstance, answering: Answering, problem: Problem) {
  const { store, config, hub } = answering
  const offered: Offered[] = []
  const admissions: Admission[] = []
  const admits = (method: 'GET' | 'POST', url: string, who: Policy<never>, command?: AnyCommand) =>
    admissions.push({ method, url, who, ...(command && { command }) })

  async function admitted(
    request: FastifyRequest,
    reply: FastifyReply,
    who: Policy<never>,
  ): Promise<Visit | undefined> {
    const visit = await visitOf(request, reply, answering)
    if (await who.allows(store.db, visit.nouns as never, visit.actor)) return visit
    if (visit.actor.kind === 'public' && request.method === 'GET' && !wantsJson(request)) {
      reply.redirect(answering.signIn(request.url), 303)
      return undefined
    }
    await problem(request, reply, visit.actor.kind === 'public' ? 401 : 403)
    return undefined
  }

  /** Whether what is sent comes from a page of ours, or from a program that holds a token of its own. */
  const trustedSender = (request: FastifyRequest, token: unknown): boolean =>
    bearerOf(request) !== undefined ||
    (isFromHere(request, config.publicUrl) && isFormToken(store.seal, visitorOf(request, config), token))

  const jsonTrusted = (request: FastifyRequest): boolean =>
    bearerOf(request) !== undefined ||
    Object.keys(request.cookies).length === 0 ||
    trustedSender(request, request.headers['x-form-token'])

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    content: Content,
    visit: Visit,
    form?: FormState,
  ) {
    const flash = takeFlash(request, reply, config)
    return sendPage(
      request,
      reply,
      await answering.frame({ content, visit, ...(form && { form }), ...(flash && { flash }) }),
    )
  }

  interface Taking {
    command: AnyCommand
    input(values: Values, visit: Visit): unknown
    tries?: Tries | undefined
    reply?: ((outcome: never, visit: never) => unknown) | undefined
  }

  /** Does what was sent, once for its key. */
  async function done(
    request: FastifyRequest,
    visit: Visit,
    { command, input, tries }: Taking,
    values: Values,
    key: string | undefined,
  ): Promise<unknown> {
    const stopped = tries?.refusal(request.ip, visit.now)
    if (stopped) return stopped
    if (key) visit.sent = key
    const by = { actor: visit.actor, ...(key && { key }) }
    const answer: unknown = await store.dispatch(command, await input(values, visit), by)
    if (isRefusal(answer)) tries?.failed(request.ip, visit.now)
    return answer
  }

  function offerCommand(pattern: string, taking: Taking) {
    const { command, reply: answered } = taking
    offered.push({ method: 'POST', url: api + pattern, who: command.who.name, command })
    server.post(api + pattern, { config: { who: command.who.name } }, async (request, reply) => {
      if (!jsonTrusted(request)) return problem(request, reply, 403)
      const visit = await visitOf(request, reply, answering)
      const key = request.headers['idempotency-key']
      const sent = typeof key === 'string' ? key.slice(0, 100) : undefined
      const answer = await done(request, visit, taking, (request.body ?? {}) as Values, sent)
      if (isRefusal(answer)) return reply.code(refusalStatus(answer, visit)).send(answer)
      return reply.send(answered?.(answer as never, visit as never) ?? answer ?? { done: true })
    })
  }

  const inputOf = (given: ((values: Values, visit: Visit<never>) => unknown) | undefined) =>
    (given as ((values: Values, visit: Visit) => unknown) | undefined) ??
    ((values: Values, visit: Visit) => ({ ...values, ...visit.nouns }))

  const site: Site = {
    store,
    config,
    hub,
    page({ at, who, read, show: view, answer }) {
      const { pattern } = at
      admits('GET', pattern, who as Policy<never>)
      server.get(pattern, { config: { who: who.name } }, async (request, reply) => {
        const visit = await admitted(request, reply, who as Policy<never>)
        if (!visit) return reply
        const data = await read(visit as never)
        if (data === undefined) return problem(request, reply, 404)
        return show(request, reply, view(data, visit as never), visit)
      })
      if (!answer) return
      offered.push({ method: 'GET', url: api + pattern, who: who.name, answer })
      server.get(api + pattern, { config: { who: who.name } }, async (request, reply) => {
        const visit = await admitted(request, reply, who as Policy<never>)
        if (!visit) return reply
        const data = await read(visit as never)
        if (data === undefined) return problem(request, reply, 404)
        return reply.send(answer.parse(data))
      })
    },
    form(definition) {
      const { at, who, command, pageOnly, tries, reply: answered } = definition
      const { pattern } = at
      const input = inputOf(definition.input)
      const taking = { command, input, tries, reply: answered }
      admits('GET', pattern, who as Policy<never>)
      admits('POST', pattern, command.who as Policy<never>, command)
      server.get(pattern, { config: { who: who.name } }, async (request, reply) => {
        const visit = await admitted(request, reply, who as Policy<never>)
        if (!visit) return reply
        const data = await definition.read(visit as never)
        if (data === undefined) return problem(request, reply, 404)
        const form = emptyForm(definition.values?.(data, visit as never) ?? {})
        return show(request, reply, definition.show(data, form, visit as never), visit, form)
      })
      server.post(pattern, { config: { who: command.who.name } }, async (request, reply) => {
        const visit = await visitOf(request, reply, answering)
        const body = (request.body ?? {}) as Record<string, unknown>
        const values = valuesIn(body)
        if (!trustedSender(request, body['_token'])) {
          return again(request, reply, definition, visit, values, { refused: stale })
        }
        if (definition.check && body['_step'] !== 'confirmed') {
          const parsed = command.input.safeParse(await input(values, visit))
          return again(
            request,
            reply,
            definition,
            visit,
            values,
            parsed.success ? undefined : notUnderstood(parsed.error.issues),
            body['_step'] === 'change',
          )
        }
        const answer = await done(request, visit, taking, values, keyIn(body))
        if (isRefusal(answer)) return again(request, reply, definition, visit, values, answer)
        const outcome = answer as never
        const flash = typeof definition.done === 'function' ? definition.done(outcome) : definition.done
        return goTo(reply, definition.then(outcome, visit as never, values), config, flash)
      })
      if (!pageOnly) offerCommand(pattern, taking)
    },
    button({ at, command, input: given, then, back, done: said, pageOnly }) {
      const { pattern } = at
      const taking = { command, input: inputOf(given) }
      admits('POST', pattern, command.who as Policy<never>, command)
      server.post(pattern, { config: { who: command.who.name } }, async (request, reply) => {
        const visit = await visitOf(request, reply, answering)
        const body = (request.body ?? {}) as Record<string, unknown>
        if (!trustedSender(request, body['_token'])) {
          return problem(request, reply, 403, { sentence: stale, back: back(visit as never) })
        }
        const answer = await done(request, visit, taking, valuesIn(body), keyIn(body))
        if (isRefusal(answer)) {
          const sentence = [answer.refused, ...Object.values(answer.fields ?? {})].find((one) => one) ?? ''
          return problem(request, reply, refusalStatus(answer, visit), {
            sentence,
            back: back(visit as never),
          })
        }
        const outcome = answer as never
        const flash = typeof said === 'function' ? said(outcome) : said
        return goTo(reply, then(outcome, visit as never), config, flash)
      })
      if (!pageOnly) offerCommand(pattern, taking)
    },
    file({ at, who, read }) {
      admits('GET', at.pattern, who as Policy<never>)
      server.get(at.pattern, { config: { who: who.name } }, async (request, reply) => {
        const visit = await admitted(request, reply, who as Policy<never>)
        if (!visit) return reply
        const file = await read(visit as never)
        if (!file) return problem(request, reply, 404)
        if (file.name)
          reply.header('content-disposition', `attachment; filename="${file.name.replace(/[^\w.-]/g, '-')}"`)
        return reply.type(file.type).send(file.body)
      })
    },
    live(definition) {
      admits('GET', definition.at.pattern, definition.who as Policy<never>)
      serveLive(server, definition, { hub, store, admitted })
    },
  }

  /** The form's page again, with what was typed and what is wrong with it; or, where nothing is, the answers to check. */
  async function again<P extends string, Data, I, O>(
    request: FastifyRequest,
    reply: FastifyReply,
    definition: FormDefinition<P, Data, I, O>,
    visit: Visit,
    values: Values,
    refusal: Refusal | undefined,
    toChange = false,
  ) {
    const status = refusal ? refusalStatus(refusal, visit) : 200
    const mayLook = await definition.who.allows(store.db, visit.nouns as never, visit.actor)
    const data = mayLook ? await definition.read(visit as never) : undefined
    if (data === undefined) {
      return problem(
        request,
        reply,
        mayLook ? 404 : visit.actor.kind === 'public' ? 401 : 403,
        refusal && { sentence: refusal.refused },
      )
    }
    if (toChange || !refusal) {
      const form = { values, errors: {} }
      const view = toChange ? definition.show : definition.check!
      return show(request, reply, view.call(definition, data, form, visit as never), visit, form)
    }
    reply.code(status)
    if (refusal.question) visit.question = true
    const form = refusedForm(values, refusal)
    return show(request, reply, definition.show(data, form, visit as never), visit, form)
  }

  return { site, offered, admissions }
}

function refusalStatus(refusal: Refusal, visit: Visit): number {
  if (refusal.wait) return 429
  if (refusal.forbidden) return visit.actor.kind === 'public' ? 401 : 403
  return refusal.fields ? 422 : 409
}

const keyIn = (body: Record<string, unknown>): string | undefined =>
  typeof body['_key'] === 'string' ? body['_key'].slice(0, 100) : undefined
