import { deepEqual, match } from 'node:assert/strict'
import { test } from 'node:test'
import { ballotOf } from '../../../test/ballot.ts'
import { openHouse } from '../../../test/house.ts'
import { onBothDatabases } from '../../../test/stores.ts'
import { wordsOn } from '../../../test/visitor.ts'
import { endLink, makeLink } from '../../day/programme/commands/links.ts'
import { linksOf } from '../../day/programme/store/links.ts'
import { paths } from '../../paths.ts'
import { anyone } from '../../platform/store/actor.ts'
import { orThrow } from '../../platform/store/store.ts'

onBothDatabases('A link for a machine that nobody signs in on', (database) => {
  test('is gone when it has ended, says so in a sentence, and is not found when it was never made', async (t) => {
    const house = await openHouse(t, { database })
    const { people } = await ballotOf(house.store)
    const at = { network: 'north', event: 'day' }
    const by = { actor: people.organiser }
    orThrow(await house.store.dispatch(makeLink, { ...at, opens: 'screen', lasts: 'day' }, by))
    const [link] = await linksOf(house.store.db, 'north', 'day')
    const machine = await house.as(anyone)
    const show = paths.showLink({ code: link!.code })
    const before = (await machine.get(show)).status
    orThrow(await house.store.dispatch(endLink, { ...at, opens: 'screen' }, by))
    const ended = await machine.get(show)
    deepEqual(
      [before, ended.status, (await machine.get(paths.showLink({ code: 'NEVER1' }))).status],
      [200, 410, 404],
    )
    match(wordsOn(ended.text), /This link has ended The organisers have ended it\. Ask them for a new one\./)
  })
})
