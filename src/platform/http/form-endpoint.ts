import { stoodField, tokenField } from '../contract.ts'
import { isDeepStrictEqual } from 'node:util'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isRefusal, refuse, refuseForGood, refuseOnTop, type Policy, type Refusal } from '../store/command.ts'
import { refusedBeforehand } from '../store/store.ts'
import { emptyForm, refusedForm, valuesIn, type Values } from '../form/state.ts'
import { limitsOf } from './client-validation.ts'
import {
  inputOf,
  keyIn,
  refusalStatus,
  stale,
  staleSaid,
  type Receiving,
  type Taking,
} from './command-endpoint.ts'
import { sentByScript, tellElsewhere, tellRefused, tellStale, waitedMs } from './scripted-form.ts'
import type { Nouns } from './path.ts'
import { uploadedBody } from './uploads.ts'
import type { ButtonDefinition, FormDefinition, RequestContext } from './site.ts'
import { merged, overtaken, standingOf, type Merged } from './edit-conflict.ts'
import { goTo, takeAlong, visitOf } from './request-context.ts'

/** A form: its page, its submission, and the page again with the typed values when it is refused. */
export function serveForm<P extends string, Data, Input, Outcome>(
  receiving: Receiving,
  definition: FormDefinition<P, Data, Input, Outcome>,
): void {
  const { at, who, command, pageOnly, code, reply, fills, upload } = definition
  const { server, problem, answering } = receiving
  const input = inputOf(command, definition.input)
  const taking = { command, input, code, reply, fills }
  receiving.admits('GET', at.pattern, who as Policy<never>)
  receiving.admits('POST', at.pattern, command.who as Policy<never>, command)
  const page = formAgain(receiving, definition)
  const script = toScript(definition)
  const again: typeof page = (sent, why, status) =>
    sentByScript(sent.request) ? script(sent, why, status) : page(sent, why, status)

  server.get(at.pattern, { config: { who: who.name } }, async (request, reply) => {
    const visit = await receiving.admitted(request, reply, who)
    if (!visit) return reply
    const data = await definition.read(visit)
    if (data === undefined) return problem(request, reply, 404)
    const form = emptyForm(definition.values?.(data, visit) ?? {})
    noteStanding(visit, standingOf(definition, data, visit))
    visit.limits = limitsOf(command, visit.nouns)
    return receiving.show(request, reply, definition.show(data, form, visit), visit, form)
  })

  const config = { who: command.who.name, ...(upload && { uploads: true as const }) }
  server.post(at.pattern, { config }, async (request, reply) => {
    const visit = await visitOf<Nouns<P>>(request, reply, answering)
    const { body, refused } = upload
      ? await uploadedBody(request, upload)
      : { body: (request.body ?? {}) as Record<string, unknown> }
    const values = valuesIn(body)
    const sent: Sent<P> = { request, reply, visit, values, stood: body[stoodField] }
    const sender = sentByScript(request)
    if (!receiving.isTrusted(request, body[tokenField])) {
      return sender ? tellStale(reply) : again(sent, refuse(stale), 403)
    }
    if (sender && sender.sender !== visit.sender) return tellElsewhere(reply)
    if (refused) return again(sent, refused)
    const merging = await mergeOf(definition, sent)
    if (body['_step'] !== 'confirmed' && (await isToBeChecked(definition, visit, merging.values))) {
      const put = { ...sent, values: merging.values }
      if (merging.conflict) return again(put, merging.conflict)
      return again(put, body['_step'] === 'change' ? 'change' : await checked(taking, put))
    }
    const { answer, last } = await takeMerged(receiving, definition, taking, {
      sent,
      merging,
      key: keyIn(body),
    })
    if (isRefusal(answer))
      return again(answer.kind === 'overtaken' ? { ...sent, values: last.values } : sent, answer)
    const outcome = answer as Outcome
    const said = typeof definition.done === 'function' ? definition.done(outcome) : definition.done
    const done = last.keptTheirs ? [said, theirsKept].filter(Boolean).join('. ') : said
    const next = await definition.then(outcome, visit, last.values)
    if (isRefusal(next)) return again(sent, next)
    if (!sender) return goTo(reply, next, answering.config, done)
    // A form that waited was sent in the background: its page says by itself that it was received.
    const to = takeAlong(reply, next, answering.config, waitedMs(request) > 0 ? '' : done)
    const later = typeof next === 'string' || waitedMs(request) === 0 ? undefined : next.later
    return reply.send({ to: later ?? to })
  })
  if (!pageOnly) receiving.offerCommand(at.pattern, taking)
}

