import { equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { dayOf } from '../../test/day.ts'
import { openHouse } from '../../test/house.ts'
import { peopleOf } from '../../test/people.ts'
import { onBothDatabases } from '../../test/stores.ts'
import { paths } from '../paths.ts'

/** The address of "My day" in the header, if any. */
const myDay = (page: string): string | undefined =>
  /<a class="nhsuk-header__account-link" href="([^"]*)">(?:(?!<\/a>)[^])*My day<\/a>/.exec(page)?.[1]

onBothDatabases('The way back to Now', (database) => {
  test('stands on every page of the day for whoever takes part, and not on Now itself', async (t) => {
    const house = await openHouse(t, { database })
    const people = await peopleOf(house.store)
    const day = await dayOf(house, people, { perTeam: 1 })
    const at = { network: day.network, event: day.event }
    const pages = [paths.rooms(at), paths.reflections(at), paths.programme(at), paths.event(at), '/help']
    const attendee = await house.as(day.attendees[0]!)
    for (const page of pages) equal(myDay((await attendee.get(page)).text), paths.now(at), page)
    equal(myDay((await attendee.get(paths.now(at))).text), undefined)
    match((await attendee.get(paths.now(at))).text, /My day/)
    const lead = await house.as(people.lead)
    equal(myDay((await lead.get(paths.rooms(at))).text), paths.now(at))
    equal(myDay((await lead.get(paths.now(at))).text), undefined)
    const organiser = await house.as(people.organiser)
    equal(myDay((await organiser.get(paths.rooms(at))).text), paths.desk(at))
    match((await organiser.get('/')).text, new RegExp(`href="${paths.desk(at)}"`))
    match((await lead.get('/')).text, new RegExp(`href="${paths.now(at)}"`))
  })

  test('leads nowhere on another day', async (t) => {
    const house = await openHouse(t, { database })
    const people = await peopleOf(house.store)
    const day = await dayOf(house, people, { perTeam: 1, on: '2027-02-12' })
    const at = { network: day.network, event: day.event }
    const attendee = await house.as(day.attendees[0]!)
    equal(myDay((await attendee.get(paths.rooms(at))).text), undefined)
  })
})
