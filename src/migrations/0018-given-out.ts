import type { Kysely } from 'kysely'
import { addColumns } from '../platform/store/columns.ts'

/** Which places in rooms an organiser has given out: 1 for those. One that somebody chose decides for nobody else. */
export const up = (db: Kysely<unknown>) => addColumns(db, 'room_places', { given_out: 'integer?' })
