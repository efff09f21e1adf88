import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { addTeam } from '../../src/before/networks/commands.ts'
import { teamsOf } from '../../src/before/networks/store/networks.ts'
import { closeBallot, makeBallot, revealBallot } from '../../src/day/ballots/ballot/commands/ballots.ts'
import { showNextBar } from '../../src/day/ballots/counting/commands/revealing.ts'
import { castVote } from '../../src/day/ballots/voting/commands/votes.ts'
import { addItem } from '../../src/day/programme/commands/items.ts'
import { startItem } from '../../src/day/programme/commands/running.ts'
import { paths } from '../../src/paths.ts'
import type { AnyCommand } from '../../src/platform/store/command.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { secretOf } from '../ballot.ts'
import { dayOf } from '../day.ts'
import { peopleOf } from '../people.ts'
import { addRecords, anIdea, commandsOfTests } from '../records.ts'
import { openInBrowser } from './open.ts'

const nouns = { network: 'north', event: 'day' }
const screen = paths.screen(nouns)
const sizes = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
]
const titles = [
  'Tree of Life groups for people who wait for trauma therapy, led together with peer workers',
  'A step 2 approach developed from feedback and data, with personalised conversations for everybody who waits',
  'One front door for psychosocial support, so that nobody has to tell the same story three times over',
  'Peer workers in the first meeting',
]

/** Ideas with long names of teams with long names, the last of which wins; everybody votes for one of another team. */
async function voteOn(t: TestContext, many: number) {
  const house = await openInBrowser(t, { commands: commandsOfTests })
  const people = await peopleOf(house.store)
  const by = { actor: people.organiser }
  const done = async (command: AnyCommand, input: object): Promise<string> =>
    (orThrow(await house.store.dispatch(command, { ...nouns, ...input }, by)) as { id: string }).id
  for (let at = 1; at <= many - 3; at += 1)
    await done(addTeam, { name: `Kensington, Chelsea and Westminster ${at}` })
  const day = await dayOf(house, people, { perTeam: 3 })
  const teams = (await teamsOf(house.store.db, 'north')).map(({ id }) => id).toReversed()
  const rows = teams
    .slice(0, many)
    .map((team, at) => anIdea(`idea-${at}`, team, `${titles[at % titles.length]!} ${at + 1}`))
  await addRecords(house.store, { ideas: rows })
  const question = 'Which change idea would you like to test in your borough?'
  const ballot = await done(makeBallot, { question, ownIdea: 'excluded', ideas: rows.map(({ id }) => id) })
  const item = await done(addItem, { kind: 'ballot', title: 'The vote', minutes: 20, ballot })
  await done(addItem, { kind: 'break', title: 'Lunch', minutes: 45 })
  await done(startItem, { item })
  const vote = async () => {
    for (const [number, actor] of day.attendees.entries()) {
      const may = rows.filter(({ team_id }) => !day.of[team_id]!.includes(actor))
      const idea = number % 3 === 0 ? may[number % may.length]! : may.at(-1)!
      const input = { ...nouns, ballot, choice: idea.id, secret: secretOf(actor.id) }
      orThrow(await house.store.dispatch(castVote, input, { actor }))
    }
  }
  return { ...house, ballot, done, vote }
}

/** Of every row that can be seen: what it says, how large, and whether something of it is cut or covered. */
const rowsSeen = (page: Page) =>
  page.evaluate(() => {
    const whole = (one: Element): boolean => {
      for (let box: Element | null = one; box; box = box.parentElement) {
        const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(box)
        const clips = box !== document.documentElement && box !== document.body
        if (clips && webkitLineClamp !== 'none') return false
        if (clips && overflowX !== 'visible' && box.scrollWidth > box.clientWidth) return false
        if (clips && overflowY !== 'visible' && box.scrollHeight > box.clientHeight) return false
      }
      return [...one.getClientRects()].every(
        ({ top, left, right, bottom }) =>
          top >= 0 && left >= 0 && right <= innerWidth + 0.5 && bottom <= scrollY + innerHeight + 0.5,
      )
    }
    return [...document.querySelectorAll<HTMLElement>('.app-bars tbody tr')]
      .filter((row) => row.getClientRects().length > 0)
      .map((row) => {
        const [name, bar, value] = [...row.children] as [HTMLElement, HTMLElement, HTMLElement]
        const drawn = bar.firstElementChild!.getBoundingClientRect()
        const words = [...name.getClientRects(), ...value.getClientRects()]
        return {
          text: name.innerText.replace(/\s+/g, ' ').trim(),
          size: Number.parseFloat(getComputedStyle(name).fontSize),
          whole: whole(name) && whole(value),
          apart: words.every(({ bottom }) => bottom <= drawn.top + 2),
        }
      })
  })

