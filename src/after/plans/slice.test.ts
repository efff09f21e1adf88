import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aPledge, addRecords, anAnswer, anAsk, anEvent, commandsOfTests } from '../../../test/records.ts'
import { closingAfter, openHouse, type House } from '../../../test/house.ts'
import { peopleOf, type People } from '../../../test/people.ts'
import { onBothDatabases } from '../../../test/stores.ts'
import { errorsOn, filledIn, wordsOn, type Visitor } from '../../../test/visitor.ts'
import { paths } from '../../paths.ts'
import { planOfTeam, plansOf, stepsOf } from './store.ts'

const network = 'north'
const brent = { network, team: 'brent' }
const plan = paths.plan(brent)

onBothDatabases('A plan for the year', (database) => {
  let house: House
  let people: People
  let lead: Visitor
  const closing = closingAfter()

  before(async () => {
    house = await openHouse(closing, { database, commands: commandsOfTests })
    people = await peopleOf(house.store)
    await addRecords(house.store, {
      events: [anEvent],
      pledges: [
        aPledge('early', 'brent', { what: 'Stop the second form', made_at: '2027-01-05T14:00:00.000Z' }),
        aPledge('short', 'brent', {
          what: 'Test the short assessment',
          first_step: 'Meet the referrers',
          by_day: '2027-03-01',
          lead: 'Bea Lead',
        }),
        aPledge('harrow-pledge', 'harrow'),
      ],
      asks: [anAsk('room', 'short', 'brent', 'A room on Mondays')],
      answers: [anAnswer('yes', 'room')],
    })
    lead = await house.as(people.lead)
  })

  const begin = (who: Visitor, values = {}) =>
    who.submit(paths.newPlan(brent), {
      aim: 'Cut the wait to six weeks by March',
      'startsOn-day': '1',
      'startsOn-month': 'February',
      'startsOn-year': '2027',
      firstStep: 'Meet the referrers',
      lead: 'Bea Lead',
      ...values,
    })

  test('before there is one, the page says so', async () => {
    const { text } = await house.visitor().get(plan)
    assert.ok(wordsOn(text).includes('Brent has not begun its plan yet.'))
  })

  test('begins from the pledge and the support that was agreed', async () => {
    const { text } = await lead.get(paths.newPlan(brent))
    assert.deepEqual(filledIn(text), {
      aim: 'Test the short assessment',
      'startsOn-day': '1',
      'startsOn-month': '1',
      'startsOn-year': '2027',
      firstStep: 'Meet the referrers',
      'firstStepDueOn-day': '1',
      'firstStepDueOn-month': '3',
      'firstStepDueOn-year': '2027',
      lead: 'Bea Lead',
      supportAgreed: 'Psychosocial Board agreed: A room on Mondays (It is free)',
    })
  })

  test('a stranger, a member and the lead of another team may not begin it', async () => {
    for (const actor of [people.stranger, people.member, people.harrowLead]) {
      const visitor = await house.as(actor)
      assert.equal((await visitor.get(paths.newPlan(brent))).status, 403)
      assert.equal((await begin(visitor)).status, 403)
    }
    assert.deepEqual(await plansOf(house.store.db, network), [])
  })

  test('what is missing is asked for, and what was typed is kept', async () => {
    const { status, text } = await begin(lead, { aim: '', 'startsOn-month': '' })
    assert.equal(status, 422)
    assert.deepEqual(errorsOn(text), [
      'Enter what the plan aims for',
      'First day of the plan must include a month',
    ])
    assert.deepEqual(filledIn(text), {
      'startsOn-day': '1',
      'startsOn-year': '2027',
      firstStep: 'Meet the referrers',
      lead: 'Bea Lead',
    })
    assert.deepEqual(await plansOf(house.store.db, network), [])
  })

  test('two who save at once make one plan', async () => {
    const answers = await Promise.all([begin(lead), begin(await house.as(people.organiser))])
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422])
    const [made] = await plansOf(house.store.db, network)
    assert.deepEqual([made?.pledge_id, made?.ends_on], ['short', '2028-01-31'])
    assert.equal((await stepsOf(house.store.db, network)).length, 1)
  })

  test('everyone reads it, and only those in the network read names', async () => {
    const outside = wordsOn((await house.visitor().get(plan)).text)
    assert.ok(outside.includes('Cut the wait to six weeks by March'))
    assert.ok(outside.includes('Meet the referrers'))
    assert.equal(outside.includes('Bea Lead'), false)
    const inside = wordsOn((await (await house.as(people.viewer)).get(plan)).text)
    assert.ok(inside.includes('Bea Lead'))
    assert.equal(inside.includes('Add a step'), false)
    const { text } = await house.visitor().get(`/api/v1${plan}`)
    assert.equal(text.includes('Bea'), false)
    assert.equal(JSON.parse(text).steps[0].what, 'Meet the referrers')
  })

  describe('its steps', () => {
    const add = (what: string, quarter: string) => lead.submit(paths.newStep(brent), { what, quarter })
    const steps = async () =>
      (await stepsOf(house.store.db, network)).map(({ quarter, what }) => `${quarter} ${what}`)

    test('stand in their quarters, in order', async () => {
      await add('Measure again', '3')
      await add('Train two nurses', '1')
      assert.deepEqual(await steps(), ['1 Meet the referrers', '1 Train two nurses', '3 Measure again'])
    })

    test('are refused without words or a quarter', async () => {
      const { status, text } = await add('', '5')
      assert.equal(status, 422)
      assert.ok(text.includes('Enter what will be done') && text.includes('Choose a quarter'))
    })

    const named = async (what: string) =>
      (await stepsOf(house.store.db, network)).find((step) => step.what === what)!

    test('are changed', async () => {
      const { id: step } = await named('Measure again')
      const values = { what: 'Measure the wait', quarter: '4', 'dueOn-day': '1', 'dueOn-month': '1' }
      assert.equal((await lead.get(paths.editStep({ ...brent, step: '' }))).status, 404)
      await lead.submit(paths.editStep({ ...brent, step }), { ...values, 'dueOn-year': '2028' })
      const { due_on, quarter } = await named('Measure the wait')
      assert.deepEqual([due_on, quarter], ['2028-01-01', 4])
    })

    test('are marked as done, and not done after all', async () => {
      const { id: step } = await named('Train two nurses')
      await lead.submit(paths.stepCompletion({ ...brent, step }), {}, plan)
      assert.equal((await named('Train two nurses')).completed_at, house.clock.at)
      assert.ok(wordsOn((await lead.get(plan)).text).includes('Done on 12 January 2027'))
      await lead.submit(paths.reopenStep({ ...brent, step }), {}, plan)
      assert.equal((await named('Train two nurses')).completed_at, null)
    })

    test('are removed, and put back', async () => {
      const { id: step } = await named('Train two nurses')
      await lead.submit(paths.stepRemoval({ ...brent, step }), {}, plan)
      assert.equal((await steps()).length, 2)
      assert.ok(wordsOn((await lead.get(plan)).text).includes('Steps that were removed'))
      await lead.submit(paths.stepRestoration({ ...brent, step }), {}, plan)
      assert.deepEqual(await steps(), ['1 Meet the referrers', '1 Train two nurses', '4 Measure the wait'])
    })

    test('of one team are not reached through another', async () => {
      const { id: step } = await named('Train two nurses')
      const harrow = await house.as(people.harrowLead)
      const url = paths.stepCompletion({ network, team: 'harrow', step })
      const hidden = await harrow.get(paths.newPlan({ network, team: 'harrow' }))
      assert.equal(hidden.status, 200)
      const { status } = await harrow.submit(url, {}, paths.newPlan({ network, team: 'harrow' }))
      assert.equal(status, 409)
      assert.equal((await named('Train two nurses')).completed_at, null)
    })
  })

  test('the plan is changed by the organiser', async () => {
    const organiser = await house.as(people.organiser)
    await organiser.submit(paths.editPlan(brent), { aim: 'Halve the wait', supportAgreed: 'A room' })
    const changed = await planOfTeam(house.store.db, network, 'brent')
    assert.deepEqual(
      [changed?.aim, changed?.lead, changed?.support_agreed],
      ['Halve the wait', null, 'A room'],
    )
  })

  test('a pledge of another team does not start it', async () => {
    const { status } = await begin(lead, { pledge: 'harrow-pledge', 'startsOn-year': '2028' })
    assert.equal(status, 409)
  })
})
