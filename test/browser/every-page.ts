import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { membersOf } from '../../src/before/networks/store/networks.ts'
import type { Actor } from '../../src/platform/store/actor.ts'
import { peopleOf, type People } from '../people.ts'
import { sceneOf, type Scene } from '../scene.ts'
import { wrongOnce } from './axe.ts'
import { openInBrowser, type BrowserHouse } from './open.ts'

const files =
  /data\.json$|security\.txt$|now\/mine$|rooms\/mine\/choice$|^\/sender$|desk\/now$|(rehearsal|:review)\/now$|\.(ics|md|csv|svg|png|xlsx)$|pictures\/:picture$|\/file$|calendar\/:token$|\/live$/

/** Sending these, even empty, ends something that other pages are about; they come last, in this order. */
const ends = [/\/(closure|release|removal|end)$/, /\/cancellation$/, /\/publication$/, /\/erasure$/]

/**
 * Of what the scene has none: a message, an invitation, a code that somebody typed, a post that is published, the
 * result of a ballot, a tie in it, a check that is due, an item with a vote or rooms still to be chosen. The gallery and a start here are for
 * who started the server.
 */
const none =
  /^404 for .*(\/gallery|\/sign-in\/here|\/nowhere|\/post$|\/choices\/|\/tie$|\/run-off$|\/programme\/[^/]+\/(vote|rooms)$|\/checks\/\d+$)/

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
  const when = (url: string) => ends.findIndex((end) => end.test(url))
  return [...new Set(seen)].sort((one, other) => when(one) - when(other))
}

/** Until the next page is there, or this one says what is wrong. */
const loadedOrWrong = (page: Page): Promise<unknown> =>
  Promise.race([
    page.waitForEvent('load'),
    page.locator('main .nhsuk-error-message').first().waitFor(),
    // A form that takes one after the other says it beside what is typed next.
    page.getByText('could not be taken').first().waitFor(),
  ])

interface RequestContext {
  who: string
  width: number
  actor(people: People, scene: Scene): Actor
}

/** Goes to every page that somebody may see, and sends what stands there empty. */
export function everyPageIsFitFor({ who, width, actor }: RequestContext): void {
  test(`Every page is fit for ${who}, with mistakes in its forms too`, async (t) => {
    const house = await openInBrowser(t)
    const people = await peopleOf(house.store)
    const scene = await sceneOf(house.store, people)
    const as = actor(people, scene)
    const { page, context } = await house.window(as.kind === 'public' ? undefined : as, {
      width,
      expects: none,
    })
    const wrong: string[] = []
    for (const url of await everyPage(house, scene, people, as)) {
      // Some of what was sent signs out.
      if (as.kind !== 'public') await house.signIn(context, as)
      const response = await page.goto(url)
      assert.ok(response && response.status() < 500, `${url}: ${response?.status()}`)
      assert.equal(new URL(page.url()).pathname, url)
      wrong.push(...(await wrongOnce(page, url)))
      const send = page.locator('main form[method=post]:not(.app-button-form) button:visible').first()
      if ((await send.count()) === 0) continue
      const isKept = (await page.locator('main form[data-queue]').count()) > 0
      // Its page sends it, and goes on when it has the answer; or says at once what is missing.
      if (isKept) await Promise.all([loadedOrWrong(page), send.click()])
      else await send.click()
      await page.waitForLoadState()
      wrong.push(...(await wrongOnce(page, `${url} (sent empty)`)))
    }
    assert.deepEqual(wrong, [])
  })
}
