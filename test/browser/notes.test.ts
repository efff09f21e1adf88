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
  // What one has written oneself can be taken away at once.
  assert.equal(await page.locator('[data-part=own-notes] dt').count(), 4)
  assert.deepEqual((await allNotesOf(wifi.store.db, 'north', wifi.room)).map(({ text }) => text).sort(), [
    'First',
    'Second',
    'Third',
    'Two\nlines',
  ])
})
