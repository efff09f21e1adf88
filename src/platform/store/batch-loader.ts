import type { Db } from './database.ts'

interface Wanted<Row> {
  values: Map<string, Promise<Row | undefined>>
  reading: Promise<Map<string, Row>>
}

interface State<Row> {
  /** The reading that is under way. */
  now: Promise<void> | undefined
  next: Wanted<Row> | undefined
}

const turnOfTheLoop = () => new Promise<void>((resolve) => setImmediate(resolve))

/**
 * Reads one row by its key, together with others' requests in the same turn of the event loop or while a reading is
 * under way: when a room full of phones asks at once, a hundred queries become one.
 */
export function batchLoader<Row>(
  readAll: (db: Db, keys: string[]) => Promise<Map<string, Row>>,
): (db: Db, key: string) => Promise<Row | undefined> {
  const states = new WeakMap<Db, State<Row>>()

  function readNext(db: Db, state: State<Row>): Wanted<Row> {
    const values = new Map<string, Promise<Row | undefined>>()
    const reading = (state.now ?? turnOfTheLoop()).then(() => {
      state.next = undefined
      const read = readAll(db, [...values.keys()])
      const done = () => {
        if (state.now === settled) state.now = undefined
      }
      const settled = read.then(done, done)
      state.now = settled
      return read
    })
    return { values, reading }
  }

  return (db, key) => {
    const state = states.get(db) ?? { now: undefined, next: undefined }
    states.set(db, state)
    const wanted = (state.next ??= readNext(db, state))
    let value = wanted.values.get(key)
    if (!value) {
      value = wanted.reading.then((rows) => rows.get(key))
      wanted.values.set(key, value)
    }
    return value
  }
}
