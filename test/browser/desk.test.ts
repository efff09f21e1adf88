import assert from 'node:assert/strict'
import { describe, test, type TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { itemsOf } from '../../src/day/programme/store/items.ts'
import { presenterNote } from '../../src/day/programme/store/notes.ts'
import { paths } from '../../src/paths.ts'
import { dayWithBadWifi, nouns, isWatched } from './wifi.ts'

const notSent = 'was not sent: no network. Press again when it is back.'
const unanswered = 'No answer came'

/** The Desk while a talk is on, of a host whose network comes and goes. */
async function deskWithBadWifi(t: TestContext) {
  const wifi = await dayWithBadWifi(t)
  await wifi.start('talk')
  const { context, page } = await wifi.phone(wifi.people.organiser)
  await page.goto(paths.desk(nouns))
  await page.waitForFunction(() => document.documentElement.dataset['scripts'] === 'on')
  return {
    ...wifi,
    context,
    page,
    line: page.locator('.app-offline', { hasText: 'You are offline.' }),
    silent: page.locator('.app-offline', { hasText: 'The server does not answer.' }),
    beside: (words: string) => page.locator('.app-not-sent', { hasText: words }).waitFor(),
    finish: () => page.getByRole('button', { name: 'Finish How ideas spread' }).click(),
    over: async () =>
      (await itemsOf(wifi.store.db, 'north', 'day')).filter((item) => item.finished_at).length,
  }
}

const typesANote = async (page: Page): Promise<void> => {
  await page.getByText('Write a note to the presenter').click()
  await page.getByLabel('Note to the presenter').fill('Speak up')
}

describe('The Desk without a network', { concurrency: 2 }, () => {
  test('It says so at its top, a press is not sent and not forgotten, and the next is done once', async (t) => {
    const { page, context, line, beside, finish, over, weather } = await deskWithBadWifi(t)
    await typesANote(page)
    await context.setOffline(true)
    await line.waitFor()
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await page.waitForFunction(() => document.querySelector('.app-offline')!.getBoundingClientRect().top >= 0)
    await finish()
    await beside(notSent)
    assert.equal(new URL(page.url()).pathname, paths.desk(nouns))
    assert.equal(await page.getByLabel('Note to the presenter').inputValue(), 'Speak up')
    assert.equal(await over(), 0)
    await context.setOffline(false)
    await line.waitFor({ state: 'hidden' })
    await beside(
      'The network is back. “Finish How ideas spread” was not sent: press again if it is still wanted.',
    )
    assert.equal(await over(), 0)
    await finish()
    await page.getByText('Finished How ideas spread', { exact: true }).waitFor()
    assert.equal(await over(), 1)
    assert.equal(weather.posts.length, 1)
  })

  test('It notices by a press that nobody answers, and keeps the note that was typed', async (t) => {
    const { page, silent, beside, weather, store } = await deskWithBadWifi(t)
    await typesANote(page)
    weather.down = true
    await page.getByRole('button', { name: 'Send to the presenter' }).click()
    await beside(unanswered)
    await silent.waitFor()
    await page.getByRole('link', { name: 'Try again' }).click()
    assert.equal(await page.getByLabel('Note to the presenter').inputValue(), 'Speak up')
    weather.down = false
    await page.getByRole('button', { name: 'Send to the presenter' }).click()
    await page.getByText('On the presenter’s page: Speak up').waitFor()
    assert.equal((await presenterNote(store.db, 'north', 'day'))?.text, 'Speak up')
  })

  test('What was done although its answer was lost is not done twice', async (t) => {
    const { page, beside, finish, over, weather } = await deskWithBadWifi(t)
    weather.swallows = ({ method }) => method === 'POST'
    await finish()
    await beside(unanswered)
    weather.swallows = () => false
    assert.equal(await over(), 1)
    const again = page.getByRole('button', { name: 'Finish How ideas spread' })
    if (await again.isVisible()) await again.click()
    await page.getByRole('heading', { name: 'Nothing is on' }).waitFor()
    assert.equal(await over(), 1)
  })

  test('A form on a page of its own stays there, or comes back with all that was typed', async (t) => {
    const { page, context, beside, weather, store } = await deskWithBadWifi(t)
    await page.goto(paths.insertItem(nouns))
    await isWatched(page)
    await page.getByLabel('Title').fill('Stretch')
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Put it in' }).click()
    await beside(notSent)
    await context.setOffline(false)
    weather.down = true
    await page.getByRole('button', { name: 'Put it in' }).click()
    await page.getByRole('heading', { name: 'The server does not answer' }).waitFor()
    weather.down = false
    await page.getByRole('button', { name: 'Send it again' }).click()
    await page.getByText('Added Stretch', { exact: true }).waitFor()
    const stretches = (await itemsOf(store.db, 'north', 'day')).filter(({ title }) => title === 'Stretch')
    assert.equal(stretches.length, 1)
  })
})

test('What is half typed in one form outlives a press of another that was done', async (t) => {
  const { page, store, finish, over } = await deskWithBadWifi(t)
  await typesANote(page)
  const note = page.getByLabel('Note to the presenter')
  await page.evaluate(() => (document.documentElement.dataset['same'] = ''))
  await finish()
  await page.getByText('Finished How ideas spread', { exact: true }).waitFor()
  await page.getByRole('heading', { name: 'Nothing is on' }).waitFor()
  assert.equal(await page.locator('[role=alert]:focus', { hasText: 'Finished' }).count(), 1)
  assert.equal(await note.inputValue(), 'Speak up')
  // The sent note is typed nowhere any more, and the next is another thing.
  await page.getByRole('button', { name: 'Send to the presenter' }).click()
  await page.getByText('On the presenter’s page: Speak up').waitFor()
  assert.equal(await page.locator('html[data-same]').count(), 1)
  const box = page.getByLabel('Note to the presenter')
  if (await box.isHidden()) await page.getByText('Write another note').click()
  await box.fill('Slower')
  await page.getByRole('button', { name: 'Send to the presenter' }).click()
  await page.getByText('On the presenter’s page: Slower').waitFor()
  assert.equal((await presenterNote(store.db, 'north', 'day'))?.text, 'Slower')
  assert.equal(await over(), 1)
  const shots = process.env['SHOTS']
  if (shots) await page.screenshot({ path: `${shots}/desk-pressed.png`, fullPage: true })
})

test('So does what is typed before the first part of the day is started', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page } = await wifi.phone(wifi.people.organiser)
  await page.goto(paths.desk(nouns))
  await page.waitForFunction(() => document.documentElement.dataset['scripts'] === 'on')
  await typesANote(page)
  await page.getByRole('button', { name: 'Start How ideas spread' }).click()
  await page.getByRole('heading', { name: 'On now: How ideas spread' }).waitFor()
  assert.equal(await page.getByLabel('Note to the presenter').inputValue(), 'Speak up')
  assert.equal(await page.getByLabel('Note to the presenter').isVisible(), true)
  await page.reload()
  await page.getByLabel('Note to the presenter').waitFor()
  assert.equal(await page.getByLabel('Note to the presenter').inputValue(), 'Speak up')
})

