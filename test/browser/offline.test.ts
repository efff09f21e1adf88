import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { paths } from '../../src/paths.ts'
import { rollOf } from '../../src/day/ballots/voting/store/votes.ts'
import { pledgesAt } from '../../src/day/pledges/store.ts'
import { reflectionsOf } from '../../src/day/reflections/store.ts'
import { allNotesOf } from '../../src/day/rooms/store/notes.ts'
import { dayWithBadWifi, isKept, newTab, nouns, type Wifi } from './wifi.ts'

/** Everything that a phone sends on the day, and how it is found in the store. */
interface Sent {
  what: string
  comesTo(wifi: Wifi): string
  fillsIn(page: Page): Promise<void>
  presses: string
  stored(wifi: Wifi): Promise<string[]>
}

const all: Sent[] = [
  {
    what: 'Your vote',
    comesTo: () => paths.now(nouns),
    fillsIn: (page) => page.getByLabel('Tree of Life').check(),
    presses: 'Vote',
    stored: async ({ store, at }) =>
      (await rollOf(store.db, at.network, at.ballot)).filter((one) => one.voted === 1).map((one) => one.way),
  },
  {
    what: 'Your reflection on Tree of Life',
    comesTo: ({ ideas }) => paths.reflection({ ...nouns, idea: ideas.tree }),
    fillsIn: (page) => page.getByLabel('Keep').fill('The café'),
    presses: 'Save',
    stored: async ({ store }) => (await reflectionsOf(store.db, 'north', 'day')).map((one) => one.keep!),
  },
  {
    what: 'Your pledge',
    comesTo: () => paths.newPledge(nouns),
    fillsIn: (page) => page.getByLabel('What do you pledge to do?').fill('We will open a café'),
    presses: 'Make the pledge',
    stored: async ({ store }) => (await pledgesAt(store.db, 'north', 'day')).map((one) => one.what!),
  },
  {
    what: 'Your note',
    comesTo: ({ room }) => paths.room({ ...nouns, room }),
    fillsIn: (page) => page.getByLabel('Add a note').fill('Ask the café'),
    presses: 'Add the note',
    stored: async ({ store, room }) => (await allNotesOf(store.db, 'north', room)).map((one) => one.text),
  },
]
const expected: Record<string, string> = {
  'Your vote': 'phone',
  'Your reflection on Tree of Life': 'The café',
  'Your pledge': 'We will open a café',
  'Your note': 'Ask the café',
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const says = (page: Page, words: string) => page.locator('.app-queue', { hasText: words }).waitFor()

describe('What is sent without a network arrives once, when there is one', { concurrency: 2 }, () => {
  for (const { what, comesTo, fillsIn, presses, stored } of all) {
    test(what, async (t) => {
      const wifi = await dayWithBadWifi(t)
      await wifi.start('ballot')
      const { context, page } = await wifi.phone(wifi.ray)
      await page.goto(comesTo(wifi))
      await fillsIn(page)
      await context.setOffline(true)
      await press(page, presses)
      await says(page, `${what}: saved on this phone`)
      assert.deepEqual(await stored(wifi), [])
      await context.setOffline(false)
      await says(page, `${what}: received`)
      assert.deepEqual(await stored(wifi), [expected[what]])
      assert.equal(wifi.weather.posts.length, 1)
    })
  }
})

describe('What the server did, although its answer was lost, is done once', { concurrency: 2 }, () => {
  for (const { what, comesTo, fillsIn, presses, stored } of all) {
    test(what, async (t) => {
      const wifi = await dayWithBadWifi(t)
      await wifi.start('ballot')
      const { page } = await wifi.phone(wifi.ray)
      await page.goto(comesTo(wifi))
      await fillsIn(page)
      wifi.weather.swallows = ({ method }) => method === 'POST'
      await press(page, presses)
      await says(page, `${what}: saved on this phone`)
      assert.deepEqual(await stored(wifi), [expected[what]])
      wifi.weather.down = true
      await wifi.restarts()
      wifi.weather.swallows = () => false
      wifi.weather.down = false
      await says(page, `${what}: received`)
      assert.deepEqual(await stored(wifi), [expected[what]])
    })
  }
})

describe('What waits outlives the page, the tab and the server', { concurrency: 2 }, () => {
  for (const { what, comesTo, fillsIn, presses, stored } of all) {
    test(what, async (t) => {
      const wifi = await dayWithBadWifi(t)
      await wifi.start('ballot')
      const { context, page } = await wifi.phone(wifi.ray)
      await page.goto(comesTo(wifi))
      await isKept(page)
      await fillsIn(page)
      await context.setOffline(true)
      await press(page, presses)
      await says(page, `${what}: saved on this phone`)
      await page.reload()
      await says(page, `${what}: saved on this phone`)
      await page.getByText('You are offline').first().waitFor()
      await page.close()
      await wifi.restarts()
      await context.setOffline(false)
      const again = await newTab(t, context)
      await again.goto(paths.now(nouns))
      await says(again, `${what}: received`)
      assert.deepEqual(await stored(wifi), [expected[what]])
    })
  }
})

test('A page that comes from the phone counts down to the time that it is, not to the time of the copy', async (t) => {
  const wifi = await dayWithBadWifi(t)
  await wifi.start('talk')
  const { context, page } = await wifi.phone(wifi.ray)
  await page.clock.install()
  await page.goto(paths.now(nouns))
  await page.getByText('20 minutes left').waitFor()
  await isKept(page)
  // A stream may outlive the browser’s own offline, and the clock of these tests stands still.
  wifi.weather.down = true
  await context.setOffline(true)
  await page.clock.fastForward(12 * 60_000)
  await page.getByText(/^(8:00|7:5\d) left$/).waitFor()
  await page.reload()
  await page.getByText(/^(8:00|7:\d\d) left$/).waitFor()
})
