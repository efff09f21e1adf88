import type { TestContext } from 'node:test'
import { linkToken, personalCode } from '../src/before/sign-ups/rules.ts'
import type { AttendeeRow } from '../src/before/sign-ups/store.ts'
import { everyAttendeeOf } from '../src/before/sign-ups/store/places.ts'
import { paths } from '../src/paths.ts'
import { dayOf } from './day.ts'
import { openHouse } from './house.ts'
import { peopleOf } from './people.ts'
import type { Database } from './stores.ts'

/** A house with the day in it, and what tests of sign-ups ask of it. */
export async function openDay(t: TestContext, database: Database, choices: Parameters<typeof dayOf>[2] = {}) {
  const house = await openHouse(t, { database })
  const people = await peopleOf(house.store)
  const day = await dayOf(house, people, { perTeam: 1, ...choices })
  const nouns = { network: day.network, event: day.event }
  const all = () => everyAttendeeOf(house.store.db, day.network, day.event)
  const named = async (name: string) => (await all()).find((row) => row.name === name)
  const { keyedHash } = house.store
  const link = (row: AttendeeRow) => paths.attend({ token: linkToken(keyedHash, row.network_id, row.id) })
  const code = (row: AttendeeRow) => personalCode(keyedHash, row.network_id, row.id)
  const letters = async () =>
    (await house.store.db.selectFrom('outbox').selectAll().orderBy('created_at').execute()).map((row) => ({
      kind: row.kind,
      attendee: (JSON.parse(row.ids) as { attendee: string }).attendee,
    }))
  return { ...house, people, day, nouns, all, named, link, code, letters }
}

export const answers = {
  name: 'Ada Nurse',
  email: 'Ada@Example.invalid',
  team: 'brent',
  profession: 'other',
  otherProfession: 'Chaplain',
  livedExperience: 'carer',
  accessNeeds: 'A seat near the door',
}
export const confirmed = { ...answers, _step: 'confirmed' }
