import type { Db } from './database.ts'

interface Wanted<Row> {
  values: Map<string, Promise<Row | undefined>>
  reading: Promise<Map<string, Row>>
}

/**
 * Reads one row by its key; while a reading is under way, those who come are gathered and read together with the next.
 * Where the database is a round trip away and a room full of phones asks at once, a hundred questions become one.
 */
export function gathered<Row>(
  readAll: (db: Db, keys: string[]) => Promise<Map<string, Row>>,
): (db: Db, key: string) => Promise<Row | undefined> {
  const under = new WeakMap<Db, { now: Promise<unknown> | undefined; next: Wanted<Row> | undefined }>()

  function readNext(db: Db, after: Promise<unknown> | undefined): Wanted<Row> {
    const values = new Map<string, Promise<Row | undefined>>()
    const state = under.get(db)!
    const reading = Promise.resolve(after).then(() => {
      state.next = undefined
      const read = readAll(db, [...values.keys()])
      state.now = read.then(
        () => undefined,
        () => undefined,
      )
      return read
    })
    return { values, reading }
  }

  return (db, key) => {
    const state = under.get(db) ?? { now: undefined, next: undefined }
    under.set(db, state)
    const wanted = (state.next ??= readNext(db, state.now))
    let value = wanted.values.get(key)
    if (!value) {
      value = wanted.reading.then((rows) => rows.get(key))
      wanted.values.set(key, value)
    }
    return value
  }
}