test('A refused press is said at the top of the Desk, which shows how things stand', async (t) => {
  const { page, finish, over } = await deskWithBadWifi(t)
  await page.evaluate(() => {
    for (const field of document.querySelectorAll<HTMLInputElement>('input[name=seen]')) field.value = 'old'
  })
  await finish()
  const alert = page.getByRole('alert').filter({ hasText: 'That could not be done' })
  await alert.waitFor()
  assert.equal(
    ((await alert.textContent()) ?? '').replace(/^That could not be done/, ''),
    'You have started How ideas spread already, at 9am. Nothing was changed. Look at what is on now, then press again if it is still wanted.',
  )
  assert.equal(await alert.evaluate((one) => one === document.activeElement), true)
  assert.equal(await over(), 0)
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('input[name=seen]')!.value !== 'old',
  )
  await finish()
  await page.getByText('Finished How ideas spread', { exact: true }).waitFor()
  assert.equal(await alert.count(), 0)
})

test('A note without words is asked for where it is typed', async (t) => {
  const { page } = await deskWithBadWifi(t)
  await page.getByText('Write a note to the presenter').click()
  await page.getByRole('button', { name: 'Send to the presenter' }).click()
  await page.getByRole('alert').getByRole('link', { name: 'Enter a note to the presenter' }).click()
  assert.equal(await page.evaluate(() => location.pathname + location.hash), `${paths.desk(nouns)}#note`)
})

test('Its next step, the line of the day and the way back stand in one window, and in two of a phone', async (t) => {
  const { page } = await deskWithBadWifi(t)
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.locator('.app-undo').waitFor()
  const below = await page.evaluate(() =>
    ['.app-day-line', '.app-desk-next', '.app-desk-more', '.app-undo'].filter(
      (one) => document.querySelector(one)!.getBoundingClientRect().bottom > innerHeight,
    ),
  )
  assert.deepEqual(below, [])
  await page.setViewportSize({ width: 390, height: 844 })
  const screens = await page.evaluate(() => document.documentElement.scrollHeight / innerHeight)
  assert.ok(screens <= 2, `${screens} screens`)
})
