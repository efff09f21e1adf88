import { sql, type Kysely } from 'kysely'
import type { Actor } from './actor.ts'
import { isRefusal, mayNot, topicsOf, understood, type AnyCommand, type Circumstances } from './command.ts'
import type { Tables } from './database.ts'
import { guard } from './tx.ts'

/** Thrown inside a group to have it done again with a savepoint for each change. */
export class Spoiled extends Error {}

/** A command that was done, for the journal; with the name of the one of which it was a part. */
export interface Part {
  command: AnyCommand
  input: unknown
  outcome: unknown
  cause: string
}

interface Outer {
  command: AnyCommand
  topics: string[]
  change: { actor: Actor }
  circumstances: Omit<Circumstances, 'do'>
}

/** The commands that are done inside of another, in the order in which they were done. */
export class Nested {
  readonly parts: Part[] = []
  readonly circumstances: Circumstances
  readonly #connection: Kysely<Tables>
  readonly #outer: Outer
  readonly #careful: boolean

  constructor(connection: Kysely<Tables>, outer: Outer, careful: boolean) {
    this.#connection = connection
    this.#outer = outer
    this.#careful = careful
    this.circumstances = this.#inside(outer.command)
  }

  #inside({ name }: AnyCommand): Circumstances {
    return {
      ...this.#outer.circumstances,
      do: (command, input) => this.#do(command, input, name) as Promise<never>,
    }
  }

  async #do(command: AnyCommand, sent: unknown, cause: string): Promise<unknown> {
    const parsed = understood(command, sent)
    if (isRefusal(parsed)) return parsed
    const { input } = parsed
    const foreign = topicsOf(command, input).find((topic) => !this.#outer.topics.includes(topic))
    if (foreign !== undefined)
      throw new Error(`${this.#outer.command.name} has not locked ${foreign}, which ${command.name} changes`)
    const before = this.parts.length
    if (this.#careful) await sql`savepoint part`.execute(this.#connection)
    const { tx, watch, revoke } = guard(this.#connection)
    let outcome: unknown
    try {
      outcome = (await command.who.allows(tx, input as never, this.#outer.change.actor))
        ? await command.run(tx, input, this.#inside(command))
        : mayNot(command)
    } finally {
      revoke()
    }
    if (isRefusal(outcome)) {
      if (!this.#careful && (watch.wrote || this.parts.length > before)) throw new Spoiled()
      if (this.#careful) await sql`rollback to savepoint part`.execute(this.#connection)
      this.parts.length = before
    } else if (watch.wrote) this.parts.splice(before, 0, { command, input, outcome, cause })
    if (this.#careful) await sql`release savepoint part`.execute(this.#connection)
    return outcome
  }
}
