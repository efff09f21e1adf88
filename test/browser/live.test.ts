import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { addItem } from '../../src/day/programme/commands/items.ts'
import { finishItem, startItem } from '../../src/day/programme/commands/running.ts'
import { itemsOf } from '../../src/day/programme/store/items.ts'
import { closeBallot, makeBallot, revealBallot } from '../../src/day/ballots/ballot/commands/ballots.ts'
import { beginRehearsal, clearRehearsal } from '../../src/whole/rehearsing/commands.ts'
import { paths } from '../../src/paths.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { dayOf } from '../day.ts'
import { peopleOf } from '../people.ts'
import { addRecords, anIdea, commandsOfTests } from '../records.ts'
import { openInBrowser } from './open.ts'

const nouns = { network: 'north', event: 'day' }

/** A day with a talk, an idea and a vote on its programme, in a browser. */
async function openDay(t: TestContext, method = 'person') {
  const house = await openInBrowser(t, { commands: commandsOfTests })
  const people = await peopleOf(house.store)
  const day = await dayOf(house, people, { perTeam: 1 })
  const ideas = [anIdea('tree', 'brent', 'Tree of Life'), anIdea('hub', 'harrow', 'One hub')]
  await addRecords(house.store, { ideas })
  const by = { actor: people.organiser }
  const ballot = {
    ...nouns,
    question: 'Which one?',
    method,
    ownIdea: 'excluded',
    ideas: ['tree', 'hub'],
  }
  const { id } = orThrow(await house.store.dispatch(makeBallot, ballot, by))
  const add = async (item: Record<string, unknown>) =>
    orThrow(await house.store.dispatch(addItem, { ...nouns, minutes: 20, ...item }, by)).id
  const items = [
    await add({ kind: 'talk', title: 'How ideas spread' }),
    await add({ kind: 'idea', idea: 'tree' }),
    await add({ kind: 'ballot', title: 'Choose one', ballot: id }),
  ] as const
  return {
    ...house,
    people,
    day,
    items,
    start: async (item: string) => orThrow(await house.store.dispatch(startItem, { ...nouns, item }, by)),
    /** Closes the vote and reveals what came out. */
    async close() {
      orThrow(await house.store.dispatch(closeBallot, { ...nouns, ballot: id }, by))
      orThrow(await house.store.dispatch(revealBallot, { ...nouns, ballot: id }, by))
    },
    finish: async (item: string) => orThrow(await house.store.dispatch(finishItem, { ...nouns, item }, by)),
  }
}

test('The Screen shows what is on within a second, without a reload', async (t) => {
  const { window, start, close, items } = await openDay(t)
  const { page } = await window(undefined, { width: 1920, height: 1080 })
  await page.goto(paths.screen(nouns))
  await page.evaluate(() => Object.assign(globalThis, { stayed: true }))
  await page.locator('.app-qr svg').waitFor()
  await page.waitForFunction(() => document.documentElement.dataset['scripts'] === 'on')
  const started = Date.now()
  await start(items[0])
  await page.getByRole('heading', { name: 'How ideas spread' }).waitFor({ timeout: 5000 })
  const took = Date.now() - started
  assert.ok(took < 1000, `${took} ms`)
  assert.equal(await page.evaluate(() => 'stayed' in globalThis), true)
  assert.match(await page.locator('[role=timer]').innerText(), /^(20\sminutes|19:\d\d)\sleft$/)
  await page.locator('[role=status]', { hasText: 'On now: How ideas spread' }).waitFor()
  await start(items[2])
  await page.getByText('Nobody who may vote has arrived yet').waitFor()
  await close()
  await page.locator('[role=status]', { hasText: 'Nobody voted.' }).waitFor()
})

test('The Screen can be paused, and then shows what is', async (t) => {
  const { window, start, items } = await openDay(t)
  const { page } = await window()
  await page.goto(paths.screen(nouns))
  await start(items[0])
  await page.getByRole('heading', { name: 'How ideas spread' }).waitFor()
  await page.getByRole('button', { name: 'Pause' }).click()
  const told = page.waitForResponse((response) => response.url().includes('poll'))
  await start(items[1])
  await page.evaluate((address) => fetch(`${address}?poll`), paths.eventLive(nouns))
  await told
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'How ideas spread')
  await page.getByRole('button', { name: 'Paused: go on' }).click()
  await page.getByRole('heading', { name: 'Tree of Life' }).waitFor()
})

