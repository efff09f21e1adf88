import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addTeam } from '../../src/before/networks/commands.ts'
import { addIdea } from '../../src/before/ideas/commands.ts'
import {
  closeBallot,
  makeBallot,
  openBallot,
  revealBallot,
} from '../../src/day/ballots/ballot/commands/ballots.ts'
import { paths } from '../../src/paths.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { vote } from '../ballot.ts'
import { dayOf } from '../day.ts'
import { peopleOf } from '../people.ts'
import { openInBrowser, type BrowserHouse } from './open.ts'

const titles = [
  'Streamline the assessment process to match capacity and demand',
  'Bespoke trauma-informed services for refugees in hotels',
  'Tree of Life approach',
  'Hub transformation: step 2 interventions developed to reduce waiting times',
  'A step 2 approach developed from feedback and data',
  'An integrated step 2 offer through personalised conversations',
  'Peer workers in the first meeting',
]

/** A closed vote of ten teams on seven ideas, of which two are tied. */
async function closedVote(house: BrowserHouse) {
  const people = await peopleOf(house.store)
  const by = { actor: people.organiser }
  const { network } = people
  const more = [
    'Kensington and Chelsea',
    'Milton Keynes',
    'Westminster',
    'Camden',
    'Enfield',
    'Ealing',
    'Barnet',
  ]
  for (const name of more) orThrow(await house.store.dispatch(addTeam, { network, name }, by))
  const { event, of } = await dayOf(house, people, { perTeam: 5 })
  const ideas: string[] = []
  for (const [at, title] of titles.entries()) {
    const idea = { network, team: Object.keys(of)[at]!, title }
    ideas.push(orThrow(await house.store.dispatch(addIdea, idea, by)).id)
  }
  const made = { network, event, ideas, ownIdea: 'apart' as const }
  const { id: ballot } = orThrow(await house.store.dispatch(makeBallot, made, by))
  const at = { network, event, ballot }
  orThrow(await house.store.dispatch(openBallot, at, by))
  let number = 0
  for (const [team, voters] of Object.values(of).entries())
    for (const [place, actor] of voters.entries()) {
      number += 1
      const choice = ideas[(team * place + number * number) % ideas.length]!
      orThrow(await vote(house.store, at, actor, choice, `${team} ${place}`))
    }
  orThrow(await house.store.dispatch(closeBallot, at, by))
  return { at, people, reveal: () => house.store.dispatch(revealBallot, at, by) }
}

test('A result is read on the Screen in usual and large print, all bars at once, with whole titles', async (t) => {
  const house = await openInBrowser(t)
  const { at, reveal } = await closedVote(house)
  orThrow(await reveal())
  const { page } = await house.window()
  const shots = process.env['SHOTS']
  for (const print of ['', 'large'])
    for (const [width, height] of [
      [1280, 720],
      [1920, 1080],
      [1024, 576],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.goto(`${paths.screen(at)}?print=${print}`)
      await page.waitForFunction(() => document.documentElement.dataset['scripts'] === 'on')
      if (shots) await page.screenshot({ path: `${shots}/result-screen-${width}${print}.png` })
      const seen = await page.evaluate(() => ({
        bars: [...document.querySelectorAll('.app-bars tbody tr')].filter(
          (row) => row.getClientRects().length,
        ).length,
        over: document.documentElement.scrollHeight - innerHeight,
        // Of a name that has no room no letter is seen.
        cut: [...document.querySelectorAll<HTMLElement>('.app-whose')].filter(
          (one) => one.getBoundingClientRect().right > innerWidth,
        ).length,
      }))
      const all = { bars: 7, over: 0, cut: 0 }
      assert.deepEqual(seen, all, `${width} ${print}`)
    }
})

test('A result is read on a phone and a wide window, the votes of each team, too', async (t) => {
  const house = await openInBrowser(t)
  const { at, people, reveal } = await closedVote(house)
  const { page } = await house.window(people.organiser)
  const shots = process.env['SHOTS']
  const look = async (path: string, name: string) => {
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 })
      await page.goto(path)
      if (shots) await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true })
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      assert.equal(over, 0, `${name} at ${width}`)
    }
  }
  await look(paths.ballot(at), 'result-closed')
  await look(paths.ballotReveal(at), 'result-check')
  orThrow(await reveal())
  await look(paths.desk(at), 'result-desk')
  await look(paths.ballot(at), 'result')
  const wide = await page.locator('.app-by-team').evaluate((list) => {
    const [first, second] = [...list.children].map((one) => one.getBoundingClientRect())
    return { beside: first!.top === second!.top, share: list.clientWidth / innerWidth }
  })
  assert.equal(wide.beside, true)
  assert.ok(wide.share > 0.9, `${wide.share}`)
  await page.setViewportSize({ width: 390, height: 844 })
  const narrow = await page
    .locator('.app-bars tbody tr')
    .first()
    .evaluate((row) => {
      const [name, bar] = [...row.children].map((one) => one.getBoundingClientRect())
      return { above: name!.bottom <= bar!.top, share: name!.width / innerWidth }
    })
  assert.equal(narrow.above, true)
  assert.ok(narrow.share > 0.8, `${narrow.share}`)
})
