import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { paths } from '../../src/paths.ts'
import { closingAfter, openHouse, type House } from '../house.ts'
import { lettersOf } from '../letters.ts'
import type { Visitor } from '../visitor.ts'
import { joinByCode, signedInByMail, signedInByOperator } from './arriving.ts'
import { addressesOn, dayIn, idIn, press, read, send } from './forms.ts'

const network = 'north'
const event = 'spread-a-thon'
const at = { network, event }
describe('From an empty store, by forms alone', () => {
  let house: House
  let organiser: Visitor
  let lead: Visitor
  let board: Visitor
  const crowd: Record<string, Visitor> = {}
  let ballot: string
  let pledge: string
  let ask: string
  let room: string
  let meeting: string

  /** Some days later everybody has to sign in again. */
  async function comeBack(moment: string) {
    house.clock.move(moment)
    const mailed = (name: string) => signedInByMail(house, `${name}@example.invalid`)
    organiser = await mailed('olu')
    lead = await mailed('bea')
    board = await mailed('bo')
  }

  const closing = closingAfter()
  before(async () => {
    house = await openHouse(closing, { database: 'sqlite', now: '2027-01-05T09:00:00.000Z' })
  })

  test('an organiser signs in by the operator’s link and starts a network with teams and people', async () => {
    organiser = await signedInByOperator(house, 'olu@example.invalid', 'Olu Organiser')
    const words = {
      teamNoun: 'borough',
      teamNounPlural: 'boroughs',
      boardName: 'Board',
      qiTeamName: 'QI team',
    }
    equal(
      await send(organiser, paths.newNetwork({}), { name: 'North', ...words }),
      paths.network({ network }),
    )
    for (const name of ['Brent', 'Harrow', 'Hillingdon'])
      await send(organiser, paths.newTeam({ network }), { name })
    const people: Record<string, string>[] = [
      { name: 'Bea Lead', email: 'bea@example.invalid', role: 'lead', team: 'brent' },
      { name: 'Bo Board', email: 'bo@example.invalid', role: 'board' },
    ]
    for (const person of people) await send(organiser, paths.newPerson({ network }), person)
    match(await read(organiser, paths.people({ network })), /Bea Lead.*Brent/)
  })

  test('the lead and the board sign in by mailed links; each borough has an idea with its co-producers', async () => {
    lead = await signedInByMail(house, 'bea@example.invalid')
    board = await signedInByMail(house, 'bo@example.invalid')
    const ideas = [
      [lead, 'brent', 'Assess in one go'],
      [organiser, 'harrow', 'Talk first'],
      [organiser, 'hillingdon', 'Tree of Life'],
    ] as const
    for (const [visitor, team, title] of ideas) {
      const idea = idIn(
        await send(visitor, paths.newIdea({ network }), { team, title, problem: 'Long waits' }),
      )
      const made = { kind: 'service_users_and_carers', recruitedBy: team, howMany: '3' }
      await send(visitor, paths.newCoProducer({ network, idea }), made)
    }
    match(await read(house.visitor(), paths.idea({ network, idea: 'talk-first' })), /Harrow.*3/)
  })

  test('the event has a date and a programme with its ballot', async () => {
    const on = dayIn('on', '2027-01-26')
    const described = {
      name: 'Spread-a-thon',
      ...on,
      starts: '9:30am',
      ends: '4pm',
      place: 'The hall',
      capacity: '9',
    }
    equal(await send(organiser, paths.newEvent({ network }), described), paths.event(at))
    await press(organiser, paths.programme(at), paths.programme(at))
    ballot = idIn((await addressesOn(organiser, paths.ballots(at), /\/ballots\/(?!new)[^/]+$/))[0]!)
  })

  test('people sign up, with and without e-mail, until all places are taken', async () => {
    await comeBack('2027-01-11T09:00:00.000Z')
    const known = { profession: 'Nurse', livedExperience: 'none' }
    crowd['ada'] = house.visitor()
    await send(crowd['ada'], paths.signUp(at), {
      name: 'Ada',
      email: 'ada@example.invalid',
      team: 'brent',
      ...known,
    })
    const cy = house.visitor()
    await send(cy, paths.signUp(at), { name: 'Cy', team: 'brent', livedExperience: 'carer' })
    const shown = /[A-Z0-9]{4} [A-Z0-9]{4}/.exec(await read(cy, paths.signUpDone(at)))
    ok(shown, 'whoever has no e-mail is shown a code')
    await send(lead, paths.signUp(at), { name: 'Bea Lead', team: 'brent', ...known })
    for (const [team, names] of [
      ['harrow', ['Han', 'Hal', 'Hope']],
      ['hillingdon', ['Ian', 'Ivy', 'Ike']],
    ] as const)
      for (const name of names) await send(organiser, paths.newAttendee(at), { name, team })
    match(await read(house.visitor(), paths.signUp(at)), /All 9 places are taken/)
    const letters = (await lettersOf(house)).filter(({ kind }) => kind === 'sign-ups.confirmed')
    deepEqual(letters.map(({ to }) => to).sort(), ['ada@example.invalid', 'bea@example.invalid'])
    await comeBack('2027-01-26T09:20:00.000Z')
    crowd['cy'] = await joinByCode(house, shown[0])
  })

  test('on the day they come in by link and by code', async () => {
    const letter = (await lettersOf(house)).find(({ to, kind }) => /ada/.test(to) && /confirmed/.test(kind))!
    const link = letter.links.find((one) => one.startsWith('/attend/'))!
    await press(crowd['ada']!, link, link)
    const codes = await read(organiser, paths.attendeeCodes(at))
    for (const name of ['Han', 'Hal', 'Hope', 'Ian', 'Ivy', 'Ike'])
      crowd[name.toLowerCase()] = await joinByCode(
        house,
        new RegExp(`${name}\\b.*?([A-Z0-9]{4} [A-Z0-9]{4})`).exec(codes)![1]!,
      )
    match(await read(organiser, paths.desk(at)), /8 of 9 have arrived/)
    match(await read(crowd['han']!, paths.mySignUp(at)), /Han/)
  })

  test('Brent reflects on Harrow’s idea', async () => {
    const idea = { ...at, idea: 'talk-first' }
    await send(crowd['ada']!, paths.reflection(idea), { keep: 'The call', firstTest: 'Call ten people' })
    match(await read(crowd['cy']!, paths.reflection(idea)), /Call ten people/)
  })

  test('the Desk starts each item; with the vote the ballot opens, and everybody votes', async () => {
    const isOpen = async () => !/Not open yet/.test(await read(organiser, paths.ballot({ ...at, ballot })))
    for (let started = 0; started < 20 && !(await isOpen()); started += 1) {
      const [start] = await addressesOn(organiser, paths.desk(at), /\/programme\/[^/]+\/start$/)
      await press(organiser, start!, paths.desk(at))
      house.clock.move(2)
    }
    const choices = {
      ada: 'talk-first',
      cy: 'talk-first',
      han: 'tree-of-life',
      hal: 'tree-of-life',
      hope: 'tree-of-life',
    }
    const others = { ian: 'talk-first', ivy: 'talk-first', ike: 'talk-first' }
    for (const [name, choice] of Object.entries({ ...choices, ...others }))
      await send(crowd[name]!, paths.vote({ ...at, ballot }), { choice })
    // The page of the vote says that she is here.
    await press(lead, paths.arrival(at), paths.vote({ ...at, ballot }))
    await send(lead, paths.vote({ ...at, ballot }), { choice: 'talk-first' })
  })

  test('the ballot is closed and revealed, and the lead confirms what Brent chose', async () => {
    const here = { ...at, ballot }
    await press(organiser, paths.ballotClosure(here), paths.ballotClosure(here))
    await press(organiser, paths.ballotReveal(here), paths.ballotReveal(here))
    match(await read(house.visitor(), paths.ballot(here)), /“Talk first” has the most votes: 6 of 9\./)
    const choice = paths.teamChoice({ ...here, team: 'brent' })
    equal(await send(lead, choice, { idea: 'talk-first' }), paths.ballot(here))
  })

  test('Brent pledges, asks the board, and whoever asked is told the answer', async () => {
    const said = { what: 'We will call first', ...dayIn('byDay', '2027-04-30') }
    pledge = idIn(await send(lead, paths.newPledge(at), said))
    const asking = paths.newAsk({ ...at, pledge })
    const made = await send(lead, asking, { toWhom: 'board', what: 'A second phone' })
    ask = idIn((await addressesOn(lead, made, /\/asks\/(?!new)[^/]+$/))[0]!)
    await comeBack('2027-01-27T10:00:00.000Z')
    await send(board, paths.answerAsk({ network, ask }), {
      kind: 'agreed',
      reason: 'It is cheap',
      owner: 'Bo Board',
      ...dayIn('onDay', '2027-02-10'),
    })
    const [told] = (await lettersOf(house)).filter(({ kind }) => kind === 'asks.answered')
    equal(told?.to, 'bea@example.invalid')
    match(told.text, /A second phone[\s\S]*It is cheap/)
  })

  test('in a breakout room they write notes and sum up', async () => {
    await comeBack('2027-01-26T14:00:00.000Z')
    await send(organiser, paths.newRoom(at), { theme: 'What can we stop?', place: 'The library' })
    await send(organiser, paths.allocateRooms(at), { who: 'arrived', how: 'anew' })
    room = idIn((await addressesOn(organiser, paths.rooms(at), /\/rooms\/[0-9a-f-]{36}$/))[0]!)
    const here = { ...at, room }
    await send(crowd['han']!, paths.newNote(here), { text: 'Second letters' }, paths.room(here))
    match(await read(crowd['ian']!, paths.room(here)), /Second letters/)
    await send(organiser, paths.roomSummary(here), { point1: 'Stop second letters' })
    match(await read(house.visitor(), paths.room(here)), /Stop second letters/)
  })

  test('the pledge becomes a plan with steps, and the six-weekly meetings begin', async () => {
    await comeBack('2027-02-01T09:00:00.000Z')
    const brent = { network, team: 'brent' }
    const begun = { aim: 'Half the wait', ...dayIn('startsOn', '2027-02-01'), firstStep: 'Write the call' }
    await send(lead, paths.newPlan(brent), begun, `${paths.newPlan(brent)}?pledge=${pledge}`)
    await send(lead, paths.newStep(brent), {
      what: 'Call ten people',
      quarter: '1',
      ...dayIn('dueOn', '2027-03-01'),
    })
    const small = { confidence: 'guess', scale: 'one' }
    const asked = { question: 'Do people pick up?', prediction: 'Seven of ten do', ...small }
    const cycle = idIn(await send(lead, paths.newCycle({ ...at, pledge }), asked))
    const came = { happened: 'Eight of ten did', asExpected: 'yes', decision: 'adopt' }
    await send(lead, paths.cycleStudy({ network, cycle }), came)
    const series = { ...dayIn('firstOn', '2027-03-09'), localTime: '9:30am', minutes: '90' }
    await send(organiser, paths.reviewSeries({ network }), series)
    const meetings = await addressesOn(organiser, paths.reviews({ network }), /\/reviews\/[0-9a-f-]{36}$/)
    equal(meetings.length, 9)
    meeting = idIn(meetings[0]!)
    const question = { team: 'brent', toWhom: 'board', question: 'Who pays?' }
    await send(lead, paths.newQuestion({ network, review: meeting }), question)
  })

  test('the meeting answers, decides, acts and says who came', async () => {
    await comeBack('2027-03-09T11:00:00.000Z')
    const here = { network, review: meeting }
    const page = paths.review(here)
    const [answering] = await addressesOn(board, page, /\/questions\/[^/]+\/answer$/)
    await send(board, answering!, { answer: 'The estates budget' })
    await send(organiser, paths.newDecision(here), { what: 'All boroughs call first' })
    await send(organiser, paths.newAction(here), { what: 'Buy the phone', owner: 'Bo Board' })
    await send(organiser, paths.attendance(here), { 'team-brent': 'present', 'group-board': 'present' })
    await press(organiser, paths.reviewHolding(here), page)
    await press(
      lead,
      (await addressesOn(lead, paths.plan({ network, team: 'brent' }), /completion$/))[0]!,
      paths.plan({ network, team: 'brent' }),
    )
    const words = await read(house.visitor(), page)
    for (const said of ['The estates budget', 'All boroughs call first', 'Buy the phone', 'Status Held'])
      ok(words.includes(said), `${said} is not in: ${words}`)
  })

  test('the thread shows every step with its day', async () => {
    const thread = `/api/v1${paths.thread({ network, team: 'brent', idea: 'talk-first' })}`
    const { body } = await house.visitor().json('GET', thread)
    const { steps } = body as {
      steps: { name: string; state: string; taken: { on: string; says: string }[] }[]
    }
    deepEqual(
      steps.map(({ name, taken }) => [name, ...taken.map(({ on, says }) => `${on} ${says}`)]),
      [
        ['Idea', '2027-01-05 Harrow put this idea on a card: Talk first'],
        [
          'Reflection',
          '2027-01-26 Brent reflected on what to keep, change and leave out. First test: Call ten people',
        ],
        ['Vote', '2027-01-26 Brent chose this idea to test'],
        ['Pledge', '2027-01-26 Brent pledged: We will call first. By 30 April 2027.'],
        ['Ask', '2027-01-26 Brent asked Board: A second phone'],
        ['Answer', '2027-01-27 Board on “A second phone”: agreed. It is cheap'],
        ['Plan', '2027-02-01 Brent planned its year: Half the wait', '2027-03-09 Step done: Write the call'],
        [
          'Test',
          '2027-02-01 Brent planned a test: Do people pick up?',
          '2027-02-01 Brent tested it and adopted it: Eight of ten did',
        ],
        ['Measure'],
        ['Adoption'],
      ],
    )
  })

  test('the news post is drafted from the records, edited, published and read by everyone', async () => {
    const edit = paths.editReport(at)
    await send(organiser, edit, { title: 'Three boroughs, one day' })
    equal(await press(organiser, paths.reportPublication(at), paths.reportPublication(at)), paths.post(at))
    const words = await read(house.visitor(), paths.post(at))
    for (const said of [
      'Three boroughs, one day',
      'Tuesday 26 January 2027',
      '9 people signed up',
      '9 people came',
      '“Talk first” has the most votes: 6 of 9',
      'Brent: We will call first , by 30 April 2027',
      'Brent asked the Board: A second phone (agreed)',
      'One breakout room took up this question: What can we stop? Stop second letters.',
    ])
      ok(words.includes(said), `${said} is not in: ${words}`)
    for (const name of ['Ada', 'Bea', 'Bo Board', 'Olu']) equal(words.includes(name), false)
  })
})
