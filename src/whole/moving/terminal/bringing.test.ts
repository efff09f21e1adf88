import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openHouse, type House } from '../../../../test/house.ts'
import { peopleOf } from '../../../../test/people.ts'
import { onBothDatabases } from '../../../../test/stores.ts'
import { eventByJoinCode } from '../../../before/events/store.ts'
import { addTeam, startNetwork } from '../../../before/networks/commands.ts'
import { allNetworks, membershipsOf, networkById } from '../../../before/networks/store/networks.ts'
import { insiders } from '../../../before/networks/store/roles.ts'
import { paths } from '../../../paths.ts'
import { doingOf } from '../../../platform/jobs/scheduler.ts'
import { brokenAt, revisionOf } from '../../../platform/store/journal.ts'
import { orThrow, type Store } from '../../../platform/store/store.ts'
import { movingJobs } from '../jobs.ts'
import { checkFile, type Sound } from '../rules/check.ts'
import { parseFile } from '../rules/parse.ts'
import { mostRows } from '../store/arriving.ts'
import { sections } from '../../../slices.ts'
import { bringIn } from './bringing.ts'

const network = 'large'

/** A network of so many people, with a few records of every other section; run-offs stand before their votes. */
function large(people: number, name = 'Large'): string {
  const lines = ['spreadathon: 1', `network: { id: ${network}, name: ${name}, createdAt: 2027-01-01 }`]
  const list = (section: string, records: string[]) =>
    lines.push(`${section}:`, ...records.map((one) => `  - ${one}`))
  list('teams', ['{ id: north, name: North }', '{ id: south, name: South }'])
  list(
    'ideas',
    Array.from({ length: 40 }, (_, at) => `{ id: i-${at}, team: north, title: Idea number ${at} }`),
  )
  list('events', ['{ id: day, name: Day, on: 2027-05-04 }'])
  list('ballots', [
    '{ id: c, event: day, runOffOf: b }',
    '{ id: b, event: day, runOffOf: a }',
    '{ id: a, event: day }',
  ])
  list(
    'people',
    Array.from(
      { length: people },
      (_, at) =>
        `{ id: p-${at}, name: Person ${at}, email: p${at}@example.invalid, role: member, team: south }`,
    ),
  )
  return lines.join('\n')
}

function soundly(store: Store, text: string): Sound {
  const checked = checkFile(parseFile(text), { sections, moment: store.now() })
  assert.ok('rowsOf' in checked, JSON.stringify(checked).slice(0, 500))
  return checked
}

/** The store, with a look at each command before it is dispatched. */
const watched = (store: Store, look: (command: string, input: unknown) => unknown): Store => ({
  ...store,
  async dispatch(command, input, how) {
    await look(command.name, input)
    return store.dispatch(command, input, how)
  },
})

const rowsIn = (input: unknown) =>
  (input as { lots: { rows: unknown[] }[] }).lots.reduce((sum, { rows }) => sum + rows.length, 0)

const counted = async ({ store }: House, table: string): Promise<number> => {
  const { rows } = await sql<{ many: number }>`select count(*) as many from ${sql.table(table)}`.execute(
    store.db as never,
  )
  return Number(rows[0]!.many)
}

/** Begins to bring it in and stops after so many lots, as if the process had been killed. */
async function killedAfter(store: Store, file: Sound, lots: number): Promise<void> {
  let left = lots
  const dying = watched(store, (command) => {
    if (
      ['moving.takeAwayArrival', 'moving.importNetwork'].includes(command) ||
      (command === 'moving.bringSome' && left === 0)
    )
      throw new Error('killed')
    if (command === 'moving.bringSome') left -= 1
  })
  await assert.rejects(bringIn(dying, network, file), /killed/)
}

