import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { openHouse } from '../../../test/house.ts'
import { lettersOf } from '../../../test/letters.ts'
import { peopleOf } from '../../../test/people.ts'
import { onBothDatabases, type Database } from '../../../test/stores.ts'
import { errorsOn, wordsOn } from '../../../test/visitor.ts'
import { paths } from '../../paths.ts'
import { orThrow } from '../../platform/store/store.ts'
import { setUpSeries } from '../reviews/commands/series.ts'
import { reviewsOf } from '../reviews/store/meetings.ts'
import { remindTeams } from './commands.ts'
import { updatesOf } from './store.ts'

const network = 'north'
const brent = { network, team: 'brent' }
const said = { did: 'We rang ten people.', next: 'We need a phone.' }

/** A network that meets every six weeks, first on 2 February 2027; today is 12 January. */
async function opened(t: TestContext, database: Database) {
  const house = await openHouse(t, { database })
  const people = await peopleOf(house.store)
  const series = { network, firstOn: '2027-02-02', localTime: '9:30am', minutes: '90' }
  orThrow(await house.store.dispatch(setUpSeries, series, { actor: people.organiser }))
  const meetings = await reviewsOf(house.store.db, network)
  const lead = await house.as(people.lead)
  const rows = () => updatesOf(house.store.db, network)
  const remind = () =>
    house.store.dispatch(remindTeams, { network }, { actor: { kind: 'job', id: 'updates' } })
  return { ...house, people, meetings, lead, rows, remind }
}

onBothDatabases('How teams are getting on', (database) => {
  test('two sentences stand on the page of the team, on that of all, and on the agenda of the next meeting', async (t) => {
    const { lead, meetings, visitor } = await opened(t, database)
    match(wordsOn((await lead.get(paths.newUpdate(brent))).text), /for the meeting on 2 February 2027/)
    equal((await lead.submit(paths.newUpdate(brent), said)).location, paths.team(brent))
    const read = async (url: string) => wordsOn((await visitor().get(url)).text)
    match(await read(paths.team(brent)), /How we are getting on We rang ten people\. Next: We need a phone\./)
    match(await read(paths.updates({ network })), /Brent We rang ten people\./)
    const agenda = (nth: number) => read(paths.review({ network, review: meetings[nth]!.id }))
    match(await agenda(0), /How the teams are getting on Brent: We rang ten people\. Next: We need a phone\./)
    ok(!(await agenda(1)).includes('We rang ten people'))
  })

  test('it is taken back and put back', async (t) => {
    const { lead, rows } = await opened(t, database)
    await lead.submit(paths.newUpdate(brent), said)
    const at = { ...brent, update: (await rows())[0]!.id }
    const all = paths.updates({ network })
    const { location } = await lead.submit(paths.takeBackUpdate(at), {}, all)
    deepEqual(await rows(), [])
    match(wordsOn((await lead.get(location!)).text), /The update was taken back\. Put it back/)
    await lead.submit(paths.restoreUpdate(at), {}, location!)
    equal((await rows()).length, 1)
  })

  test('a week before the meeting each lead who has said nothing is asked once', async (t) => {
    const house = await opened(t, database)
    await house.remind()
    deepEqual(await lettersOf(house), [])
    await house.lead.submit(paths.newUpdate(brent), said)
    house.clock.move('2027-01-27T09:00:00.000Z')
    await Promise.all([house.remind(), house.remind()])
    const letters = (await lettersOf(house)).filter(({ kind }) => kind === 'updates.asked')
    ok(letters.length > 0)
    ok(letters.every(({ to }) => to !== 'bea.lead@example.invalid'))
    equal(new Set(letters.map(({ to }) => to)).size, letters.length)
    match(letters[0]!.subject, /Two sentences from .* before 2 February 2027/)
  })

  test('a stranger may not, nor another team; a refusal changes nothing', async (t) => {
    const { as, people, lead, rows } = await opened(t, database)
    await lead.submit(paths.newUpdate(brent), said)
    const before = await rows()
    const at = { ...brent, update: before[0]!.id }
    for (const who of [people.stranger, people.harrowLead, people.viewer, people.board])
      for (const url of [paths.newUpdate(brent), paths.takeBackUpdate(at), paths.restoreUpdate(at)])
        equal((await (await as(who)).json('POST', `/api/v1${url}`, said)).status, 403, url)
    const refused = await lead.submit(paths.newUpdate(brent), { ...said, did: '' })
    deepEqual(errorsOn(refused.text), ['Enter what you have done or learnt'])
    match(refused.text, /We need a phone\.<\/textarea>/)
    deepEqual(await rows(), before)
  })

  test('two at once are both kept; a list of 1 and of 3, the latest first', async (t) => {
    const { as, people, lead, rows, visitor } = await opened(t, database)
    const say = (did: string) => lead.submit(paths.newUpdate(brent), { did, next: '' })
    const listed = async () => {
      const { body } = await visitor().json('GET', `/api/v1${paths.updates({ network })}`)
      return (body as { updates: { did: string }[] }).updates.map(({ did }) => did)
    }
    await say('First')
    deepEqual(await listed(), ['First'])
    const member = await as(people.member)
    await Promise.all([say('Second'), member.submit(paths.newUpdate(brent), { did: 'Third', next: '' })])
    equal((await rows()).length, 3)
    equal((await listed()).at(-1), 'First')
  })
})
