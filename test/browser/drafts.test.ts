import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { editPledge, makePledge } from '../../src/day/pledges/commands.ts'
import { reflect } from '../../src/day/reflections/commands.ts'
import { reflectionsOf } from '../../src/day/reflections/store.ts'
import { paths } from '../../src/paths.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { peopleOf } from '../people.ts'
import { openInBrowser } from './open.ts'
import { dayWithBadWifi, nouns, press, waits, type Wifi } from './wifi.ts'

const addressOf = ({ ideas }: Wifi) => paths.reflection({ ...nouns, idea: ideas.tree })

/** Saves a reflection as somebody else of the same team. */
async function colleagueSaves({ store, ideas, day }: Wifi, keep: string): Promise<void> {
  const input = { ...nouns, idea: ideas.tree, team: 'harrow', keep }
  orThrow(await store.dispatch(reflect, input, { actor: day.of['harrow']![1]! }))
}

const kept = async ({ store }: Wifi) => (await reflectionsOf(store.db, 'north', 'day')).map((one) => one.keep)
const keepOf = (page: Page) => page.getByLabel('Keep')

for (const [what, mine, correct, then] of [
  ['What waited', 'Mine', 'See both, and put them together', 'See both, and put them together'],
  ['What waited and may hold an NHS number', 'Mine 943 476 5919', 'Correct it and send it again', 'Save'],
] as const)
  test(`${what} is not sent over what a colleague saved meanwhile`, async (t) => {
    const wifi = await dayWithBadWifi(t)
    const { page, context } = await wifi.phone(wifi.ray)
    await page.goto(addressOf(wifi))
    await keepOf(page).fill(mine)
    await context.setOffline(true)
    await press(page, 'Save')
    await waits(page, 'saved on this phone')
    await colleagueSaves(wifi, 'Theirs')
    await context.setOffline(false)
    await waits(page, 'could not be taken')
    assert.doesNotMatch(await page.locator('.app-queue').innerText(), /Both are shown/)
    await page.goto(paths.now(nouns))
    await press(page, correct)
    await page.waitForURL((url) => url.pathname === addressOf(wifi))
    await page.locator('form[data-refilled]').waitFor()
    await press(page, then)
    // One question at a time: first whether it is an NHS number.
    const isNone = page.getByLabel('What I wrote holds no NHS number')
    const theirs = page.locator('.nhsuk-error-message', { hasText: 'Saved meanwhile: Theirs' })
    await isNone.or(theirs).waitFor()
    if (await isNone.isVisible()) {
      await isNone.check()
      await press(page, 'Save')
    }
    await theirs.waitFor()
    assert.equal((await keepOf(page).inputValue()).slice(0, 4), 'Mine')
    assert.deepEqual(await kept(wifi), ['Theirs'])
  })

test('When what waited has arrived, its form shows what is stored, with what a colleague saved meanwhile', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  await page.goto(addressOf(wifi))
  await page.getByLabel('Change').fill('In our clinic')
  await context.setOffline(true)
  await press(page, 'Save')
  await waits(page, 'saved on this phone')
  await colleagueSaves(wifi, 'Theirs')
  await context.setOffline(false)
  await waits(page, 'received at')
  await page.waitForFunction(() => {
    const stands = (name: string) => document.querySelector<HTMLTextAreaElement>(`textarea[name=${name}]`)!
    return stands('keep').value === 'Theirs' && stands('change').value === 'In our clinic'
  })
  assert.deepEqual(await kept(wifi), ['Theirs'])
  await context.setOffline(true)
  await page.getByLabel('Leave out').fill('The form')
  await press(page, 'Save')
  await context.setOffline(false)
  await page.waitForFunction(() => document.body.innerText.includes('received at'))
  assert.deepEqual(await kept(wifi), ['Theirs'])
})

test('What is being typed is not written over by what comes back, nor lost for it', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page, context } = await wifi.phone(wifi.ray)
  const note = page.getByLabel('Add a note')
  await page.goto(paths.room({ ...nouns, room: wifi.room }))
  await note.fill('Ask 943 476 5919')
  await context.setOffline(true)
  await press(page, 'Add the note')
  await waits(page, 'Your note: saved on this phone')
  await note.fill('Half of the next')
  await context.setOffline(false)
  await waits(page, 'Your note could not be taken')
  await waits(page, 'Ask 943 476 5919')
  assert.equal(await note.inputValue(), 'Half of the next')
  await press(page, 'Correct it and send it again')
  await waits(page, 'You have typed something else in the form')
  assert.equal(await note.inputValue(), 'Half of the next')
  // The refused note stays when something else is sent, and can be put right then.
  await press(page, 'Add the note')
  await page.locator('[data-part=notes]', { hasText: 'Half of the next' }).waitFor()
  await page.locator('form[data-refilled]').waitFor()
  await waits(page, 'Ask 943 476 5919')
  assert.equal(await note.inputValue(), 'Ask 943 476 5919')
})

