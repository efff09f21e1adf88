import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { ballotOf } from '../../../../test/ballot.ts'
import { openHouse } from '../../../../test/house.ts'
import { onBothDatabases } from '../../../../test/stores.ts'
import { headingOf, mainOf, rowsOf, wordsOn } from '../../../../test/visitor.ts'
import { paths } from '../../../paths.ts'
import { orThrow } from '../../../platform/store/store.ts'
import { takeBackOpening } from '../../ballots/ballot/commands/ballots.ts'
import { startTablet } from '../../ballots/voting/commands/tablets.ts'
import { ballotsOf } from '../../ballots/ballot/store/ballots.ts'
import { itemsOf } from '../store/items.ts'
import { addItem } from './items.ts'

onBothDatabases('A prepared vote that nobody opened', (database) => {
  test('is taken away by an organiser, and its part of the day asks for another', async (t) => {
    const house = await openHouse(t, { database })
    const { at, people, network, event, ballot } = await ballotOf(house.store, { opened: false })
    const by = { actor: people.organiser }
    const item = { network, event, kind: 'ballot', title: 'The vote', ballot }
    const row = orThrow(await house.store.dispatch(addItem, item, by)).id
    const [organiser, lead] = [await house.as(people.organiser), await house.as(people.lead)]
    equal((await lead.get(paths.ballotRemoval(at))).status, 403)
    equal((await lead.submit(paths.ballotRemoval(at), {}, paths.ballot(at))).status, 403)
    match(wordsOn((await organiser.get(paths.ballot(at))).text), /Take this vote away/)
    match(
      wordsOn((await organiser.get(paths.ballotRemoval(at))).text),
      /Nobody has voted in it\. .* “The vote” stays on the programme, and asks which vote opens when it is started\./,
    )
    const gone = await organiser.submit(paths.ballotRemoval(at))
    equal(gone.location, paths.ballots({ network, event }))
    deepEqual(await ballotsOf(house.store.db, network, event), [])
    deepEqual(
      (await itemsOf(house.store.db, network, event)).map(({ id, ballot_id }) => [id, ballot_id]),
      [[row, null]],
    )
    equal((await organiser.get(paths.ballot(at))).status, 404)
    equal(
      (await organiser.submit(paths.ballotRemoval(at), {}, paths.ballots({ network, event }))).status,
      404,
    )
    deepEqual(rowsOf((await organiser.get(paths.programme({ network, event }))).text), [
      ['Planned', 'What', 'On the day', 'Changes'],
      [
        'Planned No time yet',
        'What The vote Vote',
        'On the day Not started',
        'Changes Change The vote Remove The vote',
      ],
    ])
    equal(
      headingOf((await organiser.get(paths.itemVote({ network, event, item: row }))).text),
      'The vote Which vote opens?',
    )
  })

  test('is none that is open, and one that was opened by mistake', async (t) => {
    const house = await openHouse(t, { database })
    const { at, people, network, event } = await ballotOf(house.store)
    const by = { actor: people.organiser }
    const organiser = await house.as(people.organiser)
    const remove = () => organiser.json('POST', `/api/v1${paths.ballotRemoval(at)}`, {})
    const refused = await remove()
    equal(refused.status, 409)
    deepEqual(refused.body, {
      kind: 'rule',
      refused: 'This vote has been opened, so it stays. Only one that was never opened can be taken away.',
    })
    equal(
      mainOf((await organiser.get(paths.ballotRemoval(at))).text),
      'Take this vote away? Which change idea would you like to test in your clinical area? This vote has been opened, so it stays. Only one that was never opened can be taken away. Go back and keep it',
    )
    orThrow(await house.store.dispatch(startTablet, { ...at, key: 'k'.repeat(40) }, by))
    orThrow(await house.store.dispatch(takeBackOpening, at, by))
    equal((await remove()).status, 200)
    deepEqual(await ballotsOf(house.store.db, network, event), [])
  })

  test('is listed for organisers alone, unless it is on the programme', async (t) => {
    const house = await openHouse(t, { database })
    const { people, network, event, ballot } = await ballotOf(house.store, { opened: false })
    const listed = async (visitor = house.visitor()) => {
      const { body } = await visitor.json('GET', `/api/v1${paths.ballots({ network, event })}`)
      return (body as { ballots: { ballot: string }[] }).ballots.map((one) => one.ballot)
    }
    deepEqual([await listed(), await listed(await house.as(people.organiser))], [[], [ballot]])
    equal(
      mainOf((await house.visitor().get(paths.ballots({ network, event }))).text),
      'Votes There is no vote yet.',
    )
    const item = { network, event, kind: 'ballot', title: 'The vote', ballot }
    orThrow(await house.store.dispatch(addItem, item, { actor: people.organiser }))
    deepEqual(await listed(), [ballot])
  })
})
