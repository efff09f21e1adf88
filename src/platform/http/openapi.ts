import { z } from 'zod'
import type { AnyCommand } from '../store/command.ts'

/** One address that is offered as JSON, from the same query or command as its page. */
export interface Offered {
  method: 'GET' | 'POST'
  /** With nouns as in `/api/v1/networks/:network`. */
  url: string
  who: string
  command?: AnyCommand
  answer?: z.ZodType
}

type Schema = Record<string, unknown>

const problems = { $ref: '#/components/responses/Problem' }
const refused = { $ref: '#/components/responses/Refused' }

/** A description of the JSON interface (OpenAPI 3.1), made from the schemas that the service itself uses. */
export function openApi(
  offered: readonly Offered[],
  about: { title: string; version: string; server: string },
) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const one of offered) {
    const address = one.url.replace(/:([a-z]+)/gi, '{$1}')
    paths[address] = { ...paths[address], [one.method.toLowerCase()]: operation(one) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: about.title,
      version: about.version,
      description:
        'The same queries and commands as the pages. Send `Authorization: Bearer …` with the token of a session, and an `Idempotency-Key` with each change: sent twice, it is done once.',
    },
    servers: [{ url: about.server }],
    security: [{}, { session: [] }],
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components,
  }
}

const said = (description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
})

const components = {
  securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
  responses: {
    Refused: said('It was not done, and nothing was changed', {
      type: 'object',
      required: ['refused'],
      properties: {
        refused: { type: 'string', description: 'Why, in a sentence for the person' },
        fields: {
          type: 'object',
          additionalProperties: { type: 'string' },
          description: 'What is wrong, by field',
        },
        forbidden: { type: 'boolean' },
        final: { type: 'boolean', description: 'Nothing that is corrected now could count' },
        stands: { type: 'boolean', description: 'What was taken before stays as it was' },
        question: { type: 'boolean', description: 'It is done when sent again with notIdentifiers: "yes"' },
      },
    }),
    Problem: said('Not there, or not for whoever asks', {
      type: 'object',
      required: ['error', 'status'],
      properties: { error: { type: 'string' }, status: { type: 'integer' } },
    }),
  },
}

function operation({ method, url, who, command, answer }: Offered) {
  const nouns = [...url.matchAll(/:([a-z]+)/gi)].map(([, noun]) => noun!)
  const parameters = nouns.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
  const operationId = `${method.toLowerCase()}${url.replace('/api/v1', '').replace(/[/:.-]+(\w)/g, (_all, letter: string) => letter.toUpperCase())}`
  const common = { operationId, summary: `For ${who}`, parameters }
  if (!command) {
    return {
      ...common,
      responses: { 200: said('What the page shows', schemaOf(answer, 'output')), '4XX': problems },
    }
  }
  const schema = without(schemaOf(command.input, 'input'), nouns)
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    schema: { type: 'string', minLength: 20, maxLength: 100 },
  }
  return {
    ...common,
    description: `Command ${command.name}`,
    parameters: [...parameters, key],
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: { 200: said('It is done', { type: 'object' }), '4XX': refused },
  }
}

function schemaOf(type: z.ZodType | undefined, io: 'input' | 'output'): Schema {
  if (!type) return { type: 'object' }
  const { $schema: _dialect, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Schema
  return schema
}

/** The body of a command: its input without the nouns that stand in the address. */
function without(schema: Schema, nouns: string[]): Schema {
  const { properties = {}, required = [], ...rest } = schema as { properties?: Schema; required?: string[] }
  const kept = Object.entries(properties).filter(([name]) => !nouns.includes(name))
  return {
    ...rest,
    properties: Object.fromEntries(kept),
    required: required.filter((name) => !nouns.includes(name)),
  }
}