test('What was half typed when a colleague saved is shown beside, to be put in', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { page } = await wifi.phone(wifi.ray)
  await page.goto(addressOf(wifi))
  await keepOf(page).fill('Half typed')
  await colleagueSaves(wifi, 'Theirs')
  const box = page.locator('.app-queue', { hasText: 'You had entered this before, and did not send it' })
  for (const address of [paths.now(nouns), addressOf(wifi)]) await page.goto(address)
  await box.getByText('Half typed').waitFor()
  assert.equal(await keepOf(page).inputValue(), 'Theirs')
  // It outlives what is typed instead.
  await page.getByLabel('Change').fill('More')
  await page.reload()
  await box.getByText('Half typed').waitFor()
  await press(page, 'Put it into the form')
  assert.equal(await keepOf(page).inputValue(), 'Theirs\n\nHalf typed')
  assert.equal(await page.getByLabel('Change').inputValue(), 'More')
  assert.equal(await box.count(), 0)
  await press(page, 'Save')
  await page.getByText('Reflection saved').waitFor()
  assert.deepEqual(await kept(wifi), ['Theirs\n\nHalf typed'])
})

test('What was chosen when a colleague chose otherwise is shown beside in words, to be chosen again', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const { tree, hub } = wifi.ideas
  const actor = wifi.ray
  const mine = { ...nouns, team: 'harrow', what: 'Open a café' }
  const made = await wifi.store.dispatch(makePledge, mine, { actor })
  const pledge = { ...nouns, pledge: (orThrow(made) as { id: string }).id }
  const { page } = await wifi.phone(actor)
  const idea = page.getByLabel('Which idea will you test?')
  await page.goto(paths.editPledge(pledge))
  await idea.selectOption(tree)
  const theirs = { ...pledge, idea: hub, what: 'Open a café' }
  orThrow(await wifi.store.dispatch(editPledge, theirs, { actor }))
  for (const address of [paths.now(nouns), paths.editPledge(pledge)]) await page.goto(address)
  const box = page.locator('.app-queue', { hasText: 'You had entered this before' })
  await box.getByText('Tree of Life').waitFor()
  assert.equal(await box.locator('dt').innerText(), 'Which idea will you test?')
  assert.equal(await idea.inputValue(), hub)
  await press(page, 'Put it into the form')
  assert.equal(await idea.inputValue(), tree)
  assert.equal(await box.count(), 0)
})

test('What was pressed without a network and not sent is still there after a reload, with what was chosen', async (t) => {
  const wifi = await dayWithBadWifi(t)
  const pledge = orThrow(
    await wifi.store.dispatch(
      makePledge,
      { ...nouns, team: 'harrow', what: 'Open a café' },
      { actor: wifi.ray },
    ),
  ) as { id: string }
  const { page, context } = await wifi.phone(wifi.ray)
  await page.goto(paths.newAsk({ ...nouns, pledge: pledge.id }))
  await page.getByLabel('What do you need?').fill('A room')
  await page.getByRole('radio').last().check()
  await context.setOffline(true)
  await press(page, 'Ask')
  await page.getByText('“Ask” was not sent: no network').waitFor()
  await context.setOffline(false)
  await page.reload()
  assert.equal(await page.getByLabel('What do you need?').inputValue(), 'A room')
  assert.equal(await page.getByRole('radio').last().isChecked(), true)
  await press(page, 'Ask')
  await page.getByRole('heading', { name: 'A room' }).or(page.getByText('A room')).first().waitFor()
  await page.goto(paths.newAsk({ ...nouns, pledge: pledge.id }))
  assert.equal(await page.getByLabel('What do you need?').inputValue(), '')
})

test('A draft is of its writer alone: the next person at the same tab finds the form empty, the writer finds it', async (t) => {
  const house = await openInBrowser(t)
  const people = await peopleOf(house.store)
  const { page, context } = await house.window(people.lead, {})
  const form = paths.newIdea({ network: people.network })
  const problem = page.getByLabel('The problem')
  await page.goto(form)
  await problem.fill('Nobody may read this yet')
  await house.signIn(context, people.harrowLead)
  await page.goto(form)
  assert.equal(await problem.inputValue(), '')
  await house.signIn(context, people.lead)
  await page.goto(form)
  assert.equal(await problem.inputValue(), 'Nobody may read this yet')
})
