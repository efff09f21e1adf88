import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { buildApp } from '../../src/app.ts'
import { addTeam } from '../../src/before/networks/commands.ts'
import { teamsOf } from '../../src/before/networks/store/networks.ts'
import { extendItem } from '../../src/day/programme/commands/adjusting.ts'
import { addItem } from '../../src/day/programme/commands/items.ts'
import { endLink, makeLink, setScreen } from '../../src/day/programme/commands/links.ts'
import { notePresenter } from '../../src/day/programme/commands/notes.ts'
import { startItem } from '../../src/day/programme/commands/running.ts'
import { linksOf } from '../../src/day/programme/store/links.ts'
import { makeBallot } from '../../src/day/ballots/ballot/commands/ballots.ts'
import { paths } from '../../src/paths.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { dayOf } from '../day.ts'
import { peopleOf } from '../people.ts'
import { addRecords, anIdea, aPledge, commandsOfTests } from '../records.ts'
import { openInBrowser, type BrowserHouse } from './open.ts'

const nouns = { network: 'north', event: 'day' }
const screen = paths.screen(nouns)
const sizes = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 1024, height: 576 },
  { width: 960, height: 540 },
]
const long =
  'A step 2 approach developed from feedback and data, with personalised conversations for everybody who waits'

async function openDay(t: TestContext) {
  const house = await openInBrowser(t, { commands: commandsOfTests })
  const people = await peopleOf(house.store)
  const by = { actor: people.organiser }
  const send = async (command: Parameters<typeof house.store.dispatch>[0], input: object) =>
    orThrow(await house.store.dispatch(command, { ...nouns, ...input } as never, by)) as { id: string }
  return {
    ...house,
    people,
    send,
    add: async (item: object) => (await send(addItem, { minutes: 20, kind: 'talk', ...item })).id,
    start: (item: string) => send(startItem, { item }),
    day: () => dayOf(house, people, { perTeam: 1 }),
  }
}

/** The length and width by which a page exceeds its window. */
const over = (page: Page) =>
  page.evaluate(() => [
    Math.max(0, document.documentElement.scrollHeight - innerHeight),
    Math.max(0, document.documentElement.scrollWidth - innerWidth),
  ])

const kinds = [
  'h1',
  '.app-ending',
  '.app-next',
  '.app-wall strong',
  '.app-wall li > span',
  '.app-bars th',
  '.app-bars td:last-child',
  '.app-bars caption',
  '[data-part] > p',
  '.app-join > p',
  '.app-code',
]

/** The size of the letters of each kind of visible text. */
const letters = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(
    (all) =>
      Object.fromEntries(
        all.flatMap((kind) => {
          const seen = [...document.querySelectorAll(kind)].find((one) => one.getClientRects().length > 0)
          return seen ? [[kind, Number.parseFloat(getComputedStyle(seen).fontSize)]] : []
        }),
      ),
    kinds,
  )

/** In parts of the height of a screen: of one 1.24 m high, letters with capitals of 2 cm. */
const readable = 0.024

/** Opens a Screen at every size, with usual and large print, and finds it whole, readable and without scrolling. */
async function fits({ window }: BrowserHouse, address: string, what: string): Promise<void> {
  const { page, context } = await window()
  for (const size of sizes) {
    let usual: Record<string, number> = {}
    for (const print of ['', 'large']) {
      await page.setViewportSize(size)
      await page.goto(`${address}${address.includes('?') ? '&' : '?'}print=${print}`)
      await page.waitForFunction(() => document.documentElement.dataset['scripts'] === 'on')
      const shots = process.env['SHOTS']
      if (shots) await page.screenshot({ path: `${shots}/${what}-${size.width}${print && '-large'}.png` })
      assert.deepEqual(await over(page), [0, 0], `${what} at ${size.width} pixels ${print}`)
      const seen = await letters(page)
      if (!print) usual = seen
      for (const [kind, height] of Object.entries(seen)) {
        assert.ok(
          height >= size.height * readable,
          `${what} at ${size.width} ${print}: ${kind} has ${height}`,
        )
        const before = usual[kind] ?? 0
        assert.ok(
          height >= before - 0.1,
          `${what} at ${size.width} ${print}: ${kind} has ${height}, ${before} usually`,
        )
      }
    }
  }
  await context.close()
}

