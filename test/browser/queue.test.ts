import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { paths } from '../../src/paths.ts'
import { rollOf, votesWithIds } from '../../src/day/ballots/voting/store/votes.ts'
import { voteId } from '../../src/day/ballots/voting/commands/casting.ts'
import { allNotesOf } from '../../src/day/rooms/store/notes.ts'
import { dayWithBadWifi, isKept, newTab, nouns, onPhone, press, waits, type Wifi } from './wifi.ts'

const notesIn = async ({ store, room }: Wifi) =>
  (await allNotesOf(store.db, 'north', room)).map((one) => one.text)

async function writesNote(wifi: Wifi, page: Page, text: string): Promise<void> {
  const address = paths.room({ ...nouns, room: wifi.room })
  if (!page.url().endsWith(address)) await page.goto(address)
  await page.getByLabel('Add a note').fill(text)
  await press(page, 'Add the note')
}

test('What was chosen in a vote leaves the phone when the vote has arrived', async (t) => {
  const wifi = await dayWithBadWifi(t)
  await wifi.start('ballot')
  const { page, context } = await wifi.phone(wifi.ray)
  await page.goto(paths.now(nouns))
  await page.getByLabel('Tree of Life').check()
  await context.setOffline(true)
  await press(page, 'Vote')
  await waits(page, 'Your vote: saved on this phone')
  const [waiting] = await onPhone(page)
  const secret = waiting!.values.find(([name]) => name === 'secret')![1]
  assert.equal(
    waiting!.values.some(([, value]) => value === wifi.ideas.tree),
    true,
  )
  await context.setOffline(false)
  await waits(page, 'Your vote: received')
  assert.deepEqual(
    (await onPhone(page)).flatMap((one) => one.values),
    [],
  )
  const id = voteId('north', wifi.at.ballot, secret)
  assert.equal((await votesWithIds(wifi.store.db, 'north', wifi.at.ballot, [id])).length, 1)
  await page.getByRole('link', { name: 'See it' }).click()
  await page.getByRole('heading', { name: 'Your vote is counted' }).waitFor()
})

test('A vote whose answer was lost can be changed while it waits, and counts once', async (t) => {
  const wifi = await dayWithBadWifi(t)
  await wifi.start('ballot')
  const [first] = wifi.day.of['hillingdon']!
  const { page } = await wifi.phone(first!)
  await page.goto(paths.now(nouns))
  await page.getByLabel('Tree of Life').check()
  wifi.weather.swallows = ({ method }) => method === 'POST'
  await press(page, 'Vote')
  await waits(page, 'Your vote: saved on this phone')
  wifi.weather.down = true
  await press(page, 'Change it')
  await page.getByLabel('One front door').check()
  // A second press within a second is taken for a slip of the finger.
  const button = page.getByRole('button', { name: 'Vote', exact: true })
  while (await button.isVisible()) await button.click({ timeout: 500 }).catch(() => {})
  await waits(page, 'Your vote: saved on this phone')
  wifi.weather.swallows = () => false
  wifi.weather.down = false
  await waits(page, 'Your vote: received')
  const roll = await rollOf(wifi.store.db, 'north', wifi.at.ballot)
  assert.equal(roll.filter((one) => one.voted === 1).length, 1)
})

test('Two tabs send what waits once', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  const other = await newTab(t, context)
  await other.goto(paths.now(nouns))
  await page.goto(paths.room({ ...nouns, room: wifi.room }))
  await context.setOffline(true)
  await writesNote(wifi, page, 'First')
  await waits(page, 'Your note: saved on this phone')
  await writesNote(wifi, page, 'Second')
  await waits(other, 'Your note: saved on this phone')
  await context.setOffline(false)
  await waits(page, 'Your note: received')
  await waits(other, 'Your note: received')
  while ((await notesIn(wifi)).length < 2) await new Promise((resolve) => setTimeout(resolve, 50))
  await page.locator('.app-queue [data-state=waiting]').first().waitFor({ state: 'detached' })
  assert.deepEqual((await notesIn(wifi)).sort(), ['First', 'Second'])
  assert.equal(wifi.weather.posts.length, 2)
})

