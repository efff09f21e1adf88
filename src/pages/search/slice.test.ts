import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { sceneOf } from '../../../test/scene.ts'
import { onBothDatabases } from '../../../test/stores.ts'
import { wordsOn } from '../../../test/visitor.ts'
import { recordDecision } from '../../after/reviews/commands/minutes.ts'
import { editPledge, makePledge } from '../../day/pledges/commands.ts'
import { orThrow } from '../../platform/store/store.ts'
import { paths } from '../../paths.ts'

onBothDatabases('The search of a network', (database) => {
  test('finds teams, ideas, pledges, asks and decisions by the beginnings of their words', async (t) => {
    const house = await openHouse(t, { database })
    const people = await peopleOf(house.store)
    const { nouns } = await sceneOf(house.store, people)
    const at = nouns as { network: string; event: string; review: string }
    const by = { actor: people.organiser }
    const made = orThrow(
      await house.store.dispatch(
        makePledge,
        { ...at, team: 'brent', what: 'Ring every lighthouse keeper' },
        by,
      ),
    )
    orThrow(await house.store.dispatch(recordDecision, { ...at, what: 'The lighthouse money is found' }, by))
    const words = async (q: string) =>
      wordsOn((await house.visitor().get(`${paths.search(at)}?q=${encodeURIComponent(q)}`)).text)
    assert.match(
      await words('lighthouses'),
      /2 things with “lighthouses” Pledges \(1\) Ring every lighthouse keeper Brent Decisions \(1\) The lighthouse money/,
    )
    assert.match(await words('light brent'), /1 thing with .* Ring every lighthouse keeper Brent/)
    assert.match(await words('Brent'), /Boroughs \(1\) Brent/)
    assert.match(await words('dragon'), /Nothing has “dragon” in it/)
    assert.match(await words('the and'), /in nearly every text/)
    assert.match(await words(''), /Search boroughs, ideas, pledges, asks and decisions/)
    orThrow(
      await house.store.dispatch(editPledge, { ...at, pledge: made.id, what: 'Ring every harbour' }, by),
    )
    assert.match(await words('harbour'), /1 thing with/)
    assert.match(await words('keeper'), /Nothing has/)
  })

  test('is not there where no network is', async (t) => {
    const house = await openHouse(t, { database })
    assert.equal((await house.visitor().get(paths.search({ network: 'nowhere' }))).status, 404)
  })
})
