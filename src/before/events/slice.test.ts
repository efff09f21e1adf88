import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayOf } from '../../../test/day.ts'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { onBothDatabases } from '../../../test/stores.ts'
import { elementsOf, errorsOn, wordsOn } from '../../../test/visitor.ts'
import { paths } from '../../paths.ts'
import { eventById, eventsOf } from './store.ts'

const typed = {
  name: 'Spread-a-thon',
  'on-day': '18',
  'on-month': '4',
  'on-year': '2027',
  starts: '9:30am',
  ends: '4pm',
  place: 'The hall',
  link: '',
  aims: 'Spread what worked\nReflect together',
  capacity: '75',
}

onBothDatabases('Events', (database) => {
  test('an organiser makes an event, and everyone can read about it', async (t) => {
    const house = await openHouse(t, { database })
    const people = await peopleOf(house.store)
    const organiser = await house.as(people.organiser)
    const { network } = people
    const made = await organiser.submit(paths.newEvent({ network }), typed)
    const nouns = { network, event: 'spread-a-thon' }
    assert.deepEqual([made.status, made.location], [303, paths.event(nouns)])
    const row = (await eventById(house.store.db, network, nouns.event))!
    assert.deepEqual(
      [row.on_day, row.starts_at, row.ends_at, row.capacity, row.sequence],
      ['2027-04-18', '2027-04-18T08:30:00.000Z', '2027-04-18T15:00:00.000Z', 75, 0],
    )
    assert.match(row.join_code, /^[A-Z2-9]{6}$/)
    const page = wordsOn((await house.visitor().get(paths.event(nouns))).text)
    assert.match(page, /Sunday 18 April 2027.*9:30am to 4pm.*The hall.*75, with 75 places still free/)
    assert.match(page, /Aims Spread what worked Reflect together/)
    assert.ok(!page.includes(row.join_code))
    const { body } = await house.visitor().json('GET', `/api/v1${paths.event(nouns)}`)
    const { aims, signUpIsOpen, signUps } = body as Record<string, unknown>
    assert.deepEqual(
      { aims, signUpIsOpen, signUps },
      {
        aims: ['Spread what worked', 'Reflect together'],
        signUpIsOpen: true,
        signUps: { total: 0, teams: [] },
      },
    )
  })

  test('what is wrong is said at its field, what was typed is kept, and nothing is stored', async (t) => {
    const house = await openHouse(t, { database })
    const people = await peopleOf(house.store)
    const organiser = await house.as(people.organiser)
    const wrong = {
      ...typed,
      name: '',
      'on-month': '14',
      starts: 'early',
      link: 'javascript:alert(1)',
      capacity: '-1',
    }
    const again = await organiser.submit(paths.newEvent(people), wrong)
    assert.equal(again.status, 422)
    const words = wordsOn(again.text)
    for (const sentence of [
      'Enter the name of the event',
      'Date must be a real date',
      'Start time must be a time, like 9:30am or 14:00',
      'Enter the whole link, like https://meet.example.org/abc',
      'Enter how many can come as a whole number',
    ])
      assert.ok(words.includes(sentence), sentence)
    const values = elementsOf(again.text).map((node) => node.attrs.find((one) => one.name === 'value')?.value)
    for (const kept of ['14', 'early', 'javascript:alert(1)', '-1']) assert.ok(values.includes(kept), kept)
    const backwards = await organiser.submit(paths.newEvent(people), { ...typed, ends: '9am' })
    assert.deepEqual(errorsOn(backwards.text), ['End time must be after the start time'])
    assert.deepEqual(await eventsOf(house.store.db, people.network), [])
    const overnight = { ...typed, starts: '7:40pm', ends: '2:10am' }
    const night = await organiser.submit(paths.newEvent(people), overnight)
    const [over] = await eventsOf(house.store.db, people.network)
    assert.equal(night.status, 303)
    assert.ok(Date.parse(over!.ends_at!) - Date.parse(over!.starts_at!) === 6.5 * 3_600_000)
    const same = await organiser.submit(paths.editEvent({ ...people, event: over!.id }), {
      ...overnight,
      capacity: '120',
    })
    assert.equal(same.status, 303)
    assert.equal((await eventById(house.store.db, people.network, over!.id))!.ends_at, over!.ends_at)
  })

  test('only organisers of the network make, change and close', async (t) => {
    const house = await openHouse(t, { database })
    const people = await peopleOf(house.store)
    const day = await dayOf(house, people, { perTeam: 1 })
    const before = await eventById(house.store.db, day.network, day.event)
    for (const actor of [people.lead, people.board, people.stranger, day.attendees[0]!]) {
      const visitor = await house.as(actor)
      assert.equal((await visitor.get(paths.newEvent(people))).status, 403)
      assert.equal((await visitor.get(paths.editEvent(day))).status, 403)
      for (const url of [paths.editEvent(day), paths.signUpClosure(day)])
        assert.equal((await visitor.submit(url, typed, paths.event(day))).status, 403)
    }
    assert.deepEqual(await eventById(house.store.db, day.network, day.event), before)
  })

  test('a change raises the sequence of the calendar file, which keeps its name', async (t) => {
    const house = await openHouse(t, { database })
    const people = await peopleOf(house.store)
    const day = await dayOf(house, people, { perTeam: 0 })
    const calendar = async () => (await house.visitor().get(paths.eventCalendar(day))).text
    const first = await calendar()
    assert.match(first, /UID:event\.day@[\w-]{36}\r\nSEQUENCE:0\r\n/)
    assert.match(first, /DTSTART;VALUE=DATE:20270112\r\n/)
    const organiser = await house.as(people.organiser)
    await organiser.submit(paths.editEvent(day), { ...typed, link: 'https://meet.example.org/secret' })
    const second = await calendar()
    assert.match(second, /SEQUENCE:1\r\n/)
    const uid = /\nUID:.*/
    assert.equal(uid.exec(second)![0], uid.exec(first)![0])
    assert.match(second, /DTSTART:20270418T083000Z\r\nDTEND:20270418T150000Z\r\n/)
    // The meeting link is for attendees.
    assert.ok(!second.includes('secret'))
    assert.ok(!(await house.visitor().get(paths.event(day))).text.includes('secret'))
    assert.ok((await organiser.get(paths.event(day))).text.includes('secret'))
  })

  test('sign-up is closed and opened again', async (t) => {
    const house = await openHouse(t, { database })
    const people = await peopleOf(house.store)
    const day = await dayOf(house, people, { perTeam: 0 })
    const organiser = await house.as(people.organiser)
    const page = async () => wordsOn((await house.visitor().get(paths.event(day))).text)
    await organiser.submit(paths.signUpClosure(day), {}, paths.event(day))
    assert.match(await page(), /Sign-up for Day is closed/)
    const closed = await eventById(house.store.db, day.network, day.event)
    house.clock.move(5)
    assert.equal((await organiser.submit(paths.signUpClosure(day), {}, paths.event(day))).status, 303)
    assert.deepEqual(await eventById(house.store.db, day.network, day.event), closed)
    await organiser.submit(paths.signUpOpening(day), {}, paths.event(day))
    assert.match(await page(), /I have signed up already/)
  })
})
