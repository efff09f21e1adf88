import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { onBothDatabases, type Database } from '../../../test/stores.ts'
import { errorsOn, wordsOn } from '../../../test/visitor.ts'
import { paths } from '../../paths.ts'
import { orThrow } from '../../platform/store/store.ts'
import { addIdea } from '../../before/ideas/commands.ts'
import { packagesOf } from './store.ts'

const network = 'north'

/** A network with three ideas, two of Brent and one of Harrow. */
async function opened(t: TestContext, database: Database) {
  const house = await openHouse(t, { database })
  const people = await peopleOf(house.store)
  const ideas: string[] = []
  for (const [team, title] of [
    ['brent', 'Talk first'],
    ['brent', 'One room'],
    ['harrow', 'A leaflet'],
  ] as const) {
    const made = await house.store.dispatch(addIdea, { network, team, title }, { actor: people.organiser })
    ideas.push((orThrow(made) as { id: string }).id)
  }
  const organiser = await house.as(people.organiser)
  const lead = await house.as(people.lead)
  const flow = { name: 'Better flow', why: 'They belong together', ideas: ideas.slice(0, 2) }
  const rows = () => packagesOf(house.store.db, network)
  const make = async (values: Record<string, string | string[]> = flow) => {
    await organiser.submit(paths.newPackage({ network }), values)
    return { network, package: (await rows()).at(-1)!.id }
  }
  return { ...house, people, ideas, organiser, lead, flow, rows, make }
}

onBothDatabases('Packages of ideas', (database) => {
  test('one is put together, stands with every team, and grows; it is taken away and put back', async (t) => {
    const { ideas, organiser, flow, make, visitor, rows } = await opened(t, database)
    const at = await make()
    const read = async (url: string) => wordsOn((await visitor().get(url)).text)
    match(
      await read(paths.package(at)),
      /Package Better flow Every borough is asked to test 2 ideas and a wild card/,
    )
    const team = await read(paths.team({ network, team: 'harrow' }))
    match(team, /Better flow 0 of 2 ideas pledged\. .*still open .*Wild card: none yet/)
    await organiser.submit(paths.editPackage(at), { ...flow, ideas })
    match(await read(paths.packages({ network })), /Better flow 3 ideas/)
    const { location } = await organiser.submit(paths.removePackage(at), {}, paths.package(at))
    deepEqual(await rows(), [])
    match(wordsOn((await organiser.get(location!)).text), /“Better flow” was taken away\. Put it back/)
    await organiser.submit(paths.restorePackage(at), {}, location!)
    deepEqual((await rows())[0]!.ideas.toSorted(), ideas.toSorted())
  })

  test('a team has one wild card, changes it and gives it back', async (t) => {
    const { lead, make, visitor, rows } = await opened(t, database)
    const at = { ...(await make()), team: 'brent' }
    for (const words of ['A bell', 'A louder bell']) await lead.submit(paths.wildCard(at), { words })
    deepEqual((await rows())[0]!.wildCards, [{ team: 'brent', words: 'A louder bell' }])
    match(wordsOn((await visitor().get(paths.package(at))).text), /Brent: A louder bell Harrow: none yet/)
    await lead.submit(paths.returnWildCard(at), {}, paths.wildCard(at))
    deepEqual((await rows())[0]!.wildCards, [])
  })

  test('a stranger may not, nor a team for another; a refusal keeps what was typed and changes nothing', async (t) => {
    const { as, people, organiser, make, rows, flow } = await opened(t, database)
    const at = { ...(await make()), team: 'brent' }
    const before = await rows()
    for (const who of [people.stranger, people.harrowLead, people.viewer]) {
      const visitor = await as(who)
      for (const url of [
        paths.newPackage(at),
        paths.editPackage(at),
        paths.removePackage(at),
        paths.restorePackage(at),
        paths.wildCard(at),
        paths.returnWildCard(at),
      ])
        equal((await visitor.json('POST', `/api/v1${url}`, { ...flow, words: 'Mine' })).status, 403, url)
    }
    for (const [values, says] of [
      [{ ...flow, name: '' }, 'Enter the name of the package'],
      [{ ...flow, ideas: [] }, 'Choose at least one idea'],
      [{ ...flow, ideas: ['of-another-network'] }, 'Choose from the list'],
    ] as const) {
      const refused = await organiser.submit(paths.newPackage(at), values as never)
      equal(refused.status, 422)
      ok(errorsOn(refused.text).includes(says), says)
      match(refused.text, /They belong together<\/textarea>/)
    }
    deepEqual(await rows(), before)
  })

  test('two at once who choose the wild card of a team: one stands', async (t) => {
    const { as, people, make, rows } = await opened(t, database)
    const at = { ...(await make()), team: 'brent' }
    await Promise.all(
      [people.lead, people.organiser].map(async (who) =>
        (await as(who)).json('POST', `/api/v1${paths.wildCard(at)}`, { words: 'A bell' }),
      ),
    )
    equal((await rows())[0]!.wildCards.length, 1)
  })

  test('a list of 1 and of 3, the first first', async (t) => {
    const { make, flow, visitor } = await opened(t, database)
    const listed = async () => {
      const { body } = await visitor().json('GET', `/api/v1${paths.packages({ network })}`)
      return (body as { packages: { name: string }[] }).packages.map(({ name }) => name)
    }
    await make()
    deepEqual(await listed(), ['Better flow'])
    await make({ ...flow, name: 'Safer nights' })
    await make({ ...flow, name: 'Warm welcomes' })
    deepEqual(await listed(), ['Better flow', 'Safer nights', 'Warm welcomes'])
  })
})
