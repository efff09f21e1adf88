import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse, type House } from '../../../test/house.ts'
import { peopleOf, type People } from '../../../test/people.ts'
import { onBothDatabases } from '../../../test/stores.ts'
import { elementsOf, errorsByBox, filledIn, wordsOn } from '../../../test/visitor.ts'
import { paths } from '../../paths.ts'
import type { Actor } from '../../platform/store/actor.ts'
import { isRefusal } from '../../platform/store/command.ts'
import { orThrow } from '../../platform/store/store.ts'
import { addIdea, editIdea } from './commands.ts'
import { coProducersOf, coProducersOfIdea, ideaById, ideasOf, searchIdeas } from './store.ts'

const tree = {
  title: 'Tree of Life groups',
  problem: 'People wait for months',
  changes: 'Groups in step 2, led by peers',
  evidence: '',
  needs: '',
  slidesUrl: '',
}

const add = async (
  { store }: House,
  { network, organiser }: People,
  team: string,
  title: string,
  problem = '',
) => orThrow(await store.dispatch(addIdea, { network, team, title, problem }, { actor: organiser })).id

onBothDatabases('Ideas', (database) => {
  const opened = async (t: Parameters<typeof openHouse>[0]) => {
    const house = await openHouse(t, { database })
    return { house, people: await peopleOf(house.store) }
  }

  test('a team adds its idea by a form, and everyone reads the card', async (t) => {
    const { house, people } = await opened(t)
    const { network } = people
    const lead = await house.as(people.lead)
    const done = await lead.submit(paths.newIdea({ network }), { ...tree, team: 'brent' })
    const url = paths.idea({ network, idea: 'tree-of-life-groups' })
    equal(done.location, url)
    const words = wordsOn((await house.visitor().get(url)).text)
    match(words, /Tree of Life groups From Brent/)
    match(
      words,
      /The problem People wait for months What changes Groups in step 2, led by peers Who has taken it up/,
    )
  })

  test('one that may be there already is shown before it is added, and is added all the same when it is another', async (t) => {
    const { house, people } = await opened(t)
    const { network } = people
    await add(house, people, 'harrow', 'Talk first on the phone', 'People fear the first visit')
    const lead = await house.as(people.lead)
    const url = paths.newIdea({ network })
    const mine = { ...tree, title: 'First a talk by phone', team: 'brent' }
    const asked = await lead.submit(url, mine)
    equal(asked.status, 200)
    match(
      wordsOn(asked.text),
      /Is it one of these\? .*Talk first on the phone Harrow People fear the first visit/,
    )
    const done = await lead.submit(url, { ...mine, _step: 'confirmed' })
    equal(done.location, paths.idea({ network, idea: 'first-a-talk-by-phone' }))
  })

  test('anyone of the team edits its idea; another team and who has not signed in do not', async (t) => {
    const { house, people } = await opened(t)
    const { network } = people
    const idea = await add(house, people, 'brent', 'Tree')
    const url = paths.editIdea({ network, idea })
    const attempts: [Actor, number][] = [
      [people.member, 200],
      [people.representative, 200],
      [people.organiser, 200],
      [people.harrowLead, 403],
      [people.viewer, 403],
      [people.stranger, 403],
    ]
    for (const [actor, status] of attempts) {
      const visitor = await house.as(actor)
      equal((await visitor.get(url)).status, status)
      const sent = await visitor.json('POST', `/api/v1${url}`, { ...tree, title: `By ${status}` })
      equal(sent.status, status)
    }
    equal((await house.visitor().json('POST', `/api/v1${url}`, tree)).status, 401)
    equal((await ideaById(house.store.db, network, idea))?.title, 'By 200')
  })

  test('a lead adds ideas for the own team only', async (t) => {
    const { house, people } = await opened(t)
    const { network } = people
    const lead = await house.as(people.lead)
    const page = await lead.get(paths.newIdea({ network }))
    const choices = elementsOf(page.text).filter((one) => one.tagName === 'option')
    equal(choices.length, 1)
    const other = await lead.json('POST', `/api/v1${paths.newIdea({ network })}`, { ...tree, team: 'harrow' })
    equal(other.status, 403)
    deepEqual(await ideasOf(house.store.db, network), [])
  })

  test('only an organiser says that an idea comes from another team', async (t) => {
    const { house, people } = await opened(t)
    const { network } = people
    const idea = await add(house, people, 'brent', 'Tree')
    const change = { network, idea, title: 'Tree', team: 'harrow' }
    const refused = await house.store.dispatch(editIdea, change, { actor: people.lead })
    equal(
      isRefusal(refused) && refused.fields?.['team'],
      'Only an organiser can say that an idea comes from elsewhere',
    )
    equal((await ideaById(house.store.db, network, idea))?.team_id, 'brent')
    const organiser = await house.as(people.organiser)
    await organiser.submit(paths.editIdea({ network, idea }), { ...tree, team: 'harrow' })
    equal((await ideaById(house.store.db, network, idea))?.team_id, 'harrow')
  })

  test('what is wrong is said at its field, and what was typed stays', async (t) => {
    const { house, people } = await opened(t)
    const { network } = people
    const lead = await house.as(people.lead)
    const again = await lead.submit(paths.newIdea({ network }), {
      ...tree,
      team: 'brent',
      slidesUrl: 'javascript:alert(1)',
    })
    equal(again.status, 422)
    deepEqual(errorsByBox(again.text), {
      slidesUrl: 'Enter the address of the slides in full, starting with https://',
    })
    const { title, problem, changes } = tree
    deepEqual(filledIn(again.text), {
      team: 'brent',
      title,
      problem,
      changes,
      slidesUrl: 'javascript:alert(1)',
    })
    deepEqual(await ideasOf(house.store.db, network), [])
  })

  test('an idea that is sent twice at once is there once', async (t) => {
    const { house, people } = await opened(t)
    const { network, lead, member } = people
    const sent = { network, team: 'brent', title: 'Tree' }
    const answers = await Promise.all(
      [lead, member].map((actor) => house.store.dispatch(addIdea, sent, { actor })),
    )
    deepEqual(answers.map(isRefusal).sort(), [false, true])
    equal((await ideasOf(house.store.db, network)).length, 1)
  })

  test('co-producers are recorded apart, removed, and put back', async (t) => {
    const { house, people } = await opened(t)
    const { network } = people
    const idea = await add(house, people, 'brent', 'Tree')
    const member = await house.as(people.member)
    const at = { network, idea }
    const carers = { kind: 'carers', recruitedBy: 'brent', howMany: '3', note: '' }
    equal((await member.submit(paths.newCoProducer(at), carers)).location, paths.idea(at))
    await member.submit(paths.newCoProducer(at), {
      kind: 'service_users',
      recruitedBy: '',
      howMany: '',
      note: '',
    })
    const shown = async () => wordsOn((await house.visitor().get(paths.idea(at))).text)
    match(await shown(), /Who Service users How many Not shown Recruited by Not recorded/)
    match(await shown(), /Who Carers How many 3 Recruited by Brent/)
    const two = { kind: 'service_users', recruitedBy: 'brent', howMany: '2', note: '' }
    await member.submit(paths.newCoProducer(at), two)
    match(await shown(), /Who Service users How many Not shown Recruited by Brent/)
    match(wordsOn((await member.get(paths.idea(at))).text), /Who Service users How many 2 Recruited by Brent/)
    const { coProducers } = (await house.visitor().json('GET', `/api/v1${paths.idea(at)}`)).body as {
      coProducers: { howMany: number | null }[]
    }
    deepEqual(
      coProducers.map(({ howMany }) => howMany),
      [null, null, 3],
    )
    const kept = await coProducersOfIdea(house.store.db, network, idea)
    const coProducer = kept.find((one) => one.kind === 'carers')!.id
    const gone = await member.submit(paths.removeCoProducer({ ...at, coProducer }), {}, paths.idea(at))
    equal(gone.location, `${paths.idea(at)}?removed=${coProducer}`)
    equal((await coProducersOf(house.store.db, network)).length, 2)
    await member.submit(paths.restoreCoProducer({ ...at, coProducer }), {}, gone.location)
    equal((await coProducersOf(house.store.db, network)).length, 3)
  })

  test('strangers neither add nor remove co-producers, nor under the address of another idea', async (t) => {
    const { house, people } = await opened(t)
    const { network } = people
    const idea = await add(house, people, 'brent', 'Tree')
    const other = await add(house, people, 'harrow', 'Hub')
    const lead = await house.as(people.lead)
    await lead.submit(paths.newCoProducer({ network, idea }), { kind: 'carers' })
    const [one] = await coProducersOf(house.store.db, network)
    const stranger = await house.as(people.harrowLead)
    const of = (idea: string) => `/api/v1${paths.removeCoProducer({ network, idea, coProducer: one!.id })}`
    equal((await stranger.json('POST', of(idea), {})).status, 403)
    equal((await stranger.json('POST', of(other), {})).status, 409)
    equal(
      (await stranger.json('POST', `/api/v1${paths.newCoProducer({ network, idea })}`, { kind: 'staff' }))
        .status,
      403,
    )
    equal((await coProducersOf(house.store.db, network)).length, 1)
  })

  test('how many is a whole number or nothing', async (t) => {
    const { house, people } = await opened(t)
    const { network } = people
    const idea = await add(house, people, 'brent', 'Tree')
    const lead = await house.as(people.lead)
    for (const howMany of ['some', '2.5', '0']) {
      const again = await lead.submit(paths.newCoProducer({ network, idea }), { kind: 'carers', howMany })
      equal(again.status, 422, howMany)
      deepEqual(filledIn(again.text), { kind: 'carers', howMany })
    }
    deepEqual(await coProducersOf(house.store.db, network), [])
  })

  test('the list of ideas with none, one and three', async (t) => {
    const { house, people } = await opened(t)
    const { network } = people
    const url = paths.ideas({ network })
    const shown = async () => wordsOn((await house.visitor().get(url)).text)
    match(await shown(), /No idea has been added yet/)
    await add(house, people, 'brent', 'Tree')
    match(await shown(), /borough 1 idea Tree Brent Support/)
    await add(house, people, 'harrow', 'Hub')
    await add(house, people, 'hillingdon', 'Apples')
    match(await shown(), /borough 3 ideas Apples Hillingdon Hub Harrow Tree Brent Support/)
  })

  test('ideas are found by the beginning of any word, in any order, and by their team', async (t) => {
    const { house, people } = await opened(t)
    const { network } = people
    await add(house, people, 'brent', 'Streamline assessments', 'Therapies start late')
    await add(house, people, 'harrow', 'Personalised conversations', 'An assessment is repeated')
    await add(house, people, 'hillingdon', 'Step 2 from feedback')
    const cases: [string, string[]][] = [
      ['assess', ['personalised-conversations', 'streamline-assessments']],
      ['ASSESSMENT streamline', ['streamline-assessments']],
      ['therapy', ['streamline-assessments']],
      ['step 2', ['step-2-from-feedback']],
      ['harrow', ['personalised-conversations']],
      ['brent conversations', []],
      ['100%', []],
      ['zebra', []],
      ['the', ['personalised-conversations', 'step-2-from-feedback', 'streamline-assessments']],
    ]
    for (const [query, found] of cases) {
      const { ideas } = await searchIdeas(house.store.db, network, query)
      deepEqual(ideas.map((idea) => idea.id).sort(), found, query)
    }
    const page = wordsOn((await house.visitor().get(`${paths.ideas({ network })}?q=zebra`)).text)
    match(page, /No idea has “zebra” in it\. Try fewer or shorter words\./)
  })

  test('a changed card is found by its new words and not by its old', async (t) => {
    const { house, people } = await opened(t)
    const { network, organiser } = people
    const idea = await add(house, people, 'brent', 'Tree', 'Old words')
    await house.store.dispatch(editIdea, { network, idea, title: 'Hub' }, { actor: organiser })
    const ids = async (query: string) => (await searchIdeas(house.store.db, network, query)).ideas.length
    deepEqual([await ids('tree'), await ids('old'), await ids('hub')], [0, 0, 1])
  })

  test('programs read ideas and a card without signing in', async (t) => {
    const { house, people } = await opened(t)
    const { network } = people
    const idea = await add(house, people, 'brent', 'Tree', 'Waiting')
    const list = await house.visitor().json('GET', `/api/v1${paths.ideas({ network })}`)
    const card = await house.visitor().json('GET', `/api/v1${paths.idea({ network, idea })}`)
    const shown = {
      id: 'tree',
      title: 'Tree',
      team: { id: 'brent', name: 'Brent' },
      problem: 'Waiting',
      changes: null,
      evidence: null,
      needs: null,
      slidesUrl: null,
      cameFrom: null,
      updatedAt: '2027-01-12T09:00:00.000Z',
    }
    deepEqual(list, { status: 200, body: { ideas: [shown] } })
    deepEqual(card, { status: 200, body: { idea: shown, coProducers: [], threads: [] } })
  })
})
