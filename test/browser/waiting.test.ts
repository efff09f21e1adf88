import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cancelMySignUp, signUpAgain } from '../../src/before/sign-ups/commands/own.ts'
import { paths } from '../../src/paths.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { dayWithBadWifi, isKept, newTab, nouns, onPhone, press, votesOffline, waits } from './wifi.ts'

test('An empty vote is not saved on the phone: what is missing is said at once', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page } = await votesOffline(wifi, '')
  const missing = page.getByRole('alert').getByText('Choose an idea')
  await missing.waitFor()
  assert.deepEqual(await onPhone(page), [])
  await page.getByLabel('Tree of Life').check()
  const button = page.getByRole('button', { name: 'Vote', exact: true })
  while (await button.isVisible()) await button.click({ timeout: 500 }).catch(() => {})
  await waits(page, 'Your vote: saved on this phone')
  assert.equal(await missing.count(), 0)
})

test('Neither is a vote that names an idea twice', async (t) => {
  const wifi = await dayWithBadWifi(t)
  await wifi.voteBy('ranked')
  const { page } = await votesOffline(wifi, '')
  const [first, second] = [page.getByLabel('First choice'), page.getByLabel('Second choice')]
  await first.selectOption(wifi.ideas.tree)
  await second.selectOption(wifi.ideas.tree)
  await press(page, 'Vote')
  await page.getByRole('alert').getByText('Your first and your second choice are the same idea').waitFor()
  await page.getByText('This is your first choice, too').waitFor()
  // The cards that stand in the place of the lists.
  await page.locator('.app-ranking li:first-child button:first-child:focus').waitFor()
  assert.deepEqual(await onPhone(page), [])
})

test('Neither is one for more ideas than one may choose', async (t) => {
  const wifi = await dayWithBadWifi(t)
  await wifi.voteBy('several')
  await wifi.start('ballot')
  const { page, context } = await wifi.phone(wifi.ray)
  await page.goto(paths.vote(wifi.at))
  await context.setOffline(true)
  for (const idea of ['Tree of Life', 'One front door', 'Tea with neighbours'])
    await page.getByLabel(idea).check()
  await press(page, 'Vote')
  const summary = page.locator('.nhsuk-error-summary:focus')
  await summary.getByText('You have chosen 3 ideas. Choose up to 2: take 1 away.').waitFor()
  assert.deepEqual(await onPhone(page), [])
})

test('What cannot count is said at once without a network, as the server says it', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  await page.goto(paths.newPledge(nouns))
  const [first, month] = [page.getByLabel('What is the first step?'), page.getByLabel('Month')]
  const fill = async () => {
    await first.fill('x'.repeat(1001))
    for (const [label, typed] of Object.entries({ Day: '31', Month: '2', Year: '2099' }))
      await page.getByLabel(label).fill(typed)
    await press(page, 'Make the pledge')
  }
  const summary = page.locator('.nhsuk-error-summary:focus')
  const said = async () => ({
    title: await page.title(),
    above: await summary.getByRole('link').allInnerTexts(),
    beside: await page.locator('.nhsuk-error-message').allInnerTexts(),
    described: await first.getAttribute('aria-describedby'),
    marked: await month.evaluate((box) => box.classList.contains('nhsuk-input--error')),
  })
  await fill()
  await page.waitForLoadState()
  await summary.waitFor()
  const byServer = await said()
  await page.goto(paths.newPledge(nouns))
  await context.setOffline(true)
  await fill()
  await summary.waitFor()
  assert.deepEqual(await said(), byServer)
  assert.equal(byServer.above.length, 3)
  assert.deepEqual(await onPhone(page), [])
  await summary.getByRole('link', { name: 'The first step must be' }).click()
  assert.equal(await first.evaluate((box) => box === document.activeElement), true)
  await page.getByLabel('What do you pledge to do?').fill('Open a café')
  await first.fill('')
  await page.getByLabel('Day').fill('28')
  await page.getByLabel('Year').fill('2020')
  await press(page, 'Make the pledge')
  await summary.getByText('This day is past. Enter today, or a day that is still to come.').waitFor()
  await page.getByLabel('Year').fill('2099')
  const button = page.getByRole('button', { name: 'Make the pledge', exact: true })
  while (await button.isVisible()) await button.click({ timeout: 500 }).catch(() => {})
  await waits(page, 'Your pledge: saved on this phone')
  assert.doesNotMatch(await page.title(), /Error/)
})

