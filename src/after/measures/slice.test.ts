import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { sceneOf } from '../../../test/scene.ts'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { onBothDatabases, type Database } from '../../../test/stores.ts'
import { errorsOn, wordsOn } from '../../../test/visitor.ts'
import { paths } from '../../paths.ts'
import { changesOfMeasure, measureById, measuresOf } from './store/measures.ts'
import { changesOfSeries, readingsOfSeries, rebasesOfSeries } from './store/readings.ts'

const asked = {
  name: 'Seen within 14 days',
  kind: 'process',
  counted: 'proportion',
  numerator: 'people seen within 14 days',
  denominator: 'people referred',
  people: 'yes',
  direction: 'increase',
  target: '80',
}

const onDay = (on: string) => {
  const [year, month, day] = on.split('-').map((part) => part.replace(/^0/, ''))
  return { 'on-day': day!, 'on-month': month!, 'on-year': year! }
}

/** A network with one of everything, in which Brent measures and the network measures too. */
async function opened(t: TestContext, database: Database) {
  const house = await openHouse(t, { database })
  const people = await peopleOf(house.store)
  const { nouns } = await sceneOf(house.store, people)
  const { network, team } = nouns as { network: string; team: string }
  const lead = await house.as(people.lead)
  const { db } = house.store
  const defined = async (values: object = asked, who = lead, whose: string = team) => {
    const { location } = await who.submit(paths.newMeasure({ network }), { team: whose, ...values })
    const measure = (await measuresOf(db, network)).at(-1)!.id
    equal(location, paths.measure({ network, measure }))
    return { network, measure, team }
  }
  const rows = (at: { measure: string; team: string }) => readingsOfSeries(db, network, at.measure, at.team)
  return { ...house, people, nouns, network, team, lead, db, defined, rows }
}

