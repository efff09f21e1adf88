import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closeBallot } from '../../src/day/ballots/commands/ballots.ts'
import { paths } from '../../src/paths.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { ballotOf } from '../ballot.ts'
import { openInBrowser } from './open.ts'

test('What is printed of a vote is on white paper, without what only a screen needs', async (t) => {
  const house = await openInBrowser(t)
  const { at, people } = await ballotOf(house.store)
  const { page } = await house.window(people.organiser, { width: 794, height: 1123 })
  await page.emulateMedia({ media: 'print' })
  const look = async (path: string, says: string) => {
    await page.goto(path)
    await page.getByRole('heading', { name: says }).first().waitFor()
    const { grounds, shown, wide } = await page.evaluate(() => ({
      grounds: [document.documentElement, document.body].map((one) => getComputedStyle(one).backgroundColor),
      shown: document.querySelectorAll(':is(header, footer, .nhsuk-back-link, .nhsuk-button)').length,
      wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    }))
    assert.deepEqual(grounds, ['rgb(255, 255, 255)', 'rgb(255, 255, 255)'], path)
    assert.equal(wide, false, path)
    for (let index = 0; index < shown; index += 1) {
      const one = page.locator('header, footer, .nhsuk-back-link, .nhsuk-button').nth(index)
      assert.equal(await one.isVisible(), false, path)
    }
    assert.doesNotMatch(
      await page.evaluate(() =>
        [...document.querySelectorAll('a')].map((a) => getComputedStyle(a, '::after').content).join(' '),
      ),
      /Link/,
    )
  }
  await look(paths.rollSheet(at), 'List of voters')
  await look(paths.ballotPapers(at), 'Which change idea would you like to test')
  await look(paths.ballotRoll(at), 'Who has voted')
  await look(paths.ballot(at), 'Which change idea would you like to test')
  orThrow(await house.store.dispatch(closeBallot, at, { actor: people.organiser }))
  await look(paths.rollSheet(at), 'How many voted')
})
