import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import ICAL from 'ical.js'
import { aPledge, addRecords, anAnswer, anAsk, anEvent, commandsOfTests } from '../../../test/records.ts'
import { closingAfter, openHouse, type House } from '../../../test/house.ts'
import { peopleOf, type People } from '../../../test/people.ts'
import { onBothDatabases } from '../../../test/stores.ts'
import { elementsOf, errorsOn, filledIn, wordsOn, type Visitor } from '../../../test/visitor.ts'
import { beginPlan } from '../plans/commands.ts'
import { orThrow } from '../../platform/store/store.ts'
import { paths } from '../../paths.ts'
import { reviewsOf, type ReviewRow } from './store/meetings.ts'
import { actionsOf, attendanceOf, decisionsOf, questionsOf } from './store/minutes.ts'

const network = 'north'
const list = paths.reviews({ network })
const series = paths.reviewSeries({ network })
const setUp = {
  'firstOn-day': '17',
  'firstOn-month': '2',
  'firstOn-year': '2027',
  localTime: '9:30am',
  minutes: '60',
  place: 'Room 1',
  link: 'https://meet.example.org/abc',
}

onBothDatabases('Six-weekly meetings', (database) => {
  let house: House
  let people: People
  let organiser: Visitor
  const closing = closingAfter()

  before(async () => {
    house = await openHouse(closing, { database, commands: commandsOfTests })
    people = await peopleOf(house.store)
    organiser = await house.as(people.organiser)
  })

  const meetings = () => reviewsOf(house.store.db, network)
  const nth = async (at: number): Promise<ReviewRow> => (await meetings())[at]!
  const save = (values = {}) => organiser.submit(series, { ...setUp, ...values, _step: 'confirmed' })
  const at = (review: ReviewRow) => ({ network, review: review.id })

  test('before there are any, the list says so', async () => {
    const words = wordsOn((await house.visitor().get(list)).text)
    assert.ok(words.includes('No meetings have been set up yet.'))
    assert.equal(words.includes('Set up the meetings'), false)
  })

  test('only an organiser sets them up', async () => {
    for (const actor of [people.stranger, people.lead, people.board]) {
      const visitor = await house.as(actor)
      assert.equal((await visitor.get(series)).status, 403)
      assert.equal((await visitor.submit(series, { ...setUp, _step: 'confirmed' }, list)).status, 403)
    }
    assert.deepEqual(await meetings(), [])
  })

  test('what is wrong is said, and what was typed is kept', async () => {
    const { status, text } = await organiser.submit(series, {
      ...setUp,
      localTime: 'soon',
      'firstOn-day': '',
    })
    assert.equal(status, 422)
    assert.deepEqual(errorsOn(text), [
      'First meeting must include a day',
      'Enter a time, like 9:30am or 14:00',
    ])
    assert.deepEqual(filledIn(text), {
      'firstOn-month': '2',
      'firstOn-year': '2027',
      localTime: 'soon',
      minutes: '60',
      place: 'Room 1',
      link: 'https://meet.example.org/abc',
    })
  })

  test('the dates are shown for checking before they are saved', async () => {
    const { text } = await organiser.submit(series, setUp)
    const words = wordsOn(text)
    assert.ok(words.includes('Wednesday 17 February 2027 Time 9:30am to 10:30am What changes New'), words)
    assert.deepEqual(await meetings(), [])
  })

  test('a year of meetings keeps weekday and clock time when the clocks change', async () => {
    assert.equal((await save()).location, list)
    const all = await meetings()
    assert.deepEqual(
      all.slice(0, 3).map(({ starts_at }) => starts_at),
      ['2027-02-17T09:30:00.000Z', '2027-03-31T08:30:00.000Z', '2027-05-12T08:30:00.000Z'],
    )
    assert.equal(all.length, 9)
    const { text } = await house.visitor().get(list)
    assert.equal(elementsOf(text).filter((one) => one.tagName === 'tr').length, 10)
    assert.equal(text.includes('meet.example.org'), false)
  })

  test('two who save at once make one series', async () => {
    await Promise.all([save(), save()])
    assert.equal((await meetings()).length, 9)
  })

  test('one meeting is changed by itself, and the series then leaves it alone', async () => {
    const second = await nth(1)
    const values = { time: '2pm', minutes: '60', place: 'Room 2', link: '' }
    const day = { 'on-day': '1', 'on-month': '4', 'on-year': '2027' }
    await organiser.submit(paths.editReview(at(second)), { ...values, ...day })
    await save({ localTime: '10am' })
    const all = await meetings()
    assert.deepEqual(
      all.slice(0, 3).map(({ starts_at, place, sequence }) => [starts_at, place, sequence]),
      [
        ['2027-02-17T10:00:00.000Z', 'Room 1', 1],
        ['2027-04-01T13:00:00.000Z', 'Room 2', 1],
        ['2027-05-12T09:00:00.000Z', 'Room 1', 1],
      ],
    )
  })

  test('notes alone do not disturb calendars', async () => {
    const first = await nth(0)
    const day = { 'on-day': '17', 'on-month': '2', 'on-year': '2027', time: '10:00' }
    const same = { minutes: '60', place: 'Room 1', link: 'https://meet.example.org/abc', notes: 'Bring cake' }
    await organiser.submit(paths.editReview(at(first)), { ...day, ...same })
    const { sequence, notes, edited_at } = await nth(0)
    assert.deepEqual([sequence, notes, edited_at], [1, 'Bring cake', null])
    assert.equal((await house.visitor().get(paths.review(at(first)))).text.includes('Bring cake'), false)
  })

  test('a meeting is cancelled after asking, and is not planned again', async () => {
    const third = await nth(2)
    const url = paths.reviewCancellation(at(third))
    assert.ok(wordsOn((await organiser.get(url)).text).includes('Are you sure you want to cancel'))
    await organiser.submit(url)
    await save()
    const again = (await meetings()).find(({ id }) => id === third.id)!
    assert.deepEqual([again.cancelled_at, again.sequence], [house.clock.at, 2])
    assert.equal((await meetings()).length, 9)
  })

  test('the calendar holds each meeting as an instant, for whoever has a role', async () => {
    const visitor = await house.as(people.member)
    const address = /\/networks\/north\/reviews\/calendar\/[\w-]+/.exec((await visitor.get(list)).text)![0]
    const { status, text, headers } = await house.visitor().get(address)
    assert.deepEqual([status, headers['content-type']], [200, 'text/calendar; charset=utf-8'])
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
    const said = events.map((event) =>
      ['uid', 'dtstart', 'sequence', 'status'].map((name) => String(event.getFirstPropertyValue(name))),
    )
    assert.deepEqual(
      said.slice(0, 3).map(([, ...rest]) => rest),
      [
        ['2027-02-17T10:00:00Z', '1', 'CONFIRMED'],
        ['2027-04-01T13:00:00Z', '1', 'CONFIRMED'],
        ['2027-05-12T09:00:00Z', '2', 'CANCELLED'],
      ],
    )
    assert.match(said[0]![0]!, new RegExp(`^meeting\\.${(await nth(0)).id}@[\\w-]{36}$`))
    assert.equal((await house.visitor().get(paths.reviewCalendar({ network, token: 'guess' }))).status, 404)
  })

  test('nobody outside is given its address', async () => {
    for (const visitor of [house.visitor(), await house.as(people.stranger)])
      assert.equal((await visitor.get(list)).text.includes('reviews/calendar'), false)
  })

  test('the agenda is drawn from what is open', async () => {
    const first = await nth(0)
    await addRecords(house.store, {
      events: [anEvent],
      pledges: [
        aPledge('late', 'brent', { what: 'Call within a day', by_day: '2027-02-01' }),
        aPledge('open', 'harrow', { what: 'One joint clinic' }),
        aPledge('done', 'harrow', { what: 'Done already', completed_at: house.clock.at }),
      ],
      asks: [
        anAsk('waiting', 'late', 'brent', 'A second room'),
        anAsk('sent', 'late', 'brent', 'A data analyst'),
        anAsk('agreed', 'open', 'harrow', 'A laptop'),
      ],
      answers: [
        anAnswer('goes', 'sent', { kind: 'goes_to_meeting', on_day: '2027-02-17' }),
        anAnswer('yes', 'agreed'),
      ],
    })
    const plan = { network, team: 'harrow', aim: 'Join up', startsOn: '2027-02-01', firstStep: 'Find a room' }
    const step = { firstStepDueOn: '2027-02-10' }
    orThrow(await house.store.dispatch(beginPlan, { ...plan, ...step }, { actor: people.organiser }))
    const words = wordsOn((await house.visitor().get(paths.review(at(first)))).text)
    const agenda = words.slice(words.indexOf('Agenda'), words.indexOf('Questions to senior leaders'))
    assert.equal(
      agenda.trim(),
      [
        'Agenda',
        '10am Welcome, and who is here',
        '10:05am Asks sent to this meeting Brent: A data analyst to Psychosocial Board, asked on 5 January 2027',
        '10:15am Asks without an answer, the oldest first Brent: A second room to Psychosocial Board, asked on 5 January 2027',
        '10:25am Pledges past their day Brent: Call within a day by 1 February 2027',
        '10:35am Open pledges Harrow: One joint clinic',
        '10:45am Steps of the plans due by the next meeting Harrow: Find a room by 10 February 2027',
        '10:50am A question on spread Evidence first: For how long has it helped where it began, and what do the figures say since we last met?',
        '10:55am Who does what, said once more',
        'The times are a suggestion: the meeting, shared by how much is open.',
      ].join(' '),
    )
  })

  test('a member asks, the board answers, and others may not', async () => {
    const first = await nth(0)
    const asking = paths.newQuestion(at(first))
    const page = paths.review(at(first))
    const member = await house.as(people.member)
    await member.submit(asking, { team: 'brent', toWhom: 'senior_leaders', question: 'Who pays for rooms?' })
    assert.equal(
      (await member.submit(asking, { team: 'harrow', toWhom: 'board', question: 'Hm?' })).status,
      403,
    )
    assert.equal((await (await house.as(people.viewer)).get(asking)).status, 404)
    assert.equal((await (await house.as(people.stranger)).get(asking)).status, 403)
    const [question] = await questionsOf(house.store.db, network)
    const url = paths.answerQuestion({ ...at(first), question: question!.id })
    assert.equal((await member.submit(url, { answer: 'We do' }, page)).status, 403)
    await (await house.as(people.board)).submit(url, { answer: 'The estates budget' })
    const words = wordsOn((await house.visitor().get(page)).text)
    assert.ok(words.includes('Who pays for rooms? The estates budget Answered on 12 January 2027'))
    assert.equal((await questionsOf(house.store.db, network)).length, 1)
  })

  test('decisions, actions and who came are recorded; names stay inside', async () => {
    house.clock.move('2027-02-17T11:00:00.000Z')
    const first = await nth(0)
    const page = paths.review(at(first))
    organiser = await house.as(people.organiser)
    await organiser.submit(paths.newDecision(at(first)), { what: 'Rooms are shared' })
    await organiser.submit(paths.newAction(at(first)), { what: 'Book the rooms', owner: 'Ann Estates' })
    const came = { 'team-brent': 'present', 'names-team-brent': 'Bea Lead', 'group-board': 'absent' }
    await organiser.submit(paths.attendance(at(first)), came)
    await organiser.submit(paths.reviewHolding(at(first)), {}, page)
    const outside = wordsOn((await house.visitor().get(page)).text)
    assert.ok(outside.includes('Rooms are shared') && outside.includes('Book the rooms'))
    assert.ok(outside.includes('what was decided Rooms are shared'), outside)
    assert.ok(outside.includes('1 action Status Held'), outside)
    const json = (await house.visitor().get(`/api/v1${page}`)).text
    for (const name of ['Ann Estates', 'Bea Lead']) {
      assert.equal(outside.includes(name), false)
      assert.equal(json.includes(name), false)
    }
    const inside = wordsOn((await (await house.as(people.viewer)).get(page)).text)
    assert.ok(
      inside.includes(
        'Who came 1 of 1, 100 % of the boroughs Brent: Bea Lead Psychosocial Board (not there)',
      ),
      inside,
    )
    assert.ok(inside.includes('Ann Estates'))
    assert.equal((await decisionsOf(house.store.db, network)).length, 1)
    assert.equal((await attendanceOf(house.store.db, network)).length, 2)
  })

  test('an open action comes to the next meeting until it is done, and that can be taken back', async () => {
    const [first, second] = await meetings()
    const page = paths.review(at(first!))
    const [action] = await actionsOf(house.store.db, network)
    const nouns = { ...at(first!), action: action!.id }
    const next = async () => wordsOn((await house.visitor().get(paths.review(at(second!)))).text)
    const carried = 'Actions from earlier meetings Book the rooms carried over once, 6 weeks old'
    assert.ok((await next()).includes(carried), await next())
    await organiser.submit(paths.actionCompletion(nouns), {}, page)
    assert.equal((await next()).includes('Actions from earlier meetings'), false)
    await organiser.submit(paths.reopenAction(nouns), {}, page)
    assert.ok((await next()).includes('Actions from earlier meetings'))
  })

  test('a meeting that was held is neither cancelled nor moved by the series', async () => {
    const first = await nth(0)
    const { status } = await organiser.submit(paths.reviewCancellation(at(first)))
    assert.equal(status, 409)
    await save({ localTime: '3pm' })
    assert.deepEqual(await nth(0), first)
  })
})
