import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponseObject } from 'zod-openapi'
import type { AnyCommand } from '../store/command.ts'
import { longestKey, shortestKey } from './idempotency-keys.ts'
import { Problem, Refused } from './error-schemas.ts'

/** One address that is offered as JSON, from the same query or command as its page. */
export interface Offered {
  method: 'GET' | 'POST'
  /** With nouns as in `/api/v1/networks/:network`. */
  url: string
  who: string
  /** The schema of the answer when it is done, or shown. */
  answer: z.ZodType
  command?: AnyCommand
  /** Fields of the command's input that the address itself sets, beside its nouns. */
  fills?: readonly string[]
  query?: z.ZodObject
}

export interface About {
  title: string
  version: string
  server: string
  /** The name of the cookie of a session. */
  cookie: string
}

type Schema = Record<string, unknown>

/** A description of the JSON interface (OpenAPI 3.1), made from the schemas that the service itself uses. */
export function openApi(offered: readonly Offered[], about: About) {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {}
  for (const one of offered.toSorted(({ url: one }, { url: other }) => (one < other ? -1 : 1))) {
    const address = inBraces(one.url)
    paths[address] = { ...paths[address], [one.method.toLowerCase()]: operation(one) }
  }
  const { title, version } = about
  const described = createDocument({
    openapi: '3.1.0',
    info: { title, version, description, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: about.server }],
    paths,
    components: { securitySchemes: securitySchemes(about), parameters, responses },
  })
  for (const { method, url, fills = [] } of offered)
    if (method === 'POST') askingOnly(described.paths?.[inBraces(url)]?.post, [...nounsIn(url), ...fills])
  return described
}

const description = `The same queries and commands as the pages. Send \`Authorization: Bearer …\` with the token of a session, and an \`Idempotency-Key\` with each change: sent twice, it is done once.`

const securitySchemes = ({ cookie }: About) => ({
  session: {
    type: 'http' as const,
    scheme: 'bearer',
    description: 'The session of a person or of an attendee; signing up and coming in with a code give one',
  },
  cookie: { type: 'apiKey' as const, in: 'cookie' as const, name: cookie },
  formToken: {
    type: 'apiKey' as const,
    in: 'header' as const,
    name: 'X-Form-Token',
    description:
      'What stands in the hidden field `_token` of every form: without it no cookie changes anything',
  },
})

const parameters = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header' as const,
    required: false,
    description: 'Random, kept for seven days. The same change sent twice under it is done once.',
    schema: { type: 'string' as const, minLength: shortestKey, maxLength: longestKey },
  },
  Waited: {
    name: 'X-Waited',
    in: 'header' as const,
    required: false,
    description: 'For how many milliseconds the change has waited on the device for a network',
    schema: { type: 'number' as const, minimum: 0 },
  },
}

const said = (words: string, schema: z.ZodType): ZodOpenApiResponseObject => ({
  description: words,
  content: { 'application/json': { schema } },
})

const RefusedOrProblem = z.union([Refused, Problem])

const headers = {
  'Retry-After': {
    description: 'In how many seconds it may be sent again',
    schema: { type: 'integer' as const, minimum: 0 },
  },
}

const responses: Record<string, ZodOpenApiResponseObject> = {
  NotUnderstood: said('Not understood', Problem),
  SignIn: said('For who has signed in, or came by their own link; or the session has ended', Problem),
  NotAllowed: said('Not for your role', Problem),
  NotThere: said('Not there', Problem),
  RefusedSignIn: said('Not done: for who has signed in; or the session has ended', RefusedOrProblem),
  RefusedNotAllowed: said(
    'Not done: not for your role, or a cookie came without its token',
    RefusedOrProblem,
  ),
  Refused: said('Not done, and why; nothing was changed', Refused),
  TooLarge: said('Too much to send at once', Problem),
  NotJson: said('Neither JSON nor nothing was sent', Problem),
  TooMany: { ...said('Too often', RefusedOrProblem), headers },
  Failed: said('Something is wrong with the service', Problem),
  Unavailable: { ...said('Nothing was stored: send it again with the same key', Problem), headers },
}

const refer = (name: string) => ({ $ref: `#/components/responses/${name}` as const })

const always = {
  400: refer('NotUnderstood'),
  404: refer('NotThere'),
  500: refer('Failed'),
  503: refer('Unavailable'),
}

function operation({ method, url, who, command, answer, query }: Offered): ZodOpenApiOperationObject {
  const nouns = nounsIn(url)
  const operationId = `${method.toLowerCase()}${url.replace('/api/v1', '').replace(/[/:.-]+(\w)/g, (_all, letter: string) => letter.toUpperCase())}`
  const path = z.object(Object.fromEntries(nouns.map((noun) => [noun, z.string().min(1)])))
  const requestParams = { ...(nouns.length > 0 && { path }), ...(query && { query }) }
  const common = { operationId, summary: `For ${who}`, requestParams }
  if (!command) {
    return {
      ...common,
      security: [{}, { session: [] }, { cookie: [] }],
      responses: {
        200: said('What the page shows', marked(answer)),
        401: refer('SignIn'),
        403: refer('NotAllowed'),
        ...always,
      },
    }
  }
  return {
    ...common,
    description: `Command ${command.name}`,
    tags: [command.name.split('.')[0]!],
    security: [{}, { session: [] }, { cookie: [], formToken: [] }],
    parameters: ['Waited', ...(command.secret ? [] : ['IdempotencyKey'])].map((name) => ({
      $ref: `#/components/parameters/${name}`,
    })),
    requestBody: { content: { 'application/json': { schema: command.input } } },
    responses: {
      200: said('It is done', marked(answer)),
      401: refer('RefusedSignIn'),
      403: refer('RefusedNotAllowed'),
      409: refer('Refused'),
      413: refer('TooLarge'),
      415: refer('NotJson'),
      422: refer('Refused'),
      429: refer('TooMany'),
      ...always,
    },
  }
}

const inBraces = (url: string): string => url.replace(/:([a-z]+)/gi, '{$1}')
const nounsIn = (url: string): string[] => [...url.matchAll(/:([a-z]+)/gi)].map(([, noun]) => noun!)

const Mark = z.string().optional().describe('Of what is not real, such as a demonstration: says so')
const known = new WeakMap<z.ZodType, z.ZodType>()

/** An answer as it is sent: with the mark of a network that is not real. */
function marked(answer: z.ZodType): z.ZodType {
  const before = known.get(answer)
  if (before) return before
  const { id, description: words } = answer.meta() ?? {}
  const whole =
    answer instanceof z.ZodObject
      ? answer.extend({ mark: Mark })
      : answer instanceof z.ZodUnion
        ? z.union(answer.options.map((one) => marked(one as z.ZodType)))
        : answer
  const named = id ? whole.meta({ id: `${id}Answer`, ...(words && { description: words }) }) : whole
  known.set(answer, named)
  return named
}

/** The body of a command: its input without known fields, such as the nouns of the address. */
function askingOnly(operation: { requestBody?: unknown } | undefined, known: readonly string[]): void {
  const body = operation?.requestBody as
    { required?: boolean; content: Record<string, { schema: Schema }> } | undefined
  const media = body?.content['application/json']
  if (!body || !media) return
  const {
    properties = {},
    required = [],
    ...rest
  } = media.schema as { properties?: Schema; required?: string[] }
  const needed = required.filter((name) => !known.includes(name))
  media.schema = {
    ...rest,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !known.includes(name))),
    ...(needed.length > 0 && { required: needed }),
  }
  body.required = needed.length > 0
}
