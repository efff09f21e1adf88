import { membersOf } from '../src/before/networks/store/networks.ts'
import { before } from 'node:test'
import type { Store } from '../src/platform/store/store.ts'
import { dayOf, type TheDay } from './day.ts'
import { closingAfter, openHouse, type House } from './house.ts'
import { peopleOf, type People } from './people.ts'
import { makingIn, samples } from './sample.ts'

export interface Scene {
  day: TheDay
  /** For every noun of an address, the id of something real. */
  nouns: Record<string, string>
}

/** One of everything in the network of the tests, made by those who may. Brent is the team that has it all. */
export async function sceneOf(store: Store, people: People): Promise<Scene> {
  const day = await dayOf(store, people, { perTeam: 2 })
  const nouns: Record<string, string> = { network: people.network, event: day.event, team: 'brent' }
  const making = makingIn(store, people, day, nouns)
  for (const { scene } of samples) Object.assign(nouns, await scene?.(making))
  return { day, nouns }
}

/** The scene in a house of its own. */
export interface SceneInHouse extends Scene {
  house: House
  people: People
}

/** A house with the scene in it for all tests of a suite; it is there when the first of them begins. */
export function sceneOfSuite(): SceneInHouse {
  const closing = closingAfter()
  const set = {} as SceneInHouse
  before(async () => {
    const house = await openHouse(closing, { database: 'sqlite' })
    const people = await peopleOf(house.store)
    const { day, nouns } = await sceneOf(house.store, people)
    const members = await membersOf(house.store.db, people.network)
    const { id: membership } = members.find((one) => one.name === 'Mo Member')!
    Object.assign(set, { house, people, day, nouns: { ...nouns, membership } })
  })
  return set
}
