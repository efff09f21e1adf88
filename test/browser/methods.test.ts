import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { closeBallot, makeBallot, openBallot } from '../../src/day/ballots/ballot/commands/ballots.ts'
import { addItem } from '../../src/day/programme/commands/items.ts'
import { startItem } from '../../src/day/programme/commands/running.ts'
import { paths } from '../../src/paths.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { follow, inWords, nouns, press, runs, saysWrong, sees, storyOf, type Run } from './story.ts'

/** Without scripts: a list for each place, of which the first was forgotten. */
async function chooseFromLists(voter: Page, run: Run): Promise<void> {
  await voter.getByLabel('Second choice').selectOption({ label: 'One front door (Harrow)' })
  await press(voter, 'Vote')
  await saysWrong(
    voter,
    run,
    'You have left your first choice empty and chosen another after it. Fill each place in turn, from the first.',
  )
  assert.equal(
    await voter.getByLabel('Second choice').locator('option:checked').innerText(),
    'One front door (Harrow)',
  )
  await voter.getByLabel('First choice').selectOption({ label: 'Step-down group (Hillingdon)' })
}

/** With scripts: cards in the order in which they are tapped, which buttons and a second tap change. */
async function tapInOrder(voter: Page): Promise<void> {
  const card = (name: string) => voter.getByRole('listitem').filter({ hasText: name })
  const order = () =>
    voter
      .locator('.app-ranking [data-chosen]')
      .evaluateAll((cards) => cards.map((one) => (one as HTMLElement).dataset['says']))
  await press(voter, 'Vote')
  await voter.getByRole('link', { name: 'Choose an idea' }).press('Enter')
  await voter.locator('.app-ranking li:first-child button:first-child:focus').waitFor()
  await card('One front door').getByRole('button', { name: 'From Harrow' }).click()
  assert.deepEqual(await order(), ['One front door'])
  await card('Step-down group').getByRole('button', { name: 'From Hillingdon' }).click()
  await voter.getByRole('button', { name: 'Move up: Step-down group' }).click()
  assert.deepEqual(await order(), ['Step-down group', 'One front door'])
  await card('One front door').getByRole('button', { pressed: true }).press('Enter')
  assert.deepEqual(await order(), ['Step-down group'])
  await card('One front door').getByRole('button', { pressed: false }).press('Enter')
  assert.equal(
    await voter.locator('select[name=choice]').nth(1).locator('option:checked').innerText(),
    'One front door (Harrow)',
  )
}

for (const run of runs) {
  test(`More ways to vote are found, used and put right, ${inWords(run)}`, async (t) => {
    const { window, people, day, fit, allFit } = await storyOf(t, run)
    const page = await window(people.organiser)
    await page.goto(paths.newBallot(nouns))
    await page.getByLabel('Question').fill('Which change comes first?')
    await page.getByText('More ways to vote').click()
    await page.getByLabel('Each person puts the ideas in order').check()
    await fit(page, 'Prepare a vote')
    await press(page, 'Prepare the vote')
    await sees(page, 'Each person puts the ideas in order. If nobody’s first choice has more than half')
    await press(page, 'Open the vote')
    const ballot = page.url().split('/').at(-1)!.replace(/\?.*/, '')
    const voter = await window(day.of['brent']![0]!)
    await voter.goto(paths.vote({ ...nouns, ballot }))
    if (run.scripts) await tapInOrder(voter)
    else await chooseFromLists(voter, run)
    await fit(voter, 'Error: ')
    await press(voter, 'Vote')
    await sees(voter, 'Your vote is counted')
    await page.goto(paths.newBallot(nouns))
    await page.getByLabel('Question').fill('Which change comes first?')
    await page.getByText('More ways to vote').click()
    await page.getByLabel('Each person can choose several ideas').check()
    await page.getByLabel('How many ideas each person can choose').fill('5')
    await press(page, 'Prepare the vote')
    await saysWrong(page, run, 'There are 3 ideas to vote on. Let each person choose that many or fewer.')
    assert.equal(await page.getByLabel('How many ideas each person can choose').inputValue(), '5')
    allFit()
  })
}

for (const run of runs.filter(({ width }) => width === 1280)) {
  test(`A result is shown bar by bar on the Screen, and a tie is voted on again, ${inWords(run)}`, async (t) => {
    const { store, window, people, day, ideas, votes, fit, allFit } = await storyOf(t, run)
    const by = { actor: people.organiser }
    const desk = await window(people.organiser)
    const made = { ...nouns, question: 'Which one first?', ideas: Object.values(ideas) }
    const { id: ballot } = orThrow(await store.dispatch(makeBallot, made, by))
    const at = { ...nouns, ballot }
    orThrow(await store.dispatch(openBallot, at, by))
    const item = orThrow(
      await store.dispatch(addItem, { ...nouns, kind: 'ballot', title: 'Vote', ballot }, by),
    ).id
    orThrow(await store.dispatch(startItem, { ...nouns, item, anotherDay: 'yes' }, by))
    for (const nurse of day.of['brent']!) await votes(nurse, ideas.hub, ballot)
    for (const nurse of day.of['harrow']!) await votes(nurse, ideas.tree, ballot)
    orThrow(await store.dispatch(closeBallot, at, by))
    const screen = await window()
    await desk.goto(paths.desk(nouns))
    await press(desk, 'Show it bar by bar')
    await sees(desk, 'The big screen and Now show 1 of 2. Everywhere else the result is still sealed.')
    await screen.goto(paths.screen(nouns))
    await sees(screen, 'Step-down group (Hillingdon)')
    assert.equal(await screen.getByText('Not shown yet').count(), 2)
    assert.equal(await screen.getByText('One front door').count(), 0)
    await fit(screen, 'Screen')
    const visitor = await window()
    await visitor.goto(paths.ballot(at))
    await sees(visitor, 'The result is sealed until it is revealed.')
    await press(desk, 'Show the last bar and reveal all')
    await sees(desk, 'That was the last. The whole result is revealed.')
    if (!run.scripts) await screen.reload()
    await sees(screen, '“Tree of Life” and “One front door” are tied with 3 votes each of 6.')
    await desk.goto(paths.ballot(at))
    await fit(desk, 'Which one first?')
    await press(desk, 'Vote again between the tied ideas')
    await sees(desk, 'If nobody can vote for their own')
    await fit(desk, 'Vote again')
    await press(desk, 'Make the second vote')
    await sees(desk, 'This vote decides what another left open')
    await fit(desk, 'Second vote: Which one first?')
    await follow(desk, 'Which one first?')
    await press(desk, 'Take the second vote back')
    await sees(desk, 'The second vote is taken back')
    await follow(desk, 'Record how it was decided')
    await fit(desk, 'Record how it was decided')
    await press(desk, 'Record the decision')
    await saysWrong(desk, run, 'Choose the idea', 'Enter who decided', 'Enter how it was decided')
    await desk.getByLabel('Tree of Life').check()
    await desk.getByLabel('Who decided').fill('everyone in the room')
    await desk.getByLabel('How it was decided').fill('By a show of hands')
    await press(desk, 'Record the decision')
    await sees(desk, 'Decided: Tree of Life')
    await fit(desk, 'Which one first?')
    await press(desk, 'Take this decision back')
    await sees(desk, 'The decision is taken back')
    allFit()
  })
}
