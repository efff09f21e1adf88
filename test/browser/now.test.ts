import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { fromNow } from '../../src/before/events/rules.ts'
import { openBallot } from '../../src/day/ballots/ballot/commands/ballots.ts'
import { castVote } from '../../src/day/ballots/voting/commands/votes.ts'
import { pledgesAt } from '../../src/day/pledges/store.ts'
import { reflect } from '../../src/day/reflections/commands.ts'
import { paths } from '../../src/paths.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { secretOf } from '../ballot.ts'
import { dayWithBadWifi, isKept, nouns, press, waits } from './wifi.ts'

/** Counts how often a page asks for what is its visitor's own. */
function asking(page: Page): { times: number } {
  const asked = { times: 0 }
  page.on('request', (request) => {
    if (request.url().includes(paths.myNow(nouns))) asked.times += 1
  })
  return asked
}

const own = (page: Page) => page.waitForResponse((response) => response.url().includes(paths.myNow(nouns)))

test('When others vote nobody’s own part is asked for; when the day goes on everybody’s is', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page } = await wifi.phone(wifi.ray)
  await wifi.start('talk')
  await page.goto(paths.now(nouns))
  const asked = asking(page)
  const fetched = own(page)
  await wifi.start('ballot')
  // Everybody's part comes with the stream, before a phone's own.
  await page.getByRole('button', { name: 'Vote', exact: true }).waitFor()
  await fetched
  await page.getByLabel('Tree of Life').waitFor()
  assert.equal(asked.times, 1)
  for (const actor of [...wifi.day.of['brent']!, ...wifi.day.of['hillingdon']!]) {
    const vote = { ...wifi.at, choice: wifi.ideas.hub, secret: secretOf(actor.id) }
    orThrow(await wifi.store.dispatch(castVote, vote, { actor }))
  }
  // One of their own team reflects: that concerns them, and whatever came before it has been heard.
  const colleague = wifi.day.of['harrow']![1]!
  const again = own(page)
  const written = { ...nouns, idea: wifi.ideas.tree, team: 'harrow', keep: 'The café' }
  orThrow(await wifi.store.dispatch(reflect, written, { actor: colleague }))
  await again
  await page.getByText('Your team has reflected on 1 idea').waitFor()
  assert.equal(asked.times, 2)
})

test('A vote that no row of the programme opens reaches each phone once, and goes when it is given', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page } = await wifi.phone(wifi.ray)
  await wifi.start('talk')
  await page.goto(paths.now(nouns))
  const asked = asking(page)
  const by = { actor: wifi.people.organiser }
  orThrow(await wifi.store.dispatch(openBallot, wifi.at, by))
  await page.getByRole('heading', { name: 'A vote is open' }).waitFor()
  for (const actor of [...wifi.day.of['brent']!, ...wifi.day.of['hillingdon']!]) {
    const vote = { ...wifi.at, choice: wifi.ideas.hub, secret: secretOf(actor.id) }
    orThrow(await wifi.store.dispatch(castVote, vote, { actor }))
  }
  await page.getByRole('button', { name: /^Vote ?: Which one\?$/ }).click()
  assert.ok(asked.times <= 1, `${asked.times} times`)
  await page.getByLabel('Tree of Life').check()
  await page.getByRole('button', { name: 'Vote', exact: true }).click()
  await page.getByText('Your vote is counted').waitFor()
  await page.getByText('You have voted').waitFor()
  assert.equal(await page.getByText('A vote is open').count(), 0)
})

test('What another team does is not asked for', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page } = await wifi.phone(wifi.ray)
  await wifi.start('reflection')
  await page.goto(paths.now(nouns))
  const asked = asking(page)
  const [brent] = wifi.day.of['brent']!
  const written = { ...nouns, idea: wifi.ideas.hub, team: 'brent', keep: 'The door' }
  orThrow(await wifi.store.dispatch(reflect, written, { actor: brent! }))
  const fetched = own(page)
  await wifi.start('talk')
  await page.getByRole('heading', { name: 'How ideas spread' }).waitFor()
  await fetched
  assert.equal(asked.times, 1)
})

