import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../../config.ts'
import type { Html } from '../face/html.ts'
import type { Hub } from '../live/hub.ts'
import type { Store } from '../store/store.ts'
import type { FormState } from '../form/state.ts'
import { inJson, sendPlainly } from './bare-page.ts'
import { problemContent, signedOutContent, wantsJson, type Problem, type Said } from './problem.ts'
import { sendPage } from './compression.ts'
import type { Content, RequestContext } from './site.ts'
import { visitOf } from './request-context.ts'

export interface Frame {
  content: Content
  visit: RequestContext
  form?: FormState
  flash?: string
}

export interface Answering {
  store: Store
  config: Config
  hub: Hub
  /** Opens the outgoing mail; see `Surroundings`. */
  mailKey?: string | undefined
  /** Puts the content into the whole page. */
  frame(frame: Frame): Promise<Html>
  signIn(next: string): string
  /** The mark on every answer about a thing that is not real. */
  mark(visit: RequestContext): Promise<string | undefined>
  /** The reason why the thing at an address is not there any more, where that is known. */
  gone?(url: string): Promise<string | undefined>
}

/** A refusal is shown in the whole page where that can be made; a failure, or a refusal where it cannot, plainly. */
export function makeProblem(get: () => Answering): Problem {
  return async (request, reply, status, said) => {
    const answering = get()
    const { config } = answering
    if (status >= 500) return sendPlainly(request, reply, { config, status, said })
    try {
      return await sendRefusal(request, reply, answering, { status, said })
    } catch (error) {
      request.log.warn({ id: request.id, err: error, route: request.routeOptions.url }, 'shown plainly')
      return sendPlainly(request, reply, { config, status, said })
    }
  }
}

async function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  answering: Answering,
  { status, said }: { status: number; said: Said | undefined },
): Promise<FastifyReply> {
  const gone = status >= 401 && status <= 404 && (await answering.gone?.(request.url))
  if (gone) [status, said] = [404, { sentence: gone }]
  reply.code(status)
  if (wantsJson(request)) return reply.send(inJson(status, said))
  const visit = await visitOf(request, reply, answering)
  const content =
    status === 401 && said?.typed
      ? signedOutContent(said.typed, {
          action: request.url,
          signIn: answering.signIn('/me'),
          sending: visit,
        })
      : problemContent(status, said)
  return sendPage(request, reply, await answering.frame({ content, visit }))
}
