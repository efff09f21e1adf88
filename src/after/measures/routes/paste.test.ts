import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { openHouse } from '../../../../test/house.ts'
import { peopleOf } from '../../../../test/people.ts'
import { onBothDatabases, type Database } from '../../../../test/stores.ts'
import { errorsOn, wordsOn } from '../../../../test/visitor.ts'
import { paths } from '../../../paths.ts'
import { orThrow } from '../../../platform/store/store.ts'
import { addMeasure } from '../commands/measures.ts'
import { readingsOfSeries } from '../store/readings.ts'

/** Brent measures a share of people; `pastes` sends what was copied, and looks at what was read. */
async function opened(t: TestContext, database: Database, people: 'yes' | 'no' = 'no') {
  const house = await openHouse(t, { database })
  const all = await peopleOf(house.store)
  const measure = {
    network: all.network,
    team: 'brent',
    name: 'Seen in time',
    kind: 'process',
    counted: 'proportion',
    denominator: 'people referred',
    people,
    direction: 'increase',
  }
  const made = await house.store.dispatch(addMeasure, measure, { actor: all.lead })
  const at = { network: all.network, team: 'brent', measure: (orThrow(made) as { id: string }).id }
  const url = paths.pasteReadings(at)
  const lead = await house.as(all.lead)
  const kept = async () =>
    (await readingsOfSeries(house.store.db, at.network, at.measure, at.team)).map((one) => [
      one.taken_on,
      one.value,
      one.note,
    ])
  const pastes = (pasted: string, more: Record<string, string> = {}) => lead.submit(url, { pasted, ...more })
  const confirms = (pasted: string, more: Record<string, string> = {}) =>
    pastes(pasted, { _step: 'confirmed', ...more })
  return { ...house, at, url, lead, kept, pastes, confirms }
}

const head = 'Week\tSeen\tReferred\tNote'
const three = `${head}\n02/01/2023\t30\t40\tNew form\n09/01/2023\t32\t40\t\n16/01/2023\t35\t40\t`

onBothDatabases('Readings pasted from Excel', (database) => {
  test('what was read is shown before anything is kept, and kept when it is confirmed', async (t) => {
    const { kept, pastes, confirms, at } = await opened(t, database)
    const looked = await pastes(three)
    match(wordsOn(looked.text), /Are these the readings\? Seen in time: 3 readings can be kept/)
    match(wordsOn(looked.text), /2 January 2023 .*75% \(30 of 40\).*New form.*New/)
    deepEqual(await kept(), [])
    equal((await confirms(three)).location, paths.series(at))
    deepEqual(await kept(), [
      ['2023-01-02', 30, 'New form'],
      ['2023-01-09', 32, null],
      ['2023-01-16', 35, null],
    ])
  })

  test('a reading that is there is asked about, and the rest is not lost', async (t) => {
    const { kept, pastes, confirms } = await opened(t, database)
    await confirms(three)
    const other = three.replace('\t32\t', '\t33\t').replace('New form', '')
    match(wordsOn((await pastes(other)).text), /Changes 80% \(32 of 40\) → 82\.5% \(33 of 40\)/)
    const unsaid = await confirms(other)
    equal(unsaid.status, 422)
    match(errorsOn(unsaid.text)[0]!, /^There is a reading for 9 January 2023 already/)
    match(wordsOn(unsaid.text), /What is done with these\?/)
    equal((await confirms(other, { existing: 'leave' })).status, 303)
    equal((await kept())[1]![1], 32)
    equal((await confirms(other, { existing: 'change' })).status, 303)
    deepEqual((await kept()).slice(0, 2), [
      ['2023-01-02', 30, 'New form'],
      ['2023-01-09', 33, null],
    ])
  })

  test('each wrong row is named with its reason, and nothing of the text is lost', async (t) => {
    const { kept, pastes, confirms } = await opened(t, database)
    const bad = `${three}\n23/01/2023\tmany\t40\t\n16/01/2023\t36\t40\t\n01/01/2099\t1\t2\t\n30/01/2023\t50\t40\t\n06/02/2023\t=B2\t40\t`
    const page = await pastes(bad)
    const words = wordsOn(page.text)
    match(words, /3 readings can be kept, 5 rows cannot/)
    for (const why of [
      /“many”/,
      /too\. Keep one of them/,
      /is in the future/,
      /50 of 40 is more than all of them/,
      /is a formula/,
    ])
      match(words, why)
    ok(page.text.includes('30/01/2023\t50\t40'))
    const back = await pastes(bad, { _step: 'change' })
    match(back.text, /<textarea[^>]*>[^<]*30\/01\/2023\t50\t40/)
    equal((await confirms(bad)).status, 303)
    equal((await kept()).length, 3)
  })

  test('a text without readings is refused with the reason, and stays in the box', async (t) => {
    const { kept, pastes } = await opened(t, database)
    for (const [text, why] of [
      ['', /each row needs a day and a value/],
      [`${head}\nsoon\tsome\tmany\t`, /There is no column of dates/],
    ] as const) {
      const answer = await pastes(text)
      equal(answer.status, 422)
      match(errorsOn(answer.text)[0]!, /each row needs a day and a value/)
      match(wordsOn(answer.text), why)
    }
    deepEqual(await kept(), [])
  })

  test('NHS numbers and few people are asked about before anything is kept', async (t) => {
    const { kept, pastes, confirms } = await opened(t, database, 'yes')
    const named = `${head}\n02/01/2023\t30\t40\tSeen 943 476 5919\n`
    const asked = await pastes(named)
    equal(asked.status, 422)
    match(errorsOn(asked.text)[0]!, /looks like an NHS number/)
    const few = `${head}\n02/01/2023\t3\t40\t\n`
    match(wordsOn((await pastes(few)).text), /In 1 reading fewer than 5 people are counted/)
    equal((await confirms(few)).status, 422)
    deepEqual(await kept(), [])
    equal((await confirms(few, { small: 'yes' })).status, 303)
    deepEqual(await kept(), [['2023-01-02', 3, null]])
  })
})
