import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { reflect } from '../../src/day/reflections/commands.ts'
import { reflectionsOf } from '../../src/day/reflections/store.ts'
import { paths } from '../../src/paths.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { dayWithBadWifi, nouns, press, waits, type Wifi } from './wifi.ts'

const addressOf = ({ ideas }: Wifi) => paths.reflection({ ...nouns, idea: ideas.tree })

/** What somebody else of the same team saves. */
async function colleagueSaves({ store, ideas, day }: Wifi, keep: string): Promise<void> {
  const input = { ...nouns, idea: ideas.tree, team: 'harrow', keep }
  orThrow(await store.dispatch(reflect, input, { actor: day.of['harrow']![1]! }))
}

const kept = async ({ store }: Wifi) => (await reflectionsOf(store.db, 'north', 'day')).map((one) => one.keep)
const keepOf = (page: Page) => page.getByLabel('Keep')

for (const [what, mine] of [
  ['What waited', 'Mine'],
  ['What waited and was too long', 'Mine '.repeat(500)],
] as const)
  test(`${what} is not sent over what a colleague saved meanwhile`, async (t) => {
    const wifi = await dayWithBadWifi(t)
    const { page, context } = await wifi.phone(wifi.ray)
    await page.goto(addressOf(wifi))
    await keepOf(page).fill(mine)
    await context.setOffline(true)
    await press(page, 'Save')
    await waits(page, 'saved on this phone')
    await colleagueSaves(wifi, 'Theirs')
    await context.setOffline(false)
    await waits(page, 'could not be taken')
    await page.goto(paths.now(nouns))
    await press(page, 'Correct it and send it again')
    await page.waitForURL((url) => url.pathname === addressOf(wifi))
    await page.locator('form[data-refilled]').waitFor()
    await press(page, 'Save')
    await page.locator('.nhsuk-inset-text', { hasText: 'Saved meanwhile: Theirs' }).waitFor()
    assert.equal((await keepOf(page).inputValue()).slice(0, 4), 'Mine')
    assert.deepEqual(await kept(wifi), ['Theirs'])
  })
