import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { sceneOf } from '../../../test/scene.ts'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { onBothDatabases, type Database } from '../../../test/stores.ts'
import { errorsOn, wordsOn } from '../../../test/visitor.ts'
import { addItem } from '../../day/programme/commands/items.ts'
import { startItem } from '../../day/programme/commands/running.ts'
import { releasePledge } from '../../day/pledges/commands.ts'
import { paths } from '../../paths.ts'
import { orThrow } from '../../platform/store/store.ts'
import { testsPart } from './report.ts'
import { cyclesOf } from './store.ts'

const asked = {
  question: 'Do families come?',
  prediction: 'Three of five',
  confidence: 'likely',
  scale: 'few',
  plan: 'One nurse, one week',
}
const came = { happened: 'Four of five came', asExpected: 'partly', decision: 'adapt' }

/** A network with one of everything, in which Brent has a pledge with one test. */
async function opened(t: TestContext, database: Database) {
  const house = await openHouse(t, { database })
  const people = await peopleOf(house.store)
  const { nouns, day } = await sceneOf(house.store, people)
  const at = nouns as { network: string; event: string; pledge: string; review: string; team: string }
  const lead = await house.as(people.lead)
  const rows = () => cyclesOf(house.store.db, at.network)
  const planned = async (values = asked) => {
    const { location } = await lead.submit(paths.newCycle(at), values)
    const { id: cycle } = (await rows()).at(-1)!
    equal(location, paths.cycle({ network: at.network, cycle }))
    return { network: at.network, cycle }
  }
  return { ...house, people, day, at, lead, rows, planned }
}

