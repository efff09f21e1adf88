import type { Kysely } from 'kysely'

/**
 * The list of voters of one vote lies together by its key. Beside it PostgreSQL took this index, which has the same
 * beginning, to find a few voters, and went through everyone who had voted so far.
 */
export async function up(db: Kysely<unknown>) {
  await db.schema.dropIndex('roll_by_network_id_ballot_id_team_id_voted').execute()
}
