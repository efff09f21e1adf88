import type { Kysely } from 'kysely'

/** Every table. Each slice adds its own by declaring this interface again beside its rows. */
// oxlint-disable-next-line no-empty-interface
export interface Tables {}

type Reading = 'selectFrom' | 'with' | 'fn' | 'case' | 'getExecutor' | 'selectNoFrom'
type Writing = 'insertInto' | 'updateTable' | 'deleteFrom'

/** What a page may do with the store: read. */
export type Db = Pick<Kysely<Tables>, Reading>

declare const inTransaction: unique symbol

/** What a command may do while it runs, and not a moment longer. */
export type Tx = Db & Pick<Kysely<Tables>, Writing> & { readonly [inTransaction]: true }
