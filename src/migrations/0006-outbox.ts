import type { Kysely } from 'kysely'
import { makeTable } from '../platform/store/columns.ts'
import type { Dialect } from '../platform/store/dialect.ts'

export async function up(db: Kysely<unknown>, dialect: Dialect) {
  await makeTable(db, dialect, 'outbox', {
    columns: {
      id: 'text',
      network: 'text',
      kind: 'text',
      ids: 'text',
      created_at: 'text',
      due_at: 'text',
      tries: 'integer',
      claimed_until: 'text?',
      sent_at: 'text?',
      failed_at: 'text?',
      problem: 'text?',
    },
    key: ['id'],
    index: [['sent_at', 'due_at']],
  })
}
