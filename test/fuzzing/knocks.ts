import fc from 'fast-check'
import { headerText, maybe, mostly, names, text } from './texts.ts'
import { bodyOf, formTokenLater, given, isJson, type Door, type Place } from './bodies.ts'

/** Stands for the session of a role until the request is sent: some requests end theirs. */
export const sessionOf = (role: string): string => `SESSION-OF-${role}`

/** One request, as plain data. */
export interface Knock {
  method: string
  url: string
  as: string
  headers: Record<string, string>
  payload?: string | Buffer
  remoteAddress: string
}

/** Values for a noun in an address, with some that a browser would not have sent by itself. */
const encoded = (given: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  mostly(
    given.map((one) => encodeURIComponent(one.slice(0, 300).toWellFormed())),
    fc.constantFrom(
      '%00',
      'a%00b',
      '%2e%2e',
      '%ff',
      '%zz',
      '%',
      '',
      '.',
      '%2F',
      '%20',
      '%E2%80%AE',
      '%F0%9F%98%80',
      ';a=b',
    ),
    40,
  )

function addressOf({ url }: Door, { nouns, ids }: Place): fc.Arbitrary<string> {
  const parts = url.split('/').map((part) => {
    if (!part.includes(':')) return fc.constant(part)
    const name = /:([a-z]+)/i.exec(part)![1]!
    const real = fc.constant(nouns[name] ?? 'nowhere')
    const noun = fc.oneof(
      { weight: 30, arbitrary: real },
      { weight: 2, arbitrary: fc.constantFrom('nowhere', ...ids) },
      { weight: 1, arbitrary: text },
    )
    return encoded(noun).map((one) => part.replace(/:[a-z]+/i, () => one))
  })
  return fc.tuple(...parts).map((all) => all.join('/'))
}

const askable = [
  'parts',
  'since',
  'next',
  'with',
  'q',
  'of',
  'day',
  'team',
  'page',
  'kind',
  'filter',
  'profession',
  'from',
  'to',
]

function queryOf(door: Door, { ids }: Place): fc.Arbitrary<string> {
  const value = fc.oneof(text, fc.constantFrom(...ids))
  const pair = fc.tuple(fc.oneof(fc.constantFrom(...askable), names), value)
  const pairs = mostly(
    fc.constant([] as [string, string][]),
    fc.array(pair, { minLength: 1, maxLength: 4 }),
    2,
  )
  const raw = fc.constantFrom(
    '?%',
    '?%00=%00',
    '?a=%ff',
    '?=&&=',
    '?a[b]=c&a[]=d',
    '?__proto__=1&__proto__[a]=2',
    '?a;b',
  )
  const asQuery = pairs.map((all) => (all.length > 0 ? `?${new URLSearchParams(all).toString()}` : ''))
  // A stream has no end; asked for once, it is made by the same code.
  if (door.url.endsWith('/live')) return pairs.map((all) => `?poll&${new URLSearchParams(all).toString()}`)
  return mostly(asQuery, raw, 15)
}

const oddCookies = fc.oneof(
  fc.constantFrom(
    'session=',
    'session=%00',
    'visitor=%E0%A4%A',
    'flash=%E0%A4%A',
    'flash=a%00b',
    '__proto__=1',
    '=;=;;',
    'a',
  ),
  fc
    .tuple(fc.constantFrom('visitor', 'session', 'flash', 'tablet', 'a'), headerText)
    .map((two) => two.join('=')),
)

const oddHeaders = fc
  .record({
    accept: maybe(
      fc.oneof(fc.constantFrom('application/json', 'text/html', '*/*;q=0', 'image/webp,,'), headerText),
      2,
    ),
    'accept-encoding': maybe(fc.constantFrom('br', 'gzip', 'br;q=0, *', 'identity')),
    'accept-language': maybe(headerText),
    'user-agent': maybe(headerText),
    'x-request-id': maybe(headerText),
    'last-event-id': maybe(headerText),
    'x-sender': maybe(headerText, 9),
    'x-waited': maybe(fc.oneof(fc.constantFrom('1', '600000', '-1', '1e99'), headerText)),
    origin: maybe(fc.oneof(fc.constantFrom('null', 'http://localhost:80', 'https://'), headerText), 19),
    'sec-fetch-site': maybe(fc.constantFrom('same-origin', 'none', 'cross-site', ''), 19),
    host: maybe(fc.oneof(fc.constantFrom('localhost', '[::1]:1', 'a b', '', 'x'.repeat(300)), headerText), 9),
    'x-forwarded-for': maybe(headerText, 9),
    'x-forwarded-proto': maybe(headerText, 9),
    'x-forwarded-host': maybe(headerText, 9),
    'if-none-match': maybe(headerText, 9),
    range: maybe(fc.constantFrom('bytes=0-1', 'bytes=9-'), 9),
  })
  .map(given)

/** Any request at all to a door, most of them nearly right. */
export function knocksAt(door: Door, place: Place): fc.Arbitrary<Knock> {
  const method = mostly(
    fc.constant<string>(door.method),
    fc.constantFrom('HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'GET', 'POST'),
    25,
  )
  const from = (visitor: string) =>
    fc
      .record({
        method,
        url: fc.tuple(addressOf(door, place), queryOf(door, place)).map((two) => two.join('')),
        as: mostly(
          fc.constantFrom('organiser', 'organiser', 'lead', 'attendee'),
          fc.constantFrom('nobody', ...place.roles),
          2,
        ),
        headers: mostly(fc.constant({} as Record<string, string>), oddHeaders, 3),
        cookies: maybe(oddCookies, 6),
        bearer: fc.boolean(),
        badSession: maybe(headerText, 30),
        body: bodyOf(door, place),
        host: fc.nat(255),
      })
      .map(({ as, cookies, bearer, badSession, body, host, headers, ...rest }): Knock => {
        const session = badSession ?? (as === 'nobody' ? undefined : sessionOf(as))
        const byBearer = session !== undefined && isJson(door) && bearer
        const all = [`visitor=${visitor}`, !byBearer && session && `session=${session}`, cookies]
        const sends = !['GET', 'HEAD'].includes(rest.method)
        return {
          ...rest,
          as,
          remoteAddress: `10.0.${host}.1`,
          headers: {
            ...(isJson(door) && !byBearer && { 'x-form-token': formTokenLater }),
            ...(isJson(door) && byBearer
              ? { authorization: `Bearer ${session}` }
              : { cookie: all.filter(Boolean).join('; ') }),
            ...(sends && body.type && { 'content-type': body.type }),
            ...(sends && body.key && { 'idempotency-key': headerSafe(body.key) }),
            ...headers,
          },
          ...(sends && { payload: body.payload }),
        }
      })
  return fc.uuid().chain((visitor) => from(visitor.replaceAll('-', '')))
}

const headerSafe = (word: string): string =>
  Buffer.from(word)
    .toString('latin1')
    .replace(/[^\t\x20-\x7e\x80-\xff]/g, '')
