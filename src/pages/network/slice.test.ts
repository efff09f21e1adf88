import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { onBothDatabases } from '../../../test/stores.ts'
import { elementsOf, wordsOn } from '../../../test/visitor.ts'
import { orThrow } from '../../platform/store/store.ts'
import { makeEvent } from '../../before/events/commands.ts'
import { makePledge } from '../../day/pledges/commands.ts'
import { eventsPart } from './views/events.ts'
import { meetingsPart } from './views/meetings.ts'
import { planCycle } from '../../after/cycles/commands.ts'
import { addIdea } from '../../before/ideas/commands.ts'
import { addMember, describeNetwork } from '../../before/networks/commands.ts'
import { paths } from '../../paths.ts'

const hrefs = (text: string) =>
  elementsOf(text).flatMap((node) => node.attrs.filter((one) => one.name === 'href').map((one) => one.value))

onBothDatabases('The page of a network', (database) => {
  test('everyone reads the aim, the teams, who runs it and the ideas, and no name of a person', async (t) => {
    const house = await openHouse(t, { database })
    const { network, organiser } = await peopleOf(house.store)
    const described = {
      network,
      name: 'North',
      organisation: 'A trust',
      aim: 'Shorter waits',
      teamNoun: 'borough',
      teamNounPlural: 'boroughs',
      boardName: 'Psychosocial Board',
      qiTeamName: 'QI team',
    }
    const by = { actor: organiser }
    await house.store.dispatch(describeNetwork, described, by)
    for (const title of ['Tree', 'Hub', 'Step 2'])
      await house.store.dispatch(addIdea, { network, team: 'brent', title }, by)
    const { text } = await house.visitor().get(paths.network({ network }))
    const words = wordsOn(text)
    match(
      words,
      /Overview Ideas Teams Events Asks Meetings Spread .* A trust North Shorter waits .* Who has taken up what No borough has looked at another’s idea here yet/,
    )
    match(words, /Idea, by borough Brent Harrow Hillingdon Hub from Brent Brent ⌂ Home Harrow nothing yet/)
    match(
      words,
      /Events No event has been planned yet. Six-weekly meetings No meeting is planned at the moment/,
    )
    match(words, /QI team supports the work; Psychosocial Board answers what boroughs ask of it/)
    for (const secret of [/Olu/, /Bea/, /People and roles/, /Set up the network/, /Add /])
      equal(secret.test(words), false, String(secret))
  })

  test('an organiser of an empty network is led to what comes next', async (t) => {
    const house = await openHouse(t, { database })
    const { stranger } = await peopleOf(house.store)
    const visitor = await house.as(stranger)
    const { text } = await visitor.get(paths.network({ network: 'elsewhere' }))
    match(
      wordsOn(text),
      /Add the boroughs To do Add people and their roles To do Add an idea from each borough To do/,
    )
    match(wordsOn(text), /No idea has been added yet/)
    match(wordsOn(text), /No event has been planned yet/)
    const at = { network: 'elsewhere' }
    for (const url of [paths.newTeam(at), paths.newPerson(at), paths.newIdea(at), paths.editNetwork(at)]) {
      equal(hrefs(text).includes(url), true, url)
      equal((await visitor.get(url)).status, 200, url)
    }
  })

  test('from nothing to a network with teams, people and ideas by forms alone', async (t) => {
    const house = await openHouse(t, { database })
    const { lead } = await peopleOf(house.store)
    const visitor = await house.as(lead)
    const words = { teamNoun: 'site', teamNounPlural: 'sites', boardName: 'Board', qiTeamName: 'QI team' }
    const begun = await visitor.submit(paths.newNetwork({}), { name: 'Flow', aim: 'Shorter stays', ...words })
    const network = begun.location.split('/').pop()!
    for (const name of ['Park', 'Lake']) await visitor.submit(paths.newTeam({ network }), { name })
    const person = { name: 'Lia', email: 'lia@example.invalid', role: 'representative', team: 'lake' }
    const added = await visitor.submit(paths.newPerson({ network }), { ...person, _step: 'confirmed' })
    equal(added.location, paths.people({ network }))
    const idea = await visitor.submit(paths.newIdea({ network }), { team: 'lake', title: 'One conversation' })
    equal((await visitor.get(idea.location)).status, 200)
    const { text } = await visitor.get(begun.location)
    match(
      wordsOn(text),
      /Add the sites 2 added Add people and their roles 2 roles Add an idea from each site 1 added/,
    )
    match(wordsOn(text), /Plan the first event To do/)
  })

  test('an insider finds people and activity; a stranger does not', async (t) => {
    const house = await openHouse(t, { database })
    const { network, viewer, stranger } = await peopleOf(house.store)
    const seen = async (actor: typeof viewer) => {
      const links = hrefs((await (await house.as(actor)).get(paths.network({ network }))).text)
      return [paths.people({ network }), paths.activity({ network })].map((url) => links.includes(url))
    }
    deepEqual(
      [await seen(viewer), await seen(stranger)],
      [
        [true, true],
        [false, false],
      ],
    )
  })

  test('programs read the network without names of people', async (t) => {
    const house = await openHouse(t, { database })
    const { network } = await peopleOf(house.store)
    const { status, body } = await house.visitor().json('GET', `/api/v1${paths.network({ network })}`)
    equal(status, 200)
    const { teams, meetings, ...rest } = body as Record<string, unknown>
    deepEqual(teams, [
      { id: 'brent', name: 'Brent' },
      { id: 'harrow', name: 'Harrow' },
      { id: 'hillingdon', name: 'Hillingdon' },
    ])
    deepEqual(meetings, { next: null, held: 0, planned: 0 })
    deepEqual(Object.keys(rest).sort(), ['events', 'ideas', 'network'])
  })

  test('a network that is not there is not found', async (t) => {
    const house = await openHouse(t, { database })
    equal((await house.visitor().get(paths.network({ network: 'nowhere' }))).status, 404)
  })

  test('a name with markup in it is shown as it is', async (t) => {
    const house = await openHouse(t, { database })
    const { network, organiser } = await peopleOf(house.store)
    const title = '<b>Tree</b> & "Life"'
    await house.store.dispatch(addIdea, { network, team: 'brent', title }, { actor: organiser })
    const { text } = await house.visitor().get(paths.network({ network }))
    equal(text.includes('&lt;b&gt;Tree&lt;/b&gt; &amp; &quot;Life&quot;'), true)
    equal(
      elementsOf(text).some((node) => node.tagName === 'b'),
      false,
    )
  })
})

