import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { before, describe, test } from 'node:test'
import { verbs as reportVerbs } from '../../src/after/reports/terminal.ts'
import { paths } from '../../src/paths.ts'
import { verbs as movingVerbs } from '../../src/whole/moving/terminal/files.ts'
import { closingAfter, openHouse, type House } from '../house.ts'
import { lettersOf } from '../letters.ts'
import { wordsOn, type Visitor } from '../visitor.ts'
import { isStream, nounsIn, urlOf } from './addresses.ts'
import { joinByCode, printed, signedInByMail } from './arriving.ts'
import { addressesOn, dayIn, idIn, press, read, send } from './forms.ts'

const example = fileURLToPath(new URL('../../examples/demonstration.yaml', import.meta.url))
const network = 'demonstration'
const at = { network, event: 'today' }
const ballot = { ...at, ballot: 'which-idea' }
const mark = 'Demonstration: the people and what they say here are invented'

/** The boroughs, and for which idea all of each vote. */
const boroughs = {
  brent: ['Brent', 'tree-of-life'],
  'kensington-and-chelsea': ['Kensington and Chelsea', 'tree-of-life'],
  westminster: ['Westminster', 'hub-transformation'],
  'milton-keynes': ['Milton Keynes', 'tree-of-life'],
  hillingdon: ['Hillingdon', 'assessment-process'],
  harrow: ['Harrow', 'tree-of-life'],
} as const
type Borough = keyof typeof boroughs
const all = Object.keys(boroughs) as Borough[]

