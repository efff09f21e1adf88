import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { addSignUp } from '../../src/before/sign-ups/commands/sign-up.ts'
import { attendeeById } from '../../src/before/sign-ups/store.ts'
import { allocateRooms } from '../../src/day/rooms/commands/places.ts'
import { paths } from '../../src/paths.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { dayWithBadWifi, isKept, nouns, press } from './wifi.ts'

async function theDoor(t: TestContext) {
  const wifi = await dayWithBadWifi(t)
  const ray = () => attendeeById(wifi.store.db, nouns.network, wifi.ray.id)
  const hasArrived = async () => {
    while (!(await ray())?.arrived_at) await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return { ...wifi, ray: wifi.ray, arrivedAt: async () => (await ray())?.arrived_at, hasArrived }
}

const sent = (page: Page, address: string) => {
  const answers: number[] = []
  page.on('response', (answer) => {
    if (answer.request().method() === 'POST' && answer.url().endsWith(address)) answers.push(answer.status())
  })
  return answers
}

test('Whoever has Now open has arrived; it is sent once, and nothing is to be pressed', async (t) => {
  const wifi = await theDoor(t)
  const { page } = await wifi.phone(wifi.ray)
  const answers = sent(page, paths.arrival(nouns))
  await page.goto(paths.now(nouns))
  await wifi.hasArrived()
  await page.locator('[data-auto-submit]').waitFor({ state: 'detached' })
  await page.reload()
  await page.getByText('The day has not started yet').waitFor()
  assert.equal(await page.locator('[data-auto-submit]').count(), 0)
  assert.deepEqual(answers, [200])
})

test('Without scripts a button says it, also on the page of a vote', async (t) => {
  const wifi = await theDoor(t)
  const { page } = await wifi.phone(wifi.ray, false)
  await wifi.start('ballot')
  for (const address of [paths.now(nouns), paths.vote(wifi.at)]) {
    await page.goto(address)
    await page.getByRole('button', { name: 'I am here' }).waitFor()
  }
  assert.equal(await wifi.arrivedAt(), null)
  await press(page, 'I am here')
  await page.waitForURL(`**${paths.now(nouns)}`)
  assert.ok(await wifi.arrivedAt())
  assert.equal(await page.getByRole('button', { name: 'I am here' }).count(), 0)
})

test('What could not be sent when Now was opened is sent when there is a network', async (t) => {
  const wifi = await theDoor(t)
  const { page, context } = await wifi.phone(wifi.ray)
  wifi.weather.drops = ({ url }) => url === paths.arrival(nouns)
  await page.goto(paths.now(nouns))
  await isKept(page, paths.arrival(nouns))
  await context.setOffline(true)
  await page.reload()
  await page.getByText('You are offline').first().waitFor()
  assert.equal(await wifi.arrivedAt(), null)
  wifi.weather.drops = () => false
  await context.setOffline(false)
  await wifi.hasArrived()
})

test('Whoever comes late has a place in a room without pressing anything', async (t) => {
  const wifi = await theDoor(t)
  const by = { actor: wifi.people.organiser }
  orThrow(await wifi.store.dispatch(allocateRooms, { ...nouns, who: 'everyone', how: 'rest' }, by))
  const late = { ...nouns, name: 'Late', team: 'brent', profession: 'Nurse' }
  const { id } = orThrow(await wifi.store.dispatch(addSignUp, late, by)) as { id: string }
  await wifi.start('rooms')
  const { page } = await wifi.phone({ kind: 'attendee', network: nouns.network, id })
  await page.goto(paths.now(nouns))
  await page.getByText('Your room: Front doors').waitFor()
  assert.ok((await attendeeById(wifi.store.db, nouns.network, id))?.arrived_at)
})