/** As when a phone is locked, and unlocked later. */
const sleeps = (page: Page, hidden: boolean) =>
  page.evaluate((isHidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)

test('After sleep it shows what is, also when the server was started again meanwhile', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page } = await wifi.phone(wifi.ray)
  await wifi.start('talk')
  await page.goto(paths.now(nouns))
  await page.getByRole('heading', { name: 'How ideas spread' }).waitFor()
  await sleeps(page, true)
  await wifi.restarts()
  await wifi.start('pledges')
  await sleeps(page, false)
  await page.getByRole('button', { name: 'Make the pledge of Harrow' }).waitFor()
})

test('After leaving and coming back with Back it goes on', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page } = await wifi.phone(wifi.ray)
  await wifi.start('talk')
  await page.goto(paths.now(nouns))
  await page.getByRole('link', { name: 'See the whole programme' }).click()
  await page.getByRole('heading', { name: 'Programme' }).first().waitFor()
  await wifi.start('pledges')
  await page.goBack()
  await page.getByRole('button', { name: 'Make the pledge of Harrow' }).waitFor()
})

test('When the server is gone for a while it goes on by itself', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page } = await wifi.phone(wifi.ray)
  await wifi.start('talk')
  await page.goto(paths.now(nouns))
  await page.getByRole('heading', { name: 'How ideas spread' }).waitFor()
  wifi.weather.down = true
  await wifi.restarts()
  await wifi.start('ballot')
  wifi.weather.down = false
  await page.getByLabel('Tree of Life').waitFor({ timeout: 30_000 })
})

test('A choice that was made and not sent stays when the programme moves on, and can be sent', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page } = await wifi.phone(wifi.ray)
  await wifi.start('ballot')
  await page.goto(paths.now(nouns))
  await page.getByLabel('Tree of Life').check()
  const fetched = own(page)
  await wifi.start('talk')
  await page.getByText('What you chose or typed is still here').first().waitFor()
  await fetched
  await page.getByRole('heading', { name: 'How ideas spread' }).waitFor()
  // Everybody's part came and then the phone's own: each offers the vote whose form is still here.
  await page.locator('[data-offers]').waitFor({ state: 'hidden' })
  assert.equal(await page.locator('[data-offers]').count(), 1)
  assert.equal(await page.getByLabel('Tree of Life').isChecked(), true)
  await page.getByRole('button', { name: 'Vote', exact: true }).click()
  await page.getByText('Your vote is counted').waitFor()
})

test('A half-written answer is there again after a reload, and not after it was sent', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page } = await wifi.phone(wifi.ray)
  const form = paths.reflection({ ...nouns, idea: wifi.ideas.tree })
  await page.goto(form)
  await page.getByLabel('Keep').fill('The caf')
  await page.reload()
  await page.getByText('What you typed before is still here').waitFor({ state: 'attached' })
  assert.equal(await page.getByLabel('Keep').inputValue(), 'The caf')
  await wifi.start('talk')
  await page.getByLabel('Keep').fill('The café')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Reflections' }).waitFor()
  await page.goto(form)
  assert.equal(await page.getByLabel('Keep').inputValue(), 'The café')
  assert.equal(await page.getByText('What you typed before is still here').count(), 0)
})

test('Without a network Now shows what was last known, also what came by the stream', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  await page.goto(paths.now(nouns))
  await isKept(page)
  await wifi.start('pledges')
  await page.getByRole('button', { name: 'Make the pledge of Harrow' }).waitFor()
  await isKept(page, 'Make the pledge of Harrow')
  await context.setOffline(true)
  await page.reload()
  await page.getByText('You are offline. This is what was last known at').first().waitFor()
  await page.getByRole('button', { name: 'Make the pledge of Harrow' }).waitFor()
  await context.setOffline(false)
  await wifi.start('talk')
  await page.getByRole('heading', { name: 'How ideas spread' }).waitFor()
  await page.locator('.app-offline').waitFor({ state: 'hidden' })
})

