import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answers, openDay } from '../../../../test/signed-up.ts'
import { onBothDatabases } from '../../../../test/stores.ts'
import { wordsOn } from '../../../../test/visitor.ts'
import { paths } from '../../../paths.ts'
import { anyone } from '../../../platform/store/actor.ts'
import { signUp } from '../commands/sign-up.ts'
import { shownCode } from '../rules.ts'
import { attendeeById } from '../store.ts'

onBothDatabases('Organising sign-ups', (database) => {
  test('an organiser sees and filters the list, notes arrivals, cancels and takes it back', async (t) => {
    const { as, people, day, nouns, store } = await openDay(t, database)
    const organiser = await as(people.organiser)
    const names = async (query: string) =>
      [
        ...(await organiser.get(`${paths.attendees(nouns)}${query}`)).text.matchAll(
          /Nurse \d, \w+(?=<\/a>)/g,
        ),
      ].map(String)
    assert.deepEqual(await names(''), ['Nurse 1, Brent', 'Nurse 1, Harrow', 'Nurse 1, Hillingdon'])
    assert.deepEqual(await names('?team=harrow'), ['Nurse 1, Harrow'])
    assert.deepEqual(await names('?name=HILL'), ['Nurse 1, Hillingdon'])
    const nurse = { ...nouns, attendee: day.of['brent']![0]!.id }
    await organiser.submit(paths.attendeeArrival(nurse), {}, paths.attendees(nouns))
    assert.deepEqual(await names('?status=arrived'), ['Nurse 1, Brent'])
    await organiser.submit(paths.attendeeArrivalRemoval(nurse), {}, paths.attendees(nouns))
    assert.deepEqual(await names('?status=arrived'), [])
    await organiser.submit(paths.attendeeCancellation(nurse))
    assert.deepEqual(await names('?status=cancelled'), ['Nurse 1, Brent'])
    await organiser.submit(paths.attendeeCancellationRemoval(nurse), {}, paths.attendee(nurse))
    assert.equal((await names('')).length, 3)
    const moved = { name: 'Nurse 9, Harrow', team: 'harrow' }
    await organiser.submit(paths.attendee(nurse), moved)
    const row = await attendeeById(store.db, nouns.network, nurse.attendee)
    assert.deepEqual([row?.name, row?.team_id], ['Nurse 9, Harrow', 'harrow'])
  })

  test('an organiser adds somebody without e-mail and prints their code', async (t) => {
    const { as, people, nouns, named, store } = await openDay(t, database, { perTeam: 0 })
    const organiser = await as(people.organiser)
    const added = await organiser.submit(paths.newAttendee(nouns), { ...answers, email: '' })
    const row = (await named('Ada Nurse'))!
    assert.deepEqual([added.status, added.location], [303, paths.attendee({ ...nouns, attendee: row.id })])
    const sheet = wordsOn((await organiser.get(paths.attendeeCodes(nouns))).text)
    assert.ok(sheet.includes(shownCode(store.keyedHash, row.network_id, row.id)))
    // That somebody is a representative stands beside no name, not even here.
    assert.ok(!wordsOn((await organiser.get(added.location)).text).includes('representative'))
  })

  test('nobody but organisers sees names, codes or coverage', async (t) => {
    const { as, people, day, nouns, visitor } = await openDay(t, database)
    const closed = [
      paths.attendees(nouns),
      paths.newAttendee(nouns),
      paths.attendee({ ...nouns, attendee: day.attendees[0]!.id }),
      paths.attendeeCodes(nouns),
      paths.coverage(nouns),
    ]
    for (const url of closed) {
      assert.equal((await visitor().get(url)).status, 303, url)
      for (const actor of [people.lead, people.board, people.viewer, people.stranger, day.attendees[0]!]) {
        assert.equal((await (await as(actor)).get(url)).status, 403, url)
      }
    }
  })

  test('an organiser of another network changes nobody here', async (t) => {
    const { as, people, day, nouns, all } = await openDay(t, database)
    const stranger = await as(people.stranger)
    const before = await all()
    const attendee = { ...nouns, attendee: day.attendees[0]!.id }
    for (const url of [
      paths.newAttendee(nouns),
      paths.attendee(attendee),
      paths.attendeeArrival(attendee),
      paths.attendeeCancellation(attendee),
    ]) {
      const { status } = await stranger.submit(url, answers, paths.event(nouns))
      assert.equal(status, 403, url)
    }
    assert.deepEqual(await all(), before)
  })

  test('coverage counts by profession and team, and hides small numbers of representatives', async (t) => {
    const { as, people, nouns, store } = await openDay(t, database, { perTeam: 1 })
    for (const [number, team] of [...'bbbh'].entries()) {
      const answer = {
        name: `Carer ${number}`,
        team: team === 'b' ? 'brent' : 'harrow',
        livedExperience: 'carer',
      }
      await store.dispatch(signUp, { ...nouns, ...answer }, { actor: anyone })
    }
    const page = wordsOn((await (await as(people.organiser)).get(paths.coverage(nouns))).text)
    assert.match(page, /7 people have signed up/)
    assert.match(
      page,
      /Who is missing Nobody yet from any borough: Administration, Allied health professional/,
    )
    assert.match(
      page,
      /Manager 0 0 0 0 Nurse 1 1 1 3 Occupational therapist 0 0 0 0 .* Not given 3 1 0 4 All 4 2 1 7/,
    )
    assert.match(page, /Of representatives a number under 3 is not shown\. That somebody/)
    assert.match(page, /Service user and carer representatives 3 fewer than 3 fewer than 3 4/)
  })
})