for (const many of [1, 9, 60])
  test(`The wall of ${many} pledges stands on the Screen without scrolling, and turns over`, async (t) => {
    const house = await openDay(t)
    await house.day()
    const pledges = Array.from({ length: many }, (_, at) =>
      aPledge(`pledge-${at}`, ['brent', 'harrow', 'hillingdon'][at % 3]!, {
        event_id: 'day',
        what: at % 2 === 0 ? `Pledge ${at}: ${long}. ${long}. ${long}.` : `Pledge ${at}: fewer forms`,
      }),
    )
    await addRecords(house.store, { pledges })
    await house.start(await house.add({ kind: 'pledges', title: 'Pledge' }))
    await fits(house, screen, `pledges-${many}`)
    const { page } = await house.window()
    await page.clock.install()
    await page.goto(screen)
    const shown = () => page.locator('.app-wall li:visible').allInnerTexts()
    const first = await shown()
    if (many === 1) return assert.equal(first.length, 1)
    const seen = new Set(first)
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.clock.runFor(40_000)
    assert.deepEqual(await shown(), first)
    await page.getByRole('button', { name: 'Paused: go on' }).click()
    for (let turn = 0; turn < 30 && seen.size < many; turn += 1) {
      await page.clock.runFor(15_000)
      for (const text of await shown()) seen.add(text)
    }
    assert.equal(seen.size, many)
  })

test('Before anything is on, and in a talk, the Screen has no list and is readable all the same', async (t) => {
  const house = await openDay(t)
  await house.day()
  await fits(house, screen, 'arriving')
  await house.start(await house.add({ kind: 'talk', title: long }))
  await fits(house, screen, 'talk')
})

test('Twelve teams, nine ideas and long words fit on the Screen', async (t) => {
  const house = await openDay(t)
  const names = Array.from({ length: 9 }, (_, at) => `Kensington, Chelsea and Westminster ${at}`)
  for (const name of names)
    orThrow(
      await house.store.dispatch(addTeam, { network: 'north', name }, { actor: house.people.organiser }),
    )
  await house.day()
  const teams = (await teamsOf(house.store.db, 'north')).map(({ id }) => id)
  const ideas = teams.slice(0, 9).map((team, at) => anIdea(`idea-${at}`, team, `${at}. ${long}`))
  await addRecords(house.store, { ideas })
  const asked = { question: 'Which change do we test at home?', method: 'person', ownIdea: 'excluded' }
  const { id: ballot } = await house.send(makeBallot, { ...asked, ideas: ideas.map(({ id }) => id) })
  const [talk, idea, reflect, vote] = [
    await house.add({ title: `${long}.`.slice(0, 118) }),
    await house.add({ kind: 'idea', idea: 'idea-3' }),
    await house.add({ kind: 'reflection', title: 'Reflect' }),
    await house.add({ kind: 'ballot', title: 'Vote', ballot }),
  ]
  await house.start(talk)
  await fits(house, screen, 'talk')
  await house.start(idea)
  await fits(house, screen, 'idea')
  await house.start(reflect)
  await fits(house, screen, 'reflect')
  await house.start(vote)
  await fits(house, screen, 'vote')
})

test('A link opens the Screen without sign-in; the Desk says what it shows, and ends it', async (t) => {
  const house = await openDay(t)
  await house.day()
  await house.start(await house.add({ title: 'How ideas spread' }))
  await house.send(makeLink, { opens: 'screen', lasts: 'day' })
  const [link] = await linksOf(house.store.db, 'north', 'day')
  const { page } = await house.window(undefined, { expects: /^410 / })
  await page.goto(paths.showLink({ code: link!.code.toLowerCase() }))
  await page.getByRole('heading', { name: 'How ideas spread' }).waitFor()
  await house.send(setScreen, { shows: 'pledges', large: 'yes' })
  await page.getByRole('heading', { name: 'What we pledge' }).waitFor()
  assert.equal(await page.locator('.app-large').count(), 1)
  await house.send(endLink, { opens: 'screen' })
  await page.getByRole('heading', { name: 'This link has ended' }).waitFor()
  assert.equal(await page.locator('.app-qr').isVisible(), false)
  await page.reload()
  await page.getByText('The organisers have ended it. Ask them for a new one.').waitFor()
})

