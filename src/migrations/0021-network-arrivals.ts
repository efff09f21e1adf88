import type { Kysely } from 'kysely'
import { makeTable } from '../platform/store/columns.ts'
import type { Dialect } from '../platform/store/dialect.ts'

/** Networks whose file is being brought in, some records at a time. While there is a row, the network is not there yet. */
export const up = (db: Kysely<unknown>, dialect: Dialect) =>
  makeTable(db, dialect, 'arrivals', {
    columns: { network_id: 'text', arrival: 'text', step: 'integer', started_at: 'text', seen_at: 'text' },
    key: ['network_id'],
  })
