import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { cancelMySignUp } from '../../src/before/sign-ups/commands/own.ts'
import { countsOf, rollOf } from '../../src/day/ballots/voting/store/votes.ts'
import { closeFeedback, openFeedback } from '../../src/day/feedback/commands.ts'
import { makePledge } from '../../src/day/pledges/commands.ts'
import { pledgesAt } from '../../src/day/pledges/store.ts'
import { paths } from '../../src/paths.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { dayWithBadWifi, isKept, nouns, onPhone, press, votesOffline, waits } from './wifi.ts'

/** Nothing can be corrected any more: there is nothing to press but to discard it, and no form. */
async function onlyDiscarded(page: Page): Promise<void> {
  const part = page.locator('.app-queue [data-state=refused]')
  assert.deepEqual(await part.getByRole('button').allInnerTexts(), ['Discard it'])
  assert.equal(await page.locator('form[data-queue]:not([data-queue-more]):visible').count(), 0)
}

test('A vote that arrives after closing is refused with the reason and what was chosen', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await votesOffline(wifi)
  await wifi.close()
  await context.setOffline(false)
  await waits(page, 'Your vote could not be taken: Voting has closed')
  await waits(page, 'You chose this, and it is not counted:')
  await waits(page, 'Tree of Life')
  // It stands there on every page until it is discarded, also while it is asked about again.
  wifi.weather.swallows = ({ method }) => method === 'POST'
  await page.reload()
  await waits(page, 'Tree of Life')
  wifi.weather.swallows = () => false
  await waits(page, 'Your vote could not be taken: Voting has closed')
  await onlyDiscarded(page)
  const shots = process.env['SHOTS']
  if (shots) await page.screenshot({ path: `${shots}/late-vote.png`, fullPage: true })
  assert.deepEqual(
    (await rollOf(wifi.store.db, 'north', wifi.at.ballot)).filter((one) => one.voted === 1),
    [],
  )
  await press(page, 'Discard it')
  await press(page, 'Undo')
  await waits(page, 'Tree of Life')
  await press(page, 'Discard it')
  await page.locator('.app-queue', { hasText: 'Your vote: discarded' }).waitFor()
  assert.deepEqual(await onPhone(page), [])
})

test('What was put in order comes back in its order, to be changed', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { tree, hub } = wifi.ideas
  await wifi.voteBy('ranked')
  const { page, context } = await votesOffline(wifi, '')
  const lists = page.locator('select[name=choice]')
  const chosen = () => lists.evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value))
  await lists.nth(0).selectOption(hub)
  await lists.nth(1).selectOption(tree)
  await press(page, 'Vote')
  await waits(page, 'Your vote: saved on this phone')
  await press(page, 'Change it')
  assert.deepEqual(await chosen(), [hub, tree])
  await lists.nth(0).selectOption(tree)
  await lists.nth(1).selectOption(hub)
  // A second press within a second is taken for a slip of the finger.
  const button = page.getByRole('button', { name: 'Vote', exact: true })
  while (await button.isVisible()) await button.click({ timeout: 500 }).catch(() => {})
  await waits(page, 'Your vote: saved on this phone')
  await context.setOffline(false)
  await waits(page, 'Your vote: received')
  assert.deepEqual(await countsOf(wifi.store.db, 'north', wifi.at.ballot), [
    { team: 'harrow', choices: [tree, hub], votes: 1 },
  ])
})

test('Feedback that arrives after closing comes back to be copied, not to be corrected', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const by = { actor: wifi.people.organiser }
  orThrow(await wifi.store.dispatch(openFeedback, nouns, by))
  const { page, context } = await wifi.phone(wifi.ray)
  await page.goto(paths.feedback(nouns))
  await page.getByLabel('What will you take home and try?').fill('Tea with the neighbours')
  await context.setOffline(true)
  await page.locator('form[data-queue] button.nhsuk-button').last().click()
  await waits(page, 'Your feedback: saved on this phone')
  orThrow(await wifi.store.dispatch(closeFeedback, nouns, by))
  await context.setOffline(false)
  await waits(page, 'Your feedback could not be taken: The form is closed. This came too late to be stored.')
  await waits(page, 'Tea with the neighbours')
  await onlyDiscarded(page)
})

