import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { paths } from '../../paths.ts'
import { dayOf } from '../../../test/day.ts'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { addRecords, anIdea, commandsOfTests } from '../../../test/records.ts'
import { onBothDatabases, type Database } from '../../../test/stores.ts'
import {
  elementsOf,
  errorsOn,
  mainOf,
  refusalOn,
  rowsOf,
  wordsOn,
  type Visitor,
} from '../../../test/visitor.ts'
import { ballotsOf } from '../ballots/ballot/store/ballots.ts'
import { itemsOf } from './store/items.ts'

const nouns = { network: 'north', event: 'day' }
const programme = paths.programme(nouns)

async function openDay(t: TestContext, database: Database, ideas = 0) {
  const house = await openHouse(t, { database, commands: commandsOfTests })
  const people = await peopleOf(house.store)
  await dayOf(house, people, { perTeam: 1 })
  if (ideas > 0)
    await addRecords(house.store, {
      ideas: ['brent', 'harrow', 'hillingdon']
        .slice(0, ideas)
        .map((team) => anIdea(`idea-of-${team}`, team, `What ${team} changed`)),
    })
  const organiser = await house.as(people.organiser)
  const { store } = house
  return {
    ...house,
    people,
    organiser,
    items: () => itemsOf(store.db, 'north', 'day'),
    titles: async () => (await itemsOf(store.db, 'north', 'day')).map(({ title }) => title),
    add: (title: string, more: Record<string, string> = {}) =>
      organiser.submit(paths.newItem(nouns), { kind: 'talk', title, minutes: '10', ...more }),
  }
}

const at = (item: string) => ({ ...nouns, item })

/** Presses a button of the programme or the Desk; the token stands on the programme. */
const press = (who: Visitor, url: string, values: Record<string, string> = {}) =>
  who.submit(url, values, paths.newItem(nouns))

