import type { Db } from './database.ts'
import { revisionOf } from './journal.ts'

interface Kept<Value> {
  revisions: string
  value: Promise<Value>
}

/** The limit of the cache: beyond it, the entry asked for longest ago is forgotten first. */
const most = 200

/**
 * A query that is the same for everyone, asked once for each revision of its topics. The revisions are read
 * before the value, so that a change in between makes the next caller ask again rather than never.
 */
export function cachedByRevision<Key, Value>(
  topicsOf: (key: Key) => string[],
  read: (db: Db, key: Key) => Promise<Value>,
): (db: Db, key: Key) => Promise<Value> {
  const stores = new WeakMap<Db, Map<string, Kept<Value>>>()
  return async (db, key) => {
    const kept = stores.get(db) ?? new Map<string, Kept<Value>>()
    stores.set(db, kept)
    const topics = topicsOf(key)
    const name = topics.join(' ')
    const revisions = await revisionsOf(db, topics)
    const known = kept.get(name)
    if (known?.revisions === revisions) return known.value
    const value = read(db, key)
    // A thing that has never changed may be taken away and stands at the same revision then.
    if (/^[0 ]*$/.test(revisions)) return value
    // A read that failed is asked again; who waits for it is told.
    value.catch(() => kept.delete(name))
    kept.delete(name)
    kept.set(name, { revisions, value })
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return value
  }
}

const revisionsOf = async (db: Db, topics: string[]): Promise<string> =>
  (await Promise.all(topics.map((topic) => revisionOf(db, topic)))).join(' ')