test('What cannot count is not kept either where only no answer comes', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page } = await wifi.phone(wifi.ray)
  await page.goto(paths.room({ ...nouns, room: wifi.room }))
  const note = page.getByLabel('Add a note')
  await note.fill('Long '.repeat(201))
  wifi.weather.down = true
  await press(page, 'Add the note')
  await page.getByRole('alert').getByText('Enter a note, in 1000 characters or fewer').waitFor()
  assert.equal((await note.inputValue()).length, 1005)
  assert.deepEqual(await onPhone(page), [])
})

test('A vote that was refused for good is asked about again when its reason may be gone', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await votesOffline(wifi)
  orThrow(await wifi.store.dispatch(cancelMySignUp, nouns, { actor: wifi.ray }))
  await context.setOffline(false)
  await waits(page, 'Your vote could not be taken')
  // It stands as it was until that is answered.
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.reload()
  await waits(page, 'Your vote could not be taken')
  await answered
  orThrow(await wifi.store.dispatch(signUpAgain, nouns, { actor: wifi.ray }))
  await page.reload()
  await waits(page, 'Your vote: received')
})

test('What waits is told apart by its first words, but a vote', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page } = await votesOffline(wifi)
  assert.doesNotMatch(await page.locator('.app-queue').innerText(), /Tree of Life/)
  await page.context().setOffline(false)
  await waits(page, 'Your vote: received')
  await page.goto(paths.room({ ...nouns, room: wifi.room }))
  await page.context().setOffline(true)
  for (const text of ['Ask the café', 'Tea first']) {
    await page.getByLabel('Add a note').fill(text)
    await press(page, 'Add the note')
    await waits(page, `“${text}”`)
  }
})

test('What was said of the network does not outlast it', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  await page.goto(paths.newPledge(nouns))
  await isKept(page)
  await context.setOffline(true)
  await page.reload()
  const line = page.locator('.app-offline')
  await line.getByText('You are offline').waitFor()
  await press(page, 'Sign out')
  await page.getByText('“Sign out” was not sent: no network. Press again when it is back.').waitFor()
  await context.setOffline(false)
  await line.getByText('The network is back. This page is as it was at').waitFor()
  assert.equal(await page.getByText('was not sent: no network').count(), 0)
  const status = page.locator('body > [role=status]')
  assert.doesNotMatch(await status.innerText(), /offline/)
})

test('The page of a vote keeps its heading and the way to Now while the vote waits, and when it is refused', async (t) => {
  const wifi = await dayWithBadWifi(t)
  await wifi.start('ballot')
  const { page, context } = await wifi.phone(wifi.ray)
  await page.goto(paths.now(nouns))
  await isKept(page)
  await page.goto(paths.vote(wifi.at))
  await page.getByLabel('Tree of Life').check()
  await context.setOffline(true)
  await press(page, 'Vote')
  await waits(page, 'Your vote: saved on this phone')
  const heading = page.getByRole('heading', { level: 1, name: 'Which one?' })
  const now = page.locator('.app-queue').getByRole('link', { name: 'Go to Now' })
  for (const part of [heading, now]) await part.waitFor()
  await wifi.close()
  await context.setOffline(false)
  await waits(page, 'Your vote could not be taken')
  for (const part of [heading, now]) await part.waitFor()
  assert.equal(await heading.count(), 1)
})

