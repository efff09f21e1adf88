import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql, type Kysely } from 'kysely'
import { ballotOf, vote } from '../../../test/ballot.ts'
import { openHouse } from '../../../test/house.ts'
import { someNetwork, type Sample } from '../../../test/networks.ts'
import { peopleOf } from '../../../test/people.ts'
import { databases, emptyStore, onBothDatabases, tuesday } from '../../../test/stores.ts'
import { membersOf, networkById } from '../../before/networks/store/networks.ts'
import { closeBallot, revealBallot } from '../../day/ballots/ballot/commands/ballots.ts'
import { ballotById } from '../../day/ballots/ballot/store/ballots.ts'
import { resultOf } from '../../day/ballots/counting/store/results.ts'
import { brokenAt, revisionOf } from '../../platform/store/journal.ts'
import { orThrow, type Store } from '../../platform/store/store.ts'
import { beginArrival, bringSome, importNetwork, takeAwayArrival } from './commands.ts'
import { writeFile } from './rules/write.ts'
import { networkFile } from './store/file.ts'
import { sections } from '../../slices.ts'
import { staying } from './store/staying.ts'
import { takeIn } from './terminal/files.ts'

const example = (name: string) =>
  readFileSync(new URL(`../../../examples/${name}.yaml`, import.meta.url), 'utf8')
const demonstration = example('demonstration')

const exported = (store: Store, network: string, without: string[] = []) =>
  networkFile(store.db, network, without)

async function imports(store: Store, text: string, choices = {}): Promise<boolean> {
  const taken = await takeIn(store, text, choices)
  assert.ok('imported' in taken, JSON.stringify(taken))
  return taken.imported
}

onBothDatabases('network files', (database) => {
  test('the examples are imported once; again on another day changes nothing', async (t) => {
    const { store, clock } = await openHouse(t, { database })
    for (const name of ['adult-psychosocial-2023', 'demonstration', 'a-year-later'])
      assert.ok(await imports(store, example(name)))
    clock.move('2027-03-01T12:00:00.000Z')
    for (const name of ['adult-psychosocial-2023', 'demonstration', 'a-year-later'])
      assert.equal(await imports(store, example(name)), false)
    assert.equal(await revisionOf(store.db, 'network:demonstration'), 1)
    assert.equal(await brokenAt(store.db, 'network:demonstration'), undefined)
    assert.equal((await networkById(store.db, 'demonstration'))?.created_at, tuesday)
  })

  test('a file with one mistake imports nothing', async (t) => {
    const { store } = await openHouse(t, { database })
    const taken = await takeIn(store, demonstration.replace('role: organiser', 'role: organizer'))
    assert.deepEqual(taken, {
      more: 0,
      problems: [
        {
          line: demonstration.split('\n').findIndex((one) => one.includes('role: organiser')) + 1,
          sentence:
            'people organiser: role must be one of organiser, lead, member, representative, board, sponsor, viewer; it is “organizer” (did you mean organiser?)',
        },
      ],
    })
    assert.equal(await networkById(store.db, 'demonstration'), undefined)
  })

  test('a network that differs is left as it is, and the file goes in under another name', async (t) => {
    const { store } = await openHouse(t, { database })
    await imports(store, demonstration)
    const before = await exported(store, 'demonstration')
    const other = demonstration.replace('name: Harrow', 'name: Barnet')
    assert.deepEqual(await takeIn(store, other), {
      refused:
        'There is already a network demonstration which differs from this file, first in teams. Import it under another name with --as NAME.',
    })
    assert.equal(await exported(store, 'demonstration'), before)
    assert.equal(await imports(store, other, { as: 'second' }), true)
    assert.equal(await imports(store, other, { as: 'second' }), false)
    assert.equal((await membersOf(store.db, 'second')).length, 12)
  })

  test('two imports at once make one network', async (t) => {
    const { store } = await openHouse(t, { database })
    const both = await Promise.all([imports(store, demonstration), imports(store, demonstration)])
    assert.deepEqual(both.sort(), [false, true])
  })

  test('what tells of health is left out unless asked for, and its being left out is no difference', async (t) => {
    const { store } = await openHouse(t, { database })
    await imports(store, demonstration)
    const file = (await exported(store, 'demonstration', ['lived-experience', 'access-needs', 'email']))!
    assert.match(
      file,
      /^# Demonstration: .*\nspreadathon: 1\nwithout: \[lived-experience, access-needs, email\]\n/,
    )
    assert.doesNotMatch(file, /livedExperience|role: representative|nurse-2\.brent@/)
    assert.match((await exported(store, 'demonstration'))!, /livedExperience: carer/)
    assert.equal(await imports(store, file), false)
  })

  test('votes and rolls leave by name at the terminal only; without them the result is not recorded', async (t) => {
    const house = await openHouse(t, { database })
    const { store } = house
    const { at, of, people, network, ballot } = await ballotOf(store)
    orThrow(await vote(store, at, of['brent']![0]!, 'hub', 'mine'))
    const organiser = await house.as(people.organiser)
    const download = async () => (await organiser.get(`/networks/${network}/file?with=all,votes`)).text
    assert.match(
      await download(),
      /\nwithout: \[votes, feedback\]\n# Left out: votes and lists of voters; answers to feedback/,
    )
    assert.doesNotMatch(await download(), /\n(votes|roll):/)
    orThrow(await store.dispatch(closeBallot, at, { actor: people.organiser }))
    orThrow(await store.dispatch(revealBallot, at, { actor: people.organiser }))
    const file = await download()
    assert.doesNotMatch(file, /\n(votes|roll):/)
    assert.match((await exported(store, network))!, /\nroll:[^]*\nvotes:/)
    assert.equal(await imports(store, file), false)
    assert.equal(await imports(store, file, { as: 'moved' }), true)
    const moved = (await ballotById(store.db, 'moved', ballot))!
    assert.equal(
      (await resultOf(store.db, 'moved', moved))?.sentence,
      'Not recorded: the votes are not kept here.',
    )
  })

  test('organisers download the file; others may not', async (t) => {
    const house = await openHouse(t, { database })
    const people = await peopleOf(house.store)
    const url = `/networks/${people.network}/file`
    const organiser = await house.as(people.organiser)
    const answer = await organiser.get(url)
    assert.deepEqual(
      [answer.status, answer.headers['content-disposition']],
      [200, 'attachment; filename="north.yaml"'],
    )
    assert.doesNotMatch(answer.text, /role: representative/)
    assert.match((await organiser.get(`${url}?with=lived-experience`)).text, /role: representative/)
    for (const other of [people.lead, people.board, people.stranger])
      assert.equal((await (await house.as(other)).get(url)).status, 403)
    assert.equal((await house.visitor().get(url)).status, 303)
  })

  test('nobody but whoever runs the server imports', async (t) => {
    const { store } = await openHouse(t, { database })
    const people = await peopleOf(store)
    const at = { network: 'x', arrival: 'a' }
    const by = { actor: people.organiser }
    for (const answer of [
      await store.dispatch(beginArrival, { ...at, row: {} }, by),
      await store.dispatch(bringSome, { ...at, step: 0, lots: [] }, by),
      await store.dispatch(importNetwork, at, by),
      await store.dispatch(takeAwayArrival, { ...at, step: 0 }, by),
    ])
      assert.ok('refused' in answer && answer.kind === 'forbidden')
  })

  test('every column of a network leaves with it, or its table stays for a reason', async (t) => {
    const { store, closed } = await emptyStore({ database })
    t.after(closed)
    const tables = await (store.db as unknown as Kysely<unknown>).introspection.getTables()
    const ofNetworks = tables.filter(({ columns }) => columns.some(({ name }) => name === 'network_id'))
    // A person is found by their address, not by an id that means nothing elsewhere.
    const elsewhere: Record<string, string[]> = { memberships: ['person_id'] }
    const wrong = ofNetworks.flatMap(({ name: table, columns }) => {
      const section = sections.find((one) => one.table === table)
      if (table in staying) return section ? [`${table} has a section by now`] : []
      if (!section) return [`${table} has no section`]
      const covered = new Set(['network_id', ...Object.values(section.fields).map(({ column }) => column)])
      for (const column of [...Object.keys(section.derived ?? {}), ...(elsewhere[table] ?? [])])
        covered.add(column)
      return columns
        .filter(({ name }) => !covered.has(name))
        .map(({ name }) => `${table}.${name} is in no field`)
    })
    assert.deepEqual(
      wrong,
      [],
      'Describe it in the sections that its slice brings in data.ts, or say there why it stays',
    )
  })
})