describe('The demonstration day, from its file to its post', () => {
  let house: House
  let organiser: Visitor
  /** Those who came, by borough. */
  const crowd = new Map<Borough, Visitor[]>(all.map((borough) => [borough, []]))
  let asks: string[]

  const everyone = () => [...crowd.values()].flat()
  const figures = async () => {
    const { body } = await house.visitor().json('GET', `/api/v1${paths.ballot(ballot)}`)
    return body as { turnout?: unknown }
  }

  const closing = closingAfter()
  before(async () => {
    house = await openHouse(closing, { database: 'sqlite', now: '2027-01-12T09:10:00.000Z' })
    await printed(house, movingVerbs[0]!, [example])
    organiser = await signedInByMail(house, 'organiser@example.invalid')
  })

  /** Starts the next item on the Desk, a quarter of an hour after the last. */
  async function next() {
    house.clock.move(15)
    const [start] = await addressesOn(organiser, paths.desk(at), /\/programme\/[^/]+\/start$/)
    await press(organiser, start!, paths.desk(at))
  }

  test('75 have signed up; all but five come in by their codes', async () => {
    const people = await addressesOn(organiser, paths.attendees(at), /\/attendees\/(?!new|codes)[^/?]+$/)
    equal(people.length, 75)
    const absent = new Set([7, 21, 40, 55, 70])
    for (const [place, person] of people.entries()) {
      if (absent.has(place)) continue
      const sheet = await read(organiser, `${paths.attendeeCodes(at)}?attendee=${idIn(person)}`)
      const borough = all.find((one) => sheet.includes(`, ${boroughs[one][0]} `))!
      crowd.get(borough)!.push(await joinByCode(house, /and enter (\w{4} \w{4})/.exec(sheet)![1]!))
    }
    match(await read(organiser, paths.desk(at)), /70 of 75 have arrived/)
  })

  test('the organiser runs the morning from the Desk, and every phone follows', async () => {
    for (let item = 0; item < 9; item += 1) await next()
    const reflecting = /Reflect on each idea with your borough/
    match(await read(organiser, paths.desk(at)), reflecting)
    for (const one of [everyone()[0]!, everyone().at(-1)!, house.visitor()])
      match(await read(one, paths.now(at)), reflecting)
    match(await read(house.visitor(), paths.screen(at)), reflecting)
    for (const borough of all) {
      const reflection = paths.reflection({ ...at, idea: boroughs[borough][1] })
      await send(crowd.get(borough)![0]!, reflection, {
        keep: 'The start',
        firstTest: `Try it in ${borough}`,
      })
    }
  })

  test('with its item the vote opens, all 70 vote, and the result is sealed until it is revealed', async () => {
    await next()
    for (const borough of all)
      for (const voter of crowd.get(borough)!)
        await send(voter, paths.vote(ballot), { choice: boroughs[borough][1] })
    match(await read(house.visitor(), paths.screen(at)), /70/)
    equal(JSON.stringify(await figures()).includes('most votes'), false)
    await press(organiser, paths.ballotClosure(ballot), paths.ballotClosure(ballot))
    await press(organiser, paths.ballotReveal(ballot), paths.ballotReveal(ballot))
    const votes = (idea: string) =>
      all.filter((one) => boroughs[one][1] === idea).reduce((sum, one) => sum + crowd.get(one)!.length, 0)
    const sentence = `“Tree of Life approach” has the most votes: ${votes('tree-of-life')} of 70.`
    ok((await read(house.visitor(), paths.ballot(ballot))).includes(sentence))
    ok((await read(house.visitor(), paths.screen(at))).includes(sentence))
  })

  test('each borough’s lead confirms its choice, pledges and asks', async () => {
    await next()
    await next()
    for (const borough of all) {
      const lead = await signedInByMail(house, `lead.${borough}@example.invalid`)
      await send(lead, paths.teamChoice({ ...ballot, team: borough }), { idea: boroughs[borough][1] })
      const what = `We in ${boroughs[borough][0]} will test it`
      const pledge = idIn(await send(lead, paths.newPledge(at), { what, ...dayIn('byDay', '2027-03-31') }))
      const toWhom = borough === 'harrow' ? 'qi_team' : 'board'
      await send(lead, paths.newAsk({ ...at, pledge }), { toWhom, what: `A room in ${boroughs[borough][0]}` })
    }
    const { body } = await house.visitor().json('GET', `/api/v1${paths.pledges(at)}`)
    const { pledges } = body as { pledges: { team: { id: string }; idea: { id: string } }[] }
    deepEqual(
      Object.fromEntries(pledges.map((pledge) => [pledge.team.id, pledge.idea.id])),
      Object.fromEntries(all.map((borough) => [borough, boroughs[borough][1]])),
    )
  })

  test('the board answers what it was asked, and every lead is told by a letter with the mark', async () => {
    const board = await signedInByMail(house, 'board@example.invalid')
    asks = await addressesOn(board, paths.asks({ network }), /\/asks\/[0-9a-f-]{36}$/)
    equal(asks.length, 6)
    for (const ask of asks) {
      const answering = `${ask}/answer`
      const mine = (await board.get(answering)).status === 200
      const answer = {
        kind: 'agreed',
        reason: 'It stands empty',
        owner: 'Someone',
        ...dayIn('onDay', '2027-02-01'),
      }
      await send(mine ? board : organiser, answering, answer)
    }
    const told = (await lettersOf(house)).filter(({ kind }) => kind === 'asks.answered')
    deepEqual(told.map(({ to }) => to).sort(), all.map((one) => `lead.${one}@example.invalid`).sort())
    for (const { text, html } of told) ok(text.includes(mark) && html.includes(mark))
  })

  test('in six rooms of like size they write notes, and each room is summed up', async () => {
    await next()
    await send(organiser, paths.allocateRooms(at), { who: 'arrived', how: 'anew' })
    const { body } = await house.visitor().json('GET', `/api/v1${paths.rooms(at)}`)
    const { rooms } = body as { rooms: { id: string; people: number; theme: string }[] }
    deepEqual([rooms.length, rooms.reduce((sum, { people }) => sum + people, 0) >= 70], [6, true])
    for (const room of rooms) {
      ok(room.people >= 11 && room.people <= 13, `${room.theme}: ${room.people}`)
      const point1 = `What we say of ${room.id}`
      await send(organiser, paths.roomSummary({ ...at, room: room.id }), { point1 })
    }
  })

  test('the published post tells the figures of the records', async () => {
    await press(organiser, paths.reportPublication(at), paths.reportPublication(at))
    const words = await read(house.visitor(), paths.post(at))
    const expected = [
      mark,
      'Demonstration Spread-a-thon was held on Tuesday 12 January 2027',
      '75 people signed up',
      '70 people came',
      '“Tree of Life approach” has the most votes',
      'Each borough made a pledge',
      ...all.map((one) => `${boroughs[one][0]}: We in ${boroughs[one][0]} will test it , by 31 March 2027`),
      ...all.map((one) => `A room in ${boroughs[one][0]} (agreed)`),
      'Six breakout rooms',
    ]
    for (const said of expected) ok(words.includes(said), `${said} is not in: ${words}`)
    equal(/Nurse 1|Team lead,|Organiser 1/.test(words), false)
  })

  test('every page, answer to a program, export and post carries the mark', async () => {
    const pledge = idIn((await addressesOn(organiser, paths.pledges(at), /\/pledges\/[0-9a-f-]{36}$/))[0]!)
    const known = {
      ...ballot,
      idea: 'tree-of-life',
      team: 'brent',
      pledge,
      ask: idIn(asks[0]!),
      room: 'stop-doing',
    }
    const nouns: Record<string, string> = { ...known, item: 'spread', attendee: 'nurse-1-brent' }
    const unmarked: string[] = []
    let pages = 0
    for (const address of house.app.admissions) {
      const { method, url: pattern } = address
      const there = nounsIn(pattern).every((noun) => noun in nouns)
      if (method !== 'GET' || isStream(address) || !pattern.includes(':network') || !there) continue
      const { status, text, headers } = await organiser.get(urlOf(pattern, nouns))
      const isPage = status === 200 && text.startsWith('<!')
      if (isPage && !wordsOn(text).includes(mark)) unmarked.push(pattern)
      if (status === 200 && /markdown/.test(String(headers['content-type'])) && !text.includes(mark))
        unmarked.push(pattern)
      if (isPage) pages += 1
    }
    for (const { method, url: pattern } of house.app.offered) {
      if (method !== 'GET' || !nounsIn(pattern).every((noun) => noun in nouns)) continue
      const { status, body } = await organiser.json('GET', urlOf(pattern, nouns))
      if (status === 200 && (body as { mark?: string }).mark !== mark) unmarked.push(pattern)
    }
    const [joining] = await addressesOn(organiser, paths.event(at), /\/join\/\w+$/)
    const asker = house.visitor()
    await send(asker, paths.signUpLetter(at), { email: 'nurse-1.brent@example.invalid' })
    const letter = (await lettersOf(house)).find(({ to }) => to.startsWith('nurse-1.brent'))!
    const attending = letter.links.find((one) => one.startsWith('/attend/'))!
    for (const way of [joining!, attending]) if (!(await read(asker, way)).includes(mark)) unmarked.push(way)
    deepEqual(unmarked, [])
    ok(pages > 50, `${pages}`)
    ok((await printed(house, movingVerbs[1]!, [network])).includes(mark))
    ok((await organiser.get(paths.networkFile({ network }))).text.includes(mark))
    ok((await printed(house, reportVerbs[0]!, [`${network}/today`])).startsWith(`**${mark}**`))
  })
})