const day = (on: string, name: string) => ({
  name,
  on,
  starts: '',
  ends: '',
  place: 'Town hall',
  link: '',
  aims: '',
})

onBothDatabases('What came of ideas', (database) => {
  test('a pledge is counted at its event, and found from its team and its idea', async (t) => {
    const house = await openHouse(t, { database })
    const { network, organiser } = await peopleOf(house.store)
    const by = { actor: organiser }
    const { id: idea } = orThrow(
      await house.store.dispatch(addIdea, { network, team: 'brent', title: 'Tree' }, by),
    )
    const { id: event } = orThrow(
      await house.store.dispatch(makeEvent, { network, ...day('2027-01-12', 'First day') }, by),
    )
    orThrow(await house.store.dispatch(makeEvent, { network, ...day('2027-03-01', 'Second day') }, by))
    const pledged = { network, event, team: 'harrow', idea, what: 'Test the tree' }
    const { id: pledge } = orThrow(await house.store.dispatch(makePledge, pledged, by))
    house.clock.move('2027-01-13T09:00:00.000Z')
    const visitor = house.visitor()
    const onNetwork = (await visitor.get(paths.network({ network }))).text
    match(
      wordsOn(onNetwork),
      /Events Second day Monday 1 March 2027, Town hall Past events First day Tuesday 12 January 2027, Town hall 1 pledge Six-weekly/,
    )
    equal(hrefs(onNetwork).includes(paths.pledges({ network, event })), true)
    const onTeam = (await visitor.get(paths.team({ network, team: 'harrow' }))).text
    match(wordsOn(onTeam), /Harrow 1 pledge, 1 on the way What it took up Tree Test the tree Idea : done/)
    match(
      wordsOn(onTeam),
      /Pledge : done Ask : to come Answer : to come Plan : to come Test : to come .*The plan No plan yet/,
    )
    equal(hrefs(onTeam).includes(paths.pledge({ network, event, pledge })), true)
    const onIdea = (await visitor.get(paths.idea({ network, idea }))).text
    match(wordsOn(onIdea), /Who has taken it up Harrow : the whole thread Pledged to test it/)
    equal(hrefs(onIdea).includes(paths.thread({ network, team: 'harrow', idea })), true)
    const test = { network, event, pledge, question: 'Does it grow?', prediction: 'Yes' }
    const how = { confidence: 'guess', scale: 'one' }
    orThrow(await house.store.dispatch(planCycle, { ...test, ...how }, by))
    match(wordsOn((await visitor.get(paths.idea({ network, idea }))).text), /the whole thread Tests it/)
  })
})

