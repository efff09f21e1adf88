import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { dayOf } from '../../../../test/day.ts'
import { openHouse } from '../../../../test/house.ts'
import { peopleOf } from '../../../../test/people.ts'
import { onBothDatabases, type Database } from '../../../../test/stores.ts'
import { errorsByBox, filledIn, headingOf, wordsOn } from '../../../../test/visitor.ts'
import { paths } from '../../../paths.ts'
import { orThrow } from '../../../platform/store/store.ts'
import { makePledge } from '../../pledges/commands.ts'
import { makeAsk } from '../commands.ts'
import { asksOf } from '../store.ts'

const network = 'north'

async function asked(t: TestContext, database: Database, asks: { what: string; toWhom?: string }[]) {
  const house = await openHouse(t, { database })
  const people = await peopleOf(house.store)
  const { event } = await dayOf(house, people, { perTeam: 1 })
  const by = { actor: people.lead }
  const at = { network, event }
  const { id: pledge } = orThrow(
    await house.store.dispatch(makePledge, { ...at, team: 'brent', what: 'Try it' }, by),
  )
  const ids: string[] = []
  for (const ask of asks) {
    house.clock.move(1)
    ids.push(orThrow(await house.store.dispatch(makeAsk, { ...at, pledge, toWhom: 'board', ...ask }, by)).id)
  }
  const answersOf = async () =>
    (await asksOf(house.store.db, network)).map(({ answer }) => [answer?.kind, answer?.owner, answer?.on_day])
  return { house, people, ids, answersOf }
}

const numbered = (most: number) => Array.from({ length: most }, (_, at) => ({ what: `Thing ${at + 1}` }))

onBothDatabases('The list in which asks are answered', (database) => {
  test('ten asks are answered in at most 25 presses beside what is typed', async (t) => {
    const { house, people, answersOf } = await asked(t, database, numbered(10))
    const board = await house.as(people.board)
    let presses = 1
    const list = (await board.get(paths.asks({ network }))).text
    match(headingOf(list), /Ten asks wait for the Psychosocial Board/)
    let at: string | undefined = /href="([^"#]*\/answer)#/.exec(list)?.[1]
    while (at?.endsWith('/answer')) {
      const page = await board.get(at)
      const { values, hidden } = formOn(page.text)
      // A choice, and the button; the reason is typed.
      presses += 2
      const { location } = await board.submit(at, { ...hidden, ...values, kind: 'agreed', reason: 'Yes' })
      at = location?.split('#')[0]
    }
    equal(at, paths.asks({ network }))
    equal((await answersOf()).filter(([kind]) => kind === 'agreed').length, 10)
    equal(presses <= 25, true, `${presses} presses`)
    match(wordsOn((await board.get(at!)).text), /No ask waits for an answer 10 of 10 have been answered/)
  })

  test('who sees to it and by when are suggested, and left out of what needs neither', async (t) => {
    const { house, people, ids, answersOf } = await asked(t, database, numbered(3))
    const board = await house.as(people.board)
    for (const [at, kind] of ['agreed', 'no'].entries()) {
      const address = paths.answerAsk({ network, ask: ids[at]! })
      const { values, hidden } = formOn((await board.get(address)).text)
      equal(values['owner'], 'Bo Board')
      await board.submit(address, { ...hidden, ...values, kind, reason: 'So' })
    }
    const address = paths.answerAsk({ network, ask: ids[2]! })
    const { values, hidden } = formOn((await board.get(address)).text)
    const sent = { ...hidden, ...values, kind: 'goes_to_meeting', reason: 'To discuss' }
    const refused = await board.submit(address, sent)
    deepEqual(errorsByBox(refused.text), { onDay: 'Enter the date of the meeting' })
    deepEqual(await answersOf(), [
      ['agreed', 'Bo Board', '2027-02-09'],
      ['no', null, null],
      [undefined, undefined, undefined],
    ])
  })

  test('a refused answer stands again at its ask, with what was typed, among the others', async (t) => {
    const { house, people, ids } = await asked(t, database, numbered(2))
    const board = await house.as(people.board)
    const answer = await board.submit(paths.answerAsk({ network, ask: ids[1]! }), { reason: 'Half of it' })
    equal(answer.status, 422)
    deepEqual(errorsByBox(answer.text), { kind: 'Choose an answer' })
    equal(filledIn(answer.text)['reason'], 'Half of it')
    match(
      wordsOn(answer.text),
      /Thing 1 Answer Thing 1 .* Thing 2 .* Error: Choose an answer .* Half of it .* Answer, and next/,
    )
  })

  test('late ones stand first with their clock; whoever may not answer is offered no form', async (t) => {
    const { house, people } = await asked(t, database, [
      { what: 'Early' },
      { what: 'Data', toWhom: 'qi_team' },
    ])
    house.clock.move('2027-02-01T09:00:00.000Z')
    const read = async (actor?: (typeof people)['board']) =>
      wordsOn((await (actor ? await house.as(actor) : house.visitor()).get(paths.asks({ network }))).text)
    const everyone = await read()
    match(everyone, /Two asks wait for an answer Two are late\. 0 of 2 have been answered/)
    match(everyone, /4 working days late Brent asks .* Early 4 working days late .* Data/)
    doesNotMatch(everyone, /Answer /)
    const board = await read(people.board)
    match(board, /Answer Early/)
    doesNotMatch(board, /Answer Data/)
    match(await read(people.organiser), /Answer Early .* Answer Data/)
  })

  test('the name of who sees to an ask is suggested to no one but those who answer', async (t) => {
    const { house, people, ids } = await asked(t, database, numbered(2))
    const board = await house.as(people.board)
    const address = paths.answerAsk({ network, ask: ids[0]! })
    const { values, hidden } = formOn((await board.get(address)).text)
    await board.submit(address, { ...hidden, ...values, owner: 'Estates', kind: 'agreed', reason: 'Yes' })
    match((await board.get(paths.answerAsk({ network, ask: ids[1]! }))).text, /<option value="Estates">/)
    for (const actor of [people.lead, people.stranger]) {
      const page = await (await house.as(actor)).get(paths.asks({ network }))
      doesNotMatch(page.text, /Estates/)
    }
    doesNotMatch((await house.visitor().get(paths.asks({ network }))).text, /Estates/)
  })
})

/** The fields of the form for an answer, as a browser would send them. */
function formOn(page: string): { values: Record<string, string>; hidden: Record<string, string> } {
  const fields = [...page.matchAll(/<input [^>]*name="([^"_]+)"[^>]*>/g)]
  const valued = (type: boolean) =>
    Object.fromEntries(
      fields
        .filter(([tag]) => /type="hidden"/.test(tag) === type && !/type="radio"/.test(tag))
        .map(([tag, name]) => [name!, /value="([^"]*)"/.exec(tag)?.[1] ?? '']),
    )
  return { values: valued(false), hidden: valued(true) }
}
