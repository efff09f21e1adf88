import type { Field, Section } from '../../../platform/store/section.ts'
import { privateNames } from './private.ts'

type Schema = Record<string, unknown>

const shortName = { type: ['string', 'integer'], pattern: '^[\\w-][\\w.~-]{0,99}$' }

const kinds: Record<Field['kind'], (field: Field) => Schema> = {
  id: () => shortName,
  reference: () => shortName,
  references: () => ({ type: 'array', items: shortName, minItems: 1, uniqueItems: true }),
  text: ({ most }) => ({ type: ['string', 'number', 'boolean'], ...(most && { maxLength: most }) }),
  number: () => ({ type: 'integer' }),
  decimal: () => ({ type: 'number' }),
  day: () => ({ type: 'string', pattern: '^(\\d{4}-\\d{2}-\\d{2}|today( ?[+-] ?\\d{1,4})?)$' }),
  instant: () => ({
    type: 'string',
    pattern:
      '^(now|\\d{4}-\\d{2}-\\d{2}T.+|(\\d{4}-\\d{2}-\\d{2}|today( ?[+-] ?\\d{1,4})?)( \\d{1,2}:\\d{2})?)$',
  }),
  choice: ({ choices }) => ({ enum: choices }),
  choices: ({ choices }) => ({ type: 'array', items: { enum: choices } }),
  'yes-no': () => ({ enum: [true, false, 'yes', 'no'] }),
}

/** A field may also be there without a value, which is the same as being left out. */
const fieldSchema = (field: Field): Schema => {
  const kind = kinds[field.kind](field)
  const description = field.section ? `${field.says}: an id in ${field.section}` : field.says
  return field.required ? { description, ...kind } : { description, anyOf: [kind, { type: 'null' }] }
}

function recordSchema({ fields, says }: Section): Schema {
  const entries = Object.entries(fields)
  return {
    type: 'object',
    description: says,
    properties: Object.fromEntries(entries.map(([name, field]) => [name, fieldSchema(field)])),
    required: entries.filter(([, { required }]) => required).map(([name]) => name),
    additionalProperties: false,
  }
}

const sectionSchema = (section: Section): Schema =>
  section.name === 'network'
    ? recordSchema(section)
    : { description: section.says, type: ['array', 'null'], items: recordSchema(section) }

/** The format for editors: JSON Schema draft 7, which they know best. */
export function schemaOf(sections: Section[]): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Spreadathon network file',
    type: 'object',
    properties: {
      spreadathon: { description: 'The form that the file is written in', const: 1 },
      without: {
        description: 'What was left out when the file was written',
        type: 'array',
        items: { enum: privateNames(sections) },
      },
      ...Object.fromEntries(sections.map((section) => [section.name, sectionSchema(section)])),
    },
    required: ['spreadathon', 'network'],
    additionalProperties: false,
  }
}