test('Each tab that showed what waits tells that it was received, also one that hears of it last', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  const other = await newTab(t, context)
  await other.goto(paths.now(nouns))
  await page.goto(paths.room({ ...nouns, room: wifi.room }))
  await context.setOffline(true)
  await writesNote(wifi, page, 'First')
  for (const tab of [page, other]) await waits(tab, 'Your note: saved on this phone')
  const debug = await context.newCDPSession(other)
  await debug.send('Debugger.enable')
  const stopped = new Promise((resolve) => debug.once('Debugger.paused', resolve))
  await debug.send('Debugger.pause')
  await context.setOffline(false)
  await waits(page, 'Your note: received')
  await stopped
  await page.waitForFunction(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open('queue', 1)
        request.addEventListener('success', () => {
          const all = request.result.transaction('entries').objectStore('entries').getAll()
          all.addEventListener('success', () => resolve(all.result.every(({ seen }) => seen)))
        })
      }),
  )
  await debug.send('Debugger.resume')
  await debug.send('Debugger.disable')
  await waits(other, 'Your note: received')
})

test('Who has been signed out is asked to come in again, and then it is sent', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  await page.goto(paths.room({ ...nouns, room: wifi.room }))
  await context.setOffline(true)
  await writesNote(wifi, page, 'Ask the café')
  await waits(page, 'saved on this phone')
  await context.clearCookies()
  await context.setOffline(false)
  await waits(page, 'You are signed out: come in again, and it is sent.')
  await page.goto(paths.home({}))
  await waits(page, 'Something that was written on this device has not been sent')
  assert.equal(await page.getByText('Ask the café').count(), 0)
  assert.deepEqual(await notesIn(wifi), [])
  await wifi.signIn(context, wifi.ray)
  await page.goto(paths.now(nouns))
  await waits(page, 'Your note: received')
  assert.deepEqual(await notesIn(wifi), ['Ask the café'])
})

test('What somebody wrote is never sent as another’s who uses the same device', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  await page.goto(paths.now(nouns))
  await isKept(page)
  await page.goto(paths.room({ ...nouns, room: wifi.room }))
  await context.setOffline(true)
  await writesNote(wifi, page, 'Ask the café')
  await waits(page, 'saved on this phone')
  await wifi.signIn(context, wifi.day.of['harrow']![1]!)
  await context.setOffline(false)
  await page.goto(paths.now(nouns))
  await waits(page, 'Something that somebody else wrote on this device has not been sent')
  assert.equal(await page.getByText('Ask the café').count(), 0)
  // Their pages went, too.
  await isKept(page)
  const kept = await page.evaluate(async () =>
    (await (await caches.open('copies')).keys()).map(({ url }) => new URL(url).pathname),
  )
  assert.deepEqual(kept.sort(), [paths.now(nouns), '/sender'])
  assert.deepEqual(await notesIn(wifi), [])
  await wifi.signIn(context, wifi.ray)
  await page.goto(paths.now(nouns))
  await waits(page, 'Your note: received')
  assert.deepEqual(await notesIn(wifi), ['Ask the café'])
})

test('Signing out takes the pages along that were kept', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page } = await wifi.phone(wifi.ray)
  await page.goto(paths.now(nouns))
  await isKept(page)
  await page.goto(paths.room({ ...nouns, room: wifi.room }))
  // No worker sends in the background what the page cannot send, and signing out gets through.
  await page.evaluate(() => Reflect.deleteProperty(ServiceWorkerRegistration.prototype, 'sync'))
  wifi.weather.drops = ({ method, url }) => method === 'POST' && url!.endsWith('/notes')
  await writesNote(wifi, page, 'Ask the café')
  await waits(page, 'saved on this phone')
  await press(page, 'Sign out')
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor()
  wifi.weather.down = true
  await page.goto(paths.now(nouns))
  await page.getByRole('heading', { name: 'The server does not answer' }).waitFor()
  // Nobody is here whose words could be sent by themselves.
  await page.getByText('It is sent when whoever wrote it has come in again.').waitFor()
  assert.equal(await page.getByRole('link', { name: 'Go to Now' }).count(), 0)
})

