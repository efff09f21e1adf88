import { deepEqual, equal, match } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { onBothDatabases, type Database } from '../../../test/stores.ts'
import { hiddenFieldsOf, wordsOn, type Answered, type Visitor } from '../../../test/visitor.ts'
import { teamsOf } from '../../before/networks/store/networks.ts'
import { paths } from '../../paths.ts'
import type { Values } from '../form/state.ts'
import type { RequestContext } from './site.ts'
import { merged, standingOf } from './edit-conflict.ts'

async function open(t: TestContext, database: Database, many: number) {
  const house = await openHouse(t, { database })
  const people = await peopleOf(house.store)
  const address = paths.editTeam({ network: people.network, team: 'brent' })
  const name = async () =>
    (await teamsOf(house.store.db, people.network)).find(({ id }) => id === 'brent')!.name
  const savers = await Promise.all(Array.from({ length: many }, () => house.as(people.organiser)))
  return { address, name, savers }
}

/** The hidden fields of a form as it stands. */
const formOf = async (visitor: Visitor, address: string) =>
  hiddenFieldsOf((await visitor.get(address)).text, address)

const statuses = (answers: Answered[]) => answers.map(({ status }) => status).sort()

onBothDatabases('A form that changes what stands', (database) => {
  test('is saved by one of several who send it at once; the others are shown both', async (t) => {
    const { address, name, savers } = await open(t, database, 4)
    for (let round = 1; round <= 10; round++) {
      const forms = await Promise.all(savers.map((saver) => formOf(saver, address)))
      const answers = await Promise.all(
        savers.map((saver, at) => saver.post(address, { ...forms[at], name: `Brent ${round}.${at}` })),
      )
      deepEqual(statuses(answers), [303, 409, 409, 409])
      const saved = answers.findIndex(({ status }) => status === 303)
      equal(await name(), `Brent ${round}.${saved}`)
      for (const [at, { status, text }] of answers.entries()) {
        if (status === 303) continue
        match(wordsOn(text), new RegExp(`Saved meanwhile: Brent ${round}\\.${saved}`))
        match(text, new RegExp(`value="Brent ${round}\\.${at}"`))
      }
    }
  })

  test('is saved by everyone who sends it at once where each changes something else of the topic', async (t) => {
    const { address, savers } = await open(t, database, 2)
    const other = address.replace('brent', 'harrow')
    const [one, two] = savers as [Visitor, Visitor]
    for (let round = 1; round <= 5; round++) {
      const [mine, theirs] = [await formOf(one, address), await formOf(two, other)]
      const answers = await Promise.all([
        one.post(address, { ...mine, name: `Brent ${round}` }),
        two.post(other, { ...theirs, name: `Harrow ${round}` }),
      ])
      deepEqual(statuses(answers), [303, 303])
    }
  })

  test('sent twice with its key is saved once, and nobody is told of somebody else', async (t) => {
    const { address, name, savers } = await open(t, database, 1)
    const [saver] = savers as [Visitor]
    const values = { ...(await formOf(saver, address)), name: 'Brent North' }
    deepEqual(
      statuses(await Promise.all([saver.post(address, values), saver.post(address, values)])),
      [303, 303],
    )
    equal((await saver.post(address, values)).status, 303)
    equal(await name(), 'Brent North')
  })

  test('that was refused for another reason still does not replace what was saved meanwhile', async (t) => {
    const { address, name, savers } = await open(t, database, 2)
    const [one, two] = savers as [Visitor, Visitor]
    const mine = await formOf(one, address)
    equal((await two.post(address, { ...(await formOf(two, address)), name: 'Brent North' })).status, 303)
    const refused = await one.post(address, { ...mine, name: '' })
    equal(refused.status, 422)
    const again = await one.post(address, { ...hiddenFieldsOf(refused.text, address), name: 'Brent South' })
    equal(again.status, 409)
    equal(await name(), 'Brent North')
  })
})

const stored = (base: Values, typed: Values, now: Values) => {
  const { values, conflict, keptTheirs } = merged(standingOf(standing(base), undefined, visit)!, typed, now)
  return { values, keptTheirs, asked: Object.keys(conflict?.fields ?? {}) }
}
const visit = {} as RequestContext
const standing = (base: Values) => ({ stands: true, values: () => base }) as never

const merges: readonly [string, Values, Values, Values, ReturnType<typeof stored>][] = [
  [
    'an answer that only they changed is theirs',
    { keep: 'a', test: '' },
    { keep: 'b', test: '' },
    { keep: 'a', test: 'One clinic' },
    { values: { keep: 'b', test: 'One clinic' }, keptTheirs: true, asked: [] },
  ],
  [
    'an answer that both changed is asked about, and no other',
    { keep: 'a', change: 'c', test: '' },
    { keep: 'mine', change: 'c', test: '' },
    { keep: 'theirs', change: 'd', test: '' },
    { values: { keep: 'mine', change: 'd', test: '' }, keptTheirs: true, asked: ['keep'] },
  ],
  [
    'an answer that both changed alike is no question',
    { keep: 'a' },
    { keep: 'b' },
    { keep: 'b' },
    { values: { keep: 'b' }, keptTheirs: false, asked: [] },
  ],
  [
    'what I emptied is empty, unless they changed it',
    { keep: 'a', change: 'b' },
    { keep: '', change: '' },
    { keep: 'a', change: 'c' },
    { values: { keep: '', change: '' }, keptTheirs: false, asked: ['change'] },
  ],
  [
    'a day in three boxes is the day that stood there',
    { by: '2027-01-05', what: 'a' },
    { 'by-day': '5', 'by-month': '1', 'by-year': '2027', what: 'b' },
    { by: '2027-02-09', what: 'a' },
    { values: { by: '2027-02-09', what: 'b' }, keptTheirs: true, asked: [] },
  ],
  [
    'boxes to tick are one answer; none ticked is one too',
    { ideas: ['tree', 'hub'], days: ['monday'] },
    { ideas: ['tree', 'hub'] },
    { ideas: ['tree', 'step'], days: ['monday'] },
    { values: { ideas: ['tree', 'step'] }, keptTheirs: true, asked: [] },
  ],
]
for (const [name, base, typed, now, expected] of merges)
  test(`Put together: ${name}`, () => deepEqual(stored(base, typed, now), expected))

test('Put together: an answer of a form from before answers were told apart is asked about', () => {
  const { conflict } = merged('0123456789abcdef', { keep: 'mine' }, { keep: 'theirs' })
  deepEqual(conflict?.fields, { keep: 'Saved meanwhile: theirs' })
})
