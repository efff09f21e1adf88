import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import {
  addRecords,
  aMove,
  anAdoption,
  aPledge,
  anEvent,
  anIdea,
  commandsOfTests,
} from '../../../test/records.ts'
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
      /Stopped, and why Once a borough ended a test or said no.* Short assessment Hillingdon “Nobody has the time\.”/,
    )
    const teams = wordsOn((await house.visitor().get(paths.teams({ network }))).text)
    assert.match(teams, /Boroughs 3 boroughs\. Brent Brought Tree of Life Short assessment Idea : done/)
  })

  test('a record decides its cell; the grid is narrowed, and taken along as a sheet', async (t) => {
    const house = await openHouse(t, { database, commands: commandsOfTests })
    await peopleOf(house.store)
    await addRecords(house.store, {
      events: [anEvent],
      ideas: [anIdea('short', 'harrow', 'Short assessment'), anIdea('tree', 'brent', 'Tree of Life')],
      pledges: [aPledge('p1', 'brent', { idea_id: 'short', what: 'Test it' })],
      adoptions: [
        anAdoption('a1', 'short', 'brent', {
          stage: 'testing',
          done: 'testing-first testing-again testing-users',
        }),
        anAdoption('a2', 'short', 'hillingdon', { stage: 'adopted', stage_on: '2027-01-08' }),
        anAdoption('a3', 'tree', 'harrow', { stage: 'declined', stage_on: '2027-01-08' }),
      ],
      adoption_moves: [
        aMove('m1', 'a1', 'testing', { evidence: '=1+1', source: 'Minutes' }),
        aMove('m2', 'a2', 'adopted', { on_day: '2027-01-08', evidence: 'Nine of ten', source: 'Audit' }),
        aMove('m3', 'a3', 'declined', { reason: 'We have no garden' }),
      ],
    })
    const words = async (query = '') =>
      wordsOn((await house.visitor().get(`${paths.spread({ network })}${query}`)).text)
    const all = await words()
    assert.match(
      all,
      /1 of 3 boroughs adopted an idea that another borough brought; 2 of 3 have tested one\./,
    )
    assert.match(all, /Brent ◑ Tests 60 %, 47 days, stalled; Minutes .* Hillingdon ● Adopted 4 days; Audit/)
    assert.match(
      all,
      /How it spreads borough has adopted an idea of another 1 of 3 pledge led to a finished test 0 of 1/,
    )
    assert.match(
      all,
      /1 of 3 borough has adopted an idea of another, 1 of them in the last three months\. 1\. 8 January 2027: Hillingdon/,
    )
    const adopted = await words('?stage=adopted')
    assert.match(adopted, /1 idea by 1 borough Idea, by borough Hillingdon Short assessment/)
    assert.doesNotMatch(adopted, /Tests 60/)
    assert.match(await words('?stalled=yes'), /1 idea by 1 borough .* Brent ◑ Tests/)
    assert.match(await words('?stage=sustained'), /Nothing is at this stage/)
    assert.match(await words('?stage=nonsense&team=nobody&ideas=-4'), /Brent ◑ Tests/)
    const sheet = await house.visitor().get(`${paths.spreadSheet({ network })}?team=brent`)
    assert.match(String(sheet.headers['content-type']), /text\/csv/)
    assert.deepEqual(sheet.text.split('\r\n').slice(1), [
      "Short assessment,Harrow,Brent,Tests,2026-11-26,60,47,yes,'=1+1,Minutes,",
      'Tree of Life,Brent,Brent,Home,,,,,,,',
      '',
    ])
    const stopped = wordsOn((await house.visitor().get(paths.stoppedIdeas({ network }))).text)
    assert.match(
      stopped,
      /1 time a borough ended a test or said no.*Harrow “We have no garden” Not for us, 8 January 2027/,
    )
  })

  test('of many ideas and teams so many are shown as can be read, and the rest on further pages', async (t) => {
    const house = await openHouse(t, { database, commands: commandsOfTests })
    await peopleOf(house.store)
    const two = (at: number) => String(at).padStart(2, '0')
    await addRecords(house.store, {
      ideas: Array.from({ length: 21 }, (_, at) => anIdea(`i${two(at)}`, 'brent', `Idea ${two(at)}`)),
      teams: Array.from({ length: 9 }, (_, at) => ({
        network_id: network,
        id: `t${at}`,
        name: `Team ${at}`,
        position: at + 4,
      })),
    })
    const page = async (query: string) =>
      (await house.visitor().get(`${paths.spread({ network })}${query}`)).text
    const first = await page('')
    assert.match(wordsOn(first), /21 ideas by 12 boroughs: ideas 1 to 20, boroughs 1 to 10/)
    assert.match(wordsOn(first), /More ideas : 2 of 2 .*More boroughs : 2 of 2/)
    assert.match(wordsOn(await page('?ideas=2&teams=2')), /ideas 21 to 21, boroughs 11 to 12 .*Idea 20/)
    assert.match(wordsOn(await page('?ideas=99')), /ideas 21 to 21/)
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