async function isToBeChecked<P extends string, Data, Input, Outcome>(
  { check, checks, read }: FormDefinition<P, Data, Input, Outcome>,
  visit: RequestContext<Nouns<P>>,
  values: Values,
): Promise<boolean> {
  if (!check || !checks) return check !== undefined
  const data = await read(visit)
  return data !== undefined && checks(data, values)
}

/** Longer than the digests of any form of ours. */
const longestStood = 4000

interface Sent<P extends string> {
  request: FastifyRequest
  reply: FastifyReply
  visit: RequestContext<Nouns<P>>
  values: Values
  /** The digest of what the form changes, taken when it was shown. */
  stood: unknown
}

/** A script is told a refusal in words. People who may not see the form any more cannot correct it. */
const toScript = <P extends string, Data, Input, Outcome>({ who }: FormDefinition<P, Data, Input, Outcome>) =>
  async function said({ reply, visit }: Sent<P>, why: Refusal | 'check' | 'change', status?: number) {
    const refusal: Refusal = typeof why === 'string' ? refuse('Open the page and check your answers') : why
    const barred = refusal.kind !== 'wait' && !(await who.allows(visit.db, visit.nouns, visit.actor))
    const said = barred ? endedBy(refusal) : refusal
    return tellRefused(reply, status ?? refusalStatus(refusal, visit, reply), said)
  }

const endedBy = ({ kind, refused }: Refusal): Refusal =>
  kind === 'stands' ? refuseOnTop(refused, { final: true }) : refuseForGood(refused)

const noteStanding = (visit: RequestContext<unknown>, stood: string | undefined) => {
  if (stood) visit.stood = stood
}

const theirsKept = 'What somebody else saved meanwhile has been kept'

/** The sent answers, merged with those that somebody has stored since the form was shown. */
async function mergeOf<P extends string, Data, Input, Outcome>(
  definition: FormDefinition<P, Data, Input, Outcome>,
  { visit, values, stood }: Sent<P>,
): Promise<Merged> {
  const asTyped = { values, keptTheirs: false }
  if (!definition.stands || typeof stood !== 'string') return asTyped
  if (!(await definition.who.allows(visit.db, visit.nouns, visit.actor))) return asTyped
  const data = await definition.read(visit)
  if (data === undefined || standingOf(definition, data, visit) === stood) return asTyped
  if (definition.stands !== true) return { ...asTyped, conflict: overtaken() }
  return merged(stood, values, definition.values?.(data, visit) ?? {})
}

/** Somebody was quicker once more: the merge is made anew. */
const onceMore: Refusal = {
  kind: 'wait',
  refused: 'Somebody is saving this at the same moment. Send it again.',
  wait: 1,
}
const mostMerges = 20

/** Does the command with the merged answers, which hold only while nobody stores anything else. */
async function takeMerged<P extends string, Data, Input, Outcome>(
  receiving: Receiving,
  definition: FormDefinition<P, Data, Input, Outcome>,
  taking: Taking,
  { sent, merging, key }: { sent: Sent<P>; merging: Merged; key: string | undefined },
): Promise<{ answer: unknown; last: Merged }> {
  let last = merging
  for (let left = mostMerges; ; left -= 1) {
    const { values } = last
    const unless = async () => {
      last = await mergeOf(definition, sent)
      return last.conflict ?? (isDeepStrictEqual(last.values, values) ? undefined : onceMore)
    }
    const checks = definition.stands && typeof sent.stood === 'string' ? unless : undefined
    const answer = await receiving.take(sent.request, sent.visit, taking, values, key, checks, sent.values)
    if (answer !== onceMore || left === 0) return { answer, last }
  }
}

