import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import ICAL from 'ical.js'
import { paths } from '../../src/paths.ts'
import { forgetOldSessions } from '../../src/platform/auth/sessions.ts'
import { operator } from '../../src/platform/store/actor.ts'
import { forgetKeys } from '../../src/platform/store/forget-keys.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { dayOf } from '../day.ts'
import { closingAfter, openHouse, type House } from '../house.ts'
import { lettersOf } from '../letters.ts'
import { peopleOf } from '../people.ts'
import type { Visitor } from '../visitor.ts'
import { signedInByMail } from './arriving.ts'
import { addressesOn, dayIn, idIn, press, read, send } from './forms.ts'

const network = 'north'
const at = { network, event: 'day' }
const brent = { network, team: 'brent' }

describe('The year after a Spread-a-thon', () => {
  let house: House
  let organiser: Visitor
  let lead: Visitor
  let board: Visitor
  let meetings: string[]

  async function comeBack(moment: string) {
    house.clock.move(moment)
    const mailed = (name: string) => signedInByMail(house, `${name}@example.invalid`)
    organiser = await mailed('olu.organiser')
    lead = await mailed('bea.lead')
    board = await mailed('bo.board')
  }

  const closing = closingAfter()
  before(async () => {
    house = await openHouse(closing, { database: 'sqlite', now: '2027-01-12T09:00:00.000Z' })
    await dayOf(house, await peopleOf(house.store), { perTeam: 1 })
  })

  const ending =
    '10:25am Who does what, said once more The times are a suggestion: the meeting, shared by how much is open.'

  /** The agenda of a meeting, from its heading to what is asked there, without the question on spread of the day. */
  async function agenda(meeting: string): Promise<string> {
    const words = await read(house.visitor(), meeting)
    const all = words.slice(words.indexOf('Agenda'), words.indexOf('Questions to senior leaders')).trim()
    return all.replace(/ [\d:]+am A question on spread [^?]*\?/, '')
  }

  test('on the day Brent pledges and asks; then it plans its year, and the meetings are set', async () => {
    await comeBack('2027-01-12T15:00:00.000Z')
    const pledged = await send(lead, paths.newPledge(at), {
      what: 'Call first',
      ...dayIn('byDay', '2027-04-30'),
    })
    const asking = paths.newAsk({ ...at, pledge: idIn(pledged) })
    await send(lead, asking, { toWhom: 'board', what: 'A second phone' })
    await send(lead, paths.newPlan(brent), { aim: 'Half the wait', ...dayIn('startsOn', '2027-02-01') })
    const step = { what: 'Call ten people', quarter: '1', ...dayIn('dueOn', '2027-03-15') }
    await send(lead, paths.newStep(brent), step)
    const series = { ...dayIn('firstOn', '2027-02-18'), localTime: '9:30am', minutes: '60' }
    await send(organiser, paths.reviewSeries({ network }), series)
    meetings = await addressesOn(organiser, paths.reviews({ network }), /\/reviews\/[0-9a-f-]{36}$/)
    equal(meetings.length, 9)
  })

  test('the agenda of each meeting is drawn from what is open', async () => {
    deepEqual(
      await agenda(meetings[0]!),
      [
        'Agenda 9:30am Welcome, and who is here',
        '9:35am Asks without an answer, the oldest first Brent: A second phone to Psychosocial Board, asked on 12 January 2027',
        '9:50am Open pledges Brent: Call first by 30 April 2027',
        '10:05am Steps of the plans due by the next meeting Brent: Call ten people by 15 March 2027',
        ending,
      ].join(' '),
    )
  })

  test('a session that nobody used has gone, and its holder signs in again', async () => {
    const idle = lead
    house.clock.move('2027-02-18T09:00:00.000Z')
    equal((await idle.get(paths.me({}))).location, '/sign-in?next=%2Fme')
    await comeBack('2027-02-18T11:00:00.000Z')
    match(await read(lead, paths.me({})), /Bea Lead/)
    equal((await idle.get(paths.me({}))).status, 303)
  })

  test('what was agreed at one meeting comes to the next until it is done', async () => {
    const review = idIn(meetings[0]!)
    const [ask] = await addressesOn(board, paths.asks({ network }), /\/asks\/[0-9a-f-]{36}$/)
    const answer = {
      kind: 'agreed',
      reason: 'It is cheap',
      owner: 'Bo Board',
      ...dayIn('onDay', '2027-03-01'),
    }
    await send(board, `${ask}/answer`, answer)
    await send(organiser, paths.newAction({ network, review }), { what: 'Buy the phone', owner: 'Bo Board' })
    await press(organiser, paths.reviewHolding({ network, review }), meetings[0]!)
    const told = (await lettersOf(house)).filter(({ kind }) => kind === 'asks.answered')
    deepEqual(
      told.map(({ to }) => to),
      ['bea.lead@example.invalid'],
    )
    await comeBack('2027-04-01T08:00:00.000Z')
    const carried = await agenda(meetings[1]!)
    equal(
      carried,
      [
        'Agenda 9:30am Welcome, and who is here',
        '9:35am Actions from earlier meetings Buy the phone carried over once, 6 weeks old',
        '9:50am Open pledges Brent: Call first by 30 April 2027',
        '10:05am Steps of the plans due by the next meeting Brent: Call ten people by 15 March 2027 Overdue',
        ending,
      ].join(' '),
    )
    ok(!carried.includes('Asks without an answer'))
    const [completion] = await addressesOn(board, meetings[0]!, /\/actions\/[^/]+\/completion$/)
    await press(board, completion!, meetings[0]!)
    ok(!(await agenda(meetings[1]!)).includes('Buy the phone'))
  })

  test('when the clocks change the meetings stay at 9:30am, on screen and in the calendar', async () => {
    const times = []
    for (const meeting of meetings) times.push(/at 9:30am|9:30am/.test(await read(house.visitor(), meeting)))
    deepEqual(
      times,
      meetings.map(() => true),
    )
    const [feed] = await addressesOn(lead, paths.reviews({ network }), /reviews\/calendar\/[\w-]+$/)
    const { text } = await house.visitor().get(feed!)
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
    const starts = events.map((one) => String(one.getFirstPropertyValue('dtstart')))
    deepEqual(starts, [
      '2027-02-18T09:30:00Z',
      '2027-04-01T08:30:00Z',
      '2027-05-13T08:30:00Z',
      '2027-06-24T08:30:00Z',
      '2027-08-05T08:30:00Z',
      '2027-09-16T08:30:00Z',
      '2027-10-28T08:30:00Z',
      '2027-12-09T09:30:00Z',
      '2028-01-20T09:30:00Z',
    ])
  })

  test('a pledge past its day leads the agenda until it is done, and then the year is in its thread', async () => {
    await comeBack('2027-05-13T09:00:00.000Z')
    equal(
      await agenda(meetings[2]!),
      [
        'Agenda 9:30am Welcome, and who is here',
        '9:35am Pledges past their day Brent: Call first by 30 April 2027 Overdue',
        '9:55am Steps of the plans due by the next meeting Now Brent: Call ten people by 15 March 2027 Overdue',
        ending,
      ].join(' '),
    )
    const [pledge] = await addressesOn(lead, paths.pledges(at), /\/pledges\/[0-9a-f-]{36}$/)
    await press(lead, `${pledge}/completion`, pledge!)
    const plan = paths.plan(brent)
    await press(lead, (await addressesOn(lead, plan, /\/completion$/))[0]!, plan)
    await comeBack('2028-01-20T10:00:00.000Z')
    equal(await agenda(meetings[8]!).then((words) => /Call first|Call ten/.test(words)), false)
    const thread = paths.pledgeThread({ ...brent, pledge: idIn(pledge!) })
    const { body } = await house.visitor().json('GET', `/api/v1${thread}`)
    const { steps } = body as { steps: { taken: { on: string; says: string }[] }[] }
    deepEqual(
      steps.flatMap(({ taken }) => taken.map(({ on, says }) => `${on} ${says}`)),
      [
        '2027-01-12 Brent pledged: Call first. By 30 April 2027.',
        '2027-05-13 Brent did what it pledged',
        '2027-01-12 Brent asked Psychosocial Board: A second phone',
        '2027-02-18 Psychosocial Board on “A second phone”: agreed. It is cheap',
        '2027-01-12 Brent planned its year: Half the wait',
        '2027-05-13 Step done: Call ten people',
      ],
    )
  })

  test('keys of forms and old sessions are forgotten, and nothing else is', async () => {
    const count = async (table: 'done_keys' | 'sessions' | 'journal') =>
      (await house.store.db.selectFrom(table).selectAll().execute()).length
    const [keys, sessions, journal] = [
      await count('done_keys'),
      await count('sessions'),
      await count('journal'),
    ]
    ok(keys > 20 && sessions > 10)
    const by = { actor: operator }
    house.clock.move('2028-03-01T10:00:00.000Z')
    orThrow(await house.store.dispatch(forgetKeys, {}, by))
    orThrow(await house.store.dispatch(forgetOldSessions, {}, by))
    ok((await count('done_keys')) <= 2, `${await count('done_keys')}`)
    equal(await count('sessions'), 0)
    ok((await count('journal')) >= journal)
    match(await read(house.visitor(), meetings[0]!), /Status Held/)
  })
})