test('A token that has grown old is fetched anew', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  await page.goto(paths.room({ ...nouns, room: wifi.room }))
  await context.clearCookies({ name: 'visitor' })
  await writesNote(wifi, page, 'Ask the café')
  await page.locator('[data-part=notes]', { hasText: 'Ask the café' }).waitFor()
  assert.deepEqual(await notesIn(wifi), ['Ask the café'])
})

test('What the server refuses at once comes back in its form, as without scripts', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page } = await wifi.phone(wifi.ray)
  await page.goto(paths.newPledge(nouns))
  await page.getByLabel('Who leads it?').fill('Ray')
  await press(page, 'Make the pledge')
  await page.locator('.nhsuk-error-summary', { hasText: 'Enter what the team pledges to do' }).waitFor()
  assert.equal(await page.getByLabel('Who leads it?').inputValue(), 'Ray')
  assert.deepEqual(await onPhone(page), [])
})

test('Without scripts everything is sent as it always was', async (t) => {
  const wifi = await dayWithBadWifi(t)
  await wifi.start('ballot')
  const { page } = await wifi.phone(wifi.ray, false)
  await page.goto(paths.now(nouns))
  await page.getByLabel('Tree of Life').check()
  await press(page, 'Vote')
  await page.getByText('Your vote is counted').waitFor()
  await writesNote(wifi, page, 'Ask the café')
  await page.locator('[data-part=notes]', { hasText: 'Ask the café' }).first().waitFor()
})

test('A phone whose clock is years wrong says when something was written by the right one', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  const written = Date.parse('2019-03-01T04:00:00Z')
  await page.clock.setSystemTime(written)
  await page.goto(paths.room({ ...nouns, room: wifi.room }))
  await context.setOffline(true)
  await writesNote(wifi, page, 'Ask the café')
  await waits(page, 'Your note: saved on this phone')
  await page.clock.setSystemTime(written + 16 * 60_000)
  await context.setOffline(false)
  await waits(page, 'Your note: received')
  const [note] = await allNotesOf(wifi.store.db, 'north', wifi.room)
  const claimed = Date.parse(note!.written_at) - Date.parse(note!.claimed_at!)
  assert.ok(Math.abs(claimed - 16 * 60_000) < 60_000, `${claimed} ms`)
  await page.getByRole('link', { name: 'See it' }).click()
  await page
    .getByText(/Written at .*, as the phone says; received at/)
    .first()
    .waitFor()
})

test('What waits is sent by the worker when no page is open', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  await page.goto(paths.room({ ...nouns, room: wifi.room }))
  await isKept(page)
  await context.setOffline(true)
  await writesNote(wifi, page, 'Ask the café')
  await waits(page, 'Your note: saved on this phone')
  const empty = await newTab(t, context)
  const browser = await context.newCDPSession(empty)
  const registered = new Promise<string>((resolve) =>
    browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL.startsWith(wifi.weather.address))
      if (ours) resolve(ours.registrationId)
    }),
  )
  await empty.goto(`${wifi.weather.address}/assets/icon.svg`)
  await browser.send('ServiceWorker.enable')
  const registrationId = await registered
  await page.close()
  await context.setOffline(false)
  const { address: origin } = wifi.weather
  await browser.send('ServiceWorker.dispatchSyncEvent', {
    origin,
    registrationId,
    tag: 'queue',
    lastChance: false,
  })
  while ((await notesIn(wifi)).length === 0) await empty.evaluate(() => new Promise(requestAnimationFrame))
  assert.deepEqual(await notesIn(wifi), ['Ask the café'])
})
