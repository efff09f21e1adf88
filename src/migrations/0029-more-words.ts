import { sql, type Kysely } from 'kysely'
import { wordsOf } from '../platform/store/search-words.ts'

const texts = { pledges: 'what', asks: 'what', review_decisions: 'what' }

const mostInAStatement = 200

/** Pledges, asks and decisions are found by their words, as ideas are. */
export async function up(db: Kysely<unknown>) {
  await sql`update words set kind = 'ideas' where kind = 'idea'`.execute(db)
  for (const [table, column] of Object.entries(texts)) {
    const { rows } = await sql<{ network_id: string; id: string; text: string | null }>`
      select network_id, id, ${sql.ref(column)} as text from ${sql.table(table)}`.execute(db)
    const words = rows.flatMap(({ network_id, id, text }) =>
      wordsOf(text ?? '').map((word) => sql`(${network_id}, ${table}, ${id}, ${word})`),
    )
    for (let at = 0; at < words.length; at += mostInAStatement)
      await sql`insert into words (network_id, kind, subject_id, word) values ${sql.join(
        words.slice(at, at + mostInAStatement),
      )}`.execute(db)
  }
}