test('Now changes by itself, for everyone and for the one who looks', async (t) => {
  const { window, start, finish, close, items, day } = await openDay(t)
  const { page } = await window(day.of['harrow']![0], { width: 390, height: 844 })
  await page.goto(paths.now(nouns))
  await page.getByRole('heading', { name: 'The day has not started yet' }).waitFor()
  assert.equal(await page.getByRole('link', { name: 'Refresh' }).count(), 0)
  await start(items[1])
  await page.getByRole('heading', { name: 'Tree of Life' }).waitFor()
  await page.getByRole('button', { name: 'Write what your team thinks of it' }).waitFor()
  await start(items[2])
  await page.getByRole('button', { name: 'Vote', exact: true }).waitFor()
  await finish(items[2])
  // The vote is open until somebody closes it, whatever is on.
  await page.getByRole('heading', { name: 'A vote is open' }).waitFor()
  await page.getByRole('button', { name: 'Vote', exact: true }).waitFor()
  await close()
  await page.getByRole('heading', { name: 'Thank you for taking part' }).waitFor()
  await page.getByRole('button', { name: 'Vote', exact: true }).waitFor({ state: 'detached' })
})

test('While the Screen is paused its countdown stands still and says so, and then is right again', async (t) => {
  const { window, start, items, clock } = await openDay(t)
  const { page } = await window()
  await page.clock.install()
  await start(items[0])
  await page.goto(paths.screen(nouns))
  const timer = page.locator('[role=timer]')
  await page.getByRole('button', { name: 'Pause' }).click()
  const stands = await timer.innerText()
  assert.match(stands, /^Paused at \d+:\d\d[ap]m: (20 minutes|19:\d\d) left$/)
  clock.move(5)
  await page.clock.runFor(5 * 60_000)
  assert.equal(await timer.innerText(), stands)
  await page.getByRole('button', { name: 'Paused: go on' }).click()
  assert.match(await timer.innerText(), /^1[45]\sminutes left$/)
})

test('While something overruns, what is said of the next moves on by itself', async (t) => {
  const { window, start, items, clock, day } = await openDay(t)
  const [{ page: screen }, { page: now }] = [await window(), await window(day.of['harrow']![0])]
  await start(items[0])
  await screen.goto(paths.screen(nouns))
  await now.goto(paths.now(nouns))
  for (const page of [screen, now]) await page.getByText('9:20am').first().waitFor()
  clock.move(23)
  // Told with the next heartbeat of the stream, though nobody has done anything.
  for (const page of [screen, now])
    await page.getByText('9:20am').first().waitFor({ state: 'detached', timeout: 30_000 })
})

test('On a phone a thumb finds every link and button of the Desk', async (t) => {
  const { window, start, items, people } = await openDay(t)
  const { page } = await window(people.organiser, { width: 390, height: 844 })
  await start(items[0])
  await page.goto(paths.desk(nouns))
  await page.getByRole('heading', { name: 'On now: How ideas spread' }).waitFor()
  await page.locator('details').evaluateAll((all) => {
    for (const part of all) part.setAttribute('open', '')
  })
  const small = await page.locator('.app-desk :is(a, button), .app-go a').evaluateAll((all) =>
    all.flatMap((one) => {
      const { height } = one.getBoundingClientRect()
      return height > 0 && height < 36 ? [`${one.textContent}: ${height}`] : []
    }),
  )
  assert.deepEqual(small, [])
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390)
})

test('The Desk looks once a minute how far the day has drifted', async (t) => {
  const { window, start, items, people } = await openDay(t)
  const { page } = await window(people.organiser)
  await page.clock.install()
  await start(items[0])
  await page.goto(paths.desk(nouns))
  await page.getByRole('heading', { name: 'On now: How ideas spread' }).waitFor()
  const again = page.waitForRequest((request) => request.url().endsWith(paths.deskNow(nouns)))
  await page.clock.runFor(75_000)
  await again
})

test('The device that made the secret of a vote holds its receipt, and can change the vote', async (t) => {
  const { window, start, items, day } = await openDay(t)
  const { page } = await window(day.of['harrow']![0], { width: 390, height: 844 })
  await start(items[2])
  await page.goto(paths.now(nouns))
  await page.getByLabel('Tree of Life').check()
  await page.getByRole('button', { name: 'Vote', exact: true }).click()
  await page.getByRole('link', { name: 'See your receipt, or change your vote' }).click()
  assert.match(await page.locator('#receipt').innerText(), /^([A-Z2-9]{4} ?){6}$/)
  await page.getByRole('link', { name: 'Change your vote' }).click()
  await page.getByRole('button', { name: 'Change my vote' }).waitFor()
})

test('A half-typed answer outlives the change of what is on', async (t) => {
  const { window, start, items, day } = await openDay(t)
  const { page } = await window(day.of['harrow']![0], { width: 390, height: 844 })
  await page.goto(paths.now(nouns))
  await start(items[0])
  await page.getByRole('heading', { name: 'How ideas spread' }).waitFor()
  // A form stands in a part that changes, as the vote does.
  await page.locator('[data-part=now]').evaluate((part) => {
    part.insertAdjacentHTML(
      'beforeend',
      '<form method="post"><label>Why <textarea name="why"></textarea></label></form>',
    )
  })
  await page.getByLabel('Why').fill('Because it')
  await page.getByLabel('Why').blur()
  await start(items[1])
  await page.getByText('The programme has moved on').first().waitFor()
  await page.getByRole('heading', { name: 'Tree of Life' }).waitFor()
  assert.equal(await page.getByLabel('Why').inputValue(), 'Because it')
  await page.getByRole('button', { name: 'Leave it and move on' }).click()
  await page.getByLabel('Why').waitFor({ state: 'detached' })
})

