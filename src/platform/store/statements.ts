/** Bulk inserts make a statement for each number of rows; what is older than this is prepared anew. */
const statementsKept = 500

/** What a database that runs in this process makes of the text of a statement. */
interface Made {
  columns(): unknown[]
  all(...parameters: never[]): object[]
  run(...parameters: never[]): { changes: number | bigint; lastInsertRowid: number | bigint }
  iterate(...parameters: never[]): IterableIterator<unknown>
}

class Statement {
  readonly reader: boolean
  readonly #made: Made
  constructor(made: Made) {
    this.#made = made
    this.reader = made.columns().length > 0
  }
  all(parameters: readonly unknown[]) {
    // Rows come without a prototype; elsewhere they are plain objects, and so they are here.
    return this.#made.all(...(parameters as never[])).map((row) => ({ ...row }))
  }
  run(parameters: readonly unknown[]) {
    return this.#made.run(...(parameters as never[]))
  }
  iterate(parameters: readonly unknown[]) {
    return this.#made.iterate(...(parameters as never[]))
  }
}

/** Makes statements, and keeps them for the next time their text is asked for. */
export function keptStatements(make: (text: string) => Made): (text: string) => Statement {
  const kept = new Map<string, Statement>()
  return (text) => {
    let statement = kept.get(text)
    if (statement) return statement
    if (kept.size >= statementsKept) kept.delete(kept.keys().next().value!)
    statement = new Statement(make(text))
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
