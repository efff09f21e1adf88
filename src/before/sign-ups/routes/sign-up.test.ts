import assert from 'node:assert/strict'
import { test } from 'node:test'
import { confirmed, openDay } from '../../../../test/signed-up.ts'
import { onBothDatabases } from '../../../../test/stores.ts'
import { errorsOn, filledIn, hiddenFieldsOf } from '../../../../test/visitor.ts'
import { paths } from '../../../paths.ts'
import { orThrow } from '../../../platform/store/store.ts'
import { describeEvent } from '../../events/commands.ts'
import { addSignUp } from '../commands/sign-up.ts'

onBothDatabases('The pages of signing up', (database) => {
  test('whoever was too late for the last place keeps what was typed', async (t) => {
    const { visitor, nouns, all } = await openDay(t, database, { perTeam: 1, capacity: 4 })
    const [first, second] = [visitor(), visitor()]
    await second.get(paths.signUp(nouns))
    const hidden = hiddenFieldsOf((await second.get(paths.signUp(nouns))).text, paths.signUp(nouns))
    await first.submit(paths.signUp(nouns), confirmed)
    const late = await second.post(paths.signUp(nouns), {
      ...hidden,
      ...confirmed,
      name: 'Late Nurse',
      email: '',
    })
    assert.equal(late.status, 409)
    assert.deepEqual(errorsOn(late.text), [
      'All 4 places are taken. Ask the organisers to tell you if one becomes free, or to make more.',
    ])
    assert.deepEqual(filledIn(late.text), {
      name: 'Late Nurse',
      team: 'brent',
      profession: 'other',
      otherProfession: 'Chaplain',
      livedExperience: 'carer',
      accessNeeds: 'A seat near the door',
    })
    assert.equal((await all()).length, 4)
    assert.equal((await visitor().get(paths.signUp(nouns))).text.includes('name="accessNeeds"'), false)
  })

  test('a member who signs in is marked arrived by what Now sends on the day, not before', async (t) => {
    const { as, nouns, named, store, people, clock } = await openDay(t, database)
    const input = { ...nouns, name: 'Mo Member', email: 'mo.member@example.invalid', team: 'brent' }
    orThrow(await store.dispatch(addSignUp, input, { actor: people.organiser }))
    const member = await as(people.member)
    clock.move('2027-01-11T20:00:00.000Z')
    const isHere = () => member.submit(paths.arrival(nouns), {}, paths.now(nouns))
    const isAsked = async () => (await member.get(paths.now(nouns))).text.includes(paths.arrival(nouns))
    assert.equal(await isAsked(), false)
    assert.equal((await isHere()).status, 409)
    assert.equal((await named('Mo Member'))?.arrived_at, null)
    clock.move('2027-01-12T09:00:00.000Z')
    assert.equal(await isAsked(), true)
    assert.equal((await named('Mo Member'))?.arrived_at, null)
    assert.equal((await isHere()).location, paths.now(nouns))
    assert.equal((await named('Mo Member'))?.arrived_at, '2027-01-12T09:00:00.000Z')
    clock.move('2027-01-12T11:00:00.000Z')
    assert.equal(await isAsked(), false)
    assert.equal((await isHere()).status, 303)
    assert.equal((await named('Mo Member'))?.arrived_at, '2027-01-12T09:00:00.000Z')
  })

  test('whoever signs up hours before the start has not arrived yet', async (t) => {
    const { visitor, nouns, named, store, people, clock } = await openDay(t, database)
    const day = { ...nouns, name: 'Day', on: '2027-01-12', starts: '13:00' }
    orThrow(await store.dispatch(describeEvent, day, { actor: people.organiser }))
    await visitor().submit(paths.signUp(nouns), confirmed)
    assert.equal((await named('Ada Nurse'))?.arrived_at, null)
    clock.move('2027-01-12T12:00:00.000Z')
    await visitor().submit(paths.signUp(nouns), { ...confirmed, name: 'Late Nurse', email: '' })
    assert.equal((await named('Late Nurse'))?.arrived_at, '2027-01-12T12:00:00.000Z')
  })
})
