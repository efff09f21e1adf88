import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { addRecords, aPledge, anEvent, anIdea, commandsOfTests } from '../../../test/records.ts'
import { onBothDatabases } from '../../../test/stores.ts'
import { wordsOn } from '../../../test/visitor.ts'
import { paths } from '../../paths.ts'

const network = 'north'

onBothDatabases('Spread', (database) => {
  test('who took up what is one grid, on the overview, too; every name leads on', async (t) => {
    const house = await openHouse(t, { database, commands: commandsOfTests })
    await peopleOf(house.store)
    await addRecords(house.store, {
      events: [anEvent],
      ideas: [
        anIdea('short', 'harrow', 'Short assessment'),
        anIdea('tree', 'brent', 'Tree of Life'),
        anIdea('hub', 'hillingdon', 'One front door'),
      ],
      pledges: [
        aPledge('p1', 'brent', { idea_id: 'short', what: 'Test it', by_day: '2027-03-01' }),
        aPledge('p2', 'hillingdon', {
          idea_id: 'short',
          released_at: anEvent.created_at,
          release_reason: 'Nobody has the time.',
        }),
      ],
    })
    for (const at of [paths.spread({ network }), paths.network({ network })]) {
      const { text } = await house.visitor().get(at)
      assert.match(
        wordsOn(text),
        /1 of 3 boroughs pledged to test an idea that another borough brought\. Idea, by borough .* Short assessment from Harrow Brent ◔ Pledged by 1 Mar Harrow ⌂ Home Hillingdon ✕ Stopped/,
        at,
      )
      assert.ok(text.includes(`href="${paths.thread({ network, team: 'brent', idea: 'short' })}"`))
    }
    const spread = wordsOn((await house.visitor().get(paths.spread({ network }))).text)
    assert.match(
      spread,
      /Stopped, and why 1 test that ended.* Short assessment Hillingdon “Nobody has the time\.”/,
    )
    const teams = wordsOn((await house.visitor().get(paths.teams({ network }))).text)
    assert.match(teams, /Boroughs 3 boroughs\. Brent Brought Tree of Life Short assessment Idea : done/)
  })

  test('an empty network says what will stand here; one that is not there is not found', async (t) => {
    const house = await openHouse(t, { database })
    await peopleOf(house.store)
    const words = async (at: string) => wordsOn((await house.visitor().get(at)).text)
    assert.match(await words(paths.spread({ network })), /No idea has been added yet/)
    assert.match(await words(paths.events({ network })), /No event has been planned yet/)
    for (const path of [paths.spread, paths.teams, paths.events])
      assert.equal((await house.visitor().get(path({ network: 'nowhere' }))).status, 404)
  })

  test('only organisers set up', async (t) => {
    const house = await openHouse(t, { database })
    const people = await peopleOf(house.store)
    const at = paths.setUp({ network })
    assert.match(wordsOn((await (await house.as(people.organiser)).get(at)).text), /What the network says/)
    assert.equal((await (await house.as(people.lead)).get(at)).status, 403)
    const has = async (actor: typeof people.lead) =>
      (await (await house.as(actor)).get(paths.network({ network }))).text.includes(`href="${at}"`)
    assert.deepEqual([await has(people.organiser), await has(people.lead)], [true, false])
  })
})