test('What somebody wrote whose sign-up was cancelled meanwhile comes back; what is only wrong is corrected', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  await page.goto(paths.newPledge(nouns))
  await page.getByLabel('What do you pledge to do?').fill('Open a café')
  await context.setOffline(true)
  await press(page, 'Make the pledge')
  await waits(page, 'Your pledge: saved on this phone')
  const same = { ...nouns, team: 'harrow', what: 'Open a café' }
  orThrow(await wifi.store.dispatch(makePledge, same, { actor: wifi.day.of['harrow']![1]! }))
  await context.setOffline(false)
  await waits(page, 'Your pledge could not be taken: Your team has made this pledge already.')
  await press(page, 'Correct it and send it again')
  await page.getByLabel('What do you pledge to do?').fill('Open a café on Fridays')
  await context.setOffline(true)
  // A second press within a second is taken for a slip of the finger.
  const button = page.getByRole('button', { name: 'Make the pledge', exact: true })
  while (await button.isVisible()) await button.click({ timeout: 500 }).catch(() => {})
  await waits(page, 'Your pledge: saved on this phone')
  orThrow(await wifi.store.dispatch(cancelMySignUp, nouns, { actor: wifi.ray }))
  await context.setOffline(false)
  await waits(page, 'Your pledge could not be taken: You may not do this here')
  await waits(page, 'Open a café')
  await onlyDiscarded(page)
})

test('After a form was refused Now is still there without a network', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  await page.goto(paths.now(nouns))
  await isKept(page)
  await page.goto(paths.newPledge(nouns))
  await page.getByLabel('Who leads it?').fill('Ray')
  await press(page, 'Make the pledge')
  await page.getByRole('alert').getByText('Enter what the team pledges to do').waitFor()
  await context.setOffline(true)
  await page.goto(paths.now(nouns))
  await page.getByRole('heading', { name: 'The day has not started yet' }).waitFor()
})

test('A change that came too late is discarded without a word against the vote before it', async (t) => {
  const wifi = await dayWithBadWifi(t)
  await wifi.start('ballot')
  const { page, context } = await wifi.phone(wifi.ray)
  await page.goto(paths.vote(wifi.at))
  await page.getByLabel('Tree of Life').check()
  await press(page, 'Vote')
  await page.getByRole('link', { name: 'Change your vote' }).click()
  await page.getByLabel('Tree of Life').check()
  await context.setOffline(true)
  await press(page, 'Change my vote')
  await waits(page, 'Your vote: saved on this phone')
  await wifi.close()
  await context.setOffline(false)
  await waits(page, 'Your vote was not changed: Voting has closed. Your vote was received before that')
  // Until then its words are found on Now, too.
  await page.goto(paths.now(nouns))
  await waits(page, 'Tree of Life')
  const shots = process.env['SHOTS']
  if (shots) await page.screenshot({ path: `${shots}/late-change.png`, fullPage: true })
  await press(page, 'Discard it')
  await waits(page, 'Your vote: what came later is discarded. The vote before it stands.')
  if (shots) await page.screenshot({ path: `${shots}/late-change-gone.png`, fullPage: true })
})

test('What was taken for an NHS number and is none is sent with one press', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  await page.goto(paths.newPledge(nouns))
  await page.getByLabel('What do you pledge to do?').fill('Ring 943 476 5919 first')
  await context.setOffline(true)
  await press(page, 'Make the pledge')
  await waits(page, 'Your pledge: saved on this phone')
  await context.setOffline(false)
  await waits(page, 'Your pledge could not be taken: This looks like an NHS number (943 476 …).')
  await press(page, 'Nobody is recognised by it: send it')
  await waits(page, 'Your pledge: received')
  assert.deepEqual(
    (await pledgesAt(wifi.store.db, 'north', 'day')).map((one) => one.what),
    ['Ring 943 476 5919 first'],
  )
})
