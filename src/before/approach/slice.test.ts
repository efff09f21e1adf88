import { equal, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { sceneOf } from '../../../test/scene.ts'
import { onBothDatabases, type Database } from '../../../test/stores.ts'
import { wordsOn } from '../../../test/visitor.ts'
import { addItem } from '../../day/programme/commands/items.ts'
import { startItem } from '../../day/programme/commands/running.ts'
import { paths } from '../../paths.ts'
import { orThrow } from '../../platform/store/store.ts'
import { approachOf } from './store.ts'

const network = 'north'

async function opened(t: TestContext, database: Database) {
  const house = await openHouse(t, { database })
  const people = await peopleOf(house.store)
  return { ...house, people, organiser: await house.as(people.organiser) }
}

onBothDatabases('How a change spreads', (database) => {
  test('everyone reads the primer; the network’s own way once it is written', async (t) => {
    const { organiser, visitor } = await opened(t, database)
    const read = async () => wordsOn((await visitor().get(paths.approach({ network }))).text)
    match(await read(), /How a change spreads A short primer .*Evidence first .*Ask yourselves:/)
    match(wordsOn((await organiser.get(paths.approach({ network }))).text), /Until you do, nobody else sees/)
    const words = 'Six months of figures first.'
    const { location } = await organiser.submit(paths.editApproach({ network }), { words })
    equal(location, paths.approach({ network }))
    match(await read(), /How .* does it Six months of figures first\./)
    await organiser.submit(paths.editApproach({ network }), { words: '' })
    ok(!(await read()).includes('does it'))
  })

  test('a stranger may not write it, nor a team; a refusal changes nothing and keeps what was typed', async (t) => {
    const { as, people, organiser, store } = await opened(t, database)
    const url = paths.editApproach({ network })
    for (const who of [people.stranger, people.lead, people.viewer, people.board])
      equal((await (await as(who)).json('POST', `/api/v1${url}`, { words: 'Mine' })).status, 403)
    const long = 'x'.repeat(4001)
    const refused = await organiser.submit(url, { words: long })
    equal(refused.status, 422)
    ok(refused.text.includes(long))
    equal(await approachOf(store.db, network), undefined)
  })

  test('two at once who began from the same words: one is stored, and the other sees both', async (t) => {
    const { as, people, store } = await opened(t, database)
    const url = paths.editApproach({ network })
    const both = await Promise.all(
      ['One way', 'Another way'].map(async (words) => (await as(people.organiser)).submit(url, { words })),
    )
    ok(both.some(({ status }) => status === 303))
    const { words } = (await approachOf(store.db, network))!
    ok(['One way', 'Another way'].includes(words!))
  })

  test('as a part of the day it is on the Screen and on phones; each meeting has a question of it', async (t) => {
    const { store, people, as } = await opened(t, database)
    const { nouns, day } = await sceneOf(store, people)
    const at = nouns as { network: string; event: string; review: string }
    const by = { actor: people.organiser }
    const made = await store.dispatch(addItem, { ...at, kind: 'primer', title: 'Why?', minutes: 20 }, by)
    const { id: item } = orThrow(made) as { id: string }
    orThrow(await store.dispatch(startItem, { ...at, item, seen: '' }, by))
    const attendee = await as(day.of['brent']![0]!)
    match(wordsOn((await attendee.get(paths.screen(at))).text), /Evidence first A change is ready to travel/)
    match(wordsOn((await attendee.get(paths.now(at))).text), /How a change spreads: read along/)
    match(wordsOn((await attendee.get(paths.review(at))).text), /A question on spread Evidence first/)
  })
})
