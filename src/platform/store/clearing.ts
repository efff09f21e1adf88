import type { Kysely } from 'kysely'
import type { Tables } from './database.ts'
import { clearOldRows, type Dialect } from './dialect.ts'

/** What was in the way, such as a copy being taken, is given this long before it is asked again. */
const againAfterMs = 60_000

/** Clears old rows out of the files after a commit; what could not be cleared is tried again after a later one. */
export class Clearing {
  readonly #tables = new Set<string>()
  #notBefore = 0

  async after(connection: Kysely<Tables>, dialect: Dialect, tables: ReadonlySet<string>): Promise<void> {
    for (const table of tables) this.#tables.add(table)
    if (this.#tables.size === 0 || (tables.size === 0 && Date.now() < this.#notBefore)) return
    try {
      await clearOldRows(connection, dialect, [...this.#tables])
      this.#tables.clear()
    } catch {
      // What was asked is done and stored by now: that clearing failed is no reason to say otherwise.
      this.#notBefore = Date.now() + againAfterMs
    }
  }
}
