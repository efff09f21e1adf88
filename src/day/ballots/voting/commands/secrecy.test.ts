import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { statSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql, type Kysely } from 'kysely'
import { ballotOf, secretOf, vote } from '../../../../../test/ballot.ts'
import { openHouse } from '../../../../../test/house.ts'
import { onBothDatabases } from '../../../../../test/stores.ts'
import { normaliseCode } from '../../../../platform/auth/codes.ts'
import type { Tables } from '../../../../platform/store/database.ts'
import { isRefusal } from '../../../../platform/store/command.ts'
import { orThrow, type Store } from '../../../../platform/store/store.ts'
import { methods, type Method } from '../../ballot/rules/ballot.ts'
import { countsOf, rollOf } from '../store/votes.ts'
import { closeBallot, makeBallot, openBallot } from '../../ballot/commands/ballots.ts'
import { voteId } from './casting.ts'

const rows = async <Row>(store: Store, statement: string): Promise<Row[]> =>
  (await sql.raw<Row>(statement).execute(store.db as unknown as Kysely<Tables>)).rows

onBothDatabases('A closed ballot', (database) => {
  test('holds nothing that joins a vote to a voter, whatever the database notes beside its rows', async (t) => {
    const { store } = await openHouse(t, { database })
    const { at, of, people, attendees, network, ballot } = await ballotOf(store, { perTeam: 4 })
    for (const [number, actor] of attendees.entries()) {
      const choice = of['brent']!.includes(actor) ? 'hub' : 'tree'
      await vote(store, at, actor, choice, `device ${number}`)
    }
    // An option that was chosen once, by a vote that has been changed since.
    orThrow(await vote(store, at, of['brent']![0]!, 'step', 'device 0'))
    orThrow(await vote(store, at, of['brent']![0]!, 'hub', 'device 0'))
    const cast = await rollOf(store.db, network, ballot)
    const counted = await countsOf(store.db, network, ballot)
    const joined = 'select count(*) as pairs from votes join roll on votes.xmin = roll.xmin'
    const transactions = async (...columns: string[]) =>
      new Set(
        (
          await Promise.all(
            columns.map((column) => {
              const [table = '', name = ''] = column.split('.')
              return rows<{ xid: string }>(store, `select ${name}::text as xid from ${table}`)
            }),
          )
        ).flatMap((all) => all.map(({ xid }) => xid)),
      )
    let before = new Set<string>()
    if (database === 'postgres') {
      ok(cast.length > 4 && (await rows<{ pairs: number }>(store, joined))[0]!.pairs >= cast.length - 1)
      before = await transactions('votes.xmin', 'roll.xmin')
    }

    orThrow(await store.dispatch(closeBallot, at, { actor: people.organiser }))

    deepEqual(await countsOf(store.db, network, ballot), counted)
    const roll = await rollOf(store.db, network, ballot)
    deepEqual(
      roll.filter((row) => row.voted),
      cast,
    )
    equal(roll.length, attendees.length)
    if (database === 'sqlite') {
      for (const table of ['votes', 'roll'])
        await rejects(rows(store, `select rowid from ${table}`), /no such column: rowid/)
      const [{ file } = { file: '' }] = await rows<{ file: string }>(store, 'pragma database_list')
      equal(statSync(`${file}-wal`).size, 0)
      return
    }
    const noted = ['votes.xmin', 'votes.xmax', 'roll.xmin', 'roll.xmax']
    const after = await transactions(...noted, 'ballot_options.xmin', 'ballot_options.xmax')
    deepEqual(after.intersection(before), new Set())
    equal((await transactions('votes.xmin')).size, 1)
    const inPlace = await rows<{ id: string }>(store, 'select id from votes order by ctid')
    deepEqual(
      inPlace,
      inPlace.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    )
  })

  test('leaves no key, no actor and no subject of a vote in the journal', async (t) => {
    const { store } = await openHouse(t, { database })
    const { at, of, network, ballot } = await ballotOf(store)
    const voter = of['brent']![0]!
    orThrow(await vote(store, at, voter, 'hub', 'mine'))
    const entries = await rows<{ subject: string; actor: string }>(
      store,
      "select subject, actor from journal where command = 'ballots.castVote'",
    )
    deepEqual(entries, [{ subject: '', actor: '' }])
    deepEqual(await rows(store, "select * from done_keys where command = 'ballots.castVote'"), [])
    const [kept] = await rows<Record<string, string>>(store, 'select * from votes')
    const id = voteId(network, ballot, normaliseCode(secretOf('mine')))
    deepEqual({ ...kept }, { network_id: network, ballot_id: ballot, id, choices: 'hub', team_id: 'brent' })
  })

  test('has counted many votes sent at once as it would one by one', async (t) => {
    const { store } = await openHouse(t, { database })
    const { at, people, attendees, network, event } = await ballotOf(store, { perTeam: 2, opened: false })
    const by = { actor: people.organiser }
    const actors = [...attendees, people.lead, people.board]
    const openedBallot = async (method: Method) => {
      const asked = { network, event, method, atMost: 2, ideas: ['tree', 'hub', 'step'] }
      const { id: ballot } = orThrow(await store.dispatch(makeBallot, asked, by))
      orThrow(await store.dispatch(openBallot, { network, event, ballot }, by))
      return { ...at, ballot }
    }
    const someVotes = fc.array(
      fc.record({
        actor: fc.constantFrom(...actors.keys()),
        choice: fc.array(fc.constantFrom('tree', 'hub', 'step', 'else', ''), { minLength: 1, maxLength: 3 }),
        device: fc.nat(5),
      }),
      { minLength: 2, maxLength: 20 },
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...methods), someVotes, async (method, votes) => {
        const [single, together] = [await openedBallot(method), await openedBallot(method)]
        const send = (where: typeof at) => (one: (typeof votes)[number]) =>
          vote(store, where, actors[one.actor]!, one.choice, `device ${one.device}`)
        const answers = []
        for (const one of votes) answers.push(await send(single)(one))
        deepEqual(await Promise.all(votes.map(send(together))), answers)
        const stored = async ({ ballot }: typeof at) => ({
          counts: await countsOf(store.db, network, ballot),
          roll: (await rollOf(store.db, network, ballot)).map(({ voter_id, way }) => [voter_id, way]),
        })
        deepEqual(await stored(together), await stored(single))
        equal((await stored(single)).roll.length, new Set(countedVoters(votes, answers)).size)
      }),
      { numRuns: database === 'sqlite' ? 30 : 10 },
    )
  })
})

const countedVoters = (votes: { actor: number }[], answers: unknown[]) =>
  votes.filter((_, at) => !isRefusal(answers[at])).map(({ actor }) => actor)
