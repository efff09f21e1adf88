import { deepEqual, ok } from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import { parse, parseFragment } from 'parse5'
import type { Actor } from '../../src/platform/store/actor.ts'
import { hostile } from '../fuzzing/hostile.ts'
import { sceneOfSuite } from '../scene.ts'
import { elementsOf, type Answered } from '../visitor.ts'
import { isStream, jsonOf, plausibleAt, tokenOf, urlOf } from './addresses.ts'

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostile) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...hostile), fc.string()).map((both) => both.join('')) },
)
const value = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 1, arbitrary: fc.array(text, { maxLength: 4 }) },
)
const proto = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '_step', 'ideas[]', 'a.b']

/** A body in which each box of the form holds what is plausible, something hostile, or nothing. */
const bodyLike = (plausible: Record<string, string | string[]>) =>
  fc
    .tuple(
      fc.record(
        Object.fromEntries(
          Object.entries(plausible).map(([name, usual]) => [name, fc.oneof(fc.constant(usual), value)]),
        ),
        { requiredKeys: [] },
      ),
      fc.dictionary(fc.constantFrom(...proto), value, { maxKeys: 2, noNullPrototype: true }),
    )
    .map(
      ([known, other]) =>
        [...Object.entries(known), ...Object.entries(other)] as [string, string | string[]][],
    )

// Typed text may hold any character; these rules report only that one is odd.
const oddCharacter = /^(control-character|noncharacter|surrogate)-in-input-stream$/

/** The faults of an answer, if any. */
function wrongWith({ status, text: page, headers, location }: Answered): string[] {
  const wrong: string[] = []
  if (status >= 500) wrong.push(`status ${status}`)
  if (/[\r\n]/.test(location) || headers['a'] !== undefined) wrong.push('a header was split')
  if (!String(headers['content-type']).startsWith('text/html')) return wrong
  const read = page.startsWith('<!') ? parse : parseFragment
  read(page, {
    onParseError: ({ code, startLine }) =>
      oddCharacter.test(code) || wrong.push(`${code}: ${page.split('\n')[startLine - 1]?.slice(0, 200)}`),
  })
  for (const { tagName, attrs } of elementsOf(page)) {
    if (tagName.startsWith('hostile') || attrs.some(({ name }) => name.startsWith('onhostile')))
      wrong.push(`unescaped: <${tagName}>`)
    const leads = attrs.find(({ name }) => name === 'href' || name === 'action' || name === 'src')
    if (leads && /^\s*javascript:/i.test(leads.value)) wrong.push(`script in ${tagName}`)
  }
  return wrong
}

describe('Hostile forms', () => {
  const set = sceneOfSuite()
  let actors: Record<string, Actor>
  before(() => {
    actors = { organiser: set.people.organiser, attendee: set.day.of['brent']![0]! }
  })

  /** The forms that erase come last: a person who is erased cannot go on. */
  const forms = (erasing: boolean) =>
    set.house.app.admissions.filter(
      ({ method, url }) => method === 'POST' && url.includes('erasure') === erasing,
    )

  /** Sends a few hostile bodies to a form and to its JSON address. */
  async function throwAt(pattern: string, actor: Actor) {
    const url = urlOf(pattern, set.nouns)
    const body = bodyLike(plausibleAt(pattern))
    const json = fc.oneof(
      fc.object({ key: fc.constantFrom(...Object.keys(plausibleAt(pattern))) }),
      fc.anything(),
    )
    const thrown = fc.asyncProperty(body, json, async (entries, other) => {
      const visitor = await set.house.as(actor)
      const token = await tokenOf(visitor)
      deepEqual(
        wrongWith(await visitor.post(url, Object.fromEntries([...entries, ['_token', token]]))),
        [],
        pattern,
      )
      const program = await set.house.as(actor)
      for (const sent of [Object.fromEntries(entries), other]) {
        const payload = JSON.parse(JSON.stringify(sent) ?? 'null') as unknown
        if (typeof payload !== 'object' || payload === null) continue
        const told = await program.json('POST', jsonOf(url), payload)
        ok(told.status < 500, `JSON ${pattern}: ${JSON.stringify(payload)}`)
      }
    })
    await fc.assert(thrown, { numRuns: 6, endOnFailure: true })
  }

  for (const name of ['organiser', 'attendee']) {
    test(`whatever an ${name} sends, it is refused or kept in good order`, async () => {
      for (const { url } of forms(false)) await throwAt(url, actors[name]!)
    })
  }

  test('afterwards every page still stands, with all of it escaped', async () => {
    let looked = 0
    for (const actor of Object.values(actors)) {
      const visitor = await set.house.as(actor)
      for (const address of set.house.app.admissions) {
        if (address.method !== 'GET' || isStream(address)) continue
        deepEqual(wrongWith(await visitor.get(urlOf(address.url, set.nouns))), [], address.url)
        looked += 1
      }
    }
    ok(looked > 150)
  })

  test('and so are those who leave', async () => {
    for (const { url } of forms(true)) for (const actor of Object.values(actors)) await throwAt(url, actor)
  })
})