test('A phone whose clock is hours wrong says by the right one what was saved, last known and received', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  // Only the page's clock can be set wrong here, so the worker, whose clock is right, is not asked to send.
  await page.addInitScript(() => Reflect.deleteProperty(ServiceWorkerRegistration.prototype, 'sync'))
  await page.clock.setSystemTime(Date.now() - 5 * 3_600_000)
  const hour = (at: number) => String(new Date(at).getHours() % 12 || 12)
  const isRight = async (place: string, now = Date.parse(wifi.store.now())) => {
    const possible = [hour(now), hour(now - 120_000)]
    const said = [...(await page.locator(place).innerText()).matchAll(/at (\d+):/g)]
    assert.ok(said.length > 0)
    for (const [, one] of said) assert.ok(possible.includes(one!), `${one} is not ${possible.join(' or ')}`)
  }
  // A form that follows nothing, and a page that follows a stream.
  await page.goto(paths.newPledge(nouns))
  await page.getByLabel('What do you pledge to do?').fill('Open a café')
  await context.setOffline(true)
  await press(page, 'Make the pledge')
  await waits(page, 'Your pledge: saved on this phone')
  for (const place of ['.app-offline', '.app-queue']) await isRight(place)
  await context.setOffline(false)
  await waits(page, 'Your pledge: received')
  await page.goto(paths.room({ ...nouns, room: wifi.room }))
  await context.setOffline(true)
  await page.getByLabel('Add a note').fill('Ask the café')
  await press(page, 'Add the note')
  await waits(page, 'Your note: saved on this phone')
  for (const place of ['.app-offline', '.app-queue']) await isRight(place)
  await context.setOffline(false)
  await waits(page, 'Your note: received')
  // That is told by the server's machine, whose clock is not the one of this test.
  await page.locator('.app-queue', { hasText: 'sent from this phone' }).waitFor()
  await isRight('.app-queue', Date.now())
})

test('What is pressed after something was kept is not taken for it', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  await page.goto(paths.room({ ...nouns, room: wifi.room }))
  await page.getByLabel('Add a note').fill('Ask the café')
  await press(page, 'Add the note')
  await page.getByText('Take a note of yours away or put it back').click()
  await context.setOffline(true)
  await page.getByLabel('Add a note').fill('Ask the school')
  await press(page, 'Add the note')
  await waits(page, 'Your note: saved on this phone')
  await context.setOffline(false)
  await waits(page, 'Your note: received')
  await page.getByRole('button', { name: 'Take away: Ask the café' }).click()
  await page.getByText('Ask the café (taken away)').waitFor({ state: 'attached' })
})

test('A page goes on as ever when another tab has sent for it what it was about to send', async (t) => {
  const wifi = await dayWithBadWifi(t)
  await wifi.start('ballot')
  const { page, context } = await wifi.phone(wifi.ray)
  const other = await newTab(t, context)
  await other.goto(paths.room({ ...nouns, room: wifi.room }))
  await page.goto(paths.now(nouns))
  await page.getByLabel('Tree of Life').check()
  await context.setOffline(true)
  await other.getByLabel('Add a note').fill('First')
  await press(other, 'Add the note')
  await waits(page, 'Your note: saved on this phone')
  // Somebody else is sending, so that the tabs which hear of the network stand in line before the vote.
  const waitInLine = async (many: number) => {
    const inLine = async () => (await navigator.locks.query()).pending!.length
    while ((await page.evaluate(inLine)) < many) await page.waitForTimeout(20)
  }
  await page.evaluate(() => {
    const done = new Promise<void>((resolve) => Object.assign(globalThis, { goOn: resolve }))
    void navigator.locks.request('queue', () => done)
  })
  await context.setOffline(false)
  await waitInLine(2)
  await page.bringToFront()
  await press(page, 'Vote')
  await waitInLine(3)
  await page.evaluate(() => (globalThis as unknown as { goOn(): void }).goOn())
  await page.getByText('Your vote is counted').waitFor()
})
