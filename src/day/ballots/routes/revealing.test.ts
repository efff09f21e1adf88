import { deepEqual, equal, match, notEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { ballotOf, vote, type TheBallot } from '../../../../test/ballot.ts'
import { openHouse, type House } from '../../../../test/house.ts'
import { onBothDatabases } from '../../../../test/stores.ts'
import { wordsOn } from '../../../../test/visitor.ts'
import { paths } from '../../../paths.ts'
import { orThrow } from '../../../platform/store/store.ts'
import { addItem } from '../../programme/commands/items.ts'
import { startItem } from '../../programme/commands/running.ts'
import { closeBallot } from '../commands/ballots.ts'

/** A closed vote that is on at the moment: the tree has four votes, the hub three, step 2 two. */
async function closedVote(house: House, made: TheBallot): Promise<void> {
  const { at, of, people, network, event, ballot } = made
  const by = { actor: people.organiser }
  const votes = {
    brent: ['hub', 'hub', 'step'],
    harrow: ['tree', 'tree', 'step'],
    hillingdon: ['tree', 'tree', 'hub'],
  }
  const item = orThrow(
    await house.store.dispatch(addItem, { network, event, kind: 'ballot', title: 'Vote', ballot }, by),
  ).id
  orThrow(await house.store.dispatch(startItem, { network, event, item }, by))
  for (const [team, choices] of Object.entries(votes))
    for (const [number, choice] of choices.entries())
      orThrow(await vote(house.store, at, of[team]![number]!, choice, `${team} ${number}`))
  orThrow(await house.store.dispatch(closeBallot, at, by))
}

onBothDatabases('A result that is shown bar by bar', (database) => {
  test('changes the Screen and nothing else that anybody can fetch, until the last bar', async (t) => {
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
    const screen = async () => wordsOn((await house.visitor().get(paths.screen(day))).text)
    // Whoever comes by is noted as arrived.
    await everywhere()
    const [before, dark] = [await everywhere(), await screen()]
    const next = (seen: number, from: string) =>
      organiser.submit(paths.ballotNextBar(at), { seen: String(seen) }, from)
    equal((await next(0, paths.ballot(at))).location, paths.ballot(at))
    const first = await screen()
    notEqual(first, dark)
    match(first, /Not shown yet Not shown yet step \(Hillingdon\) 2 votes/)
    deepEqual(await everywhere(), before)
    equal((await next(1, paths.ballot(at))).location, paths.ballot(at))
    match(await screen(), /Not shown yet hub \(Harrow\) 3 votes step \(Hillingdon\) 2 votes/)
    deepEqual(await everywhere(), before)
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
})