test('where only the rhythm of meetings is known, no date is made up', () => {
  const network = { id: 'north', teamNounPlural: 'boroughs', meetsEveryWeeks: 6 }
  const meetings = { next: null, held: 0, planned: 0 }
  equal(
    wordsOn(meetingsPart({ network, meetings, organising: false }).toString()),
    'Six-weekly meetings The boroughs met every six weeks. The dates were not recorded. No meeting is planned at the moment.',
  )
})

test('the next meeting is named by its day and time', () => {
  const network = { id: 'north', teamNounPlural: 'boroughs', meetsEveryWeeks: null }
  const next = {
    id: 'r',
    startsAt: '2027-01-12T09:30:00.000Z',
    endsAt: '2027-01-12T11:00:00.000Z',
    place: null,
  }
  const meetings = { next, held: 2, planned: 3 }
  equal(
    wordsOn(meetingsPart({ network, meetings, organising: true }).toString()),
    'Six-weekly meetings Next: Tuesday 12 January 2027 , 9:30am to 11am 2 meetings held so far',
  )
})

test('pledges of a past event that nobody wrote down are not said to be none', () => {
  const event = {
    id: 'e',
    name: 'Day',
    onDay: '2023-04-18',
    past: true,
    cancelled: false,
    place: null,
    pledges: null,
  }
  const network = { id: 'north', teamNounPlural: 'boroughs' }
  equal(
    wordsOn(eventsPart({ network, events: [event], organising: false }).toString()),
    'Events No event is planned at the moment. Past events Day Tuesday 18 April 2023 Pledges: not recorded',
  )
})

onBothDatabases('The page of a team', (database) => {
  test('everyone reads its ideas; names are for people with a role, and tell of no representative', async (t) => {
    const house = await openHouse(t, { database })
    const { network, organiser, viewer, stranger } = await peopleOf(house.store)
    await house.store.dispatch(addIdea, { network, team: 'brent', title: 'Tree' }, { actor: organiser })
    await house.store.dispatch(
      addMember,
      { network, name: 'Mo', email: 'mo.member@example.invalid', role: 'representative', team: 'brent' },
      { actor: organiser },
    )
    const url = paths.team({ network, team: 'brent' })
    const seen = async (actor: typeof viewer) => wordsOn((await (await house.as(actor)).get(url)).text)
    match(
      await seen(viewer),
      /see these names\. Bea Lead, team lead Mo Member, team member Ray Representative, team member Support/,
    )
    for (const words of [await seen(stranger), wordsOn((await house.visitor().get(url)).text)]) {
      match(
        words,
        /Brent 1 idea brought .* Ideas it brought Tree Brent Who made it together with the team is not recorded\./,
      )
      equal(/Bea|Mo Member|Ray|People/.test(words), false)
    }
  })

  test('programs read a team without names', async (t) => {
    const house = await openHouse(t, { database })
    const { network } = await peopleOf(house.store)
    const url = `/api/v1${paths.team({ network, team: 'harrow' })}`
    deepEqual(await house.visitor().json('GET', url), {
      status: 200,
      body: {
        team: { id: 'harrow', name: 'Harrow' },
        ideas: [],
        reflections: [],
        choices: [],
        pledges: [],
        asks: [],
        hasPlan: false,
      },
    })
  })

  test('a team of another network is not found', async (t) => {
    const house = await openHouse(t, { database })
    await peopleOf(house.store)
    equal((await house.visitor().get(paths.team({ network: 'elsewhere', team: 'brent' }))).status, 404)
  })
})
