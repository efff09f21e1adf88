import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { commandsOfTests } from '../../../../test/records.ts'
import { closingAfter, openHouse, type House } from '../../../../test/house.ts'
import { peopleOf, type People } from '../../../../test/people.ts'
import { onBothDatabases } from '../../../../test/stores.ts'
import { elementsOf, errorsOn, wordsOn, type Visitor } from '../../../../test/visitor.ts'
import { paths } from '../../../paths.ts'
import { orThrow } from '../../../platform/store/store.ts'
import { addAction } from '../commands/minutes.ts'
import { setUpSeries } from '../commands/series.ts'
import { mostNotes } from '../commands/taking.ts'
import { reviewsOf, type ReviewRow } from '../store/meetings.ts'
import { attendanceOf } from '../store/minutes.ts'

const network = 'north'

onBothDatabases('Minutes that are taken on one page', (database) => {
  let house: House
  let people: People
  let organiser: Visitor
  let meeting: ReviewRow
  const closing = closingAfter()
  const at = () => ({ network, review: meeting.id })
  const page = () => paths.review(at())
  const words = async (visitor = organiser) => wordsOn((await visitor.get(page())).text)
  const mark = (visitor: Visitor, values: Record<string, string>) =>
    visitor.submit(paths.attendanceMark(at()), values, page())

  before(async () => {
    house = await openHouse(closing, { database, commands: commandsOfTests })
    people = await peopleOf(house.store)
    const setUp = { network, firstOn: '2027-02-17', localTime: '9:30am', minutes: '60' }
    orThrow(await house.store.dispatch(setUpSeries, setUp, { actor: people.organiser }))
    meeting = (await reviewsOf(house.store.db, network))[0]!
    house.clock.move('2027-02-17T09:32:00.000Z')
    organiser = await house.as(people.organiser)
  })

  test('what is on now stands at the head, and the page follows the network', async () => {
    const { text } = await organiser.get(page())
    const said = wordsOn(text)
    assert.ok(said.includes('On now Welcome, and who is here'), said)
    assert.match(text, new RegExp(`data-live="${paths.reviewLive(at())}\\?since=\\d+"`))
    const polled = JSON.parse((await house.visitor().get(`${paths.reviewLive(at())}?poll`)).text)
    assert.ok(wordsOn(polled.parts.now).includes('On now Welcome, and who is here'))
  })

  test('only organisers write; others see no form and are refused', async () => {
    for (const actor of [people.lead, people.board, people.stranger]) {
      const visitor = await house.as(actor)
      assert.equal((await visitor.get(page())).text.includes(paths.newLine(at())), false)
      assert.equal((await visitor.get(paths.newLine(at()))).status, 403)
      assert.equal((await visitor.submit(paths.newLine(at()), { line: 'Mine' }, page())).status, 403)
      assert.equal((await mark(visitor, { part: 'board', present: 'present' })).status, 403)
    }
    assert.equal((await reviewsOf(house.store.db, network))[0]!.notes, null)
    assert.deepEqual(await attendanceOf(house.store.db, network), [])
  })

  test('two who write at once both stand in the notes, which are for people of the network', async () => {
    const other = await house.as(people.organiser)
    await Promise.all([
      organiser.submit(paths.newLine(at()), { line: 'We began with a story' }),
      other.submit(paths.newLine(at()), { line: 'Brent has a room' }),
    ])
    const notes = (await reviewsOf(house.store.db, network))[0]!.notes!
    assert.deepEqual(notes.split('\n').toSorted(), ['Brent has a room', 'We began with a story'])
    assert.ok((await words(await house.as(people.viewer))).includes('We began with a story'))
    assert.equal((await words(house.visitor())).includes('We began with a story'), false)
  })

  test('an empty line is refused beside its field, and so is one that no longer fits', async () => {
    const empty = await organiser.submit(paths.newLine(at()), { line: ' ' })
    assert.deepEqual([empty.status, errorsOn(empty.text)], [422, ['Enter the note']])
    for (let kilo = 1; kilo < mostNotes / 1000; kilo += 1)
      await organiser.submit(paths.newLine(at()), { line: 'x'.repeat(999) })
    const full = await organiser.submit(paths.newLine(at()), { line: 'x'.repeat(999) })
    assert.equal(full.status, 422)
    assert.match(errorsOn(full.text)[0]!, /The notes of this meeting are full/)
  })

  test('who is there is one press, and pressing again takes it back', async () => {
    await mark(organiser, { part: 'team', team: 'brent', present: 'present' })
    await mark(organiser, { part: 'team', team: 'harrow', present: 'absent' })
    await mark(organiser, { part: 'board', present: 'present' })
    await mark(organiser, { part: 'board', present: 'present' })
    const rows = async () =>
      (await attendanceOf(house.store.db, network)).map(({ part, team_id, present }) => [
        part,
        team_id,
        present,
      ])
    assert.deepEqual((await rows()).toSorted(), [
      ['board', null, 1],
      ['team', 'brent', 1],
      ['team', 'harrow', 0],
    ])
    assert.ok((await words()).includes('1 of 2, 50 % of the boroughs'))
    const { text } = await organiser.get(page())
    const pressed = elementsOf(text).filter(({ attrs }) =>
      attrs.some(({ name, value }) => name === 'aria-pressed' && value === 'true'),
    )
    assert.equal(pressed.length, 3)
    await mark(organiser, { part: 'board', present: 'unknown' })
    assert.equal((await rows()).length, 2)
    assert.equal((await mark(organiser, { part: 'team', team: 'nowhere', present: 'present' })).status, 409)
    assert.equal((await rows()).length, 2)
  })

  test('an action names its owner from the network, is due at the next meeting, and is found by its owner', async () => {
    const { text } = await organiser.get(page())
    const offered = elementsOf(text).filter(({ tagName }) => tagName === 'option')
    const names = offered.map(({ attrs }) => attrs.find(({ name }) => name === 'value')?.value)
    assert.ok(names.includes('Bea Lead') && names.includes('QI team'), names.join())
    const due = ['day', 'month', 'year'].map(
      (part) => new RegExp(`name="dueOn-${part}"[^>]*value="(\\d+)"`).exec(text)?.[1],
    )
    assert.deepEqual(due, ['31', '3', '2027'])
    const action = { ...at(), what: 'Book the rooms', owner: 'Bea Lead, with estates', dueOn: '2027-03-31' }
    orThrow(await house.store.dispatch(addAction, action, { actor: people.organiser }))
    const lead = await house.as(people.lead)
    assert.ok((await words(lead)).includes('1 of these is yours'))
    const list = async (visitor: Visitor) => wordsOn((await visitor.get(paths.reviews({ network }))).text)
    assert.ok((await list(lead)).includes('Your actions Book the rooms by 31 March 2027'))
    assert.equal((await list(organiser)).includes('Your actions'), false)
    assert.ok((await list(lead)).includes('Who came to the last meeting'))
    assert.equal((await list(house.visitor())).includes('Who came'), false)
  })

  test('when it is over its page is a document, and a cancelled one takes nothing', async () => {
    house.clock.move('2027-02-17T12:00:00.000Z')
    organiser = await house.as(people.organiser)
    assert.equal((await words(house.visitor())).includes('On now'), false)
    assert.ok((await words()).includes('Add to the minutes'))
    await organiser.submit(paths.newDecision(at()), { what: 'Rooms are shared' })
    const heading = elementsOf((await house.visitor().get(page())).text).find(
      ({ tagName }) => tagName === 'h1',
    )
    assert.ok(heading)
    assert.ok((await words(house.visitor())).includes('what was decided Rooms are shared'))
    meeting = (await reviewsOf(house.store.db, network))[1]!
    await organiser.submit(paths.reviewCancellation(at()))
    assert.equal((await organiser.submit(paths.newLine(at()), { line: 'Hello' })).status, 409)
    assert.equal((await mark(organiser, { part: 'board', present: 'present' })).status, 409)
  })
})
