import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allNotesOf } from '../../src/day/rooms/store/notes.ts'
import { paths } from '../../src/paths.ts'
import { dayWithBadWifi, nouns } from './wifi.ts'

test('A scribe stays in the field: Enter adds, the notes stand beside it, and nothing scrolls away', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page } = await wifi.phone(wifi.ray)
  const address = paths.room({ ...nouns, room: wifi.room })
  await page.goto(address)
  const field = page.getByLabel('Add a note')
  await field.focus()
  for (const text of ['First', 'Second', 'Third']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    await page.locator('[data-part=notes] li', { hasText: text }).waitFor()
    assert.equal(await field.inputValue(), '')
    assert.equal(await field.evaluate((one) => one === document.activeElement), true)
  }
  const bottomOf = async (selector: string) => {
    const box = await page.locator(selector).first().boundingBox()
    return box!.y + box!.height
  }
  const [fieldTop] = [(await field.boundingBox())!.y]
  assert.ok(fieldTop >= 0, 'The field is in sight')
  assert.ok((await bottomOf('[data-part=notes] li')) - fieldTop < page.viewportSize()!.height)
  await page.keyboard.type('Two')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('lines')
  await page.getByRole('button', { name: 'Add the note' }).click()
  await page.locator('[data-part=notes] li', { hasText: 'lines' }).waitFor()
  assert.equal(await field.evaluate((one) => one === document.activeElement), true)
  assert.equal(page.url().endsWith(address), true)
  // One's own notes can be taken away at once.
  assert.equal(await page.locator('[data-part=own-notes] dt').count(), 4)
  assert.deepEqual((await allNotesOf(wifi.store.db, 'north', wifi.room)).map(({ text }) => text).sort(), [
    'First',
    'Second',
    'Third',
    'Two\nlines',
  ])
})

test('A scribe goes on typing while a note is on its way, and no word of the next is lost', async (t) => {
  const wifi = await dayWithBadWifi(t)
  wifi.weather.delays = ({ method }) => (method === 'POST' ? 1000 : 0)
  const { page } = await wifi.phone(wifi.ray)
  await page.goto(paths.room({ ...nouns, room: wifi.room }))
  const field = page.getByLabel('Add a note')
  await field.focus()
  await page.keyboard.type('First')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelector('textarea')!.value === '')
  await page.keyboard.type('Second')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelector('textarea')!.value === '')
  await page.keyboard.type('Third, being typed')
  await page.locator('[data-part=own-notes] dt', { hasText: 'Second' }).waitFor({ state: 'attached' })
  assert.equal(await field.inputValue(), 'Third, being typed')
  assert.equal(await page.locator('[data-state]').count(), 0)
  await page.keyboard.press('Enter')
  await page.locator('[data-part=own-notes] dt', { hasText: 'Third' }).waitFor({ state: 'attached' })
  const stored = await allNotesOf(wifi.store.db, 'north', wifi.room)
  assert.deepEqual(stored.map(({ text }) => text).sort(), ['First', 'Second', 'Third, being typed'])
})