test('A link that runs out says so by itself, on a machine that nobody touches', async (t) => {
  const house = await openDay(t)
  await house.day()
  await house.add({ title: 'How ideas spread' })
  await house.send(makeLink, { opens: 'screen', lasts: 'day' })
  const [link] = await linksOf(house.store.db, 'north', 'day')
  const { page } = await house.window(undefined, { expects: /^410 / })
  await page.clock.install()
  await page.goto(paths.showLink({ code: link!.code }))
  await page.locator('.app-qr svg').waitFor()
  house.clock.move(15 * 60 + 1)
  await page.clock.runFor(15 * 3600_000 + 62_000)
  await page.getByText('It worked until 13 January 2027 at midnight.').waitFor()
})

test('Whoever presents sees the note of the hosts at once, also by a link', async (t) => {
  const house = await openDay(t)
  await house.day()
  await house.start(await house.add({ title: 'How ideas spread' }))
  await house.send(makeLink, { opens: 'presenter', lasts: 'day' })
  const link = (await linksOf(house.store.db, 'north', 'day'))[0]!
  const { page } = await house.window(undefined, { width: 390, height: 844 })
  await page.goto(paths.showLink({ code: link.code }))
  await page.getByRole('heading', { name: 'How ideas spread' }).waitFor()
  await house.send(notePresenter, { note: '5 minutes left' })
  await page.getByText('5 minutes left', { exact: true }).waitFor()
  assert.deepEqual((await over(page))[1], 0)
})

for (const hours of [-3, 3])
  test(`The countdown is right where the clock of the machine is ${hours} hours wrong`, async (t) => {
    const house = await openDay(t)
    await house.day()
    await house.start(await house.add({ title: 'How ideas spread' }))
    const { page } = await house.window()
    await page.addInitScript((wrong) => {
      const right = Date.now
      Date.now = () => right() + wrong
    }, hours * 3600_000)
    await page.goto(screen)
    await page.waitForFunction(() => /left/.test(document.querySelector('[role=timer]')!.textContent!))
    const words = (await page.locator('[role=timer]').innerText()).replace(/\s+/g, ' ')
    assert.match(words, /^(20 minutes|19:\d\d) left$/)
  })

test('The Screen comes back by itself after the server was away', async (t) => {
  const house = await openDay(t)
  await house.day()
  const [one, two] = [await house.add({ title: 'Before' }), await house.add({ title: 'After' })]
  await house.start(one)
  const { page } = await house.window(undefined, { expects: /ERR_|50\d|connection/i })
  await page.goto(screen)
  await page.getByRole('heading', { name: 'Before' }).waitFor()
  await page.evaluate(() => Object.assign(globalThis, { stayed: true }))
  const port = Number(new URL(house.address).port)
  house.app.server.server.closeAllConnections()
  await house.app.close()
  await house.start(two)
  const again = await buildApp(house.store, house.config)
  await again.server.listen({ port, host: '127.0.0.1' })
  try {
    await page.getByRole('heading', { name: 'After' }).waitFor({ timeout: 60_000 })
    assert.equal(await page.evaluate(() => 'stayed' in globalThis), true)
  } finally {
    await house.closeDevices()
    await again.close()
  }
})

test('A Screen that is updated for hours does not grow', async (t) => {
  const house = await openDay(t)
  await house.day()
  const item = await house.add({ title: 'A long talk' })
  await house.start(item)
  const { page, context } = await house.window()
  await page.goto(screen)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Performance.enable')
  const nodes = async () => {
    await devtools.send('HeapProfiler.collectGarbage')
    const { metrics } = await devtools.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'Nodes')!.value
  }
  const update = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      const told = page.waitForFunction(
        (before) => document.querySelector<HTMLElement>('[data-ends-at]')!.dataset['endsAt'] !== before,
        await page.locator('[data-ends-at]').getAttribute('data-ends-at'),
      )
      await house.send(extendItem, { item, minutes: time % 2 === 0 ? 5 : -5 })
      await told
    }
  }
  await update(20)
  const before = await nodes()
  await update(Number(process.env['UPDATES'] ?? 100))
  const after = await nodes()
  assert.ok(after <= before + 20, `${before} nodes became ${after}`)
})
