import { deepEqual, equal, match } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { sceneOf } from '../../../test/scene.ts'
import { onBothDatabases, type Database } from '../../../test/stores.ts'
import { errorsOn, filledIn, wordsOn } from '../../../test/visitor.ts'
import { networkById } from '../../before/networks/store/networks.ts'
import type { AgendaPart } from '../../pages/meeting/agenda.ts'
import { reflect } from '../../day/reflections/commands.ts'
import { addMeasure } from '../measures/commands/measures.ts'
import { addReading } from '../measures/commands/readings.ts'
import { finishCycle } from '../cycles/commands.ts'
import { reviewById } from '../reviews/store/meetings.ts'
import { paths } from '../../paths.ts'
import { orThrow } from '../../platform/store/store.ts'
import { checksPart, lostGainsPart } from './agenda.ts'
import { adoptionOf, adoptionsOf, movesOfAdoption } from './store/adoptions.ts'
import { adaptationsOf } from './store/telling.ts'

const on = (day: string, values: Record<string, string> = {}) => {
  const [year, month, date] = day.split('-')
  return { ...values, 'onDay-day': date!, 'onDay-month': month!, 'onDay-year': year! }
}

/** A network in which Brent has pledged to test Harrow's idea, and has a test under way. */
export async function opened(t: TestContext, database: Database) {
  const house = await openHouse(t, { database })
  const people = await peopleOf(house.store)
  const { nouns } = await sceneOf(house.store, people)
  const at = { network: nouns['network']!, idea: nouns['other']!, team: 'brent' }
  const lead = await house.as(people.lead)
  const page = paths.adoption(at)
  const moved = (stage: string, day: string, values: Record<string, string> = {}, to = at) =>
    lead.submit(paths.newMove(to), on(day, { stage, ...values }))
  const row = () => adoptionOf(house.store.db, at.network, at.idea, at.team)
  const moves = async () => movesOfAdoption(house.store.db, at.network, (await row())!.id)
  const words = async (url = page) => wordsOn((await house.visitor().get(url)).text)
  const finish = async () => {
    const values = {
      cycle: nouns['cycle']!,
      happened: 'Four of five came',
      asExpected: 'yes',
      decision: 'adopt',
    }
    orThrow(
      await house.store.dispatch(finishCycle, { network: at.network, ...values }, { actor: people.lead }),
    )
  }
  return { ...house, people, nouns, at, lead, page, moved, row, moves, words, finish }
}

const proof = { evidence: 'Nine of ten families', source: 'Audit of notes' }

