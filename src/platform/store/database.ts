import type { Kysely } from 'kysely'

/** Every table. Each slice adds its own by declaring this interface again beside its rows. */
// oxlint-disable-next-line no-empty-interface
export interface Tables {}

type Reading = 'selectFrom' | 'with' | 'fn' | 'case' | 'getExecutor' | 'selectNoFrom'
type Writing = 'insertInto' | 'updateTable' | 'deleteFrom'

/** Read access, for pages. */
export type Db = Pick<Kysely<Tables>, Reading>

declare const inTransaction: unique symbol

/** Read and write access for a command while it runs, and not a moment longer. */
export type Tx = Db & Pick<Kysely<Tables>, Writing> & { readonly [inTransaction]: true }
