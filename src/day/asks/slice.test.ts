import { deepEqual, equal, match } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { dayOf } from '../../../test/day.ts'
import { openHouse, type House } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { onBothDatabases, type Database } from '../../../test/stores.ts'
import { errorsByBox, filledIn, headingOf, summaryOn, wordsOn } from '../../../test/visitor.ts'
import { addSignUp } from '../../before/sign-ups/commands/sign-up.ts'
import { paths } from '../../paths.ts'
import { operator, type Actor } from '../../platform/store/actor.ts'
import { orThrow } from '../../platform/store/store.ts'
import { makePledge } from '../pledges/commands.ts'
import { answerAsk, makeAsk } from './commands.ts'
import { askAnswered } from './mail.ts'
import { answersTo, asksOf } from './store.ts'

const network = 'north'
const ask = {
  toWhom: 'board',
  what: 'A room on Tuesdays',
  'neededBy-day': '1',
  'neededBy-month': '3',
  'neededBy-year': '2027',
}
const agreed = {
  kind: 'agreed',
  reason: 'It is free then',
  owner: 'Estates',
  'onDay-day': '1',
  'onDay-month': '2',
  'onDay-year': '2027',
}

async function pledged(t: TestContext, database: Database) {
  const house = await openHouse(t, { database })
  const people = await peopleOf(house.store)
  const day = await dayOf(house, people, { perTeam: 1 })
  const at = { network, event: day.event }
  const by = { actor: people.lead }
  const { id } = orThrow(await house.store.dispatch(makePledge, { ...at, team: 'brent', what: 'Try it' }, by))
  return { house, people, day, pledge: { ...at, pledge: id } }
}

async function letters({ store }: House) {
  const rows = await store.db
    .selectFrom('outbox')
    .selectAll()
    .where('kind', '=', 'asks.answered')
    .orderBy('created_at')
    .execute()
  const writing = {
    db: store.db,
    now: store.now(),
    keyedHash: store.keyedHash,
    address: (path: string) => `https://host${path}`,
  }
  return Promise.all(rows.map((row) => askAnswered.write(writing, JSON.parse(row.ids))))
}

const askOnce = async (
  house: House,
  actor: Actor,
  pledge: { network: string; event: string; pledge: string },
  more = {},
) => {
  house.clock.move(1)
  const said = { ...pledge, toWhom: 'board', what: 'A room on Tuesdays', ...more }
  return { network, ask: orThrow(await house.store.dispatch(makeAsk, said, { actor })).id }
}

