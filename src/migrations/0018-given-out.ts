import type { Kysely } from 'kysely'
import { addColumns } from '../platform/store/columns.ts'

/**
 * Marks the places in rooms that an organiser has given out with 1. One that somebody chose decides for nobody else.
 */
export const up = (db: Kysely<unknown>) => addColumns(db, 'room_places', { given_out: 'integer?' })