onBothDatabases('How far a team has come with an idea', (database) => {
  test('from interested to adopted, each with its day and proof, on page, thread, pledge, team and idea', async (t) => {
    const { at, nouns, page, lead, moved, words, finish } = await opened(t, database)
    match(await words(), /How far Brent has come with it is not recorded yet/)
    equal((await moved('interested', '2027-01-04')).location, page)
    await moved('testing', '2027-01-05')
    const before = await moved('adapting', '2027-01-06')
    equal(before.status, 422)
    match(errorsOn(before.text).join(), /“Adapting” needs a finished test/)
    await finish()
    equal((await moved('adapting', '2027-01-06', { test: nouns['cycle']! })).location, page)
    const bare = await moved('adopted', '2027-01-07', { evidence: 'Nine of ten families' })
    deepEqual(errorsOn(bare.text), ['Enter where that can be seen'])
    match(bare.text, /Nine of ten families/)
    equal((await moved('adopted', '2027-01-07', { test: nouns['cycle']!, ...proof })).location, page)
    match(await words(), /Brent: 0 % of adopted, 5 days\./)
    match(await words(), /Adopted , 7 January 2027 Test: Do families ring back\? Nine of ten families/)
    await lead.submit(paths.doneParts(at), { done: ['adopted-everyone', 'adopted-leaders'] }, page)
    match(await words(), /Brent: 40 % of adopted, 5 days\./)
    const thread = await words(paths.thread({ ...at }))
    match(thread, /Adoption .* Brent adopted it \(Adopted\)/)
    for (const url of [
      paths.team({ network: at.network, team: 'brent' }),
      paths.idea({ network: at.network, idea: at.idea }),
      paths.pledge({ ...at, event: nouns['event']!, pledge: nouns['pledge']! }),
    ])
      match(await words(url), /40 % of adopted, 5 days/, url)
  })

  test('a stranger may not, nor another team; a refusal changes nothing', async (t) => {
    const { as, people, at, moved, row, moves, store } = await opened(t, database)
    await moved('interested', '2027-01-04')
    const before = [await row(), await moves()]
    for (const who of [people.stranger, people.harrowLead, people.viewer, people.board]) {
      const visitor = await as(who)
      for (const [url, values] of [
        [paths.newMove(at), { stage: 'pledged', onDay: '2027-01-05' }],
        [paths.doneParts(at), { done: 'interested-problem' }],
        [paths.progressScore(at), { score: '1.0', why: 'So' }],
      ] as const)
        equal((await visitor.json('POST', `/api/v1${url}`, values)).status, 403, url)
    }
    for (const [stage, day, values, says] of [
      ['pledged', '2027-01-03', {}, /before the last move/],
      ['pledged', '2027-02-01', {}, /still to come/],
      ['interested', '2027-01-05', {}, /stands at “Interested” already/],
      ['declined', '2027-01-05', {}, /A reasoned no is a finding/],
      ['sustained', '2027-01-05', proof, /Only what was adopted/],
    ] as const)
      match(errorsOn((await moved(stage, day, values)).text).join(), says, stage)
    deepEqual([await row(), await moves()], before)
    equal((await adoptionsOf(store.db, at.network)).length, 2)
  })

  test('two at once: the first counts, and the second is told', async (t) => {
    const { as, people, at, moved, moves } = await opened(t, database)
    await moved('interested', '2027-01-04')
    const both = await Promise.all(
      [people.lead, people.organiser].map(async (who) =>
        (await as(who)).submit(paths.newMove(at), on('2027-01-05', { stage: 'pledged' })),
      ),
    )
    deepEqual(both.map(({ status }) => status).sort(), [303, 409])
    equal((await moves()).length, 2)
  })

  test('a reasoned no is a finding, a move back has its reason, and the last move can be taken back', async (t) => {
    const { at, lead, page, moved, row, moves, words } = await opened(t, database)
    await moved('testing', '2027-01-04')
    await moved('planning', '2027-01-05', { reason: 'The nurse has left' })
    await moved('declined', '2027-01-06', { reason: 'We have no waiting room' })
    match(await words(), /Brent: Not for us, 6 days/)
    match(await words(), /Why: “We have no waiting room”/)
    match(await words(paths.spread(at)), /Stopped, and why .* Brent “We have no waiting room”/)
    const [first, back, last] = await moves()
    const early = await lead.submit(paths.undoMove({ ...at, move: back!.id }), {}, page)
    equal(early.status, 409)
    for (const move of [last!, back!]) await lead.submit(paths.undoMove({ ...at, move: move.id }), {}, page)
    deepEqual([(await row())!.stage, (await row())!.stage_on], ['testing', '2027-01-04'])
    await lead.submit(paths.undoMove({ ...at, move: first!.id }), {}, page)
    equal(await row(), undefined)
    match(await words(), /not recorded yet/)
  })

  test('a look at the context begins from the reflection, and what it changes becomes an adaptation', async (t) => {
    const { at, nouns, people, store, lead, page, moved, row, words } = await opened(t, database)
    await moved('testing', '2027-01-04')
    const written = { change: 'A shorter call', keep: 'The call' }
    const said = { network: at.network, event: nouns['event'], idea: at.idea, team: at.team, ...written }
    orThrow(await store.dispatch(reflect, said, { actor: people.lead }))
    const look = `${paths.contextLook(at)}?then=adapting`
    match(wordsOn((await lead.get(look)).text), /from your reflection of .* go on/)
    const stood = filledIn((await lead.get(look)).text)
    equal(stood['change'], 'A shorter call')
    const same = await lead.submit(look, {
      change: stood['change'] ?? '',
      different: 'Two new nurses',
      before: stood['change'] ?? '',
    })
    equal(same.location, `${paths.newMove(at)}?to=adapting`)
    const adapted = async () => adaptationsOf(store.db, at.network, (await row())!.id)
    equal((await adapted()).length, 0)
    await lead.submit(look, { change: 'By phone', different: 'A new wing' })
    deepEqual(
      (await adapted()).map(({ what, why }) => [what, why]),
      [['By phone', 'A new wing']],
    )
    match(await words(), /By phone Since 12 January 2027, planned; not known yet .* Why: A new wing/)
    const [one] = await adapted()
    await lead.submit(paths.removeAdaptation({ ...at, adaptation: one!.id }), {}, page)
    match(await words(), /Adaptations None has been recorded/)
    await lead.submit(paths.restoreAdaptation({ ...at, adaptation: one!.id }), {}, page)
    match(await words(), /By phone/)
  })

  test('core parts, reach, score and lineage, each with its own refusals', async (t) => {
    const { at, lead, moved, words } = await opened(t, database)
    await moved('testing', '2027-01-04')
    const parts = { inUse: 'One call\nOne form', notInUse: 'One door', seenHow: 'observed' }
    await lead.submit(paths.coreParts(at), parts)
    match(await words(), /Core parts in use 2 of 3 , as somebody from outside saw it/)
    const counted = { 'countedOn-day': '10', 'countedOn-month': '1', 'countedOn-year': '2027' }
    const more = await lead.submit(paths.reach(at), { reached: '12', eligible: '10', ...counted })
    match(errorsOn(more.text).join(), /More people cannot have received it/)
    await lead.submit(paths.reach(at), { reached: '4', eligible: '10', ...counted })
    match(await words(), /4 of 10 people for whom it is meant received it/)
    match(
      errorsOn((await lead.submit(paths.progressScore(at), { score: '3.0', why: '' })).text).join(),
      /Enter why this one/,
    )
    await lead.submit(paths.progressScore(at), { score: '3.0', why: 'Fewer calls' })
    match(await words(), /3\.0 – A little better.*No finished test is recorded/)
    await lead.submit(paths.lineage(at), { from: 'hillingdon', kept: 'The call', changed: 'The form' })
    match(await words(), /Taken up from Hillingdon.*Kept: The call.*Changed: The form/)
  })

  test('checks fall due by themselves, reach the start page, the year and the next agenda, and move nothing', async (t) => {
    const { at, as, clock, nouns, people, row, store, words, moved, finish } = await opened(t, database)
    await finish()
    await moved('adopted', '2027-01-07', { test: nouns['cycle']!, ...proof })
    const check = paths.adoptionCheck({ ...at, months: '3' })
    const early = await (await as(people.lead)).submit(check, { still: 'yes' })
    deepEqual(errorsOn(early.text), ['This check is not due yet'])
    clock.move('2027-04-08T10:00:00.000Z')
    const later = await as(people.lead)
    match(
      wordsOn((await later.get(paths.home({}))).text),
      /Say if “Talk first” is still in use Brent: due since 7 April 2027/,
    )
    match(await words(), /The check after 3 months is due since 7 April 2027/)
    match(await words(paths.network({ network: at.network })), /Is it still in use\? Brent/)
    const agenda = async (part: AgendaPart) => {
      const network = (await networkById(store.db, at.network))!
      const meeting = (await reviewById(store.db, at.network, nouns['review']!))!
      const begins = {
        on_day: '2027-04-20',
        starts_at: '2027-04-20T09:00:00Z',
        ends_at: '2027-04-20T10:00:00Z',
      }
      const facts = { network, meeting: { ...meeting, ...begins }, meetings: [], now: '2027-04-08T10:00:00Z' }
      const naming = { network, teamName: (id: string | null) => id ?? '', insider: false }
      return (await part.read(store.db, facts)).map((one) => part.item(one, naming))
    }
    equal((await agenda(checksPart))[0]!.note, 'the check after 3 months, due on 7 April 2027')
    const answer = { still: 'no', note: 'The nurse left' }
    equal((await (await as(people.harrowLead)).json('POST', `/api/v1${check}`, answer)).status, 403)
    equal((await later.submit(check, answer)).status, 303)
    deepEqual(errorsOn((await later.submit(check, answer)).text), ['This check has been answered already'])
    match(await words(), /somebody wrote that it is no longer in use\. That moves nothing by itself/)
    equal((await row())!.stage, 'adopted')
    equal((await agenda(lostGainsPart))[0]!.note, 'no longer in use, as was written after 3 months')
    await later.submit(paths.takeBackCheck({ ...at, months: '3' }), {}, paths.adoption(at))
    match(await words(), /The check after 3 months is due/)
  })

  test('sustained needs six months and readings that have not lost the gain', async (t) => {
    const { at, as, clock, nouns, people, row, store, moved, finish } = await opened(t, database)
    await finish()
    await moved('adopted', '2027-01-07', { test: nouns['cycle']!, ...proof })
    clock.move('2027-07-10T10:00:00.000Z')
    const later = await as(people.lead)
    const sustained = () =>
      later.submit(paths.newMove(at), on('2027-07-08', { stage: 'sustained', ...proof }))
    match(errorsOn((await sustained()).text).join(), /Enter readings of a measure of this idea first/)
    const by = { actor: people.lead }
    const named = {
      name: 'Families seen',
      kind: 'process',
      counted: 'number',
      people: 'no',
      direction: 'increase',
    }
    const made = await store.dispatch(addMeasure, { ...at, ...named, team: 'brent', unit: 'families' }, by)
    const { id: measure } = orThrow(made) as { id: string }
    const read = async (day: string, value: string) =>
      orThrow(
        await store.dispatch(addReading, { network: at.network, measure, team: 'brent', on: day, value }, by),
      )
    for (const month of ['03', '04', '05', '06']) await read(`2027-${month}-05`, '9')
    equal((await sustained()).location, paths.adoption(at))
    equal((await row())!.stage, 'sustained')
  })
})
