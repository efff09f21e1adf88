import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import {
  aPledge,
  addRecords,
  anAnswer,
  anAsk,
  anEvent,
  anIdea,
  commandsOfTests,
} from '../../../test/records.ts'
import { closingAfter, openHouse, type House } from '../../../test/house.ts'
import { peopleOf, type People } from '../../../test/people.ts'
import { onBothDatabases } from '../../../test/stores.ts'
import { wordsOn, type Visitor } from '../../../test/visitor.ts'
import { paths } from '../../paths.ts'

const nouns = { network: 'north', event: 'day' }

onBothDatabases('The story of a day', (database) => {
  let house: House
  let people: People
  const closing = closingAfter()
  const read = async (path: string, visitor: Visitor = house.visitor()) =>
    wordsOn((await visitor.get(path)).text)

  before(async () => {
    house = await openHouse(closing, { database, commands: commandsOfTests })
    people = await peopleOf(house.store)
    await addRecords(house.store, {
      events: [{ ...anEvent, sign_ups_counted: 75 }],
      ideas: [anIdea('short', 'brent', 'Short assessment')],
      pledges: [aPledge('p', 'harrow', { what: 'Test it', idea_id: 'short' })],
      asks: [anAsk('a', 'p', 'harrow', 'A room'), anAsk('b', 'p', 'harrow', 'A van')],
      answers: [anAnswer('yes', 'a')],
    })
  })

  test('opens with what happened, its figures and who took up what', async () => {
    const words = await read(paths.report(nouns))
    for (const said of [
      '1 of 3 boroughs pledged to test an idea that another borough brought.',
      'people signed up 75',
      'pledge stands 1',
      'asks for support answered 1 of 2',
      'Who took up what',
    ])
      assert.ok(words.includes(said), `${said} is not in: ${words}`)
  })

  test('as the published post has them, before its text', async () => {
    const organiser = await house.as(people.organiser)
    await organiser.submit(paths.editReport(nouns), { title: 'A day of spread', body: 'In our own words.' })
    assert.equal((await read(paths.report(nouns))).includes('people signed up'), false)
    await organiser.submit(paths.reportPublication(nouns))
    const words = await read(paths.post(nouns))
    assert.ok(words.indexOf('people signed up 75') < words.indexOf('In our own words.'), words)
    assert.ok(words.includes('A day of spread 1 of 3 boroughs'))
  })
})
