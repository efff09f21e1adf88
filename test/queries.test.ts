import assert from 'node:assert/strict'
import { test } from 'node:test'
import { membersOf } from '../src/before/networks/store/networks.ts'
import { openHouse, type House } from './house.ts'
import { peopleOf, type People } from './people.ts'
import { makingIn, samples } from './sample.ts'
import { sceneOf, type Scene } from './scene.ts'

/** More of everything that stands in lists. */
async function grow({ store }: House, people: People, { day, nouns }: Scene, round: number) {
  const making = makingIn(store, people, day, nouns)
  for (const sample of samples) await sample.grow?.(making, round)
}

test('However much there is to show, a page asks the store as often', async (t) => {
  let asked = 0
  const house = await openHouse(t, { database: 'sqlite', onQuery: () => (asked += 1) })
  const people = await peopleOf(house.store)
  const scene = await sceneOf(house.store, people)
  const [membership] = await membersOf(house.store.db, people.network)
  const nouns: Record<string, string> = { ...scene.nouns, membership: membership!.id }
  const organiser = await house.as(people.organiser)

  async function counts(): Promise<Map<string, number>> {
    const all = new Map<string, number>()
    for (const { method, url } of house.app.admissions) {
      if (method !== 'GET' || url.endsWith('/live')) continue
      asked = 0
      const { status } = await organiser.get(
        url.replace(/:([a-z]+)/gi, (_all, noun: string) => nouns[noun] ?? 'nowhere'),
      )
      if (status === 200) all.set(url, asked)
    }
    return all
  }

  for (const round of [1]) await grow(house, people, scene, round)
  const few = await counts()
  for (const round of [2, 3, 4]) await grow(house, people, scene, round)
  const many = await counts()
  const more = [...many]
    .filter(([url, count]) => count > (few.get(url) ?? 0))
    .map(([url, count]) => `${url}: ${few.get(url)} → ${count}`)
  assert.deepEqual(more, [])
  const greedy = [...many].filter(([, count]) => count > 72).map(([url, count]) => `${url}: ${count}`)
  assert.deepEqual(greedy, [])
})
