import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayOf } from '../../../test/day.ts'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { onBothDatabases } from '../../../test/stores.ts'
import { anyone } from '../../platform/store/actor.ts'
import { isRefusal } from '../../platform/store/command.ts'
import { signUp } from './commands/sign-up.ts'
import { attendeesOf } from './store.ts'
import { countsByTeam } from './store/places.ts'

onBothDatabases('Sign-ups', (database) => {
  test('exactly the capacity gets in when 200 sign up at once', async (t) => {
    const { store } = await openHouse(t, { database })
    const people = await peopleOf(store)
    const { network, event } = await dayOf(store, people, { perTeam: 5, capacity: 75 })
    const sent = Array.from({ length: 200 }, (_each, at) =>
      store.dispatch(signUp, { network, event, name: `Nurse ${at}`, team: 'brent' }, { actor: anyone }),
    )
    const answers = await Promise.all(sent)
    assert.equal(answers.filter((answer) => !isRefusal(answer)).length, 60)
    assert.deepEqual(
      [...new Set(answers.filter(isRefusal).map((answer) => answer.refused))],
      ['All 75 places are taken. Ask the organisers to tell you if one becomes free, or to make more.'],
    )
    assert.equal((await attendeesOf(store.db, network, event)).length, 75)
    assert.deepEqual(
      new Map((await countsByTeam(store.db, network, event)).map((one) => [one.team_id, one.many])),
      new Map([
        ['brent', 65],
        ['harrow', 5],
        ['hillingdon', 5],
      ]),
    )
  })
})
