import type { FastifyInstance } from 'fastify'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

export interface Described {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { responses: Record<string, Answer>; schemas: Record<string, object> }
}

interface Operation {
  operationId: string
  parameters?: { $ref?: string; name?: string; in?: string }[]
  requestBody?: { content: { 'application/json': { schema: { properties: object } } } }
  responses: Record<string, Answer>
}

interface Answer {
  $ref?: string
  content?: object
}

/** The description of the interface, as anybody is told it. */
export async function describedBy(server: FastifyInstance): Promise<Described> {
  const response = await server.inject({ url: '/api/v1/openapi.json' })
  return response.json()
}

/** Schemas of the description, compiled as it is: what no validator knows fails at once. */
export class Interface {
  readonly #described: Described
  readonly #ajv = new Ajv2020({ strict: true, strictRequired: true, allErrors: true, allowUnionTypes: true })
  readonly #known = new Map<string, ValidateFunction>()
  readonly #paths: { path: string; matches: RegExp }[]

  constructor(described: Described) {
    this.#described = described
    // The schemas stand in a document that is none itself.
    this.#ajv.addVocabulary(Object.keys(described))
    this.#ajv.addSchema(described, 'openapi.json')
    this.#paths = Object.keys(described.paths)
      .map((path) => ({ path, matches: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`) }))
      // Literal addresses stand before those with a noun to fill in.
      .sort((one, other) => one.path.split('{').length - other.path.split('{').length)
  }

  compile(pointer: string): ValidateFunction {
    const known = this.#known.get(pointer) ?? this.#ajv.compile({ $ref: `openapi.json#${pointer}` })
    this.#known.set(pointer, known)
    return known
  }

  /** A pointer to the schema of an answer, if such an answer is described. */
  pointerTo(path: string, method: string, status: number): string | undefined {
    const escaped = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
    const answer = this.#described.paths[path]?.[method]?.responses[status]
    if (!answer) return undefined
    const from = answer.$ref?.slice(1) ?? `/paths/${escaped(path)}/${method}/responses/${status}`
    return `${from}/content/${escaped('application/json')}/schema`
  }

  /** An answer's differences from its schema. */
  faultsOf(method: string, url: string, status: number, body: unknown): string[] {
    const [address] = url.split('?')
    const found = this.#paths.find(({ matches }) => matches.test(address!))
    // Nothing is described of an address that is not there.
    const path = found && this.#described.paths[found.path]?.[method.toLowerCase()] ? found.path : undefined
    const pointer = path ? this.pointerTo(path, method.toLowerCase(), status) : '/components/schemas/Problem'
    if (!pointer) return [`${status} is not among the answers of ${method} ${path}`]
    const matches = this.compile(pointer)
    if (matches(body)) return []
    return (matches.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    )
  }
}

let known: Promise<Interface> | undefined

/** The faults of a JSON answer, held against the description that the service itself gives. */
export async function wrongIn(
  server: FastifyInstance,
  { method, url, status, body }: { method: string; url: string; status: number; body: unknown },
): Promise<string[]> {
  if (!url.startsWith('/api/v1/') || url.startsWith('/api/v1/openapi.json')) return []
  known ??= describedBy(server).then((described) => new Interface(described))
  return (await known).faultsOf(method, url, status, body)
}
