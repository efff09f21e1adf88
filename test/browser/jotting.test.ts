import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addItem } from '../../src/day/programme/commands/items.ts'
import { startItem } from '../../src/day/programme/commands/running.ts'
import { paths } from '../../src/paths.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { dayWithBadWifi, nouns, press } from './wifi.ts'

test('A note of one’s own waits on the phone, and begins the reflection', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page } = await wifi.phone(wifi.ray)
  const by = { actor: wifi.people.organiser }
  const row = { ...nouns, kind: 'idea', title: '', idea: wifi.ideas.tree, minutes: 10 }
  const { id: item } = orThrow(await wifi.store.dispatch(addItem, row, by))
  orThrow(await wifi.store.dispatch(startItem, { ...nouns, item }, by))
  await page.goto(paths.now(nouns))
  const note = page.getByLabel('Only for you, for now')
  await note.fill('Ask Jo')
  await page.getByText('Kept on this phone').waitFor()
  await page.reload()
  assert.equal(await note.inputValue(), 'Ask Jo')
  await page.getByRole('button', { name: 'Write what your team thinks of it' }).click()
  assert.equal(await page.getByLabel('Keep').inputValue(), 'Ask Jo')
  await press(page, 'Save')
  await page.getByText('Reflection saved').waitFor()
  assert.equal(new URL(page.url()).pathname, paths.now(nouns))
  await page.getByText('Your team has reflected on 1 idea').waitFor()
})
