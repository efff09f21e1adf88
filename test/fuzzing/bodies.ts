import fc from 'fast-check'
import type { AnyCommand } from '../../src/platform/store/command.ts'
import { maybe, mostly, text } from './texts.ts'
import { fieldsOf, type Fields } from './values.ts'

/** One address that the service has registered. */
export interface Door {
  method: 'GET' | 'POST'
  url: string
  command?: AnyCommand
  /** The fields that its page asks for. */
  asked: string[]
}

/** Stands for the token of a form until it is sent, since that is good for one sitting. */
export const formTokenLater = 'TOKEN-OF-THE-FORM'

/** The place of sending: its real nouns and ids, and the roles that may send. */
export interface Place {
  nouns: Record<string, string>
  /** Every id and code that stands in its store. */
  ids: string[]
  /** The roles that may be sent for. */
  roles: string[]
}

export const isJson = ({ url }: Door): boolean => url.startsWith('/api/')

export const given = (headers: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )

/** Bodies that are not what they say. */
const raw: fc.Arbitrary<{ type: string; payload: string | Buffer }> = fc.record({
  type: fc.constantFrom(
    'application/json',
    'application/json; charset=utf-16',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'multipart/form-data; boundary=a',
    'text/plain',
    'application/',
    '',
  ),
  payload: fc.oneof(
    fc.constantFrom<string>(
      '',
      'null',
      '[]',
      '"x"',
      '0',
      'true',
      '{',
      '{"a":1e999}',
      '{"__proto__":{"a":1}}',
      '{"constructor":{"prototype":{}}}',
    ),
    fc.constantFrom<string>(
      '%',
      '%00=%00',
      'a=%ff&a=%zz',
      '&&==',
      'a[b][c]=1',
      '--a\r\n\r\n--a--',
      '\ufeff{}',
      '{"name":"\\ud83d","team":"\\u0000"}',
    ),
    fc.integer({ min: 1, max: 60_000 }).map((deep) => '['.repeat(deep) + ']'.repeat(deep)),
    fc.integer({ min: 1, max: 20_000 }).map((deep) => '{"a":'.repeat(deep) + '1' + '}'.repeat(deep)),
    fc.integer({ min: 1, max: 9_000 }).map((many) => 'name=a&'.repeat(many)),
    fc
      .integer({ min: 1, max: 9_000 })
      .map((many) => Array.from({ length: many }, (_, at) => `f${at}=1`).join('&')),
    fc.constant('x'.repeat(300_000)),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
  ),
})

const asWord = (value: unknown): string =>
  typeof value === 'object' ? (JSON.stringify(value) ?? '') : String(value)

function asForm(fields: Fields, ours: Record<string, string | undefined>): string {
  const body = new URLSearchParams()
  for (const [name, value] of [...fields, ...Object.entries(given(ours))])
    for (const one of [value].flat()) body.append(name, asWord(one))
  return body.toString()
}

/** A key that stands in several requests, so that some are taken for the same. */
const key = maybe(fc.oneof(fc.constantFrom('the-same-key-for-many-forms', 'short'), text, fc.uuid()), 1)

type Sent = { type: string; payload: string | Buffer; key?: string | undefined }

export function bodyOf(door: Door, place: Place): fc.Arbitrary<Sent> {
  const fields = fieldsOf(door.command, {
    pattern: door.url,
    asked: door.asked,
    ids: fc.constantFrom(...place.ids),
  })
  const json = fc.tuple(fields, key).map(([all, sent]) => ({
    type: 'application/json',
    payload: JSON.stringify(Object.fromEntries(all)),
    key: sent,
  }))
  const hidden = fc.record({
    _token: mostly(fc.constant(formTokenLater), text, 20),
    _key: key,
    _step: mostly(fc.constantFrom('confirmed', 'change', undefined), text, 9),
    _stood: maybe(text, 9),
  })
  const form = fc
    .tuple(fields, hidden)
    .map(([all, ours]) => ({ type: 'application/x-www-form-urlencoded', payload: asForm(all, ours) }))
  const usual: fc.Arbitrary<Sent> = isJson(door) ? json : form
  return fc.oneof(
    { weight: 16, arbitrary: usual },
    { weight: 1, arbitrary: raw },
    { weight: 1, arbitrary: isJson(door) ? form : json },
  )
}