const over = (page: Page) =>
  page.evaluate(() => [
    Math.max(0, document.documentElement.scrollHeight - innerHeight),
    Math.max(0, document.documentElement.scrollWidth - innerWidth),
  ])

/** In parts of the height: on a picture 1.24 m high capitals of 25 mm, 8.5 minutes of arc at ten metres. */
const readable = { '': 0.0279, large: 0.0299 }

interface Looked {
  page: Page
  name: string
  /** The beginnings of the expected titles. */
  expected: readonly string[]
}

/** Every row whole, without scrolling, at once or page by page; returns the fewest at once and the smallest letters. */
async function looksWhole({ page, name, expected }: Looked): Promise<void> {
  const shots = process.env['SHOTS']
  for (const size of sizes)
    for (const print of ['', 'large'] as const) {
      const what = `${name} at ${size.width} ${print}`
      await page.setViewportSize(size)
      await page.goto(`${screen}?print=${print}`)
      await page.waitForFunction(() => document.body.style.getPropertyValue('--tight') !== '')
      if (shots)
        await page.screenshot({ path: `${shots}/fill-${name}-${size.width}${print && '-large'}.png` })
      assert.deepEqual(await over(page), [0, 0], what)
      const rows = await rowsSeen(page)
      const enough = print === '' ? expected.length : Math.min(6, expected.length)
      assert.ok(rows.length >= enough, `${what}: ${rows.length} of ${expected.length} rows`)
      for (const { text, size: letters, whole, apart } of rows) {
        assert.ok(
          expected.some((title) => text === title),
          `${what}: ${text}`,
        )
        assert.ok(whole && apart, `${what}: ${text} is ${whole ? 'on its bar' : 'cut'}`)
        assert.ok(letters >= size.height * readable[print], `${what}: ${text} has ${letters}`)
      }
    }
}

const titlesOf = (many: number, page: Page) =>
  page
    .locator('.app-bars th')
    .evaluateAll((all) => all.map((one) => one.textContent!.replace(/\s+/g, ' ').trim()))
    .then((all) => {
      assert.equal(all.length, many)
      return all
    })

for (const many of [2, 6, 12])
  test(`A result of ${many} ideas with long names is whole on the Screen, to be read at ten metres`, async (t) => {
    const { window, vote, done, ballot } = await voteOn(t, many)
    const { page } = await window()
    const { page: plain } = await window(undefined, { scripts: false })
    await page.goto(screen)
    await looksWhole({ page, name: `open-${many}`, expected: await titlesOf(Math.max(3, many), page) })
    await vote()
    await done(closeBallot, { ballot })
    if (many > 2) {
      for (const seen of [0, 1]) await done(showNextBar, { ballot, seen })
      await page.goto(screen)
      await looksWhole({ page, name: `bars-${many}`, expected: await titlesOf(many, page) })
    }
    await done(revealBallot, { ballot })
    await page.goto(screen)
    const expected = await titlesOf(many, page)
    for (const idea of expected) assert.match(idea, /^.* \d+ \((Kensington.*|Brent|Harrow|Hillingdon)\)$/)
    await looksWhole({ page, name: `result-${many}`, expected })
    for (const size of sizes) {
      await plain.setViewportSize(size)
      await plain.goto(screen)
      const rows = await rowsSeen(plain)
      assert.deepEqual(await over(plain), [0, 0], `without scripts at ${size.width}`)
      assert.deepEqual(
        rows.map(({ text, whole }) => ({ text, whole })),
        expected.map((text) => ({ text, whole: true })),
      )
    }
  })