onBothDatabases('Tests of a pledge', (database) => {
  test('a test is planned, written down, and stands with its pledge, team, thread and meeting', async (t) => {
    const { at, lead, planned, visitor } = await opened(t, database)
    const cycle = await planned()
    match(wordsOn((await visitor().get(paths.review(at))).text), /Tests under way .*Do families come\?/)
    equal((await lead.submit(paths.cycleStudy(cycle), came)).location, paths.cycle(cycle))
    const page = wordsOn((await visitor().get(paths.cycle(cycle))).text)
    match(page, /A test by Brent Do families come\? Adapting/)
    match(
      page,
      /Expected Three of five It is likely\. Happened Four of five came It went in part as expected ?\./,
    )
    match(page, /Scale A few people Who does what One nurse, one week/)
    for (const url of [paths.pledge(at), paths.team(at)])
      match(
        wordsOn((await visitor().get(url)).text),
        /Tests .*Do families come\? A few people · Adapting/,
        url,
      )
    const thread = paths.thread({ ...at, idea: 'talk-first' })
    match(wordsOn((await visitor().get(thread)).text), /Four of five came Brent tested it and adapts it/)
  })

  test('a stranger may not, nor another team; a refusal changes nothing', async (t) => {
    const { as, people, at, rows, planned } = await opened(t, database)
    const cycle = await planned()
    const before = await rows()
    const { stranger, harrowLead, viewer } = people
    for (const who of [stranger, harrowLead, viewer]) {
      const visitor = await as(who)
      for (const [url, values] of [
        [paths.newCycle(at), asked],
        [paths.editCycle(cycle), asked],
        [paths.cycleStudy(cycle), came],
        [paths.reopenCycle(cycle), {}],
        [paths.breakthrough(cycle), {}],
        [paths.noBreakthrough(cycle), {}],
      ] as const)
        equal((await visitor.json('POST', `/api/v1${url}`, values)).status, 403, url)
    }
    const lead = await as(people.lead)
    for (const [url, values, says] of [
      [paths.newCycle(at), { ...asked, prediction: '' }, /Enter what you think will happen/],
      [paths.cycleStudy(cycle), { ...came, decision: '' }, /Choose what the team does with it/],
      [paths.cycleStudy(cycle), { ...came, happened: '' }, /Enter what happened/],
      [paths.newCycle(at), { ...asked, confidence: '' }, /Choose how sure you are/],
      [paths.cycleStudy(cycle), { ...came, asExpected: '' }, /Choose whether it went as you expected/],
    ] as const) {
      const answer = await lead.submit(url, values)
      equal(answer.status, 422)
      match(wordsOn(answer.text), says)
    }
    match((await lead.submit(paths.newCycle(at), { ...asked, prediction: '' })).text, /Do families come\?/)
    deepEqual(await rows(), before)
  })

  test('two who write down at once what came of it: the first counts, the second is told', async (t) => {
    const { as, people, rows, planned } = await opened(t, database)
    const cycle = await planned()
    const both = await Promise.all(
      [people.lead, people.organiser].map(async (who) =>
        (await as(who)).submit(paths.cycleStudy(cycle), came),
      ),
    )
    deepEqual(both.map(({ status }) => status).sort(), [303, 409])
    const refused = both.find(({ status }) => status === 409)!
    deepEqual(errorsOn(refused.text), ['What came of this test is written down already.'])
    equal((await rows()).filter((one) => one.decision === 'adapt').length, 1)
  })

  test('one that is over is opened again and changed; of a released pledge none is planned', async (t) => {
    const { store, people, at, lead, rows, planned } = await opened(t, database)
    const cycle = await planned()
    await lead.submit(paths.cycleStudy(cycle), came)
    deepEqual(errorsOn((await lead.submit(paths.editCycle(cycle), asked)).text), [
      'This test is over. Open it again to change it.',
    ])
    equal((await lead.submit(paths.reopenCycle(cycle), {}, paths.cycle(cycle))).status, 303)
    equal((await lead.submit(paths.editCycle(cycle), { ...asked, plan: '' })).status, 303)
    const row = (await rows()).find(({ id }) => id === cycle.cycle)!
    deepEqual([row.plan, row.happened, row.decision, row.decided_by], [null, came.happened, null, null])
    orThrow(await store.dispatch(releasePledge, { ...at, reason: 'No room' }, { actor: people.lead }))
    deepEqual(errorsOn((await lead.submit(paths.newCycle(at), asked)).text), [
      'This pledge was released. Take it back first, or test another.',
    ])
  })

  test('the next one begins with what the last left open, larger where it grows, and they make a ramp', async (t) => {
    const { at, lead, planned, rows, visitor } = await opened(t, database)
    const first = await planned()
    await lead.submit(paths.cycleStudy(first), { ...came, decision: 'bigger', next: 'A whole clinic?' })
    const url = `${paths.newCycle(at)}?after=${first.cycle}`
    const form = (await lead.get(url)).text
    match(wordsOn(form), /It goes on from: Do families come\? What happened: Four of five came/)
    match(form, /<textarea[^>]*>A whole clinic\?<\/textarea>/)
    match(form, /value="clinic" checked/)
    const { location } = await lead.submit(
      paths.newCycle(at),
      { ...asked, question: 'A whole clinic?', scale: 'clinic', after: first.cycle },
      url,
    )
    const second = (await rows()).at(-1)!
    equal(second.after_id, first.cycle)
    const page = wordsOn((await visitor().get(location!)).text)
    match(
      page,
      /Do families come\? A few people · Growing A whole clinic\? One clinic, ward or shift · Being tested/,
    )
    const of = { ...asked, after: 'of-another' }
    deepEqual(errorsOn((await lead.submit(paths.newCycle(at), of)).text), [
      'The test that this one goes on from is not there any more',
    ])
  })

  test('a team has one biggest breakthrough, of a test that is over', async (t) => {
    const { lead, planned, rows, visitor } = await opened(t, database)
    const first = await planned()
    const early = await lead.json('POST', `/api/v1${paths.breakthrough(first)}`, {})
    equal(early.status, 409)
    match(JSON.stringify(early.body), /This test is not over\. Write down what came of it first\./)
    await lead.submit(paths.cycleStudy(first), came)
    const second = await planned({ ...asked, question: 'And at night?' })
    await lead.submit(paths.cycleStudy(second), { ...came, decision: 'adopt' })
    const honoured = async () =>
      (await rows()).filter((one) => one.breakthrough_at !== null).map(({ question }) => question)
    for (const one of [first, second]) await lead.submit(paths.breakthrough(one), {}, paths.cycle(one))
    deepEqual(await honoured(), ['And at night?'])
    match(wordsOn((await visitor().get(paths.cycle(second))).text), /Adopted Biggest breakthrough/)
    await lead.submit(paths.noBreakthrough(second), {}, paths.cycle(second))
    deepEqual(await honoured(), [])
  })

  test('all tests stand on one page, by what came of them', async (t) => {
    const { at, lead, planned, visitor } = await opened(t, database)
    const listed = async (only = '') => wordsOn((await visitor().get(`${paths.cycles(at)}${only}`)).text)
    match(await listed(), /1 test: 1 under way, 0 adopted, 0 stopped/)
    const stopped = await planned({ ...asked, question: 'Does a leaflet help?' })
    await lead.submit(paths.cycleStudy(stopped), { ...came, decision: 'abandon', learnt: 'Nobody reads it' })
    await planned()
    match(await listed(), /3 tests: 2 under way, 0 adopted, 1 stopped/)
    const found = await listed('?only=abandon')
    match(found, /Brent Stopped Does a leaflet help\? Four of five came Learnt: Nobody reads it/)
    ok(!found.includes('Do families come?'))
    const sheet = (await visitor().get(paths.cyclesSheet(at))).text.split('\r\n')
    equal(sheet.length, 5)
    match(
      sheet[2]!,
      /,Brent,Does a leaflet help\?,Three of five,It is likely,A few people,.*,Nobody reads it,Stopped,/,
    )
    match(await listed('?only=adopt'), /There is no such test/)
    match(await listed('?only=nonsense'), /Do families come\?/)
  })

  test('a list of 1 and of 3, the latest first', async (t) => {
    const { at, planned, visitor, store, people } = await opened(t, database)
    const listed = async () =>
      [
        ...(await visitor().get(paths.pledge(at))).text.matchAll(/href="[^"]*\/tests\/[^"/]+"\s*>([^<]+)</g),
      ].map(([, text]) => text)
    deepEqual(await listed(), ['Do families ring back?'])
    await planned()
    await planned({ ...asked, question: 'And at night?' })
    deepEqual(await listed(), ['And at night?', 'Do families come?', 'Do families ring back?'])
    orThrow(await store.dispatch(releasePledge, { ...at, reason: 'No room' }, { actor: people.lead }))
    equal((await listed()).length, 3)
  })

  test('the report of the day says how many pledges were tested, and what came of each test', async (t) => {
    const { store, at, lead, planned } = await opened(t, database)
    const said = async () =>
      (await testsPart.read(store.db, at)).map((block) =>
        (block.kind === 'list' ? block.items : block.kind === 'paragraph' ? [block.pieces] : []).map(
          (pieces) => pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join(''),
        ),
      )
    await lead.submit(paths.cycleStudy(await planned()), came)
    const [[counts], tests] = (await said()) as [string[], string[]]
    equal(counts!, 'Of 1 pledge, 1 went into a test:')
    deepEqual(tests, ['Brent is testing: Do families ring back?', 'Brent adapts it: Do families come?'])
    deepEqual(await testsPart.read(store.db, { network: at.network, event: 'another' }), [])
  })

  test('as a part of the day it leads teams to their first test, and the Screen shows each', async (t) => {
    const { store, people, day, as, at, planned } = await opened(t, database)
    const by = { actor: people.organiser }
    const made = await store.dispatch(
      addItem,
      { ...at, kind: 'tests', title: 'What first?', minutes: 20 },
      by,
    )
    const { id: item } = orThrow(made) as { id: string }
    orThrow(await store.dispatch(startItem, { ...at, item, seen: '' }, by))
    const attendee = await as(day.of['brent']![0]!)
    const now = await attendee.get(paths.now(at))
    match(wordsOn(now.text), /On now: first tests/)
    match(wordsOn(now.text), /Your test: Do families ring back\? Plan another test/)
    match(wordsOn((await (await as(day.of['harrow']![0]!)).get(paths.now(at))).text), /Make a pledge/)
    await planned()
    const screen = wordsOn((await attendee.get(paths.screen(at))).text)
    match(screen, /Brent Do families ring back\? Brent Do families come\?/)
  })

  test('when the network meets again, the breakthroughs stand on phones and on the Screen', async (t) => {
    const { store, people, day, as, at, lead, planned } = await opened(t, database)
    const by = { actor: people.organiser }
    const title = 'What did you learn?'
    const made = await store.dispatch(addItem, { ...at, kind: 'breakthroughs', title, minutes: 20 }, by)
    const { id: item } = orThrow(made) as { id: string }
    orThrow(await store.dispatch(startItem, { ...at, item, seen: '' }, by))
    const attendee = await as(day.of['brent']![0]!)
    const screen = async () => wordsOn((await attendee.get(paths.screen(at))).text)
    match(await screen(), /The biggest breakthrough of each borough appears here once it is marked/)
    const over = await planned()
    await lead.submit(paths.cycleStudy(over), came)
    await lead.submit(paths.breakthrough(over), {}, paths.cycle(over))
    match(await screen(), /Brent Do families come\? Four of five came/)
    match(wordsOn((await attendee.get(paths.now(at))).text), /Brent: Do families come\? Four of five came/)
  })
})
