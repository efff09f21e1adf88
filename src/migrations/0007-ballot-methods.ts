import { sql, type Kysely } from 'kysely'
import { inNetwork, makeTable, networkKey as key, to } from '../platform/store/columns.ts'
import type { Dialect } from '../platform/store/dialect.ts'

/** A vote holds an ordered list of choices; a result may be shown bar by bar, and a tie resolved. */
export async function up(db: Kysely<unknown>, dialect: Dialect) {
  await db.schema.alterTable('ballots').addColumn('at_most', 'integer').execute()
  // Points to another row of the same table, which neither database can be told afterwards in the same words.
  await db.schema.alterTable('ballots').addColumn('run_off_of', 'text').execute()
  await db.schema.alterTable('ballots').addColumn('bars_shown', 'integer').execute()
  await remakeVotes(db, dialect)
  await makeTable(db, dialect, 'tie_decisions', {
    columns: {
      ...inNetwork,
      ballot_id: 'text',
      idea_id: 'text',
      reason: 'text',
      decided_by: 'text',
      recorded_by: 'text',
      recorded_at: 'text',
    },
    key,
    unique: [['network_id', 'ballot_id']],
    references: [to('ballots', 'ballot_id'), to('ideas', 'idea_id')],
  })
}

/** Anew rather than altered: rows in order of their key, and nothing left of the place or time of the old ones. */
async function remakeVotes(db: Kysely<unknown>, dialect: Dialect) {
  await sql`create table votes_before as select network_id, ballot_id, id, idea_id, team_id from votes`.execute(
    db,
  )
  await db.schema.dropTable('votes').execute()
  await makeTable(db, dialect, 'votes', {
    columns: { network_id: 'text', ballot_id: 'text', id: 'text', choices: 'text', team_id: 'text' },
    key: ['network_id', 'ballot_id', 'id'],
    references: [to('ballots', 'ballot_id'), to('teams', 'team_id')],
    inKeyOrder: true,
  })
  await sql`insert into votes (network_id, ballot_id, id, choices, team_id)
    select network_id, ballot_id, id, idea_id, team_id from votes_before order by network_id, ballot_id, id`.execute(
    db,
  )
  await db.schema.dropTable('votes_before').execute()
}
