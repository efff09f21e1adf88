import type { TestContext } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { buildApp } from '../../src/app.ts'
import { addIdea } from '../../src/before/ideas/commands.ts'
import { closeBallot, editBallot, makeBallot } from '../../src/day/ballots/ballot/commands/ballots.ts'
import type { Method } from '../../src/day/ballots/ballot/rules/ballot.ts'
import { addItem } from '../../src/day/programme/commands/items.ts'
import { startItem } from '../../src/day/programme/commands/running.ts'
import { takePlace } from '../../src/day/rooms/commands/places.ts'
import { makeRoom } from '../../src/day/rooms/commands/rooms.ts'
import { paths } from '../../src/paths.ts'
import type { Actor } from '../../src/platform/store/actor.ts'
import type { AnyCommand } from '../../src/platform/store/command.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { dayOf } from '../day.ts'
import { peopleOf } from '../people.ts'
import { openInBrowser } from './open.ts'
import { weatherBefore } from './weather.ts'

export const nouns = { network: 'north', event: 'day' }

export type Wifi = Awaited<ReturnType<typeof dayWithBadWifi>>

/** A day with a talk, a reflection, a vote, pledges and a room, and phones that reach it through bad weather. */
export async function dayWithBadWifi(t: TestContext) {
  const house = await openInBrowser(t)
  const people = await peopleOf(house.store)
  const day = await dayOf(house, people, { perTeam: 2 })
  const by = { actor: people.organiser }
  const done = async (command: AnyCommand, input: object): Promise<string> =>
    (orThrow(await house.store.dispatch(command, { ...nouns, ...input }, by)) as { id: string }).id
  const tree = await done(addIdea, { team: 'brent', title: 'Tree of Life' })
  const hub = await done(addIdea, { team: 'harrow', title: 'One front door' })
  const ballot = await done(makeBallot, { question: 'Which one?', ideas: [tree, hub] })
  const room = await done(makeRoom, { theme: 'Front doors' })
  const ray = day.of['harrow']![0]!
  orThrow(await house.store.dispatch(takePlace, { ...nouns, room }, { actor: ray }))
  const items: Record<string, string> = {}
  for (const [kind, title] of Object.entries({
    talk: 'How ideas spread',
    reflection: 'Reflect',
    ballot: 'Choose one',
    pledges: 'Say what you will do',
    rooms: 'Talk',
  }))
    items[kind] = await done(addItem, { kind, title, minutes: 20, ...(kind === 'ballot' && { ballot }) })
  const weather = await weatherBefore(t, house.address)
  return {
    ...house,
    weather,
    people,
    day,
    ray,
    room,
    ideas: { tree, hub },
    at: { ...nouns, ballot },
    items,
    start: (kind: string) => done(startItem, { item: items[kind] }),
    close: () => done(closeBallot, { ballot }),
    /** Has people vote in another way, for any idea; of many they can choose two. */
    async voteBy(method: Method) {
      const more =
        method === 'several' ? [await done(addIdea, { team: 'harrow', title: 'Tea with neighbours' })] : []
      const ideas = [tree, hub, ...more]
      await done(editBallot, {
        ballot,
        question: 'Which ones?',
        ideas,
        method,
        atMost: 2,
        ownIdea: 'counted',
      })
    },
    /** The same store behind another process, as after a crash. */
    async restarts() {
      await house.app.close()
      const app = await buildApp(house.store, house.config)
      t.after(() => app.close())
      weather.leadsTo(await app.server.listen({ port: 0, host: '127.0.0.1' }))
    },
    async phone(actor?: Actor, scripts = true): Promise<{ context: BrowserContext; page: Page }> {
      const context = await house.device({
        baseURL: weather.address,
        viewport: { width: 390, height: 844 },
        javaScriptEnabled: scripts,
      })
      if (actor) await house.signIn(context, actor)
      return { context, page: await newTab(t, context) }
    },
  }
}

/** A tab whose errors fail the test. */
export async function newTab(t: TestContext, context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) errors.push(message.text())
  })
  t.after(() => {
    if (errors.length > 0) throw new Error(`The page complained: ${errors.join('\n')}`)
  })
  return page
}

/** Waits until the worker answers for this window; one that was opened just before it began is loaded again. */
export async function isWatched(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  if (await page.evaluate(() => navigator.serviceWorker.controller === null)) await page.reload()
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

/** Waits until the worker answers for this phone, and the page is kept with these words. */
export async function isKept(page: Page, words = ''): Promise<void> {
  await isWatched(page)
  await page.evaluate(async (expected) => {
    const kept = async () => {
      const copy = await (await caches.open('copies')).match(location.pathname + location.search)
      return (await copy?.text())?.includes(expected)
    }
    while (!(await kept())) await new Promise((resolve) => requestAnimationFrame(resolve))
  }, words)
}

/** Somebody has chosen on Now and presses Vote where there is no network. */
export async function votesOffline(wifi: Wifi, chosen = 'Tree of Life') {
  await wifi.start('ballot')
  const phone = await wifi.phone(wifi.ray)
  await phone.page.goto(paths.now(nouns))
  if (chosen) await phone.page.getByLabel(chosen).check()
  await phone.context.setOffline(true)
  await press(phone.page, 'Vote')
  if (chosen) await waits(phone.page, 'Your vote: saved on this phone')
  return phone
}

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
export const waits = (page: Page, words: string) => page.locator('.app-queue', { hasText: words }).waitFor()

/** The waiting entries that the phone keeps. */
export const onPhone = (page: Page): Promise<{ state: string; values: [string, string][] }[]> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open('queue', 1)
        request.addEventListener('success', () => {
          const all = request.result.transaction('entries').objectStore('entries').getAll()
          all.addEventListener('success', () => resolve(all.result))
        })
      }),
  )
