import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { paths } from '../../src/paths.ts'
import { anyone, type Actor } from '../../src/platform/store/actor.ts'
import { sceneOfSuite, type SceneInHouse } from '../scene.ts'
import { wordsOn, type Visitor } from '../visitor.ts'
import { isStream, jsonOf, plausibleAt, tokenOf, urlOf, type Address } from './addresses.ts'
import { everythingIn } from './dump.ts'

const actorsOf = ({ people, day }: SceneInHouse): Record<string, Actor> => ({
  'a passer-by': anyone,
  'an attendee of Brent': day.of['brent']![0]!,
  'an attendee of Harrow': day.of['harrow']![0]!,
  'a member of Brent': people.member,
  'a representative of Brent': people.representative,
  'the lead of Brent': people.lead,
  'the lead of Harrow': people.harrowLead,
  'the board': people.board,
  'a sponsor': people.sponsor,
  'a viewer': people.viewer,
  'an organiser': people.organiser,
  'an organiser of another network': people.stranger,
})

const turnedAway = /You may not do this here|You cannot see or do this|Sign in first/

/** Addresses whose form says for which team, or whom, it is. */
const namesWhose = /\/(questions|ideas\/new|measures\/new|pledges\/new|places)$/

describe('A stranger at every door', () => {
  const set = sceneOfSuite()
  let actors: Record<string, Actor>
  before(() => {
    actors = actorsOf(set)
  })

  /** The addresses that are closed to somebody, when all they name is Brent's. */
  async function closedTo(actor: Actor, method: 'GET' | 'POST'): Promise<Address[]> {
    const closed: Address[] = []
    for (const address of set.house.app.admissions) {
      if (address.method !== method || isStream(address)) continue
      // This address means the team of whoever sends it; the one below it names the team.
      if (method === 'POST' && address.url === paths.reflection.pattern) continue
      if (!(await address.who.allows(set.house.store.db, set.nouns as never, actor))) closed.push(address)
    }
    return closed
  }

  const visitorFor = async (actor: Actor): Promise<Visitor> =>
    actor.kind === 'public' ? set.house.visitor() : set.house.as(actor)

  async function sendsEverything(visitor: Visitor, addresses: Address[], status: number) {
    const token = await tokenOf(visitor)
    for (const { url: pattern } of addresses) {
      const url = urlOf(pattern, set.nouns)
      const body = plausibleAt(pattern)
      const answer = await visitor.post(url, { ...body, _token: token })
      equal(answer.status, status, `POST ${pattern}: ${wordsOn(answer.text).slice(0, 600)}`)
      match(wordsOn(answer.text), turnedAway, pattern)
      const told = await visitor.json('POST', jsonOf(url), body)
      // Signing in, and lists of those who came, are not offered to programs.
      if (told.status === 404) continue
      equal(told.status, status, `JSON ${pattern}: ${JSON.stringify(told.body)}`)
      // The policy is asked first: a stranger does not learn which fields a form wants.
      if (namesWhose.test(pattern)) continue
      const empty = await visitor.json('POST', jsonOf(url), {})
      equal(empty.status, status, `JSON ${pattern}: ${JSON.stringify(empty.body)}`)
    }
  }

  async function looksEverywhere(visitor: Visitor, addresses: Address[], status: number) {
    for (const { url: pattern } of addresses) {
      const answer = await visitor.get(urlOf(pattern, set.nouns))
      equal(answer.status, status, `GET ${pattern}`)
      if (status === 303) match(answer.location, /^\/sign-in\?next=/, pattern)
      else match(wordsOn(answer.text), turnedAway, pattern)
    }
  }

  for (const name of Object.keys(actorsOf({ people: {}, day: { of: { brent: [], harrow: [] } } } as never))) {
    test(`${name} changes nothing where they may not, and is told so`, async () => {
      const actor = actors[name]!
      const visitor = await visitorFor(actor)
      const standing = await everythingIn(set.house.store.db)
      const stranger = actor.kind === 'public'
      const [doors, forms] = [await closedTo(actor, 'GET'), await closedTo(actor, 'POST')]
      if (name !== 'an organiser') ok(doors.length > 20 && forms.length > 20)
      await looksEverywhere(visitor, doors, stranger ? 303 : 403)
      await sendsEverything(visitor, forms, stranger ? 401 : 403)
      deepEqual(await everythingIn(set.house.store.db), standing)
    })
  }
})
