import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closeBallot, openBallot } from '../../src/day/ballots/ballot/commands/ballots.ts'
import { paths } from '../../src/paths.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { ballotOf } from '../ballot.ts'
import { openInBrowser } from './open.ts'

test('The page of a vote that is left open says one thing of its state, whichever that is', async (t) => {
  const house = await openInBrowser(t)
  const { at, of, people } = await ballotOf(house.store, { opened: false })
  const by = { actor: people.organiser }
  const { page } = await house.window(of['brent']![0], { width: 390, height: 844 })
  const host = await house.window(people.organiser)
  const isShown = (name: string) => page.getByRole('button', { name, exact: true }).isVisible()
  await page.goto(paths.ballot(at))
  await page.waitForFunction(() => document.documentElement.dataset['scripts'] === 'on')
  assert.equal(await page.locator('.app-since-made').isVisible(), false)
  orThrow(await house.store.dispatch(openBallot, at, by))
  await page.locator('.app-since-made').waitFor()
  await page.getByRole('link', { name: 'Refresh' }).first().click()
  await page.getByRole('button', { name: 'Vote', exact: true }).waitFor()
  await page.waitForFunction(() => document.documentElement.dataset['scripts'] === 'on')
  await host.page.goto(paths.ballot(at))
  await host.page.waitForFunction(() => document.documentElement.dataset['scripts'] === 'on')
  assert.equal(await page.locator('.app-since-open').isVisible(), false)
  const shots = process.env['SHOTS']
  if (shots) await page.screenshot({ path: `${shots}/ballot-open.png`, fullPage: true })
  orThrow(await house.store.dispatch(closeBallot, at, by))
  await page.locator('.app-since-open').waitFor()
  assert.equal(await isShown('Vote'), false)
  assert.equal(await page.locator('[data-part=state]').innerText(), 'Closed, result sealed')
  await host.page.locator('.app-since-open').waitFor()
  assert.equal(await host.page.getByText('Close the vote').isVisible(), false)
  if (shots) await page.screenshot({ path: `${shots}/ballot-closed.png`, fullPage: true })
  if (shots) await host.page.screenshot({ path: `${shots}/ballot-closed-host.png`, fullPage: true })
})
