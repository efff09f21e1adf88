import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { aPledge, addRecords, anAnswer, anAsk, anEvent, commandsOfTests } from '../../../test/records.ts'
import { closingAfter, openHouse, type House } from '../../../test/house.ts'
import { peopleOf, type People } from '../../../test/people.ts'
import { onBothDatabases } from '../../../test/stores.ts'
import { elementsOf, wordsOn, type Visitor } from '../../../test/visitor.ts'
import { paths } from '../../paths.ts'
import { orThrow } from '../../platform/store/store.ts'
import { addStep, beginPlan } from '../../after/plans/commands.ts'
import { setUpSeries } from '../../after/reviews/commands/series.ts'

const network = 'north'
const brent = { network, team: 'brent' }

onBothDatabases('Plans with the meetings and the answers of their year', (database) => {
  let house: House
  let people: People
  const closing = closingAfter()
  const read = async (path: string, visitor: Visitor = house.visitor()) =>
    wordsOn((await visitor.get(path)).text)

  before(async () => {
    house = await openHouse(closing, { database, commands: commandsOfTests })
    people = await peopleOf(house.store)
    await addRecords(house.store, {
      events: [anEvent],
      pledges: [aPledge('short', 'brent', { what: 'Test the short assessment' })],
      asks: [anAsk('room', 'short', 'brent', 'A room on Mondays'), anAsk('van', 'short', 'brent', 'A van')],
      answers: [anAnswer('yes', 'room')],
    })
  })

  const done = async (command: typeof beginPlan | typeof addStep | typeof setUpSeries, input: object) =>
    orThrow(
      await house.store.dispatch(command as typeof addStep, input as never, { actor: people.organiser }),
    )

  test('without any, the page says so, and invites those who can begin one', async () => {
    const page = paths.plans({ network })
    assert.ok(
      (await read(page)).includes('Three of the boroughs have none yet: Brent, Harrow and Hillingdon.'),
    )
    assert.equal((await read(page)).includes('Begin the plan'), false)
    const lead = await read(page, await house.as(people.lead))
    assert.ok(lead.includes('Begin the plan of Brent') && !lead.includes('Begin the plan of Harrow'))
  })

  test('a plan opens with its aim, its figures and what was answered', async () => {
    await done(setUpSeries, { network, firstOn: '2027-02-17', localTime: '9:30am', minutes: '60' })
    await done(beginPlan, { ...brent, pledge: 'short', aim: 'Six weeks for all', startsOn: '2027-01-01' })
    await done(addStep, { ...brent, quarter: '1', what: 'Train two nurses', dueOn: '2027-03-01' })
    const { text } = await house.visitor().get(paths.plan(brent))
    const words = wordsOn(text)
    const heading = elementsOf(text).find(({ tagName }) => tagName === 'h1')
    assert.ok(heading)
    for (const said of [
      'Brent: plan for the year Six weeks for all',
      'steps done 0 of 1',
      'meetings of this year held 0 of 8',
      'asks agreed, wholly or partly 1 of 2',
      'A room on Mondays Agreed',
      'Quarter 1 now January to March 2027 To do: Train two nurses By 1 March 2027 Meetings 17 Feb',
      'Quarter 4 October to December 2027 No steps in this quarter.',
    ])
      assert.ok(words.includes(said), `${said} is not in: ${words}`)
    assert.equal(words.includes('Mark as done'), false)
  })

  test('a step added from a quarter stands there, and the next plan begins as this one', async () => {
    const lead = await house.as(people.lead)
    const { text } = await lead.get(`${paths.newStep(brent)}?quarter=3`)
    assert.match(text, /value="3"[^>]* checked/)
    const harrow = await (await house.as(people.harrowLead)).get(paths.newPlan({ network, team: 'harrow' }))
    assert.match(harrow.text, /name="startsOn-month"[^>]*value="1"/)
  })

  test('all plans stand on one page', async () => {
    const words = await read(paths.plans({ network }))
    assert.ok(words.includes('1 of 3 boroughs have a plan. 0 of 1 steps are done; none is overdue.'), words)
    assert.ok(words.includes('Two of the boroughs have none yet: Harrow and Hillingdon.'), words)
    house.clock.move('2027-04-02T09:00:00.000Z')
    assert.ok((await read(paths.plans({ network }))).includes('1 is overdue'))
  })
})