onBothDatabases('Asks', (database) => {
  test('a team asks the board, a board member answers, and whoever asked is told by mail', async (t) => {
    const { house, people, pledge } = await pledged(t, database)
    const lead = await house.as(people.lead)
    equal((await lead.submit(paths.newAsk(pledge), ask)).location, paths.pledge(pledge))
    const [made] = await asksOf(house.store.db, network)
    deepEqual(
      [made!.to_whom, made!.what, made!.needed_by, made!.team_id],
      ['board', ask.what, '2027-03-01', 'brent'],
    )
    const one = { network, ask: made!.id }
    house.clock.move(12 * 24 * 60)
    match(
      wordsOn((await house.visitor().get(paths.asks({ network }))).text),
      /One ask waits for the Psychosocial Board None is late\. 0 of 1 .* 2 working days left Brent asks .* A room on Tuesdays/,
    )
    const board = await house.as(people.board)
    const sent = await board.submit(paths.answerAsk(one), agreed)
    equal(sent.location, paths.asks({ network }))
    const [answer] = await answersTo(house.store.db, network, one.ask)
    deepEqual(
      [answer!.kind, answer!.owner, answer!.on_day, answer!.on_behalf_of, answer!.recorder],
      ['agreed', 'Estates', '2027-02-01', 'board', `person:${people.board.id}`],
    )
    const [letter, ...others] = await letters(house)
    deepEqual(others, [])
    equal(letter!.to, 'bea.lead@example.invalid')
    equal(letter!.subject, 'Agreed: what Brent asked the Psychosocial Board')
    equal(
      letter!.text,
      [
        'The Psychosocial Board has answered what Brent asked for:',
        'A room on Tuesdays',
        'The answer: Agreed',
        'It is free then',
        'Who sees to it: Estates',
        'Date: 1 February 2027',
        `The ask and its answers: https://host${paths.ask(one)}`,
      ].join('\n\n'),
    )
  })

  test('whoever asks without an address is promised no letter, and none is written', async (t) => {
    const { house, people, pledge, day } = await pledged(t, database)
    const nurse = day.of['brent']![0]!
    const form = wordsOn((await (await house.as(nurse)).get(paths.newAsk(pledge))).text)
    match(form, /Everyone can read it\. Look on the page of the ask for the answer\./)
    const one = await askOnce(house, nurse, pledge)
    const board = await house.as(people.board)
    match(
      wordsOn((await board.get(paths.answerAsk(one))).text),
      /Whoever asked gave no address: they look for the answer here/,
    )
    equal((await board.submit(paths.answerAsk(one), agreed)).status, 303)
    deepEqual(await letters(house), [])
  })

  test('an organiser records for the board; the recorder is named to insiders, not to the public', async (t) => {
    const { house, people, pledge } = await pledged(t, database)
    const one = await askOnce(house, people.lead, pledge)
    const organiser = await house.as(people.organiser)
    match(
      wordsOn((await organiser.get(paths.answerAsk(one))).text),
      /You record this answer on behalf of the Psychosocial Board/,
    )
    await organiser.submit(paths.answerAsk(one), agreed)
    const page = (await (await house.as(people.viewer)).get(paths.ask(one))).text
    match(headingOf(page), /A room on Tuesdays/)
    match(wordsOn(page), /Agreed It is free then .* What it is for Try it/)
    deepEqual(summaryOn(page), {
      'Needed by': 'No date given',
      'Asked on': '12 January 2027',
      'Who sees to it': 'Estates',
      'By when': '1 February 2027',
      Given: '12 January 2027 at 9:01am, for the Psychosocial Board',
      'Recorded by': 'Olu Organiser',
    })
    const open = await house.visitor().get(paths.ask(one))
    const json = await house.visitor().json('GET', `/api/v1${paths.ask(one)}`)
    for (const shown of [open.text, JSON.stringify(json.body)]) {
      match(shown, /It is free then/)
      deepEqual([/Olu/.test(shown), /Estates/.test(shown)], [false, false])
    }
  })

  test('nobody else answers: not the team, not a sponsor, and not the board for the QI team', async (t) => {
    const { house, people, pledge } = await pledged(t, database)
    const toBoard = await askOnce(house, people.lead, pledge)
    const toTeam = await askOnce(house, people.lead, pledge, { toWhom: 'qi_team' })
    for (const actor of [people.lead, people.sponsor, people.stranger])
      equal((await (await house.as(actor)).get(paths.answerAsk(toBoard))).status, 403)
    const said = { kind: 'no', reason: 'No money' }
    const refused = await house.store.dispatch(answerAsk, { ...toTeam, ...said }, { actor: people.board })
    equal('kind' in refused && refused.kind, 'forbidden')
    orThrow(await house.store.dispatch(answerAsk, { ...toTeam, ...said }, { actor: people.organiser }))
    deepEqual(
      (await asksOf(house.store.db, network)).map((each) => each.answer?.kind),
      [undefined, 'no'],
    )
  })

  test('a yes without an owner and a date is refused, and what was typed stays', async (t) => {
    const { house, people, pledge } = await pledged(t, database)
    const one = await askOnce(house, people.lead, pledge)
    const board = await house.as(people.board)
    const answer = await board.submit(paths.answerAsk(one), { kind: 'partly', reason: 'Half of it' })
    equal(answer.status, 422)
    deepEqual(errorsByBox(answer.text), {
      owner: 'Enter who will see to it',
      onDay: 'Enter the date by which it will be done',
    })
    deepEqual(filledIn(answer.text), { kind: 'partly', reason: 'Half of it' })
  })

  test('a change of mind is a new answer, and the history stays', async (t) => {
    const { house, people, pledge } = await pledged(t, database)
    const one = await askOnce(house, people.lead, pledge)
    const by = { actor: people.board }
    const first = { ...one, kind: 'goes_to_meeting', reason: 'To discuss', onDay: '2027-02-23' }
    orThrow(await house.store.dispatch(answerAsk, first, by))
    match(
      wordsOn((await house.visitor().get(paths.asks({ network }))).text),
      /No ask waits for an answer 1 of 1 have been answered, on the same day .* Answered \(1\) .* A room on Tuesdays Goes to the meeting of 23 February 2027/,
    )
    house.clock.move(60)
    orThrow(await house.store.dispatch(answerAsk, { ...one, kind: 'no', reason: 'No money' }, by))
    match(
      wordsOn((await house.visitor().get(paths.ask(one))).text),
      /No No money .* Earlier answers Goes to the meeting of 23 February 2027 To discuss/,
    )
    equal((await letters(house)).length, 2)
  })

  test('an ask is withdrawn and asked again; an answered one is not withdrawn', async (t) => {
    const { house, people, day, pledge } = await pledged(t, database)
    const attendee = day.of['brent']![0]!
    const one = await askOnce(house, attendee, pledge)
    const page = paths.ask(one)
    const visitor = await house.as(attendee)
    const standing = async () => (await asksOf(house.store.db, network))[0]!.withdrawn_at === null
    equal((await (await house.as(people.harrowLead)).submit(paths.askWithdrawal(one), {}, page)).status, 403)
    await visitor.submit(paths.askWithdrawal(one), {}, page)
    equal(await standing(), false)
    const answer = { ...one, kind: 'no', reason: 'No money' }
    deepEqual(await house.store.dispatch(answerAsk, answer, { actor: people.board }), {
      kind: 'rule',
      refused: 'This ask has been withdrawn, so it needs no answer.',
    })
    await visitor.submit(paths.keepAsk(one), {}, page)
    equal(await standing(), true)
    orThrow(await house.store.dispatch(answerAsk, answer, { actor: people.board }))
    equal((await visitor.post(paths.askWithdrawal(one), {})).status, 403)
    equal(await standing(), true)
  })

  test('an attendee who left an address is told; who left none, and who answers themselves, is not', async (t) => {
    const { house, people, day, pledge } = await pledged(t, database)
    const signUp = { network, event: day.event, name: 'Ann', email: 'ann@example.invalid', team: 'brent' }
    const { id } = orThrow(
      await house.store.dispatch(addSignUp, { ...signUp, profession: 'Nurse' }, { actor: people.organiser }),
    )
    const said = { kind: 'no', reason: 'No money' }
    for (const actor of [
      { kind: 'attendee', network, id } as const,
      day.of['brent']![0]!,
      people.organiser,
    ]) {
      const one = await askOnce(house, actor, pledge)
      orThrow(await house.store.dispatch(answerAsk, { ...one, ...said }, { actor: people.organiser }))
    }
    deepEqual(
      (await letters(house)).map((letter) => letter?.to),
      ['ann@example.invalid'],
    )
  })

  test('asks are narrowed down by whom they are to and by team', async (t) => {
    const { house, people, pledge } = await pledged(t, database)
    await askOnce(house, people.lead, pledge)
    await askOnce(house, people.lead, pledge, { toWhom: 'qi_team', what: 'Help with data' })
    const harrow = { network, event: pledge.event, team: 'harrow', what: 'Else' }
    const { id } = orThrow(await house.store.dispatch(makePledge, harrow, { actor: people.harrowLead }))
    await askOnce(house, people.harrowLead, { ...pledge, pledge: id }, { what: 'Money' })
    const listed = async (query: string) => {
      const { body } = await house.visitor().json('GET', `/api/v1${paths.asks({ network })}${query}`)
      return (body as { asks: { what: string }[] }).asks.map((one) => one.what)
    }
    deepEqual(await listed(''), ['A room on Tuesdays', 'Help with data', 'Money'])
    deepEqual(await listed('?to=board'), ['A room on Tuesdays', 'Money'])
    deepEqual(await listed('?to=board&team=brent'), ['A room on Tuesdays'])
    deepEqual(await listed('?team=hillingdon'), [])
  })

  test('two who answer at once both stand in the history', async (t) => {
    const { house, people, pledge } = await pledged(t, database)
    const one = await askOnce(house, people.lead, pledge)
    const said = { ...one, kind: 'no', reason: 'No money' }
    await Promise.all(
      [people.board, people.organiser, operator].map((actor) =>
        house.store.dispatch(answerAsk, said, { actor }),
      ),
    )
    equal((await answersTo(house.store.db, network, one.ask)).length, 3)
  })
})
