import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { addIdea } from '../../src/before/ideas/commands.ts'
import { addTeam } from '../../src/before/networks/commands.ts'
import { closeBallot, makeBallot } from '../../src/day/ballots/ballot/commands/ballots.ts'
import { paths } from '../../src/paths.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { ballotOf } from '../ballot.ts'
import { dayOf } from '../day.ts'
import { peopleOf } from '../people.ts'
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

/** The number of A4 pages that something is printed on; with SHOTS, as a file. */
async function printedOn(page: Page, path: string, name: string): Promise<number> {
  await page.goto(path)
  const shots = process.env['SHOTS']
  const pdf = await page.pdf({ preferCSSPageSize: true, ...(shots && { path: `${shots}/${name}.pdf` }) })
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
}

test('A list of 100 voters of 10 teams is printed on few pages, each of which names the team', async (t) => {
  const house = await openInBrowser(t)
  const people = await peopleOf(house.store)
  const by = { actor: people.organiser }
  const { network } = people
  for (const name of [
    'Kensington and Chelsea',
    'Camden',
    'Islington',
    'Haringey',
    'Enfield',
    'Barnet',
    'Ealing',
  ])
    orThrow(await house.store.dispatch(addTeam, { network, name }, by))
  const { event } = await dayOf(house, people, { perTeam: 10 })
  for (const team of ['brent', 'harrow'])
    orThrow(await house.store.dispatch(addIdea, { network, team, title: `Of ${team}` }, by))
  const ideas = ['of-brent', 'of-harrow']
  const { page } = await house.window(people.organiser)
  for (const [method, pages] of [
    ['person', [4, 5, 6]],
    ['team', [1]],
  ] as const) {
    const made = { network, event, method, question: `Which of them, each ${method}?`, ideas }
    const { id: ballot } = orThrow(await house.store.dispatch(makeBallot, made, by))
    const sheet = paths.rollSheet({ network, event, ballot })
    const printed = await printedOn(page, sheet, `roll-${method}`)
    assert.ok(
      pages.some((many) => many === printed),
      `${printed} pages`,
    )
    await page.emulateMedia({ media: 'print' })
    const heads = await page.locator('.app-roll-sheet thead th:first-child').allInnerTexts()
    assert.equal(heads.length, method === 'team' ? 1 : 10)
    assert.ok(heads.includes(method === 'team' ? 'Borough' : 'Kensington and Chelsea'), heads.join())
    await page.emulateMedia({ media: null })
  }
})

test('Papers of a demonstration each say so, and the first sheet holds as many as the others', async (t) => {
  const house = await openInBrowser(t)
  const people = await peopleOf(house.store, 'demonstration')
  const by = { actor: people.organiser }
  const { network } = people
  const { event } = await dayOf(house, people, { perTeam: 1 })
  const titles = [
    'Tree of Life groups for people who wait for',
    'Step 2 interventions made to reduce times in',
  ]
  const ideas: string[] = []
  for (const team of ['brent', 'harrow', 'hillingdon'])
    for (const title of titles) {
      const made = await house.store.dispatch(addIdea, { network, team, title: `${title} ${team}` }, by)
      ideas.push(orThrow(made).id)
    }
  const { id: ballot } = orThrow(await house.store.dispatch(makeBallot, { network, event, ideas }, by))
  const { page } = await house.window(people.organiser)
  const papers = `${paths.ballotPapers({ network, event, ballot })}?copies=`
  assert.deepEqual(
    [await printedOn(page, `${papers}8`, 'papers-8'), await printedOn(page, `${papers}9`, 'papers-9')],
    [2, 3],
  )
  await page.emulateMedia({ media: 'print' })
  assert.equal(
    await page
      .getByText('Demonstration: the people and what they say here are invented')
      .filter({ visible: true })
      .count(),
    9,
  )
})
