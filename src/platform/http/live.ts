import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { streamHead, type Channel, type Hub } from '../live/hub.ts'
import type { Policy } from '../store/command.ts'
import { revisionOf } from '../store/journal.ts'
import type { Store } from '../store/store.ts'
import { beginStream, turnOf } from './connections.ts'
import type { Problem } from './problem.ts'
import type { LiveDefinition, RequestContext } from './site.ts'

interface Streams {
  hub: Hub
  store: Store
  problem: Problem
  admitted<N>(
    request: FastifyRequest,
    reply: FastifyReply,
    who: Policy<N>,
  ): Promise<RequestContext<N> | undefined>
}

/** A stream of the shared fragments of a topic; with `?poll` the same fragments once, for networks that break streams. */
export function serveLive<P extends string>(
  server: FastifyInstance,
  { at, who, there, topic, also, parts, stamps, byTheMinute }: LiveDefinition<P>,
  { hub, store, admitted, problem }: Streams,
): void {
  server.get(at.pattern, { config: { who: who.name, raw: true, stream: true } }, async (request, reply) => {
    const visit = await admitted(request, reply, who)
    if (!visit) return reply
    const { nouns } = visit
    if (!(await there(store.db, nouns))) return problem(request, reply, 404)
    const wanted = wantedOf(visit.query['parts'], Object.keys(parts))
    const channel: Channel = {
      topic: topic(nouns),
      ...(also && { also: also(nouns) }),
      ...(stamps && wanted.includes(stamps) && { quiet: true }),
      ...(byTheMinute && { byTheMinute }),
      revision: () => revisionOf(store.db, topic(nouns)),
      there: async () => Boolean(await there(store.db, nouns)),
      async render() {
        const shown = await Promise.all(wanted.map((part) => parts[part]!(store.db, nouns, store.now())))
        return Object.fromEntries(wanted.map((part, at) => [part, shown[at]!]))
      },
    }
    if ('poll' in visit.query) {
      const revision = await channel.revision()
      const rendered = Object.entries(await channel.render()).map(([part, html]) => [part, html.toString()])
      return reply.send({ revision, now: Date.parse(store.now()), parts: Object.fromEntries(rendered) })
    }
    reply.hijack()
    if (request.method === 'HEAD') {
      reply.raw.writeHead(200, streamHead).end()
      return reply
    }
    const socket = await turnOf(reply, request.raw.socket)
    if (!socket) return reply
    beginStream(request.raw)
    // A reconnecting browser sends Last-Event-ID; one that begins sends the revision of its page.
    const last = Number(request.headers['last-event-id'] ?? visit.query['since'] ?? Number.NaN)
    hub.join(
      `${request.url.split('?')[0]} ${wanted.join()}`,
      channel,
      socket,
      Number.isInteger(last) ? last : undefined,
    )
    return reply
  })
}

function wantedOf(asked: string | undefined, known: string[]): string[] {
  if (!asked) return known
  const names = new Set(asked.split(','))
  return known.filter((name) => names.has(name))
}
