import { doesNotMatch, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { paths } from '../../src/paths.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { ballotOf, vote } from '../ballot.ts'
import { openHouse } from '../house.ts'
import { onBothDatabases } from '../stores.ts'
import { wordsOn } from '../visitor.ts'

onBothDatabases('Where teams vote', (database) => {
  test('Now tells a member that the lead has voted, without the receipt', async (t) => {
    const { store, as } = await openHouse(t, { database })
    const { at, of, people } = await ballotOf(store, { method: 'team' })
    orThrow(await vote(store, at, people.lead, 'hub', 'lead'))
    const member = await as(of['brent']![0]!)
    const { text } = await member.get(paths.myNow(at))
    equal(wordsOn(text), 'I am here What Brent has done Your lead has voted for Brent')
    doesNotMatch(text, new RegExp(paths.voteDone(at)))
  })
})
