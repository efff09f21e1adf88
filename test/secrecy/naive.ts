import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { databaseFile } from '../../src/platform/store/store.ts'
import type { Database } from '../stores.ts'

/** The naive design: a table of those who have voted and a table of votes, without names, written together. */
export async function writeNaively(database: Database, at: string, pairs: [voter: string, vote: string][]) {
  const make = ['create table naive_roll (voter_id text)', 'create table naive_votes (id text)']
  if (database === 'sqlite') {
    const db = new DatabaseSync(databaseFile(at))
    for (const table of make) db.exec(table)
    const [roll, votes] = ['naive_roll', 'naive_votes'].map((table) =>
      db.prepare(`insert into ${table} values (?)`),
    )
    for (const [voter, vote] of pairs) {
      roll!.run(voter)
      votes!.run(vote)
    }
    db.close()
    return
  }
  const client = new pg.Client({ connectionString: at })
  await client.connect()
  for (const table of make) await client.query(table)
  for (const [voter, vote] of pairs) {
    await client.query('begin')
    await client.query('insert into naive_roll values ($1)', [voter])
    await client.query('insert into naive_votes values ($1)', [vote])
    await client.query('commit')
  }
  await client.end()
}