test('A page that was never here says so, and leads to Now', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  await page.goto(paths.now(nouns))
  await isKept(page)
  await context.setOffline(true)
  await page.goto(paths.ideas(nouns))
  await page.getByRole('heading', { name: 'You are offline' }).waitFor()
  await page.getByRole('link', { name: 'Go to Now' }).click()
  await page.getByRole('heading', { name: 'The day has not started yet' }).waitFor()
})

test('A page that is not here says that what waits is safe, and opens by itself', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  await page.goto(paths.newPledge(nouns))
  await isKept(page)
  await context.setOffline(true)
  await page.getByLabel('What do you pledge to do?').fill('We will open a café')
  await press(page, 'Make the pledge')
  await waits(page, 'Your pledge: saved on this phone')
  // Now was never here.
  assert.equal(await page.getByRole('link', { name: 'Go to Now' }).count(), 0)
  await page.goto(paths.ideas(nouns))
  await page.getByText('What waits on this phone is safe').waitFor()
  await page.getByRole('link', { name: 'Try again' }).click()
  await page.getByRole('heading', { name: 'You are offline' }).waitFor()
  await context.setOffline(false)
  await page.getByRole('link', { name: 'Tree of Life' }).first().waitFor({ timeout: 30_000 })
  await waits(page, 'Your pledge: received')
})

/** Waits, on the clock of the page, until what it leads to has been fetched to be kept. */
async function isFetched(page: Page, address: string): Promise<void> {
  const isThere = () =>
    page.evaluate(
      async (path) =>
        navigator.serviceWorker.controller !== null &&
        (await (await caches.open('copies')).match(path)) !== undefined,
      address,
    )
  while (!(await isThere())) await page.clock.fastForward(5000)
}

test('The forms to which Now leads are there without a network, before anybody has opened them', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  await wifi.start('pledges')
  await page.clock.install()
  await page.goto(paths.now(nouns))
  await page.clock.fastForward(30_000)
  const form = fromNow(paths.newPledge(nouns))
  await isFetched(page, form)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Make the pledge of Harrow' }).click()
  await page.getByText('You are offline. This is what was last known').first().waitFor()
  await page.getByLabel('What do you pledge to do?').fill('We will open a café')
  await page.getByRole('button', { name: 'Make the pledge' }).click()
  await page.locator('.app-queue', { hasText: 'Your pledge: saved on this phone' }).waitFor()
  await context.setOffline(false)
  await page.locator('.app-queue', { hasText: 'Your pledge: received' }).waitFor()
  assert.deepEqual(
    (await pledgesAt(wifi.store.db, 'north', 'day')).map((one) => one.what),
    ['We will open a café'],
  )
})

test('The programme is there without a network; a link to what is not kept says that it needs one', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  await wifi.start('pledges')
  await page.clock.install()
  await page.goto(paths.now(nouns))
  const programme = paths.programme(nouns)
  await isFetched(page, programme)
  await context.setOffline(true)
  const others = page.getByRole('link', { name: 'See what others pledge' })
  const needs = () => others.evaluate((link) => getComputedStyle(link, '::after').content)
  while ((await needs()) !== '" (needs a network)"') await page.clock.fastForward(1000)
  const whole = page.getByRole('link', { name: 'See the whole programme' })
  assert.equal(await whole.getAttribute('data-needs-network'), null)
  await whole.click()
  await page.getByText('You are offline. This is what was last known').first().waitFor()
  await page.getByText('How ideas spread').first().waitFor()
  await context.setOffline(false)
  await page.goto(paths.now(nouns))
  assert.equal(await needs(), 'none')
})

test('Another version of the service takes the pages of the one before away', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page } = await wifi.phone(wifi.ray)
  await page.goto(paths.now(nouns))
  await isKept(page)
  await page.evaluate(async () => {
    await (await caches.open('shell')).put('/assets/client.js?v=before', new Response('old'))
    await (await caches.open('copies')).put('/a-page-of-before', new Response('old'))
  })
  await page.reload()
  await page.evaluate(async () => {
    const isOld = async (cache: string) =>
      (await (await caches.open(cache)).keys()).some(({ url }) => url.includes('before'))
    while ((await isOld('shell')) || (await isOld('copies')))
      await new Promise((resolve) => requestAnimationFrame(resolve))
  })
  await isKept(page)
})
