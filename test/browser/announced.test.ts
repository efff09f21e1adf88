import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { paths } from '../../src/paths.ts'
import { dayWithBadWifi, isKept, newTab, nouns, press, votesOffline, waits } from './wifi.ts'

/** Hears the words that are read out of the region, in every tab of a phone from now on. */
async function listen(
  context: BrowserContext,
): Promise<{ all: string[]; says(words: RegExp): Promise<void> }> {
  const all: string[] = []
  await context.exposeFunction('heard', (words: string) => void all.push(words))
  const watch = () => {
    const { heard } = globalThis as unknown as { heard(words: string): void }
    const inRegion = (node: Node) => (node as Element).closest?.('body > [role=status]')
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records)
        for (const added of inRegion(target) ? addedNodes : []) heard(added.textContent!)
    }).observe(document, { childList: true, subtree: true })
  }
  await context.addInitScript(watch)
  for (const page of context.pages()) await page.evaluate(watch)
  return {
    all,
    async says(words) {
      const end = Date.now() + 20_000
      while (!all.some((one) => words.test(one))) {
        assert.ok(Date.now() < end, `${String(words)} is not among: ${all.join(' | ')}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
  }
}

const times = (all: string[], words: RegExp) => all.filter((one) => words.test(one)).length

test('What was sent is told once: that it waits, and that it was received, also on a page opened later', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  const heard = await listen(context)
  await page.goto(paths.room({ ...nouns, room: wifi.room }))
  await isKept(page)
  await context.setOffline(true)
  await page.getByLabel('Add a note').fill('Ask the café')
  await press(page, 'Add the note')
  const saved = /^Your note: saved on this phone\. It is sent as soon as there is a network\.$/
  await heard.says(saved)
  await page.reload()
  await waits(page, 'Your note: saved on this phone')
  await heard.says(/^You are offline/)
  await context.setOffline(false)
  await heard.says(/^Your note: received\.$/)
  await page.goto(paths.now(nouns))
  await page.getByRole('heading', { name: 'The day has not started yet' }).waitFor()
  assert.equal(times(heard.all, saved), 1)
  assert.equal(times(heard.all, /received/), 1)
  // It arrives from a page that did not see it written.
  await page.goto(paths.newPledge(nouns))
  await context.setOffline(true)
  await page.getByLabel('What do you pledge to do?').fill('Open a café')
  await press(page, 'Make the pledge')
  await heard.says(/^Your pledge: saved/)
  await page.close()
  await context.setOffline(false)
  const again = await newTab(t, context)
  await again.goto(paths.now(nouns))
  await heard.says(/^Your pledge: received\.$/)
})

test('What could not be taken is told with the reason, then that it is discarded, and what undoing brings', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await votesOffline(wifi)
  const heard = await listen(context)
  await wifi.close()
  await context.setOffline(false)
  const refused = /^Your vote could not be taken: .*clos/
  await heard.says(refused)
  await page.goto(paths.now(nouns))
  await waits(page, 'Your vote could not be taken')
  await page.getByRole('button', { name: 'Discard it' }).click()
  await heard.says(/^Your vote: discarded\.$/)
  assert.equal(times(heard.all, refused), 1)
  await page.locator('button:focus', { hasText: 'Undo' }).click()
  await heard.says(/^Undone\.$/)
  await page.locator('.app-queue :focus').waitFor()
  await page.waitForFunction(
    () => !document.querySelector('body > [role=status]')!.textContent!.includes('discarded'),
  )
  assert.equal(times(heard.all, refused), 2)
})

test('A server that does not answer is called that, until it does', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  const heard = await listen(context)
  await page.goto(paths.newPledge(nouns))
  wifi.weather.down = true
  await page.getByLabel('What do you pledge to do?').fill('Open a café')
  await press(page, 'Make the pledge')
  await waits(page, 'It is sent as soon as the server answers')
  const line = page.locator('.app-offline')
  await line.getByText('The server does not answer.').waitFor()
  await line.getByText('What you send is saved on this phone').waitFor()
  await heard.says(/^Your pledge: saved on this phone\. It is sent as soon as the server answers\.$/)
  assert.equal(times(heard.all, /offline|network/), 0)
  await context.setOffline(true)
  await line.getByText('You are offline.').waitFor()
  await waits(page, 'It is sent as soon as there is a network')
  await context.setOffline(false)
  wifi.weather.down = false
  await line.waitFor({ state: 'hidden' })
  await heard.says(/^Your pledge: received\.$/)
  await line.waitFor({ state: 'hidden' })
})

test('A page from the phone hears by itself that the server answers again, and says how old it is', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page } = await wifi.phone(wifi.ray)
  await page.goto(paths.newPledge(nouns))
  await isKept(page)
  wifi.weather.down = true
  await page.reload()
  const line = page.locator('.app-offline')
  await line.getByText('The server does not answer. This is what was last known at').waitFor()
  wifi.weather.down = false
  await line.getByText('The server answers again. This page is as it was at').waitFor({ timeout: 30_000 })
})

const follow = async (t: TestContext, address: string) => {
  const wifi = await dayWithBadWifi(t)
  await wifi.start('talk')
  const { page, context } = await wifi.phone(wifi.people.organiser)
  const heard = await listen(context)
  await page.goto(address)
  await page
    .getByRole('heading', { name: /How ideas spread/ })
    .first()
    .waitFor()
  wifi.weather.down = true
  await wifi.restarts()
  const line = page.locator('.app-offline', { hasText: 'The server does not answer.' })
  await line.waitFor({ timeout: 30_000 })
  await heard.says(/^The server does not answer\./)
  wifi.weather.down = false
  await line.waitFor({ state: 'hidden', timeout: 30_000 })
  assert.equal(times(heard.all, /offline/i), 0)
}
for (const name of ['now', 'screen', 'desk'] as const)
  test(`So it is on the page ${name}, which goes on by itself`, (t) => follow(t, paths[name](nouns)))

test('A page that is not kept says which of the two it is', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  await page.goto(paths.now(nouns))
  await isKept(page)
  wifi.weather.down = true
  await page.goto(paths.ideas(nouns))
  await page.getByRole('heading', { name: 'The server does not answer' }).waitFor()
  await page.getByRole('link', { name: 'Go to Now' }).waitFor()
  await context.setOffline(true)
  await page.getByRole('link', { name: 'Try again' }).click()
  await page.getByRole('heading', { name: 'You are offline' }).waitFor()
})

test('A message that something was done goes when it is no longer so', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page } = await wifi.phone(wifi.people.organiser)
  const heard = await listen(page.context())
  await page.goto(paths.ballot(wifi.at))
  await press(page, 'Open the vote')
  const banner = page.locator('.nhsuk-notification-banner', { hasText: 'The vote is open' })
  await banner.waitFor()
  await wifi.close()
  await heard.says(/^Voting has closed$/)
  await banner.waitFor({ state: 'detached' })
  assert.equal(await page.evaluate(() => document.activeElement!.id), 'maincontent')
})
