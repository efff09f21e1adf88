import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { ballotOf, secretOf, vote } from '../../../../test/ballot.ts'
import { openHouse } from '../../../../test/house.ts'
import { onBothDatabases } from '../../../../test/stores.ts'
import { wordsOn } from '../../../../test/visitor.ts'
import { attendeesOf } from '../../../before/sign-ups/store.ts'
import { addSignUp, signUp } from '../../../before/sign-ups/commands/sign-up.ts'
import { paths } from '../../../paths.ts'
import { anyone } from '../../../platform/store/actor.ts'
import { isRefusal } from '../../../platform/store/command.ts'
import { orThrow } from '../../../platform/store/store.ts'
import { rollOf } from '../store/votes.ts'
import { recordVote } from './votes.ts'

onBothDatabases('Late voters', (database) => {
  test('whoever signs themselves up after voting has opened votes through an organiser only', async (t) => {
    const house = await openHouse(t, { database })
    const { store, clock } = house
    const { at, people, network, ballot } = await ballotOf(store)
    clock.move('2027-01-12T10:30:00.000Z')
    const given = { network, event: at.event, team: 'brent', profession: 'Nurse', livedExperience: 'none' }
    orThrow(await store.dispatch(signUp, { ...given, name: 'Late Stranger' }, { actor: anyone }))
    orThrow(await store.dispatch(addSignUp, { ...given, name: 'Known Guest' }, { actor: people.organiser }))
    const attendees = await attendeesOf(store.db, network, at.event)
    const actorOf = (name: string) => {
      const { id } = attendees.find((one) => one.name === name)!
      return { kind: 'attendee', network, id } as const
    }
    const stranger = actorOf('Late Stranger')
    const answer = await vote(store, at, stranger, 'hub', 'late')
    equal(
      isRefusal(answer) && answer.refused,
      'You signed up after the vote opened. Ask an organiser to let you vote: they put your vote down on paper.',
    )
    deepEqual(await rollOf(store.db, network, ballot), [])
    deepEqual(await vote(store, at, actorOf('Known Guest'), 'hub', 'known'), { received: true })
    match(
      wordsOn((await (await house.as(stranger)).get(paths.vote(at))).text),
      /You signed up after the vote opened. Ask an organiser to let you vote./,
    )
    const roll = wordsOn((await (await house.as(people.organiser)).get(paths.ballotRoll(at))).text)
    match(roll, /Let vote: 1 signed up after the vote opened .* Late Stranger \(Brent\)/)
    const paper = { ...at, voter: stranger.id, way: 'paper', choice: 'hub', secret: secretOf('paper') }
    orThrow(await store.dispatch(recordVote, paper, { actor: people.organiser }))
    equal((await rollOf(store.db, network, ballot)).length, 2)
  })
})
