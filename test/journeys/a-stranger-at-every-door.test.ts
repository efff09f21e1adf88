import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { membersOf } from '../../src/before/networks/store/networks.ts'
import { paths } from '../../src/paths.ts'
import { anyone, type Actor } from '../../src/platform/store/actor.ts'
import { openHouse, type House } from '../house.ts'
import { peopleOf, type People } from '../people.ts'
import { sceneOf, type Scene } from '../scene.ts'
import { wordsOn, type Visitor } from '../visitor.ts'
import { isStream, jsonOf, plausibleAt, tokenOf, urlOf, type Address } from './addresses.ts'
import { everythingIn } from './dump.ts'

const actorsOf = (people: People, { day }: Scene): Record<string, Actor> => ({
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

describe('A stranger at every door', () => {
  let house: House
  let actors: Record<string, Actor>
  let nouns: Record<string, string>

  let close = async () => {}
  after(() => close())
  before(async () => {
    const closing = { after: (closed: () => Promise<void>) => void (close = closed) }
    house = await openHouse(closing, { database: 'sqlite' })
    const people = await peopleOf(house.store)
    const scene = await sceneOf(house.store, people)
    const [membership] = await membersOf(house.store.db, people.network)
    actors = actorsOf(people, scene)
    nouns = { ...scene.nouns, membership: membership!.id }
  })

  /** The addresses that are closed to somebody, when all they name is Brent's. */
  async function closedTo(actor: Actor, method: 'GET' | 'POST'): Promise<Address[]> {
    const closed: Address[] = []
    for (const address of house.app.admissions) {
      if (address.method !== method || isStream(address)) continue
      // This address means the team of whoever sends it; the one below it names the team.
      if (method === 'POST' && address.url === paths.reflection.pattern) continue
      if (!(await address.who.allows(house.store.db, nouns as never, actor))) closed.push(address)
    }
    return closed
  }

  const visitorFor = async (actor: Actor): Promise<Visitor> =>
    actor.kind === 'public' ? house.visitor() : house.as(actor)

  async function sendsEverything(visitor: Visitor, addresses: Address[], status: number) {
    const token = await tokenOf(visitor)
    for (const { url: pattern } of addresses) {
      const url = urlOf(pattern, nouns)
      const body = plausibleAt(pattern)
      const answer = await visitor.post(url, { ...body, _token: token })
      equal(answer.status, status, `POST ${pattern}: ${wordsOn(answer.text).slice(0, 600)}`)
      match(wordsOn(answer.text), turnedAway, pattern)
      const told = await visitor.json('POST', jsonOf(url), body)
      // What signs in, or would tell who came, is not offered to programs.
      if (told.status !== 404) equal(told.status, status, `JSON ${pattern}: ${JSON.stringify(told.body)}`)
    }
  }

  async function looksEverywhere(visitor: Visitor, addresses: Address[], status: number) {
    for (const { url: pattern } of addresses) {
      const answer = await visitor.get(urlOf(pattern, nouns))
      equal(answer.status, status, `GET ${pattern}`)
      if (status === 303) match(answer.location, /^\/sign-in\?next=/, pattern)
      else match(wordsOn(answer.text), turnedAway, pattern)
    }
  }

  for (const name of Object.keys(
    actorsOf({} as People, { day: { of: { brent: [], harrow: [] } } } as never),
  )) {
    test(`${name} changes nothing where they may not, and is told so`, async () => {
      const actor = actors[name]!
      const visitor = await visitorFor(actor)
      const standing = await everythingIn(house.store.db)
      const stranger = actor.kind === 'public'
      const [doors, forms] = [await closedTo(actor, 'GET'), await closedTo(actor, 'POST')]
      if (name !== 'an organiser') ok(doors.length > 20 && forms.length > 20)
      await looksEverywhere(visitor, doors, stranger ? 303 : 403)
      await sendsEverything(visitor, forms, stranger ? 401 : 403)
      deepEqual(await everythingIn(house.store.db), standing)
    })
  }
})
