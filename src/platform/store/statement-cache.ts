/** Bulk inserts make a statement for each number of rows; older ones than this are prepared anew. */
const statementsKept = 500

/** A prepared statement of a database that runs in this process. */
interface Made {
  columns(): unknown[]
  all(...parameters: never[]): object[]
  run(...parameters: never[]): { changes: number | bigint; lastInsertRowid: number | bigint }
  iterate(...parameters: never[]): IterableIterator<unknown>
}

/**
 * The state of the transaction. SQLite ends one by itself when its disk is full; each later statement would be stored
 * alone, so it is refused for the same reason until the transaction is rolled back.
 */
class Transaction {
  readonly #isOpen: () => boolean
  #begun = false
  #endedBy: unknown

  constructor(isOpen: () => boolean) {
    this.#isOpen = isOpen
  }

  within<T>(text: string, work: () => T): T {
    if (this.#endedBy !== undefined && text !== 'rollback') throw this.#endedBy
    const [begins, ends] = [text.startsWith('begin'), text === 'commit' || text === 'rollback']
    try {
      const given = work()
      if (begins || ends) this.#begun = begins
      return given
    } catch (error) {
      if (text === 'rollback') this.#begun = false
      else if (this.#begun && !this.#isOpen()) this.#endedBy = error
      throw error
    } finally {
      if (text === 'rollback') this.#endedBy = undefined
    }
  }
}

class Statement {
  readonly reader: boolean
  readonly #text: string
  readonly #made: Made
  readonly #transaction: Transaction
  constructor(text: string, made: Made, transaction: Transaction) {
    this.#text = text
    this.#made = made
    this.#transaction = transaction
    this.reader = made.columns().length > 0
  }
  all(parameters: readonly unknown[]) {
    const rows = this.#transaction.within(this.#text, () => this.#made.all(...(parameters as never[])))
    // Rows come without a prototype; elsewhere they are plain objects, and so they are here.
    return rows.map((row) => ({ ...row }))
  }
  run(parameters: readonly unknown[]) {
    return this.#transaction.within(this.#text, () => this.#made.run(...(parameters as never[])))
  }
  iterate(parameters: readonly unknown[]) {
    return this.#made.iterate(...(parameters as never[]))
  }
}

/** Makes statements, and keeps them for the next time their text is asked for. */
export function keptStatements(
  make: (text: string) => Made,
  isInTransaction: () => boolean,
): (text: string) => Statement {
  const kept = new Map<string, Statement>()
  const transaction = new Transaction(isInTransaction)
  return (text) => {
    let statement = kept.get(text)
    if (statement) return statement
    if (kept.size >= statementsKept) kept.delete(kept.keys().next().value!)
    statement = new Statement(text, make(text), transaction)
    kept.set(text, statement)
    return statement
  }
}

const names = new Map<string, string>()

/**
 * Has a database server told this statement once for each connection; after that only its values are sent. For
 * statements alone that can be done in one way: for others a server may keep the way that was best for a few rows.
 */
export function tellOnce(text: string): void {
  if (!names.has(text)) names.set(text, `once ${names.size}`)
}

/** Has a connection call such statements by their names. */
export function callByName(client: { query: unknown }): void {
  const query = (client.query as (...args: unknown[]) => unknown).bind(client)
  client.query = (text: unknown, values: unknown, ...rest: unknown[]) => {
    const name = typeof text === 'string' ? names.get(text) : undefined
    return name ? query({ name, text, values }, ...rest) : query(text, values, ...rest)
  }
}
