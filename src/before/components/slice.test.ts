import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { onBothDatabases, type Database } from '../../../test/stores.ts'
import { errorsOn, wordsOn } from '../../../test/visitor.ts'
import { paths } from '../../paths.ts'
import { orThrow } from '../../platform/store/store.ts'
import { addIdea } from '../ideas/commands.ts'
import { componentsOf } from './store.ts'

const part = {
  what: 'A nurse rings first',
  purpose: 'People dare to come',
  here: 'Ten minutes',
  hold: 'core',
}

/** A network in which Brent brought one idea. */
async function opened(t: TestContext, database: Database) {
  const house = await openHouse(t, { database })
  const people = await peopleOf(house.store)
  const network = 'north'
  const made = await house.store.dispatch(
    addIdea,
    { network, team: 'brent', title: 'Talk first' },
    { actor: people.lead },
  )
  const at = { network, idea: (orThrow(made) as { id: string }).id }
  const lead = await house.as(people.lead)
  const rows = () => componentsOf(house.store.db, network)
  return { ...house, people, at, lead, rows }
}

onBothDatabases('Parts of an idea', (database) => {
  test('a part is added, told with what it is for, changed, taken off and put back', async (t) => {
    const { at, lead, rows, visitor } = await opened(t, database)
    match(wordsOn((await lead.get(paths.idea(at))).text), /What to keep, what to adapt Name the parts/)
    ok(!wordsOn((await visitor().get(paths.idea(at))).text).includes('What to keep'))
    equal((await lead.submit(paths.newComponent(at), part)).location, `${paths.idea(at)}#parts`)
    const { id: component } = (await rows())[0]!
    const told = /Core A nurse rings first So that: People dare to come Here: Ten minutes/
    for (const url of [paths.idea(at), paths.components(at)])
      match(wordsOn((await visitor().get(url)).text), told, url)
    const one = { ...at, component }
    await lead.submit(paths.editComponent(one), { ...part, hold: 'adaptable', here: '' })
    match(wordsOn((await visitor().get(paths.idea(at))).text), /Adaptable A nurse rings first/)
    const { location } = await lead.submit(paths.removeComponent(one), {}, paths.editComponent(one))
    match(wordsOn((await lead.get(location!)).text), /“A nurse rings first” was taken off\. Put it back/)
    deepEqual(await rows(), [])
    await lead.submit(paths.restoreComponent(one), {}, location!)
    deepEqual(
      (await rows()).map(({ hold, here }) => [hold, here]),
      [['adaptable', null]],
    )
  })

  test('a stranger may not, nor another team; a refusal keeps what was typed and changes nothing', async (t) => {
    const { as, people, at, lead, rows } = await opened(t, database)
    await lead.submit(paths.newComponent(at), part)
    const before = await rows()
    const one = { ...at, component: before[0]!.id }
    for (const who of [people.stranger, people.harrowLead, people.viewer, people.board]) {
      const visitor = await as(who)
      for (const url of [
        paths.newComponent(at),
        paths.editComponent(one),
        paths.removeComponent(one),
        paths.restoreComponent(one),
      ])
        equal((await visitor.json('POST', `/api/v1${url}`, part)).status, 403, url)
    }
    for (const [values, says] of [
      [{ ...part, what: '' }, 'Enter what is done'],
      [{ ...part, what: 'Other', purpose: '' }, 'Enter what it is for'],
      [{ ...part, what: 'Other', hold: '' }, 'Choose how tightly others should hold on to it'],
      [part, 'There is a part with these words already'],
    ] as const) {
      const answer = await lead.submit(paths.newComponent(at), values)
      equal(answer.status, 422)
      ok(errorsOn(answer.text).includes(says), says)
      match(answer.text, /Ten minutes<\/textarea>/)
    }
    deepEqual(await rows(), before)
  })

  test('two at once who add the same part: one is added, the other is told', async (t) => {
    const { as, people, at, rows } = await opened(t, database)
    const both = await Promise.all(
      [people.lead, people.organiser].map(async (who) =>
        (await as(who)).submit(paths.newComponent(at), part),
      ),
    )
    deepEqual(both.map(({ status }) => status).sort(), [303, 422])
    equal((await rows()).length, 1)
  })

  test('a list of 1 and of 3, the core first', async (t) => {
    const { at, lead, visitor } = await opened(t, database)
    const listed = async () => {
      const { body } = await visitor().json('GET', `/api/v1${paths.components(at)}`)
      return (body as { components: { what: string }[] }).components.map(({ what }) => what)
    }
    await lead.submit(paths.newComponent(at), { ...part, what: 'A leaflet', hold: 'optional' })
    deepEqual(await listed(), ['A leaflet'])
    await lead.submit(paths.newComponent(at), { ...part, what: 'A room', hold: 'adaptable' })
    await lead.submit(paths.newComponent(at), part)
    deepEqual(await listed(), ['A nurse rings first', 'A room', 'A leaflet'])
  })
})
