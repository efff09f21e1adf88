import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { ballotOf, vote } from '../../../test/ballot.ts'
import { dayOf } from '../../../test/day.ts'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { onBothDatabases, type Database } from '../../../test/stores.ts'
import { wordsOn } from '../../../test/visitor.ts'
import { addMember } from '../../before/networks/commands.ts'
import { membersOf } from '../../before/networks/store/networks.ts'
import { personById } from '../../before/people/store.ts'
import { addSignUp } from '../../before/sign-ups/commands/sign-up.ts'
import { correctMySignUp } from '../../before/sign-ups/commands/own.ts'
import { attendeesWithEmail } from '../../before/sign-ups/store/places.ts'
import { operator } from '../../platform/store/actor.ts'
import { orThrow } from '../../platform/store/store.ts'
import type { Held } from './store.ts'

async function opened(t: TestContext, database: Database) {
  const house = await openHouse(t, { database })
  return { house, people: await peopleOf(house.store) }
}

onBothDatabases('What is held about me', (database) => {
  test('I see and download it, and nobody else does', async (t) => {
    const { house, people } = await opened(t, database)
    const lead = await house.as(people.lead)
    const words = wordsOn((await lead.get('/me')).text)
    for (const part of ['Bea Lead', 'bea.lead@example.invalid', 'North : Team lead, Brent', 'one device']) {
      assert.ok(words.includes(part), part)
    }
    const file = await lead.get('/me/data.json')
    assert.equal(String(file.headers['content-disposition']), 'attachment; filename="held-about-me.json"')
    const { sessions, ...held } = JSON.parse(file.text) as Held
    assert.equal(sessions.length, 1)
    assert.deepEqual(held, {
      name: 'Bea Lead',
      email: 'bea.lead@example.invalid',
      since: house.store.now(),
      roles: [
        {
          network: 'north',
          networkName: 'North',
          role: 'lead',
          team: 'Brent',
          livedExperience: null,
          since: house.store.now(),
        },
      ],
      signUps: [],
      commentsOnIdeas: [],
      contacts: [],
    })
    for (const url of ['/me', '/me/data.json', '/me/name', '/me/erasure']) {
      const answer = await house.visitor().get(url)
      assert.deepEqual([answer.status, answer.location], [303, `/sign-in?next=${encodeURIComponent(url)}`])
    }
  })

  test('who only signed up for an event downloads it too: all of their own, and nothing of others', async (t) => {
    const house = await openHouse(t, { database })
    const { store } = house
    const { of, at } = await ballotOf(store, { perTeam: 2 })
    const { network, event } = at
    const [nurse, other] = of['brent']!
    const answers = { team: 'brent', profession: 'Nurse', email: 'nurse@example.invalid' }
    const needs = { name: 'Nina Nurse', livedExperience: 'service_user', accessNeeds: 'A quiet room' }
    orThrow(
      await store.dispatch(correctMySignUp, { network, event, ...answers, ...needs }, { actor: nurse! }),
    )
    orThrow(await vote(store, at, nurse!, 'hub', 'nurse'))
    orThrow(await vote(store, at, other!, 'step', 'other'))
    const visitor = await house.as(nurse!)
    const file = await visitor.get('/me/data.json')
    assert.equal(file.status, 200)
    assert.equal(String(file.headers['content-disposition']), 'attachment; filename="held-about-me.json"')
    const { sessions, ...held } = JSON.parse(file.text) as Held
    assert.equal(sessions.length, 1)
    const now = store.now()
    assert.deepEqual(held, {
      name: 'Nina Nurse',
      email: 'nurse@example.invalid',
      since: now,
      roles: [],
      signUps: [
        {
          network,
          event,
          eventName: 'Day',
          team: 'Brent',
          profession: 'Nurse',
          signedUpAt: now,
          arrivedAt: null,
          cancelledAt: null,
          name: needs.name,
          livedExperience: needs.livedExperience,
          accessNeeds: needs.accessNeeds,
          room: null,
          votes: [
            { question: 'Which change idea would you like to test in your clinical area?', voted: true },
          ],
          gaveFeedback: false,
        },
      ],
      commentsOnIdeas: [],
      contacts: [],
    })
    const page = await visitor.get('/me')
    assert.ok(wordsOn(page.text).includes('Nina Nurse') && !wordsOn(page.text).includes('Your roles'))
    for (const url of ['/me/data.json', `/networks/${network}/events/${event}/my-sign-up/erasure`])
      assert.ok(page.text.includes(`href="${url}"`), url)
    const mine = await visitor.get(`/networks/${network}/events/${event}/my-sign-up`)
    assert.ok(mine.text.includes('href="/me"'))
    for (const url of ['/me/name', '/me/erasure']) assert.equal((await visitor.get(url)).status, 403)
  })

  test('I change my name everywhere; an empty one is refused', async (t) => {
    const { house, people } = await opened(t, database)
    const lead = await house.as(people.lead)
    assert.equal((await lead.submit('/me/name', { name: '' })).status, 422)
    assert.equal((await lead.submit('/me/name', { name: 'Beatrice Lead' })).location, '/me')
    const after = (await lead.get('/me')).text
    assert.ok(wordsOn(after).includes('Name saved') && wordsOn(after).includes('Beatrice Lead'))
    assert.equal((await personById(house.store.db, people.lead.id))!.name, 'Beatrice Lead')
  })

  test('I sign out on all devices at once', async (t) => {
    const { house, people } = await opened(t, database)
    const [phone, desk] = [await house.as(people.lead), await house.as(people.lead)]
    assert.ok(wordsOn((await desk.get('/me')).text).includes('You are signed in on 2 devices.'))
    await desk.submit('/me/sessions', {}, '/me')
    for (const device of [phone, desk]) assert.equal((await device.get('/me')).status, 303)
  })

  test('I erase it: my name goes everywhere, my session too, and nothing leads back', async (t) => {
    const { house, people } = await opened(t, database)
    const { store } = house
    const lead = await house.as(people.lead)
    const email = 'bea.lead@example.invalid'
    const { network, event } = await dayOf(house, people, { perTeam: 0 })
    const answers = { name: 'Bea Lead', team: 'brent', profession: 'Nurse', email }
    orThrow(await store.dispatch(addSignUp, { network, event, ...answers }, { actor: people.organiser }))
    assert.equal((await attendeesWithEmail(store.db, email)).length, 1)
    await lead.submit('/me/name', { name: 'Beatrice Lead' })
    const done = await lead.submit('/me/erasure')
    assert.deepEqual([done.status, done.location], [303, '/'])
    assert.equal((await lead.get('/me')).status, 303)
    const person = await personById(store.db, people.lead.id)
    assert.deepEqual([person!.name, person!.email], ['Someone who has left', null])
    assert.deepEqual(await attendeesWithEmail(store.db, email), [])
    assert.ok((await membersOf(store.db, 'north')).every((one) => one.person_id !== people.lead.id))
    const names = await store.db.selectFrom('pseudonyms').select('actor').execute()
    assert.ok(names.every((one) => one.actor !== `person:${people.lead.id}`))
  })

  test('the only organiser of a network is asked to find another first', async (t) => {
    const { house, people } = await opened(t, database)
    const organiser = await house.as(people.organiser)
    const refused = await organiser.submit('/me/erasure')
    assert.equal(refused.status, 409)
    assert.ok(wordsOn(refused.text).includes('You are the only organiser of North.'))
    assert.equal((await personById(house.store.db, people.organiser.id))!.name, 'Olu Organiser')
    const second = { network: 'north', name: 'New', email: 'new@example.invalid', role: 'organiser' }
    orThrow(await house.store.dispatch(addMember, second, { actor: operator }))
    assert.equal((await organiser.submit('/me/erasure')).status, 303)
  })
})
