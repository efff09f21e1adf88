import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { ballotOf, vote } from '../../../../../test/ballot.ts'
import { openHouse } from '../../../../../test/house.ts'
import { onBothDatabases } from '../../../../../test/stores.ts'
import { cancelMySignUp } from '../../../../before/sign-ups/commands/own.ts'
import { markArrival } from '../../../../before/sign-ups/commands/organising.ts'
import { signUp } from '../../../../before/sign-ups/commands/sign-up.ts'
import { attendeesOf } from '../../../../before/sign-ups/store.ts'
import { anyone } from '../../../../platform/store/actor.ts'
import { orThrow } from '../../../../platform/store/store.ts'
import { closeBallot } from '../../ballot/commands/ballots.ts'
import { turnoutAtClosing, turnoutInWords } from '../rules/turnout.ts'
import { ballotShown } from '../../counting/store/results.ts'

onBothDatabases('Turnout', (database) => {
  test('counts who is here: arrived or voted, signed up in time and not gone', async (t) => {
    const { store, clock } = await openHouse(t, { database })
    const { at, of, network, people } = await ballotOf(store)
    const by = { actor: people.organiser }
    const inWords = async () => turnoutInWords((await ballotShown(store.db, network, at.event, at.ballot))!)
    const arrives = (attendee: string) => store.dispatch(markArrival, { ...at, attendee }, by)
    equal(await inWords(), 'Nobody who may vote has arrived yet')
    for (const actor of [...of['brent']!, ...of['harrow']!.slice(0, 2)]) orThrow(await arrives(actor.id))
    equal(await inWords(), '0 of 5 present have voted; Brent: 3 to come, Harrow: 2 to come')
    orThrow(await vote(store, at, of['brent']![0]!, 'hub', 'one'))
    // Voted without having been seen to arrive.
    orThrow(await vote(store, at, of['hillingdon']![0]!, 'hub', 'two'))
    equal(await inWords(), '2 of 6 present have voted; Brent: 2 to come, Harrow: 2 to come')
    orThrow(await store.dispatch(cancelMySignUp, at, { actor: of['harrow']![0]! }))
    clock.move(5)
    const late = { network, event: at.event, name: 'Late', team: 'brent', profession: 'Nurse' }
    orThrow(await store.dispatch(signUp, { ...late, livedExperience: 'none' }, { actor: anyone }))
    const stranger = (await attendeesOf(store.db, network, at.event)).find(({ name }) => name === 'Late')!
    orThrow(await arrives(stranger.id))
    equal(await inWords(), '2 of 5 present have voted; Brent: 2 to come, Harrow: 1 to come')
    orThrow(await store.dispatch(closeBallot, at, by))
    const closed = (await ballotShown(store.db, network, at.event, at.ballot))!
    deepEqual(
      closed.turnout.map(({ voted, present, toCome }) => [voted, present, toCome]),
      [
        [1, 3, 0],
        [0, 1, 0],
        [1, 1, 0],
      ],
    )
    equal(turnoutAtClosing(closed), '2 of 5 present voted')
    // Arrivals after closing change nothing of it.
    clock.move(5)
    orThrow(await arrives(of['harrow']![2]!.id))
    orThrow(await store.dispatch(cancelMySignUp, at, { actor: of['brent']![1]! }))
    deepEqual((await ballotShown(store.db, network, at.event, at.ballot))!.turnout, closed.turnout)
  })

  test('of teams that have one vote each counts the teams', async (t) => {
    const { store } = await openHouse(t, { database })
    const { at, network, people } = await ballotOf(store, { method: 'team' })
    orThrow(await vote(store, at, people.lead, 'hub', 'brent'))
    const shown = (await ballotShown(store.db, network, at.event, at.ballot))!
    equal(turnoutInWords(shown), '1 of 3 boroughs have voted; to come: Harrow, Hillingdon')
  })
})