async function checked<P extends string>(
  { command, input }: Taking,
  { values, visit }: Sent<P>,
): Promise<Refusal | 'check'> {
  return refusedBeforehand(command, await input(values, visit)) ?? 'check'
}

/** The form's page again: to change the answers, to check them, or with their errors. */
const formAgain = <P extends string, Data, Input, Outcome>(
  receiving: Receiving,
  definition: FormDefinition<P, Data, Input, Outcome>,
) =>
  async function again(sent: Sent<P>, why: Refusal | 'check' | 'change', status?: number): Promise<unknown> {
    const { request, reply, visit, values, stood } = sent
    const refusal = typeof why === 'string' ? undefined : why
    const mayLook = await definition.who.allows(visit.db, visit.nouns, visit.actor)
    const data = mayLook ? await definition.read(visit) : undefined
    if (data === undefined) {
      const refused = refusal?.kind === 'forbidden' ? refusalStatus(refusal, visit, reply) : 404
      const instead = mayLook ? refused : visit.actor.kind === 'public' ? 401 : 403
      return receiving.problem(request, reply, instead, {
        ...(refusal && (refusal.refused === stale ? staleSaid : { sentence: refusal.refused })),
        typed: values,
      })
    }
    // A form refused for another reason was still typed over the answers that stood there then.
    const asTyped = definition.stands && typeof stood === 'string' && refusal?.kind !== 'overtaken'
    noteStanding(visit, asTyped ? stood.slice(0, longestStood) : standingOf(definition, data, visit))
    if (refusal) reply.code(status ?? refusalStatus(refusal, visit, reply))
    // So that Back shows the answers again instead of an error of the browser; a vote is not kept there.
    if (why === 'check' && !definition.command.secret) reply.header('cache-control', 'private, max-age=600')
    if (refusal?.kind === 'question') visit.question = true
    visit.limits = limitsOf(definition.command, visit.nouns)
    const form = refusal ? refusedForm(values, refusal) : { values, errors: {} }
    const content =
      why === 'check' ? definition.check!(data, form, visit) : definition.show(data, form, visit)
    if (isRefusal(content)) return again(sent, content)
    return receiving.show(request, reply, content, visit, form)
  }

/** A button that does one thing at once. */
export function serveButton<P extends string, Input, Outcome>(
  receiving: Receiving,
  { at, command, input: given, then, back, done, pageOnly }: ButtonDefinition<P, Input, Outcome>,
): void {
  const { server, problem, answering } = receiving
  const taking = { command, input: inputOf(command, given) }
  receiving.admits('POST', at.pattern, command.who as Policy<never>, command)
  server.post(at.pattern, { config: { who: command.who.name } }, async (request, reply) => {
    const visit = await visitOf<Nouns<P>>(request, reply, answering)
    const body = (request.body ?? {}) as Record<string, unknown>
    const sender = sentByScript(request)
    if (!receiving.isTrusted(request, body[tokenField])) {
      if (sender) return tellStale(reply)
      return problem(request, reply, 403, { ...staleSaid, back: back(visit) })
    }
    if (sender && sender.sender !== visit.sender) return tellElsewhere(reply)
    const answer = await receiving.take(request, visit, taking, valuesIn(body), keyIn(body))
    if (isRefusal(answer)) {
      if (sender) return tellRefused(reply, refusalStatus(answer, visit, reply), answer)
      const sentence = Object.values(answer.fields ?? {})[0] ?? answer.refused
      return problem(request, reply, refusalStatus(answer, visit, reply), {
        sentence,
        back: back(visit),
      })
    }
    const outcome = answer as Outcome
    const said = typeof done === 'function' ? done(outcome) : done
    const next = then(outcome, visit)
    if (sender) return reply.send({ to: takeAlong(reply, next, answering.config, said) })
    return goTo(reply, next, answering.config, said)
  })
  if (!pageOnly) receiving.offerCommand(at.pattern, taking)
}
