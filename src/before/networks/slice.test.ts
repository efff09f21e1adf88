import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { onBothDatabases } from '../../../test/stores.ts'
import {
  errorsByBox,
  errorsOn,
  filledIn,
  mainOf,
  noticesOn,
  refusalOn,
  wordsOn,
} from '../../../test/visitor.ts'
import { paths } from '../../paths.ts'
import { orThrow } from '../../platform/store/store.ts'
import { makeEvent } from '../events/commands.ts'
import { signUp } from '../sign-ups/commands/sign-up.ts'
import { isRefusal } from '../../platform/store/command.ts'
import { addMember, addTeam, endMembership, resumeMembership } from './commands.ts'
import { allNetworks, membersOf, networkById, teamsOf } from './store/networks.ts'

const described = {
  name: 'Flow',
  teamNoun: 'site',
  teamNounPlural: 'sites',
  boardName: 'Board',
  qiTeamName: 'QI team',
}

onBothDatabases('Networks', (database) => {
  test('somebody who has signed in makes a network, its teams and its people by forms alone', async (t) => {
    const house = await openHouse(t, { database })
    const { stranger } = await peopleOf(house.store)
    const visitor = await house.as(stranger)
    equal((await visitor.submit(paths.newNetwork({}), described)).location, '/networks/flow')
    const at = { network: 'flow' }
    for (const name of ['Park', 'Lake', 'Hill'])
      equal((await visitor.submit(paths.newTeam(at), { name })).location, paths.newTeam(at))
    deepEqual(
      (await teamsOf(house.store.db, 'flow')).map((team) => [team.id, team.name]),
      [
        ['park', 'Park'],
        ['lake', 'Lake'],
        ['hill', 'Hill'],
      ],
    )
    const lia = { name: 'Lia', email: 'lia@example.invalid', role: 'lead', team: 'lake', livedExperience: '' }
    const checking = await visitor.submit(paths.newPerson(at), lia)
    equal(checking.status, 200)
    equal(
      mainOf(checking.text),
      'Check before you add this person Name Lia E-mail lia@example.invalid Role Team lead Site Lake Nothing is sent. They can sign in with this address from now on. Add this person Change answers',
    )
    equal((await membersOf(house.store.db, 'flow')).length, 1)
    const added = await visitor.submit(paths.newPerson(at), { ...lia, _step: 'confirmed' })
    equal(added.location, paths.people(at))
    deepEqual(
      (await membersOf(house.store.db, 'flow')).map(({ name, role, team_id }) => [name, role, team_id]),
      [
        ['Lia', 'lead', 'lake'],
        ['Stan Stranger', 'organiser', null],
      ],
    )
  })

  test('who has not signed in starts no network', async (t) => {
    const house = await openHouse(t, { database })
    const page = await house.visitor().get(paths.newNetwork({}))
    equal(page.location, '/sign-in?next=%2Fnetworks%2Fnew')
    const answer = await house.visitor().json('POST', '/api/v1/networks/new', described)
    equal(answer.status, 401)
    deepEqual(await allNetworks(house.store.db), [])
  })

  test('an organiser describes the network; nobody else may', async (t) => {
    const house = await openHouse(t, { database })
    const { network, organiser, lead, stranger } = await peopleOf(house.store)
    const url = paths.editNetwork({ network })
    const change = { ...described, name: 'North West', aim: 'Shorter waits' }
    for (const actor of [lead, stranger]) {
      const visitor = await house.as(actor)
      equal((await visitor.get(url)).status, 403)
      equal((await visitor.json('POST', `/api/v1${url}`, change)).status, 403)
    }
    equal((await networkById(house.store.db, network))?.name, 'North')
    equal((await (await house.as(organiser)).submit(url, change)).location, paths.network({ network }))
    const now = await networkById(house.store.db, network)
    deepEqual([now?.name, now?.aim, now?.about], ['North West', 'Shorter waits', null])
  })

  test('a missing name is said, and the rest stays as typed', async (t) => {
    const house = await openHouse(t, { database })
    const { network, organiser } = await peopleOf(house.store)
    const visitor = await house.as(organiser)
    const again = await visitor.submit(paths.editNetwork({ network }), {
      ...described,
      name: '',
      aim: 'Halve the <wait>',
    })
    equal(again.status, 422)
    deepEqual(errorsByBox(again.text), { name: 'Enter the name of the network' })
    equal(filledIn(again.text)['aim'], 'Halve the <wait>')
    match(again.text, /Halve the &lt;wait&gt;<\/textarea>/)
    equal((await networkById(house.store.db, network))?.aim, null)
  })

  test('a team is renamed, but not to the name of another', async (t) => {
    const house = await openHouse(t, { database })
    const { network, organiser } = await peopleOf(house.store)
    const visitor = await house.as(organiser)
    const url = paths.editTeam({ network, team: 'brent' })
    const taken = await visitor.submit(url, { name: 'harrow' })
    equal(taken.status, 422)
    deepEqual(errorsOn(taken.text), ['harrow is there already'])
    equal(
      (await visitor.submit(url, { name: 'Brent North' })).location,
      paths.team({ network, team: 'brent' }),
    )
    equal((await visitor.get(paths.editTeam({ network, team: 'nowhere' }))).status, 404)
    deepEqual(
      (await teamsOf(house.store.db, network)).map((team) => team.name),
      ['Brent North', 'Harrow', 'Hillingdon'],
    )
  })

  test('two who add the same team at once make one', async (t) => {
    const { store } = await openHouse(t, { database })
    const { network, organiser } = await peopleOf(store)
    const add = () => store.dispatch(addTeam, { network, name: 'Westminster' }, { actor: organiser })
    const answers = await Promise.all([add(), add()])
    deepEqual(answers.map(isRefusal).sort(), [false, true])
    equal((await teamsOf(store.db, network)).length, 4)
  })

  test('organisers see addresses and lived experience; other insiders names and roles; strangers nothing', async (t) => {
    const house = await openHouse(t, { database })
    const { network, organiser, viewer, stranger } = await peopleOf(house.store)
    const carer = {
      network,
      name: 'Cy Carer',
      email: 'cy@example.invalid',
      role: 'representative',
      team: 'harrow',
      livedExperience: 'carer',
    }
    await house.store.dispatch(addMember, carer, { actor: organiser })
    const url = paths.people({ network })
    const seen = wordsOn((await (await house.as(organiser)).get(url)).text)
    match(seen, /Name Cy Carer , Service user or carer representative/)
    match(seen, /cy@example.invalid Role Service user or carer representative Borough Harrow/)
    equal(/Lived experience/.test(seen), false)
    const others = (await (await house.as(viewer)).get(url)).text
    match(wordsOn(others), /Name Cy Carer Role Team member Borough Harrow/)
    for (const secret of [/@example/, /representative/, /Lived experience/, /\/people\/0/])
      equal(secret.test(others), false, String(secret))
    equal((await (await house.as(stranger)).get(url)).status, 403)
    equal((await house.visitor().get(url)).status, 303)
  })

  test('a role is ended and given back', async (t) => {
    const house = await openHouse(t, { database })
    const { network, organiser } = await peopleOf(house.store)
    const visitor = await house.as(organiser)
    const bo = (await membersOf(house.store.db, network)).find((one) => one.role === 'board')!
    const at = { network, membership: bo.id }
    const held = async () => (await membersOf(house.store.db, network)).some((one) => one.id === bo.id)
    equal(
      (await visitor.submit(paths.endMembership(at), {}, paths.membership(at))).location,
      paths.membership(at),
    )
    equal(await held(), false)
    deepEqual(noticesOn((await visitor.get(paths.membership(at))).text), [
      'This role ended on 12 January 2027. What was done in it stays.',
    ])
    await visitor.submit(paths.resumeMembership(at), {}, paths.membership(at))
    equal(await held(), true)
  })

  test('a role that was given anew is not given back a second time', async (t) => {
    const { store } = await openHouse(t, { database })
    const { network, organiser } = await peopleOf(store)
    const bo = (await membersOf(store.db, network)).find((one) => one.role === 'board')!
    await store.dispatch(endMembership, { network, membership: bo.id }, { actor: organiser })
    const again = { network, name: bo.name, email: bo.email, role: 'board' }
    await store.dispatch(addMember, again, { actor: organiser })
    const ended = { network, membership: bo.id }
    const answer = await store.dispatch(resumeMembership, ended, { actor: organiser })
    deepEqual(answer, { kind: 'rule', refused: 'This person has been given the role again already' })
  })

  test('the last organiser stays', async (t) => {
    const house = await openHouse(t, { database })
    const { network, organiser } = await peopleOf(house.store)
    const visitor = await house.as(organiser)
    const own = (await membersOf(house.store.db, network)).find((one) => one.role === 'organiser')!
    const at = { network, membership: own.id }
    const answer = await visitor.submit(paths.endMembership(at), {}, paths.membership(at))
    equal(answer.status, 409)
    equal(
      refusalOn(answer.text),
      'That could not be done: A network needs an organiser. Give someone else that role first.',
    )
    equal((await membersOf(house.store.db, network)).filter((one) => one.role === 'organiser').length, 1)
  })

  test('the activity of a network is for those with a role, latest first, under names', async (t) => {
    const house = await openHouse(t, { database })
    const { network, organiser, viewer, stranger } = await peopleOf(house.store)
    house.clock.move('2027-01-13T15:30:00.000Z')
    await house.store.dispatch(addTeam, { network, name: 'Westminster' }, { actor: organiser })
    const url = paths.activity({ network })
    const words = wordsOn((await (await house.as(viewer)).get(url)).text)
    match(
      words,
      /Wednesday 13 January 2027 3:30pm Olu Organiser added a team Tuesday 12 January 2027 9am Whoever runs/,
    )
    equal(words.split('gave someone a role').length - 1, 8)
    equal(words.split('added a team').length - 1, 1 + 3)
    equal((await (await house.as(stranger)).get(url)).status, 403)
  })

  test('the activity does not say who came to an event', async (t) => {
    const house = await openHouse(t, { database })
    const { network, organiser, lead, viewer } = await peopleOf(house.store)
    const day = { network, name: 'Day', on: '2027-03-01' }
    const { id: event } = orThrow(await house.store.dispatch(makeEvent, day, { actor: organiser }))
    const own = {
      network,
      event,
      name: 'Bea Lead',
      email: 'bea.lead@example.invalid',
      team: 'brent',
      livedExperience: 'none',
    }
    orThrow(await house.store.dispatch(signUp, own, { actor: lead }))
    const words = wordsOn((await (await house.as(viewer)).get(paths.activity({ network }))).text)
    match(words, /9am Someone signed up/)
    equal(words.includes('Bea Lead'), false)
  })

  test('activity goes on over pages', async (t) => {
    const house = await openHouse(t, { database })
    const { network, organiser } = await peopleOf(house.store)
    const add = (number: number) =>
      house.store.dispatch(addTeam, { network, name: `Team ${number}` }, { actor: organiser })
    for (let number = 0; number < 40; number += 1) await add(number)
    const visitor = await house.as(organiser)
    const shown = async (page: string) =>
      wordsOn((await visitor.get(`${paths.activity({ network })}${page}`)).text).split(/(?:added|gave) /)
        .length - 1
    deepEqual([await shown(''), await shown('?page=2'), await shown('?page=nonsense')], [50, 1, 50])
  })
})