onBothDatabases('Measures', (database) => {
  test('a measure is defined and changed with its history, retired and taken back', async (t) => {
    const { lead, db, defined, visitor, network } = await opened(t, database)
    const at = await defined()
    const page = wordsOn((await visitor().get(paths.measure(at))).text)
    match(page, /Brent Seen within 14 days/)
    match(page, /Of people referred Better is Up is better Target 80%/)
    const changed = { ...asked, target: '85,5' }
    equal((await lead.submit(paths.editMeasure(at), changed)).location, paths.measure(at))
    equal((await measureById(db, network, at.measure))!.target, 85.5)
    const history = await changesOfMeasure(db, network, at.measure)
    deepEqual(
      history.map(({ field, was }) => [field, was]),
      [['target', '80']],
    )
    match(wordsOn((await visitor().get(paths.measure(at))).text), /What is the target\? Was before 80/)
    equal((await lead.submit(paths.retireMeasure(at), {}, paths.measure(at))).status, 303)
    const refused = await lead.submit(paths.newReading(at), {
      ...onDay('2023-01-02'),
      value: '9',
      denominator: '10',
    })
    deepEqual(errorsOn(refused.text), ['This measure is retired. Take it back first.'])
    equal((await lead.submit(paths.resumeMeasure(at), {}, paths.measure(at))).status, 303)
    equal((await measureById(db, network, at.measure))!.retired_at, null)
  })

  test('a reading is entered, corrected with its history, taken out and put back', async (t) => {
    const { lead, db, defined, rows, visitor, network } = await opened(t, database)
    const at = await defined()
    const given = { ...onDay('2023-01-02'), value: '12', denominator: '40' }
    equal((await lead.submit(paths.newReading(at), given)).location, paths.series(at))
    const again = await lead.submit(paths.newReading(at), { ...given, value: '14' })
    deepEqual(errorsOn(again.text), [
      'There is a reading for 2 January 2023 already: 30% (12 of 40). Choose what to do.',
    ])
    match(again.text, /value="14"/)
    const change = { ...given, value: '14', existing: 'change', reason: 'Two were late' }
    equal((await lead.submit(paths.newReading(at), change)).status, 303)
    const [row] = await rows(at)
    const reading = { ...at, reading: row!.id }
    equal(row!.value, 14)
    const corrected = { value: '15', denominator: '40', reason: 'Counted again' }
    equal((await lead.submit(paths.editReading(reading), corrected)).status, 303)
    const history = await changesOfSeries(db, network, at.measure, at.team)
    deepEqual(
      history.map(({ value, reason }) => [value, reason]),
      [
        [14, 'Counted again'],
        [12, 'Two were late'],
      ],
    )
    equal((await lead.submit(paths.removeReading(reading), {}, paths.series(at))).status, 303)
    match(wordsOn((await visitor().get(paths.series(at))).text), /no readings yet/)
    equal((await lead.submit(paths.restoreReading(reading), {}, paths.series(at))).status, 303)
    match(wordsOn((await visitor().get(paths.series(at))).text), /37\.5% \(15 of 40\)/)
  })

  test('what was not measured is missing and not nought; few people are asked about', async (t) => {
    const { lead, defined, rows } = await opened(t, database)
    const at = await defined()
    const said = async (values: object) =>
      errorsOn((await lead.submit(paths.newReading(at), { ...onDay('2023-01-02'), ...values })).text)
    deepEqual(await said({}), ['Enter the value, or say that nothing was measured'])
    deepEqual(await said({ value: '9' }), ['Enter of how many'])
    deepEqual(await said({ value: '9', denominator: '8' }), ['9 of 8 is more than all of them'])
    deepEqual(await said({ value: 'nine', denominator: '8' }), [
      'Enter the value as a number, such as 12 or 12.5',
    ])
    deepEqual(await said({ ...onDay('2099-01-01'), value: '9', denominator: '10' }), [
      '1 January 2099 is still to come. Enter a day that has been.',
    ])
    match((await said({ value: '3', denominator: '40' }))[0]!, /^Fewer than 5 people are counted here/)
    deepEqual(await rows(at), [])
    deepEqual(await said({ value: '3', denominator: '40', small: 'yes' }), [])
    deepEqual(await said({ ...onDay('2023-02-02'), missing: 'yes' }), [])
    deepEqual(
      (await rows(at)).map(({ value }) => value),
      [3, null],
    )
  })

  test('a program adds many, all or none; two at once leave one reading for a day', async (t) => {
    const { as, people, defined, rows } = await opened(t, database)
    const at = await defined()
    const lead = await as(people.lead)
    const url = `/api/v1${paths.pasteReadings(at)}`
    const row = (month: number, value: number) => ({
      on: `2022-${String(month).padStart(2, '0')}-01`,
      value,
      denominator: 50,
    })
    const wrong = await lead.json('POST', url, { rows: [row(1, 10), row(1, 11), row(2, 60)] })
    equal(wrong.status, 422)
    match(JSON.stringify(wrong.body), /Row 2: there are two readings for 1 January 2022.*Row 3: 60 of 50/)
    deepEqual(await rows(at), [])
    const many = [1, 2, 3].map((month) => row(month, month * 10))
    const both = await Promise.all([
      lead.json('POST', url, { rows: many }),
      (await as(people.organiser)).json('POST', url, { rows: many }),
    ])
    deepEqual(
      both.map(({ status }) => status),
      [200, 200],
    )
    equal((await rows(at)).length, 3)
    const other = await lead.json('POST', url, { rows: [row(1, 20)], existing: 'leave' })
    deepEqual((other.body as { unchanged: number }).unchanged, 1)
    equal((await lead.json('POST', url, { rows: [row(1, 20)] })).status, 422)
    equal((await lead.json('POST', url, { rows: [row(1, 20)], existing: 'change' })).status, 200)
    equal((await rows(at))[0]!.value, 20)
  })

  test('a chart begins anew only on the day of a reading, with its cause, and it is taken back', async (t) => {
    const { lead, db, nouns, visitor } = await opened(t, database)
    const at = nouns as { network: string; measure: string; team: string }
    const begun = async (values: object) =>
      lead.submit(paths.newRebase(at), { cause: 'More staff', ...values })
    deepEqual(errorsOn((await begun(onDay('2023-02-07'))).text), [
      'There is no reading for this day. Choose the day of a reading.',
    ])
    deepEqual(errorsOn((await begun({ ...onDay('2023-02-06'), cause: '' })).text), ['Enter what changed'])
    deepEqual(errorsOn((await begun(onDay('2023-02-06'))).text), [
      'The chart begins anew on this day already.',
    ])
    const { rebase } = nouns as { rebase: string }
    equal((await lead.submit(paths.removeRebase({ ...at, rebase }), {}, paths.series(at))).status, 303)
    ok(!wordsOn((await visitor().get(paths.series(at))).text).includes('Ring first'))
    equal((await begun({ ...onDay('2023-02-06'), cycle: nouns['cycle'] })).status, 303)
    const [, second] = await rebasesOfSeries(db, at.network, at.measure, at.team)
    equal(second!.cycle_id, nouns['cycle'])
    match(wordsOn((await visitor().get(paths.series(at))).text), /From 6 February 2023: More staff/)
  })

  test('the network’s measure is defined by organisers, and each team enters its own', async (t) => {
    const { as, people, defined, network, rows } = await opened(t, database)
    const organiser = await as(people.organiser)
    const { measure } = await defined({ ...asked, people: 'no' }, organiser, '')
    const lead = await as(people.lead)
    const harrow = await as(people.harrowLead)
    const reading = (value: string) => ({ ...onDay('2023-01-02'), value, denominator: '40' })
    const at = (team: string) => ({ network, measure, team })
    equal((await lead.submit(paths.newReading(at('brent')), reading('10'))).status, 303)
    equal((await harrow.submit(paths.newReading(at('harrow')), reading('30'))).status, 303)
    equal((await harrow.json('POST', `/api/v1${paths.newReading(at('brent'))}`, {})).status, 403)
    equal((await lead.json('POST', `/api/v1${paths.editMeasure(at(''))}`, asked)).status, 403)
    equal((await rows(at('brent'))).length, 1)
    const page = wordsOn((await organiser.get(paths.measure(at('')))).text)
    match(page, /All together Latest 50%.*Brent Latest 25%.*Harrow Latest 75%/)
  })

  test('a stranger may not, nor another team; a refusal changes nothing', async (t) => {
    const { as, people, nouns, rows, db, network } = await opened(t, database)
    const at = nouns as { network: string; measure: string; team: string; reading: string; rebase: string }
    const before = [await rows(at), await measuresOf(db, network)]
    for (const who of [people.stranger, people.harrowLead, people.viewer]) {
      const visitor = await as(who)
      for (const url of [
        paths.editMeasure(at),
        paths.measureChart(at),
        paths.retireMeasure(at),
        paths.newReading(at),
        paths.pasteReadings(at),
        paths.editReading(at),
        paths.removeReading(at),
        paths.newRebase(at),
        paths.removeRebase(at),
      ]) {
        const values = { ...asked, on: '2023-04-03', value: '1', rows: [{ on: '2023-04-03', value: 1 }] }
        const answer = await visitor.json('POST', `/api/v1${url}`, { ...values, cause: 'x' })
        ok([403, 422].includes(answer.status), url)
      }
    }
    deepEqual([await rows(at), await measuresOf(db, network)], before)
  })

  test('a list of 1, 3 and 1,000 readings', async (t) => {
    const { lead, defined, visitor } = await opened(t, database)
    const at = await defined({ ...asked, people: 'no' })
    const first = Temporal.PlainDate.from('2020-01-01')
    const rows = Array.from({ length: 1000 }, (_, day) => ({
      on: first.add({ days: day }).toString(),
      value: 20 + (day % 7),
      denominator: 50,
    }))
    const count = async () =>
      (await visitor().get(paths.series(at))).text.match(/\(2\d of 50\)/g)?.length ?? 0
    for (const many of [1, 3, 1000]) {
      const url = `/api/v1${paths.pasteReadings(at)}`
      equal((await lead.json('POST', url, { rows: rows.slice(0, many) })).status, 200)
      equal(await count(), many)
    }
    const tooMany = [...rows, { on: '2019-01-01', value: 1, denominator: 50 }]
    const url = `/api/v1${paths.pasteReadings(at)}`
    match(JSON.stringify((await lead.json('POST', url, { rows: tooMany })).body), /more than 1,000 readings/)
  })
})
