import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Policy } from '../store/command.ts'
import type { Answering } from './page-renderer.ts'
import { serveLive } from './live.ts'
import { serveButton, serveForm } from './form-endpoint.ts'
import type { Problem } from './problem.ts'
import { api, Receiving } from './command-endpoint.ts'
import type { Nouns } from './path.ts'
import type { FileDefinition, PageDefinition, Site, RequestContext } from './site.ts'

/** The site to which slices declare their addresses, and the list of them. */
export function makeSite(server: FastifyInstance, answering: Answering, problem: Problem) {
  const { store, config, hub } = answering
  const receiving = new Receiving(server, answering, problem)
  const site: Site = {
    store,
    config,
    hub,
    page: (definition) => servePage(receiving, definition),
    form: (definition) => serveForm(receiving, definition),
    button: (definition) => serveButton(receiving, definition),
    file: (definition) => serveFile(receiving, definition),
    live(definition) {
      receiving.admits('GET', definition.at.pattern, definition.who as Policy<never>)
      serveLive(server, definition, { hub, store, problem, admitted: receiving.admitted.bind(receiving) })
    },
  }
  return { site, offered: receiving.offered, admissions: receiving.admissions }
}

function servePage<P extends string, Data>(
  receiving: Receiving,
  { at, who, read, show, answer, told, query }: PageDefinition<P, Data>,
): void {
  const { server, problem } = receiving
  receiving.admits('GET', at.pattern, who as Policy<never>)

  const answered =
    (
      send: (
        request: FastifyRequest,
        reply: FastifyReply,
        data: Data,
        visit: RequestContext<Nouns<P>>,
      ) => unknown,
      asks?: (query: RequestContext['query']) => RequestContext['query'],
    ) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const visit = await receiving.admitted(request, reply, who)
      if (!visit) return reply
      if (asks) visit.query = asks(visit.query)
      const data = await read(visit)
      return data === undefined ? problem(request, reply, 404) : send(request, reply, data, visit)
    }

  server.get(
    at.pattern,
    { config: { who: who.name } },
    answered((request, reply, data, visit) => receiving.show(request, reply, show(data, visit), visit)),
  )
  if (!answer) return
  const named = new Set(Object.keys(query?.shape ?? {}))
  const declared = (given: RequestContext['query']) =>
    Object.fromEntries(Object.entries(given).filter(([name]) => named.has(name)))
  receiving.offered.push({
    method: 'GET',
    url: api + at.pattern,
    who: who.name,
    answer,
    ...(query && { query }),
  })
  server.get(
    api + at.pattern,
    { config: { who: who.name } },
    answered(
      (_request, reply, data, visit) => receiving.json(reply, visit, answer.parse(told ? told(data) : data)),
      declared,
    ),
  )
}

function serveFile<P extends string>(receiving: Receiving, { at, who, read }: FileDefinition<P>): void {
  const { server, problem } = receiving
  receiving.admits('GET', at.pattern, who as Policy<never>)
  server.get(at.pattern, { config: { who: who.name } }, async (request, reply) => {
    const visit = await receiving.admitted(request, reply, who)
    if (!visit) return reply
    const file = await read(visit)
    if (!file) return problem(request, reply, 404)
    if (file.name) {
      reply.header('content-disposition', `attachment; filename="${file.name.replace(/[^\w.-]/g, '-')}"`)
    }
    return reply.type(file.type).send(file.body)
  })
}
