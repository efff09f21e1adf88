import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cancelMySignUp, signUpAgain } from '../../src/before/sign-ups/commands/own.ts'
import { paths } from '../../src/paths.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { dayWithBadWifi, nouns, onPhone, press, votesOffline, waits } from './wifi.ts'

test('An empty vote is not saved on the phone: what is missing is said at once', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page } = await votesOffline(wifi, '')
  const missing = page.getByRole('alert').getByText('Choose an idea', { exact: true })
  await missing.waitFor()
  assert.deepEqual(await onPhone(page), [])
  await page.getByLabel('Tree of Life').check()
  assert.equal(await missing.count(), 0)
  const button = page.getByRole('button', { name: 'Vote', exact: true })
  while (await button.isVisible()) await button.click({ timeout: 500 }).catch(() => {})
  await waits(page, 'Your vote: saved on this phone')
})

test('A vote that was refused for good is asked about again when its reason may be gone', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await votesOffline(wifi)
  orThrow(await wifi.store.dispatch(cancelMySignUp, nouns, { actor: wifi.ray }))
  await context.setOffline(false)
  await waits(page, 'Your vote could not be taken')
  await page.reload()
  await waits(page, 'Your vote could not be taken')
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
