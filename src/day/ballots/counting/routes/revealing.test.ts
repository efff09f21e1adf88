import { deepEqual, equal, match, notEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { ballotOf, vote, type TheBallot } from '../../../../../test/ballot.ts'
import { openHouse, type House } from '../../../../../test/house.ts'
import { onBothDatabases } from '../../../../../test/stores.ts'
import { mainOf, wordsOn } from '../../../../../test/visitor.ts'
import { paths } from '../../../../paths.ts'
import { orThrow } from '../../../../platform/store/store.ts'
import { addItem } from '../../../programme/commands/items.ts'
import { startItem, finishItem } from '../../../programme/commands/running.ts'
import { closeBallot, revealBallot } from '../../ballot/commands/ballots.ts'
import { showNextBar } from '../commands/revealing.ts'

const clear = {
  brent: ['hub', 'hub', 'step'],
  harrow: ['tree', 'tree', 'step'],
  hillingdon: ['tree', 'tree', 'hub'],
}

/** A closed vote that is on at the moment: the tree has four votes, the hub three, step 2 two. */
async function closedVote(
  house: House,
  made: TheBallot,
  votes: Record<string, string[]> = clear,
): Promise<string> {
  const { at, of, people, network, event, ballot } = made
  const by = { actor: people.organiser }
  const item = orThrow(
    await house.store.dispatch(addItem, { network, event, kind: 'ballot', title: 'Vote', ballot }, by),
  ).id
  orThrow(await house.store.dispatch(startItem, { network, event, item }, by))
  for (const [team, choices] of Object.entries(votes))
    for (const [number, choice] of choices.entries())
      orThrow(await vote(house.store, at, of[team]![number]!, choice, `${team} ${number}`))
  orThrow(await house.store.dispatch(closeBallot, at, by))
  return item
}

onBothDatabases('A result that is shown bar by bar', (database) => {
  test('changes the Screen, Now in step with it, and nothing else that anybody can fetch, until the last bar', async (t) => {
    const house = await openHouse(t, { database })
    const made = await ballotOf(house.store)
    await closedVote(house, made)
    const { at, people, of, network, event } = made
    const day = { network, event }
    const organiser = await house.as(people.organiser)
    const everywhere = async () => {
      const visitors = {
        public: house.visitor(),
        lead: await house.as(people.lead),
        voter: await house.as(of['brent']![0]!),
      }
      const seen: Record<string, string> = {}
      for (const [who, visitor] of Object.entries(visitors))
        for (const path of [
          paths.ballot(at),
          paths.ballots(day),
          paths.now(day),
          paths.event(day),
          paths.team({ network, team: 'brent' }),
          paths.report(day),
        ]) {
          seen[`${who} ${path}`] = wordsOn((await visitor.get(path)).text)
          const { status, body } = await visitor.json('GET', `/api/v1${path}`)
          seen[`${who} JSON ${path}`] = `${status} ${JSON.stringify(body)}`
        }
      return seen
    }
    /** All of it but Now, which shows what the Screen shows. */
    const elsewhere = async () =>
      Object.fromEntries(Object.entries(await everywhere()).filter(([at]) => !at.endsWith(paths.now(day))))
    const onNow = async () => wordsOn((await house.visitor().get(paths.now(day))).text)
    const screen = async () => wordsOn((await house.visitor().get(paths.screen(day))).text)
    // A visitor who comes by is noted as arrived.
    await everywhere()
    const [before, dark] = [await elsewhere(), await screen()]
    const next = (seen: number, from: string) =>
      organiser.submit(paths.ballotNextBar(at), { seen: String(seen) }, from)
    equal((await next(0, paths.ballot(at))).location, paths.ballot(at))
    const first = await screen()
    notEqual(first, dark)
    for (const shown of [first, await onNow()])
      match(shown, /Not shown yet Not shown yet step \(Hillingdon\) 2 votes/)
    deepEqual(await elsewhere(), before)
    equal((await next(1, paths.ballot(at))).location, paths.ballot(at))
    for (const shown of [await screen(), await onNow()])
      match(shown, /Not shown yet hub \(Harrow\) 3 votes step \(Hillingdon\) 2 votes/)
    deepEqual(await elsewhere(), before)
    const third = await organiser.submit(
      `${paths.ballotNextBar(at)}?from=desk`,
      { seen: '2' },
      paths.desk(day),
    )
    equal(third.location, paths.desk(day))
    match(await screen(), /“tree” has the most votes: 4 of 9\. Votes for each idea tree \(Brent\) 4 votes/)
    notEqual(
      (await everywhere())[`public JSON ${paths.ballot(at)}`],
      before[`public JSON ${paths.ballot(at)}`],
    )
  })

  test('is offered to organisers alone', async (t) => {
    const house = await openHouse(t, { database })
    const made = await ballotOf(house.store)
    await closedVote(house, made)
    const { at, people } = made
    const lead = await house.as(people.lead)
    equal((await lead.get(paths.ballot(at))).text.includes('Show it bar by bar'), false)
    equal((await lead.submit(paths.ballotNextBar(at), {}, paths.ballot(at))).status, 403)
    equal((await lead.get(paths.tieDecision(at))).status, 403)
    equal((await lead.submit(paths.runOff(at), {}, paths.ballot(at))).status, 403)
  })

  test('is not offered where one step would show all of it', async (t) => {
    const house = await openHouse(t, { database })
    const made = await ballotOf(house.store)
    // Two people in all, so that nothing may be shown.
    await closedVote(house, made, { brent: ['hub'], harrow: ['tree'] })
    const { at, people, network, event } = made
    const organiser = await house.as(people.organiser)
    for (const from of [paths.ballot(at), paths.desk({ network, event })]) {
      const { text } = await organiser.get(from)
      equal(text.includes('Show it bar by bar'), false, from)
      match(
        wordsOn(text),
        /Reveal the whole result Shown in one step: it holds too little to be shown bar by bar\./,
      )
    }
    const pressed = await organiser.json('POST', `/api/v1${paths.ballotNextBar(at)}`, {})
    equal(pressed.status, 409)
    deepEqual(pressed.body, {
      kind: 'rule',
      refused: 'There is only one step to show. Reveal the whole result instead.',
    })
    match(wordsOn((await organiser.get(paths.ballotReveal(at))).text), /It cannot be sealed again\./)
    match(wordsOn((await organiser.get(paths.ballot(at))).text), /The result is sealed until it is revealed/)
    await organiser.submit(paths.ballotReveal(at), {}, paths.ballotReveal(at))
    equal(
      mainOf((await organiser.get(paths.ballotReveal(at))).text),
      'Success The result is revealed Reveal the whole result? Which change idea would you like to test in your clinical area? It is revealed already. Go back without revealing it',
    )
  })

  test('takes the Screen whatever is on, until the programme moves on', async (t) => {
    const house = await openHouse(t, { database })
    const made = await ballotOf(house.store)
    const { at, people, network, event } = made
    const day = { network, event }
    const by = { actor: people.organiser }
    await closedVote(house, made)
    const talk = orThrow(
      await house.store.dispatch(addItem, { ...day, kind: 'talk', title: 'Lunch talk' }, by),
    ).id
    const move = async (command: typeof startItem | typeof finishItem, item: string) =>
      orThrow(await house.store.dispatch(command, { ...day, item }, by))
    const screen = async (shows = 'day') =>
      wordsOn((await house.visitor().get(`${paths.screen(day)}?shows=${shows}`)).text)
    const organiser = await house.as(people.organiser)
    const press = async () => {
      await organiser.submit(paths.ballotNextBar(at), {}, paths.ballot(at))
      return wordsOn((await organiser.get(paths.ballot(at))).text)
    }
    await move(startItem, talk)
    match(await screen(), /Lunch talk/)
    match(await press(), /The big screen and Now show 1 of 3\. Everywhere else the result is still sealed\./)
    for (const shows of ['day', 'vote', 'pledges', 'rooms', 'join'])
      match(await screen(shows), /Not shown yet Not shown yet step/, shows)
    await move(finishItem, talk)
    equal((await screen()).includes('Not shown yet'), false)
    match(
      wordsOn((await organiser.get(paths.ballot(at))).text),
      /1 of 3 were shown\. The big screen has gone on with the programme, and comes back with the next\./,
    )
    await press()
    orThrow(await house.store.dispatch(showNextBar, at, by))
    match(await screen(), /“tree” has the most votes: 4 of 9/)
    const desk = await organiser.get(paths.desk(day))
    match(wordsOn(desk.text), /The big screen shows this result until the programme moves on\./)
    await organiser.submit(paths.ballotOffScreen(at), {}, paths.desk(day))
    equal((await screen()).includes('has the most votes'), false)
  })

  test('a result that is revealed at once takes the Screen, too', async (t) => {
    const house = await openHouse(t, { database })
    const made = await ballotOf(house.store)
    const { at, people, network, event } = made
    const by = { actor: people.organiser }
    const row = await closedVote(house, made)
    orThrow(await house.store.dispatch(finishItem, { network, event, item: row }, by))
    orThrow(await house.store.dispatch(revealBallot, at, by))
    match(
      wordsOn((await house.visitor().get(paths.screen({ network, event }))).text),
      /“tree” has the most votes: 4 of 9/,
    )
  })

  test('a result that is revealed when the day is past has the Screen until the next one', async (t) => {
    const house = await openHouse(t, { database })
    const made = await ballotOf(house.store)
    const { at, people, network, event } = made
    const row = await closedVote(house, made)
    const by = { actor: people.organiser }
    orThrow(await house.store.dispatch(finishItem, { network, event, item: row }, by))
    const day = 24 * 60
    house.clock.move(day)
    const shown = async () => wordsOn((await house.visitor().get(paths.screen({ network, event }))).text)
    match(await shown(), /Thank you$/)
    orThrow(await house.store.dispatch(revealBallot, at, by))
    match(await shown(), /“tree” has the most votes: 4 of 9/)
    house.clock.move(day)
    match(await shown(), /Thank you$/)
  })

  test('names the votes of a team for its own idea where they count like all others', async (t) => {
    const house = await openHouse(t, { database })
    const made = await ballotOf(house.store, { ownIdea: 'counted' })
    await closedVote(house, made, { ...clear, brent: ['tree', 'tree', 'hub'] })
    orThrow(await house.store.dispatch(revealBallot, made.at, { actor: made.people.organiser }))
    const shown = wordsOn((await house.visitor().get(paths.ballot(made.at))).text)
    match(shown, /Votes by borough Brent ?: 3 voted tree 2 hub 1 Harrow ?: 3 voted tree 2 step 1/)
  })
})
