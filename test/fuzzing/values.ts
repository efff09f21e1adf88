import fc from 'fast-check'
import { z } from 'zod'
import type { AnyCommand } from '../../src/platform/store/command.ts'
import { plausibleAt } from '../journeys/addresses.ts'
import { mostly, names, text } from './texts.ts'

type Schema = Record<string, unknown> & { properties?: Record<string, Schema> }

const schemaOf = (command: AnyCommand): Schema =>
  z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' }) as Schema

/** Text and ids for a value: careful, or anything. */
interface Words {
  ids: fc.Arbitrary<string>
  said: fc.Arbitrary<string>
}

/** Something that a schema might take, from what is real here where it is an id. */
function like(schema: Schema, words: Words): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema['const'])
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]))
  if (Array.isArray(schema['anyOf']))
    return fc.oneof(...(schema['anyOf'] as Schema[]).map((one) => like(one, words)))
  const types = [schema['type'] ?? 'string'].flat() as string[]
  return fc.oneof(...types.map((type) => ofType(type, schema, words)))
}

function ofType(type: string, schema: Schema, words: Words): fc.Arbitrary<unknown> {
  const { ids, said } = words
  const inside = (name: string) => like((schema[name] as Schema | undefined) ?? {}, words)
  const { minimum = 7, maximum = 1e21 } = schema
  if (type === 'integer' || type === 'number')
    return fc.oneof(fc.constantFrom(0, -1, 1, 2, 3, 15, 0.5, minimum, maximum), fc.double())
  if (type === 'boolean') return fc.boolean()
  if (type === 'null') return fc.constant(null)
  if (type === 'array')
    return mostly(
      fc.array(inside('items'), { maxLength: 4 }),
      fc.array(ids, { minLength: 60, maxLength: 80 }),
      9,
    )
  if (type === 'object')
    return fc.dictionary(fc.oneof(ids, names), inside('additionalProperties'), { maxKeys: 5 })
  return fc.oneof(ids, said)
}

/** One value of anything that JSON can hold, or that a form can say twice. */
const anything: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.array(text, { maxLength: 4 }),
  fc.object({ maxDepth: 3, key: names, values: [text, fc.integer(), fc.constant(null), fc.boolean()] }),
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 1e308, [], {}, [[[]]], [null], [{}]),
)

export type Fields = [string, unknown][]

/** Fields for a command: as usual, as its schema says, hostile, or none; and some that nobody asks for. */
export function fieldsOf(
  command: AnyCommand | undefined,
  { pattern, asked, ids }: { pattern: string; asked: string[]; ids: fc.Arbitrary<string> },
): fc.Arbitrary<Fields> {
  const usual: Record<string, unknown> = plausibleAt(pattern)
  const properties = command ? (schemaOf(command).properties ?? {}) : {}
  const wanted = [...new Set([...Object.keys(properties), ...asked])].filter((name) => !name.startsWith('_'))
  const said = fc.constantFrom('A small one', 'We could share letters', '2027-01-12', '2', '9:30am')
  const careful = (name: string): fc.Arbitrary<Fields> => {
    const value = name in usual ? fc.constant(usual[name]) : like(properties[name] ?? {}, { ids, said })
    return value.map((one) => [[name, one]] as Fields)
  }
  const careless = (name: string): fc.Arbitrary<Fields> => {
    const fitting = like(properties[name] ?? {}, { ids, said: fc.oneof(said, text) })
    const value = name in usual ? fc.oneof(fc.constant(usual[name]), fitting) : fitting
    return fc.oneof(
      { weight: 6, arbitrary: value.map((one) => [[name, one]] as Fields) },
      { weight: 1, arbitrary: anything.map((one) => [[name, one]] as Fields) },
      { weight: 1, arbitrary: fc.constant([] as Fields) },
      {
        weight: 1,
        arbitrary: fc.tuple(value, text).map((two) => two.map((one) => [name, one]) as Fields),
      },
    )
  }
  const extra = fc.array(fc.tuple(names, anything), { minLength: 1, maxLength: 2 }) as fc.Arbitrary<Fields>
  return fc
    .tuple(
      fc.oneof(
        fc.tuple(...wanted.map(careful)),
        oneCareless(wanted, careful, careless),
        fc.tuple(...wanted.map(careless)),
      ),
      mostly(fc.constant([] as Fields), extra, 5),
    )
    .map(([some, more]) => [...some.flat(), ...more])
}

/** All as usual but one, which gets further than all unusual at once. */
const oneCareless = (
  wanted: string[],
  careful: (name: string) => fc.Arbitrary<Fields>,
  careless: (name: string) => fc.Arbitrary<Fields>,
): fc.Arbitrary<Fields[]> =>
  fc
    .nat(Math.max(0, wanted.length - 1))
    .chain((which) => fc.tuple(...wanted.map((name, at) => (at === which ? careless(name) : careful(name)))))
