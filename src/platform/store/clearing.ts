import type { Kysely } from 'kysely'
import type { Tables } from './database.ts'
import { clearOldRows, writesOneAtATime, type Dialect } from './dialect.ts'

/** The pause before another try where clearing met an obstacle, such as a copy being taken. */
const againAfterMs = 60_000

/** Remains of commands in tables that must not stay in the files. */
export class Left {
  /** Tables to clear before anything else happens there. */
  readonly cleared = new Set<string>()
  /** Tables from which somebody had rows erased. */
  readonly erased = new Set<string>()
}

/** Clears old rows out of the files after a commit; failures are tried again after a later one. */
export class Clearing {
  readonly #tables = new Set<string>()
  readonly #erased = new Set<string>()
  #notBefore = 0
  #erasedNotBefore = 0

  async after(connection: Kysely<Tables>, dialect: Dialect, left: Left): Promise<void> {
    for (const table of left.cleared) this.#tables.add(table)
    for (const table of left.erased) this.#erased.add(table)
    const anyNew = left.cleared.size > 0 || this.#takeErased(dialect)
    if (this.#tables.size === 0 || (!anyNew && Date.now() < this.#notBefore)) return
    try {
      await clearOldRows(connection, dialect, [...this.#tables])
      this.#tables.clear()
    } catch {
      // The command itself is done and stored by now: failing to clear is no reason to say otherwise.
      this.#notBefore = Date.now() + againAfterMs
    }
  }

  /** Anybody may erase, again and again, and whole tables are written anew for it: there, once a minute is enough. */
  #takeErased(dialect: Dialect): boolean {
    if (this.#erased.size === 0) return false
    if (!writesOneAtATime(dialect) && Date.now() < this.#erasedNotBefore) return false
    for (const table of this.#erased) this.#tables.add(table)
    this.#erased.clear()
    this.#erasedNotBefore = Date.now() + againAfterMs
    return true
  }
}
