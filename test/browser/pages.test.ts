import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyone } from '../../src/platform/store/actor.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { addItem } from '../../src/day/programme/commands/items.ts'
import { paths } from '../../src/paths.ts'
import { dayOf } from '../day.ts'
import { peopleOf } from '../people.ts'
import { wrongOn } from './axe.ts'
import { everyPageIsFitFor } from './every-page.ts'
import { openInBrowser } from './open.ts'

everyPageIsFitFor({
  who: 'an attendee on a phone',
  width: 390,
  actor: (_people, scene) => scene.day.of['brent']![0]!,
})
everyPageIsFitFor({ who: 'somebody who has not signed in, on a phone', width: 390, actor: () => anyone })

test('The page that asks which rooms there are is fit for an organiser, with and without a mistake', async (t) => {
  const house = await openInBrowser(t)
  const people = await peopleOf(house.store)
  const { event } = await dayOf(house, people, { perTeam: 1 })
  const at = { network: people.network, event }
  const by = { actor: people.organiser }
  const { id: item } = orThrow(
    await house.store.dispatch(addItem, { ...at, kind: 'rooms', title: 'Rooms' }, by),
  ) as { id: string }
  const url = paths.itemRooms({ ...at, item })
  for (const width of [390, 1280]) {
    const { page } = await house.window(people.organiser, { width, expects: /^422/ })
    assert.equal((await page.goto(url))?.status(), 200)
    const wrong = await wrongOn(page, url)
    await page.locator('main form button').last().click()
    await page.locator('.nhsuk-error-summary').waitFor()
    assert.deepEqual([...wrong, ...(await wrongOn(page, `${url} (sent empty)`))], [])
  }
})