onBothDatabases('A large network', (database) => {
  test('comes in lots between which others write, and is seen by nobody before it is all there', async (t) => {
    const house = await openHouse(t, { database })
    const { store } = house
    const { organiser } = await peopleOf(store)
    const sizes: number[] = []
    const looking = watched(store, async (command, input) => {
      if (command === 'moving.bringSome') sizes.push(rowsIn(input))
      if (command !== 'moving.bringSome' && command !== 'moving.importNetwork') return
      const other = { network: 'north', name: `Team ${sizes.length} ${command}` }
      orThrow(await store.dispatch(addTeam, other, { actor: organiser }))
      assert.equal(await networkById(store.db, network), undefined)
      assert.ok((await allNetworks(store.db)).every(({ id }) => id !== network))
      assert.equal((await house.visitor().get(paths.network({ network }))).status, 404)
      assert.equal((await house.visitor().get(paths.event({ network, event: 'day' }))).status, 404)
    })
    const file = soundly(store, large(5000))
    assert.deepEqual(await bringIn(looking, network, file), { imported: true })
    assert.ok(sizes.length > 10 && Math.max(...sizes) <= mostRows, sizes.join())
    assert.equal((await networkById(store.db, network))?.name, 'Large')
    assert.equal((await house.visitor().get(paths.event({ network, event: 'day' }))).status, 200)
    assert.equal(await revisionOf(store.db, `network:${network}`), 1)
    assert.equal(await brokenAt(store.db, `network:${network}`), undefined)
    assert.deepEqual(await bringIn(store, network, file), { imported: false })
    const other = await bringIn(store, network, soundly(store, large(10)))
    assert.equal(
      'refused' in other ? other.refused : '',
      'There is already a network large which differs from this file, first in people. Import it under another name with --as NAME.',
    )
  })

  test('gives nobody a role or a way in before it is all there, and keeps its name', async (t) => {
    const house = await openHouse(t, { database })
    const { store } = house
    const { organiser } = await peopleOf(store)
    await killedAfter(store, soundly(store, large(300)), 2)
    assert.ok((await counted(house, 'memberships')) > 300)
    const person = await store.db
      .selectFrom('people')
      .select('id')
      .where('email', '=', 'p7@example.invalid')
      .executeTakeFirstOrThrow()
    const actor = { kind: 'person', id: person.id } as const
    assert.deepEqual(await membershipsOf(store.db, person.id), [])
    assert.equal(await insiders.allows(store.db, { network }, actor), false)
    const { join_code } = await store.db
      .selectFrom('events')
      .select('join_code')
      .where('network_id', '=', network)
      .executeTakeFirstOrThrow()
    assert.equal(await eventByJoinCode(store.db, join_code), undefined)
    const words = {
      name: 'Large',
      teamNoun: 'team',
      teamNounPlural: 'teams',
      boardName: 'Board',
      qiTeamName: 'QI',
    }
    assert.equal(orThrow(await store.dispatch(startNetwork, words, { actor: organiser })).id, 'large-2')
  })

  test('is brought in anew after what left it half-way, and is then whole', async (t) => {
    const house = await openHouse(t, { database })
    const { store, clock } = house
    const before = await counted(house, 'people')
    await killedAfter(store, soundly(store, large(1800, 'Before')), 3)
    clock.move(1)
    const file = soundly(store, large(1500))
    assert.deepEqual(await bringIn(store, network, file, { leftAfterMs: 300 }), { imported: true })
    assert.equal((await networkById(store.db, network))?.name, 'Large')
    assert.deepEqual(await bringIn(store, network, file), { imported: false })
    assert.equal((await counted(house, 'people')) - before, 1500)
    assert.equal(await counted(house, 'arrivals'), 0)
  })

  test('is taken away by the server if nobody goes on with it, and people who were there stay', async (t) => {
    const house = await openHouse(t, { database })
    const { store, clock } = house
    await peopleOf(store)
    const tables = [
      'networks',
      'people',
      'memberships',
      'teams',
      'ideas',
      'words',
      'ballots',
      'events',
      'arrivals',
      'journal',
    ]
    const all = () => Promise.all(tables.map((table) => counted(house, table)))
    const before = await all()
    await killedAfter(store, soundly(store, large(1800)), 3)
    const [job] = movingJobs
    const runJob = () =>
      job!.run(doingOf(store, job!, store.now(), { error: (_facts, message) => assert.fail(message) }))
    await runJob()
    assert.ok((await counted(house, 'people')) > before[1]! + 500, 'what may still be going on is left')
    clock.move(31)
    await runJob()
    assert.deepEqual(await all(), before)
  })

  test('goes no further when it was taken away meanwhile', async (t) => {
    const house = await openHouse(t, { database })
    const { store, clock } = house
    let lots = 0
    const slow = watched(store, async (command) => {
      if (command !== 'moving.bringSome' || (lots += 1) !== 3) return
      clock.move(31)
      const [job] = movingJobs
      await job!.run(doingOf(store, job!, store.now(), { error: (_facts, message) => assert.fail(message) }))
    })
    const answer = await bringIn(slow, network, soundly(store, large(1800)))
    assert.equal(
      'refused' in answer ? answer.refused : '',
      'What had come of the network large was taken away again meanwhile.',
    )
    assert.equal(await counted(house, 'networks'), 0)
    assert.equal(await counted(house, 'people'), 0)
  })
})
