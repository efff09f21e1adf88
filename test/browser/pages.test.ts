import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { membersOf } from '../../src/before/networks/store/networks.ts'
import type { Actor } from '../../src/platform/store/actor.ts'
import { anyone } from '../../src/platform/store/actor.ts'
import { peopleOf, type People } from '../people.ts'
import { sceneOf, type Scene } from '../scene.ts'
import { overflowOf, violationsOn } from './axe.ts'
import { openInBrowser, type BrowserHouse } from './open.ts'

const files = /now\/mine$|desk\/now$|\.ics$|\.md$|\/file$|calendar\/:token$|\/live$/

async function everyPage(house: BrowserHouse, scene: Scene, people: People, actor: Actor): Promise<string[]> {
  const [membership] = await membersOf(house.store.db, people.network)
  const nouns: Record<string, string> = { ...scene.nouns, membership: membership!.id }
  const seen: string[] = []
  for (const { method, url, who } of house.app.admissions) {
    if (method !== 'GET' || files.test(url)) continue
    if (await who.allows(house.store.db, nouns as never, actor)) {
      seen.push(url.replace(/:([a-z]+)/gi, (_all, noun: string) => nouns[noun] ?? 'nowhere'))
    }
  }
  return [...new Set(seen)]
}

async function wrongOn(page: Page, url: string): Promise<string[]> {
  const wrong = await violationsOn(page)
  const overflow = await overflowOf(page)
  if (overflow > 0) wrong.push(`${overflow} pixels wider than the window`)
  if ((await page.locator('h1').count()) !== 1) wrong.push('not exactly one h1')
  return wrong.map((one) => `${url}: ${one}`)
}

const whom: { who: string; width: number; actor(people: People, scene: Scene): Actor }[] = [
  { who: 'an organiser at a desk', width: 1280, actor: (people) => people.organiser },
  { who: 'an organiser on a phone', width: 390, actor: (people) => people.organiser },
  { who: 'an attendee on a phone', width: 390, actor: (_people, scene) => scene.day.of['brent']![0]! },
  { who: 'somebody who has not signed in, on a phone', width: 390, actor: () => anyone },
]

for (const { who, width, actor } of whom) {
  test(`Every page is fit for everyone, as ${who} sees it, with mistakes in its forms too`, async (t: TestContext) => {
    const house = await openInBrowser(t)
    const people = await peopleOf(house.store)
    const scene = await sceneOf(house.store, people)
    const as = actor(people, scene)
    const { page } = await house.window(as.kind === 'public' ? undefined : as, { width })
    const wrong: string[] = []
    for (const url of await everyPage(house, scene, people, as)) {
      const response = await page.goto(url)
      assert.ok(response && response.status() < 500, `${url}: ${response?.status()}`)
      wrong.push(...(await wrongOn(page, url)))
      const send = page.locator('main form[method=post]:not(.app-button-form) button').first()
      if ((await send.count()) === 0) continue
      await send.click()
      await page.waitForLoadState()
      wrong.push(...(await wrongOn(page, `${url} (sent empty)`)))
    }
    assert.deepEqual(wrong, [])
  })
}
