import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { openDay } from '../../../../test/signed-up.ts'
import { onBothDatabases } from '../../../../test/stores.ts'
import { errorsOn, filledIn, noticesOn, wordsOn } from '../../../../test/visitor.ts'
import { paths } from '../../../paths.ts'
import { anyone } from '../../../platform/store/actor.ts'
import { isRefusal } from '../../../platform/store/command.ts'
import { orThrow } from '../../../platform/store/store.ts'
import { eventById } from '../../events/store.ts'
import { attendeesOf } from '../store.ts'
import { signedUpCount } from '../store/places.ts'
import { cancelAttendee } from './organising.ts'
import { describeEvent } from '../../events/commands.ts'
import { signUp } from './sign-up.ts'

onBothDatabases('The places of an event', (database) => {
  test('do not become fewer than have signed up: the form says how many, and keeps what was typed', async (t) => {
    const { as, people, nouns, store } = await openDay(t, database, { perTeam: 2 })
    const organiser = await as(people.organiser)
    const edit = paths.editEvent(nouns)
    const typed = { name: 'Day', 'on-day': '12', 'on-month': '1', 'on-year': '2027' }
    const before = await eventById(store.db, nouns.network, nouns.event)
    const refused = await organiser.submit(edit, { ...typed, capacity: '5' })
    equal(refused.status, 422)
    deepEqual(errorsOn(refused.text), [
      '6 people have signed up already and keep their places. Enter 6 or more, or close sign-up so that nobody else comes.',
    ])
    equal(filledIn(refused.text)['capacity'], '5')
    match(wordsOn(refused.text), /Leave empty if there is no limit\. 6 signed up so far/)
    deepEqual(await eventById(store.db, nouns.network, nouns.event), before)
    equal((await organiser.submit(edit, { ...typed, capacity: '6' })).status, 303)
    deepEqual(noticesOn((await organiser.get(paths.event(nouns))).text), ['All 6 places are taken.'])
  })

  test('count those who have not cancelled', async (t) => {
    const { people, nouns, store } = await openDay(t, database, { perTeam: 1 })
    const by = { actor: people.organiser }
    const lower = () =>
      store.dispatch(describeEvent, { ...nouns, name: 'Day', on: '2027-01-12', capacity: 2 }, by)
    equal(isRefusal(await lower()), true)
    const [one] = await attendeesOf(store.db, nouns.network, nouns.event)
    orThrow(await store.dispatch(cancelAttendee, { ...nouns, attendee: one!.id }, by))
    equal(isRefusal(await lower()), false)
  })

  test('lowered while people sign up: never are there fewer than have signed up', async (t) => {
    const { people, nouns, store } = await openDay(t, database, { perTeam: 1 })
    const arriving = Array.from({ length: 30 }, (_each, at) =>
      store.dispatch(signUp, { ...nouns, name: `Nurse ${at}`, team: 'brent' }, { actor: anyone }),
    )
    const lowering = [4, 8, 12, 16].map((capacity) =>
      store.dispatch(
        describeEvent,
        { ...nouns, name: 'Day', on: '2027-01-12', capacity },
        { actor: people.organiser },
      ),
    )
    await Promise.all([...arriving, ...lowering])
    const { capacity } = (await eventById(store.db, nouns.network, nouns.event))!
    const signedUp = await signedUpCount(store.db, nouns.network, nouns.event)
    equal(signedUp <= (capacity ?? 33), true, `${signedUp} of ${capacity}`)
  })
})