test('A choice that was not sent when voting closed is named, and nothing says that it can still be sent', async (t) => {
  const { window, start, items, close, day } = await openDay(t)
  const { page } = await window(day.of['harrow']![0], { width: 390, height: 844 })
  await page.goto(paths.now(nouns))
  await start(items[2])
  await page.getByLabel('Tree of Life').check()
  await close()
  await page.getByText('Voting closed before you sent your choice (Tree of Life').first().waitFor()
  await page.getByRole('button', { name: 'See the result' }).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Vote', exact: true }).count(), 0)
  assert.equal(await page.getByText('you can still send it').count(), 0)
  await page.getByRole('button', { name: 'Close this message' }).click()
  assert.equal(await page.locator('.app-moved-on').count(), 0)
})

test('So is one that was put in order', async (t) => {
  const { window, start, items, close, day } = await openDay(t, 'ranked')
  const { page } = await window(day.of['harrow']![0], { width: 390, height: 844 })
  await page.goto(paths.now(nouns))
  await start(items[2])
  await page.getByLabel('First choice').selectOption({ index: 1 })
  await close()
  await page.getByText('Voting closed before you sent your choice (Tree of Life').first().waitFor()
})

test('The organiser runs the day from the Desk, which shows what another has started', async (t) => {
  const { window, start, items, people, store } = await openDay(t)
  const { page } = await window(people.organiser)
  await page.goto(paths.desk(nouns))
  await page.getByRole('button', { name: 'Start How ideas spread' }).click()
  await page.getByRole('heading', { name: 'On now: How ideas spread' }).waitFor()
  await start(items[1])
  await page.getByRole('heading', { name: 'On now: Tree of Life' }).waitFor()
  await page.getByRole('button', { name: /^Undo.*You started Tree of Life/ }).click()
  await page.getByRole('heading', { name: 'On now: How ideas spread' }).waitFor()
  const states = (await itemsOf(store.db, 'north', 'day')).map((item) => [
    item.started_at !== null,
    item.finished_at !== null,
  ])
  assert.deepEqual(states, [
    [true, false],
    [false, false],
    [false, false],
  ])
})

test('The Screen of a rehearsal says that it has been cleared', async (t) => {
  const { window, store, people } = await openDay(t)
  const by = { actor: people.organiser }
  const { id: network } = orThrow(await store.dispatch(beginRehearsal, { ...nouns, people: 3 }, by))
  const { page } = await window(undefined, { expects: /404/ })
  await page.goto(paths.screen({ ...nouns, network }))
  await page.locator('.app-qr svg').waitFor()
  orThrow(await store.dispatch(clearRehearsal, { ...nouns, network }, by))
  await page.getByText('This rehearsal has been cleared.').waitFor()
  assert.equal(await page.locator('.app-qr svg').count(), 0)
})

test('Where the stream is broken the page asks instead', async (t) => {
  const { window, start, items } = await openDay(t)
  const { page } = await window(undefined, { expects: /^net::ERR_FAILED for .*\/live\?/ })
  await page.route(/\/live\?/, (route) =>
    route.request().url().includes('poll') ? route.continue() : route.abort(),
  )
  const asked = page.waitForResponse((response) => response.url().includes('poll'), { timeout: 30_000 })
  await page.goto(paths.screen(nouns))
  await asked
  await start(items[0])
  await page.getByRole('heading', { name: 'How ideas spread' }).waitFor({ timeout: 30_000 })
})

test('Without scripts there is a link to refresh, and everything can be done', async (t) => {
  const { window, start, items, day } = await openDay(t)
  const { page } = await window(day.of['harrow']![0], { width: 390, scripts: false })
  await page.goto(paths.now(nouns))
  await start(items[0])
  await page.getByRole('link', { name: 'Refresh' }).click()
  await page.getByRole('heading', { name: /How ideas spread/ }).waitFor()
  assert.match(await page.locator('[role=timer]').innerText(), /^until /)
})

test('A page of the day is light enough for a bad connection', async (t) => {
  const { window, start, items, day } = await openDay(t)
  await start(items[1])
  const { page, context } = await window(day.of['harrow']![0], { width: 390 })
  const client = await context.newCDPSession(page)
  await client.send('Network.enable')
  let bytes = 0
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await page.goto(paths.now(nouns), { waitUntil: 'load' })
  assert.ok(bytes > 10_000 && bytes < 50_000, `${bytes} bytes`)
})
