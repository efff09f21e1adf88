import { deepEqual, ok } from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { addMember, addTeam, startNetwork } from '../../src/before/networks/commands.ts'
import { makeEvent } from '../../src/before/events/commands.ts'
import { addIdea } from '../../src/before/ideas/commands.ts'
import { membersOf } from '../../src/before/networks/store/networks.ts'
import { operator } from '../../src/platform/store/actor.ts'
import { orThrow, type Store } from '../../src/platform/store/store.ts'
import type { People } from '../people.ts'
import { sceneOf, sceneOfSuite } from '../scene.ts'
import type { Visitor } from '../visitor.ts'
import { isStream, jsonOf, nounsIn, plausibleAt, tokenOf, urlOf, type Nouns } from './addresses.ts'
import { everythingIn } from './dump.ts'

/**
 * A second network, where the same organiser and lead have a role and one of everything too. What goes by a name
 * in its address is called otherwise there than in the first network.
 */
async function southOf(store: Store, people: People): Promise<Nouns> {
  const by = { actor: operator }
  const words = { teamNoun: 'team', teamNounPlural: 'teams', boardName: 'Board', qiTeamName: 'QI team' }
  const { id: network } = orThrow(await store.dispatch(startNetwork, { name: 'South', ...words }, by))
  for (const name of ['Brent', 'Harrow', 'Hillingdon', 'Westminster'])
    orThrow(await store.dispatch(addTeam, { network, name }, by))
  for (const [role, team] of [['organiser'], ['lead', 'brent'], ['board']] as const) {
    const email = role === 'organiser' ? 'olu.organiser' : role === 'lead' ? 'bea.lead' : 'bo.board'
    const member = { network, name: role, email: `${email}@example.invalid`, role, team }
    orThrow(await store.dispatch(addMember, member, by))
  }
  // So that the event and the idea of the scene are "day-2" and "assess-in-one-go-2" here.
  await store.dispatch(makeEvent, { network, name: 'Day', on: '2027-01-13' }, by)
  await store.dispatch(addIdea, { network, team: 'westminster', title: 'Assess in one go' }, by)
  const { nouns } = await sceneOf(store, { ...people, network })
  const [membership] = await membersOf(store.db, network)
  return { ...nouns, team: 'westminster', membership: membership!.id }
}

describe('A path into another network', () => {
  const set = sceneOfSuite()
  let south: Nouns
  let visitors: Record<string, Visitor>
  before(async () => {
    const { house, people, day, nouns } = set
    south = await southOf(house.store, people)
    await house.store.dispatch(
      makeEvent,
      { network: nouns['network'], name: 'Another day', on: '2027-06-01' },
      { actor: operator },
    )
    visitors = {
      organiser: await house.as(people.organiser),
      lead: await house.as(people.lead),
      board: await house.as(people.board),
      attendee: await house.as(day.of['brent']![0]!),
    }
  })

  let through: string[] = []

  /** One address, by several roles, with nouns that do not belong together; what answers as if they did is kept. */
  async function leadsNowhere(pattern: string, method: 'GET' | 'POST', nouns: Nouns, noun: string) {
    const url = urlOf(pattern, nouns)
    for (const [name, visitor] of Object.entries(visitors)) {
      const refused = ({ status }: { status: number }) =>
        [403, 404, 409, 422].includes(status) ||
        through.push(`${name} ${method} ${pattern} (another ${noun}): ${status}`)
      if (method === 'GET') refused(await visitor.get(url))
      else {
        const body = plausibleAt(pattern)
        const answer = await visitor.post(url, { ...body, _token: await tokenOf(visitor) })
        refused(answer)
        const told = await visitor.json('POST', jsonOf(url), body)
        refused(told)
      }
    }
  }

  /** Each address with one noun of the other place in it, and the rest of its own. */
  async function eachLeadsNowhere(among: (noun: string, pattern: string) => boolean, other: Nouns) {
    let tried = 0
    through = []
    for (const address of set.house.app.admissions) {
      const { method, url: pattern } = address
      if (!pattern.includes(':network') || isStream(address)) continue
      for (const noun of nounsIn(pattern).filter((one) => among(one, pattern))) {
        await leadsNowhere(pattern, method, { ...set.nouns, [noun]: other[noun]! }, noun)
        tried += 1
      }
    }
    return tried
  }

  test('is refused or not found at every address, whoever takes it, and changes nothing', async () => {
    const standing = await everythingIn(set.house.store.db)
    const tried = await eachLeadsNowhere((noun) => noun !== 'network' && noun !== 'token', south)
    ok(tried > 100, `${tried}`)
    deepEqual(through, [])
    deepEqual(await everythingIn(set.house.store.db), standing)
  })

  test('from one event into another is refused or not found as well', async () => {
    const standing = await everythingIn(set.house.store.db)
    const ofAnEvent = /\/:(attendee|ballot|pledge|item|room)\b/
    const among = (noun: string, pattern: string) => noun === 'event' && ofAnEvent.test(pattern)
    ok((await eachLeadsNowhere(among, { event: 'another-day' })) > 30)
    deepEqual(through, [])
    deepEqual(await everythingIn(set.house.store.db), standing)
  })
})
