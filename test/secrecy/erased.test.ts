import './alone.ts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayOf } from '../day.ts'
import { openHouse } from '../house.ts'
import { peopleOf } from '../people.ts'
import { everything } from './evidence.ts'
import { onBothDatabases } from '../stores.ts'
import { eraseMySignUp } from '../../src/before/sign-ups/commands/own.ts'
import { addSignUp } from '../../src/before/sign-ups/commands/sign-up.ts'
import { attendeesWithEmail } from '../../src/before/sign-ups/store/places.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { eraseMe } from '../../src/whole/keeping/commands.ts'

const words = {
  name: 'Zebedee Quixote',
  email: 'zebedee.quixote@example.invalid',
  accessNeeds: 'An induction loop for Zebedee',
}

onBothDatabases('What was erased', (database) => {
  for (const [who, erased] of [
    ['an attendee', 'attendee'],
    ['somebody who signed in', 'person'],
  ] as const)
    test(`by ${who} lies in no file any more`, async (t) => {
      const house = await openHouse(t, { database })
      const { store } = house
      const people = await peopleOf(store)
      const { network, event } = await dayOf(house, people, { perTeam: 0 })
      const own = erased === 'person' ? { email: 'bea.lead@example.invalid', name: 'Bea Lead' } : {}
      const mine = { ...words, ...own }
      const answers = { network, event, team: 'brent', profession: 'Nurse', ...mine }
      orThrow(await store.dispatch(addSignUp, answers, { actor: people.organiser }))
      const [attendee] = await attendeesWithEmail(store.db, mine.email)
      const lying = async () => {
        const { bytes } = await everything(database, house.at)
        return Object.values(mine).filter((word) => bytes.some((one) => one.bytes.includes(word)))
      }
      assert.deepEqual(await lying(), Object.values(mine))
      if (erased === 'person') orThrow(await store.dispatch(eraseMe, {}, { actor: people.lead }))
      else {
        const actor = { kind: 'attendee', network, id: attendee!.id } as const
        orThrow(await store.dispatch(eraseMySignUp, { network, event }, { actor }))
      }
      assert.deepEqual(await lying(), [])
    })
})