onBothDatabases('The programme', (database) => {
  for (const ideas of [1, 3]) {
    test(`A newcomer gets a whole day with one button: ${ideas} ideas`, async (t) => {
      const { organiser, items } = await openDay(t, database, ideas)
      assert.equal(
        mainOf((await organiser.get(programme)).text),
        'Day, Tuesday 12 January 2027 Programme There is nothing on the programme yet. Start with a usual day, made from the change ideas of the network, and change what you like; or add one item after another. Lay out a usual day Add an item',
      )
      const pressed = await organiser.submit(programme)
      assert.deepEqual([pressed.status, pressed.location], [303, programme])
      const kinds = (await items()).map(({ kind }) => kind)
      const shown = Array.from({ length: ideas }, () => 'idea')
      assert.deepEqual(kinds, [
        'talk',
        ...shown,
        'reflection',
        'ballot',
        'break',
        'pledges',
        'rooms',
        'feedback',
      ])
      const page = wordsOn((await organiser.get(programme)).text)
      assert.match(page, /What brent changed Change idea shown by Brent, 15 minutes/)
      assert.equal((await organiser.submit(programme, {}, paths.newItem(nouns))).status, 409)
      assert.equal((await items()).length, kinds.length)
    })
  }

  test('Everyone can read it, also a machine; only organisers see how to change it', async (t) => {
    const { visitor, add } = await openDay(t, database)
    await add('Welcome', { plannedAt: '9:30am' })
    const page = await visitor().get(programme)
    assert.deepEqual(rowsOf(page.text), [
      ['Planned', 'What', 'On the day'],
      ['Planned 9:30am', 'What Welcome Talk, 10 minutes', 'On the day Not started'],
    ])
    assert.deepEqual(
      elementsOf(page.text).filter(
        ({ tagName, attrs }) => tagName === 'form' && attrs.some(({ value }) => value.includes('/programme')),
      ),
      [],
    )
    const { body } = await visitor().json('GET', `/api/v1${programme}`)
    const [item] = (body as { items: Record<string, unknown>[] }).items
    assert.deepEqual(
      [item!['title'], item!['slot']],
      ['Welcome', { at: '2027-01-12T09:30:00.000Z', until: '2027-01-12T09:40:00.000Z' }],
    )
  })

  test('What is wrong is said, and what was typed is kept', async (t) => {
    const { add, organiser, items } = await openDay(t, database)
    const answer = await add('', {
      minutes: 'ten',
      plannedAt: 'soon',
      link: 'javascript:alert(1)',
      note: 'By the window',
    })
    assert.equal(answer.status, 422)
    const page = wordsOn(answer.text)
    for (const sentence of [
      'Enter a title',
      'Minutes must be a whole number from 1 to 600',
      'The time must be like 9:30am or 14:00, or left empty',
      'Enter the whole address, starting with https://',
    ])
      assert.ok(page.includes(sentence), sentence)
    assert.ok(answer.text.includes('By the window'))
    const idea = await organiser.submit(paths.newItem(nouns), { kind: 'idea' })
    assert.deepEqual(errorsOn(idea.text), ['Choose the change idea'])
    assert.deepEqual(await items(), [])
  })

  test('Items are put in a place, changed, moved, removed and put back', async (t) => {
    const { organiser, add, items, titles } = await openDay(t, database)
    for (const title of ['One', 'Two', 'Three']) await add(title)
    const [one, two] = await items()
    await add('Zero', { before: one!.id })
    assert.deepEqual(await titles(), ['Zero', 'One', 'Two', 'Three'])
    await press(organiser, paths.itemMove(at(two!.id)), { where: 'up' })
    assert.deepEqual(await titles(), ['Zero', 'Two', 'One', 'Three'])
    await press(organiser, paths.itemMove(at(two!.id)), { where: 'up' })
    await press(organiser, paths.itemMove(at(two!.id)), { where: 'up' })
    assert.deepEqual(await titles(), ['Two', 'Zero', 'One', 'Three'])
    await organiser.submit(paths.editItem(at(two!.id)), { kind: 'break', title: 'Tea', minutes: '' })
    await press(organiser, paths.itemRemoval(at(one!.id)))
    assert.deepEqual(await titles(), ['Tea', 'Zero', 'Three'])
    assert.match(wordsOn((await organiser.get(programme)).text), /1 item was removed One Put back One/)
    const back = await press(organiser, paths.itemRestoration(at(one!.id)))
    assert.equal(back.location, programme)
    assert.deepEqual(await titles(), ['Tea', 'Zero', 'One', 'Three'])
  })

  test('Starting the vote opens its ballot, which a usual day has prepared', async (t) => {
    const { organiser, items, store } = await openDay(t, database, 3)
    await organiser.submit(programme)
    const ballot = async () => (await ballotsOf(store.db, 'north', 'day')).map((one) => one.opened_at)
    assert.deepEqual(await ballot(), [null])
    const vote = (await items()).find(({ kind }) => kind === 'ballot')!
    await press(organiser, paths.itemStart(at(vote.id)), { seen: '' })
    assert.deepEqual(await ballot(), ['2027-01-12T09:00:00.000Z'])
  })

  test('What is on cannot be taken off, and what is over is not started again', async (t) => {
    const { organiser, add, items } = await openDay(t, database)
    await add('One')
    const [one] = await items()
    await press(organiser, paths.itemStart(at(one!.id)))
    assert.equal((await press(organiser, paths.itemRemoval(at(one!.id)))).status, 409)
    await press(organiser, paths.itemFinish(at(one!.id)))
    const again = await press(organiser, paths.itemStart(at(one!.id)))
    assert.equal(
      refusalOn(again.text),
      'That could not be done: This was over at 9am. Add it again to repeat it.',
    )
  })

  test('Leads, attendees, strangers and the public change nothing', async (t) => {
    const { as, people, add, items, visitor, store } = await openDay(t, database)
    await add('One')
    const before = await items()
    const [attendee] = await store.db.selectFrom('attendees').select('id').limit(1).execute()
    const others = [
      await as(people.lead),
      await as(people.stranger),
      await as({ kind: 'attendee', network: 'north', id: attendee!.id }),
      visitor(),
    ]
    for (const other of others) {
      for (const url of [paths.itemStart, paths.itemFinish, paths.itemRemoval].map((path) =>
        path(at(before[0]!.id)),
      ))
        assert.ok([401, 403].includes((await other.submit(url, {}, paths.signIn({}))).status), url)
    }
    assert.deepEqual(await items(), before)
  })
})
