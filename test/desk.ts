import type { TestContext } from 'node:test'
import { addMember } from '../src/before/networks/commands.ts'
import { membersOf } from '../src/before/networks/store/networks.ts'
import { addItem } from '../src/day/programme/commands/items.ts'
import { itemsOf } from '../src/day/programme/store/items.ts'
import { lastStep } from '../src/day/programme/store/steps.ts'
import { paths } from '../src/paths.ts'
import { operator } from '../src/platform/store/actor.ts'
import { orThrow } from '../src/platform/store/store.ts'
import { dayOf } from './day.ts'
import { openHouse } from './house.ts'
import { peopleOf } from './people.ts'
import { commandsOfTests } from './records.ts'
import type { Database } from './stores.ts'
import { mainOf, refusalOn, wordsOn, type Visitor } from './visitor.ts'

export const nouns = { network: 'north', event: 'day' }

/** A day with items of 20 minutes of these titles, and two hosts at the Desk: Olu and Amina. */
export async function deskOf(t: TestContext, database: Database, titles: string[]) {
  const house = await openHouse(t, { database, commands: commandsOfTests })
  const { store } = house
  const people = await peopleOf(store)
  const day = await dayOf(house, people, { perTeam: 1 })
  const amina = { network: 'north', name: 'Amina Host', email: 'amina@example.invalid', role: 'organiser' }
  orThrow(await store.dispatch(addMember, amina as never, { actor: operator }))
  const second = (await membersOf(store.db, 'north')).find((one) => one.name === 'Amina Host')!
  const add = async (item: Record<string, unknown>): Promise<string> =>
    orThrow(
      await store.dispatch(addItem, { ...nouns, kind: 'talk', minutes: 20, ...item } as never, {
        actor: people.organiser,
      }),
    ).id
  const ids: string[] = []
  for (const title of titles) ids.push(await add({ title }))
  const items = () => itemsOf(store.db, 'north', 'day')
  return {
    ...house,
    people,
    day,
    ids,
    add,
    items,
    olu: await house.as(people.organiser),
    amina: await house.as({ kind: 'person', id: second.person_id }),
    /** The step that a button of the Desk takes along now. */
    seen: async () => (await lastStep(store.db, nouns))?.id ?? '',
    at: (item: string) => ({ ...nouns, item }),
    titles: async () => (await items()).map(({ title }) => title),
    /** Begun and over, by title. */
    times: async () =>
      Object.fromEntries(
        (await items()).map(({ title, started_at, finished_at }) => [
          title,
          [started_at?.slice(11, 16), finished_at?.slice(11, 16)],
        ]),
      ),
    desk: async (who: Visitor) => wordsOn((await who.get(paths.desk(nouns))).text),
  }
}

/** Presses a button of the Desk; the token stands on a form. */
export const press = (who: Visitor, url: string, values: Record<string, string> = {}) =>
  who.submit(url, values, paths.newItem(nouns))

/** The answer to a visitor's press: what was done, or why not. */
export function told({ headers, text, status }: Awaited<ReturnType<typeof press>>): string {
  if (status !== 303) return refusalOn(text) || mainOf(text)
  const cookie = [headers['set-cookie'] ?? ''].flat().find((one) => one.includes('flash='))
  return decodeURIComponent(decodeURIComponent((cookie ?? '').replace(/^.*?flash=([^;]*).*$/, '$1')))
}
