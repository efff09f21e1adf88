import type { Kysely } from 'kysely'
import { addColumns } from '../platform/store/columns.ts'

/** A result that is being shown has the Screen until the programme moves on: 1 for the vote that has it. */
export const up = (db: Kysely<unknown>) => addColumns(db, 'ballots', { on_screen: 'integer?' })