test('what is unique in a table is unique in its section, so that a file that breaks it is told so', async (t) => {
  const { store, closed } = await emptyStore({ database: databases[0]! })
  t.after(closed)
  for (const { name, table, fields, derived = {}, unique = [] } of sections) {
    const { rows } = await sql<{ columns: string }>`
      select (select group_concat(name) from pragma_index_info(list.name)) as columns
      from pragma_index_list(${table}) as list where origin in ('u', 'pk')`.execute(store.db as never)
    const own = rows.map(({ columns }) => columns.split(',').filter((column) => column !== 'network_id'))
    const wanted = own.filter((columns) => !columns.some((one) => one === 'id' || one in derived)).map(String)
    const told = unique.map((names) => String(names.map((field) => fields[field]!.column)))
    assert.deepEqual(told.sort(), wanted.sort(), name)
  }
})

test('what is exported imports to the same network on either database', async (t) => {
  const stores: Store[] = []
  for (const database of databases) {
    const { store, closed } = await emptyStore({ database })
    t.after(closed)
    stores.push(store)
  }
  let run = 0
  await fc.assert(
    fc.asyncProperty(someNetwork(sections), fc.boolean(), async (sample: Sample, turned) => {
      const [first, second] = (turned ? stores.toReversed() : stores) as [Store, Store]
      run += 1
      const network = `random-${run}`
      const text = writeFile(sample(network), { sections, without: [] })
      assert.equal(await imports(first, text, { notIdentifiers: true }), true)
      const there = (await exported(first, network))!
      assert.equal(await imports(first, there, { notIdentifiers: true }), false)
      assert.equal(await imports(second, there, { notIdentifiers: true }), true)
      assert.equal(await exported(second, network), there)
      assert.equal(await imports(second, text, { notIdentifiers: true }), false)
    }),
    { numRuns: 12 },
  )
})
