import { z } from 'zod'
import { sql } from 'kysely'
import { commands as all } from '../src/commands.ts'
import { command, everyone, refuse, type AnyCommand } from '../src/platform/store/command.ts'
import type { Db, Tx } from '../src/platform/store/database.ts'
import { preparedRows } from '../src/platform/store/prepared.ts'

/** Rows of the tests of the writer: places that are taken, at most so many. */
interface PlaceRow {
  id: string
  event: string
}

declare module '../src/platform/store/database.ts' {
  interface Tables {
    places: PlaceRow
  }
}

const Place = z.object({ event: z.string(), id: z.string(), capacity: z.number().default(10) })

const insert = (tx: Tx, row: PlaceRow) => tx.insertInto('places').values(row).execute()

/** Takes a place while there are any: counts, then inserts, which only the topic's lock makes safe. */
export const takePlace = command('test.takePlace', {
  said: 'took a place',
  input: Place,
  topic: ({ event }) => `event:${event}`,
  who: everyone,
  async run(tx, { event, id, capacity }) {
    const { taken } = await tx
      .selectFrom('places')
      .select((eb) => eb.fn.countAll<number>().as('taken'))
      .where('event', '=', event)
      .executeTakeFirstOrThrow()
    if (taken >= capacity) return refuse('All places are taken')
    await insert(tx, { event, id })
    return { id }
  },
})

/** Takes a place as a vote is cast: nothing of it says which, and nobody edits it. */
export const takeSecretly = command('test.takeSecretly', { ...takePlace, secret: true })

/** Writes, then throws: a bug. */
export const takeAndThrow = command('test.takeAndThrow', {
  internal: true,
  input: Place,
  topic: ({ event }) => `event:${event}`,
  who: everyone,
  async run(tx, { event, id }): Promise<null> {
    await insert(tx, { event, id })
    throw new Error('a bug on purpose')
  },
})

/** Writes, then refuses. */
export const takeAndRefuse = command('test.takeAndRefuse', {
  internal: true,
  input: Place,
  topic: ({ event }) => `event:${event}`,
  who: everyone,
  async run(tx, { event, id }) {
    await insert(tx, { event, id })
    return refuse('On second thoughts, no')
  },
})

/** Locks two topics, named from either end. */
export const takeInTwo = command('test.takeInTwo', {
  said: 'took a place',
  input: z.object({ first: z.string(), second: z.string(), id: z.string() }),
  topic: ({ first, second }) => [`event:${first}`, `event:${second}`],
  who: everyone,
  async run(tx, { first, id }) {
    await insert(tx, { event: first, id })
    return { id }
  },
})

/** Keeps its transaction for later, which it must not. */
export const kept: { tx?: Tx } = {}
export const keepTx = command('test.keepTx', {
  internal: true,
  input: Place,
  topic: ({ event }) => `event:${event}`,
  who: everyone,
  async run(tx, { event, id }) {
    kept.tx = tx
    await insert(tx, { event, id })
    return { id }
  },
})

const addPlaces = preparedRows<PlaceRow>({ id: 'text', event: 'text' }, (tx, { columns, rows }) =>
  tx.insertInto('places').columns(columns).expression(rows),
)

/** Takes many places with statements that were compiled before. */
export const takeMany = command('test.takeMany', {
  internal: true,
  input: z.object({ event: z.string(), ids: z.array(z.string()) }),
  topic: ({ event }) => `event:${event}`,
  who: everyone,
  async run(tx, { event, ids }) {
    kept.tx = tx
    // The same columns, though not in the same order.
    const { written } = await addPlaces(
      tx,
      ids.map((id, at) => (at % 2 === 0 ? { event, id } : { id, event })),
    )
    return { written }
  },
})

/** Sends all that it asks and writes without waiting, and says how many places each question found. */
export const takeWithoutWaiting = command('test.takeWithoutWaiting', {
  internal: true,
  input: z.object({ event: z.string(), ids: z.array(z.string()) }),
  topic: ({ event }) => `event:${event}`,
  who: everyone,
  async run(tx, { event, ids }) {
    const sent = ids.map((id) =>
      Promise.all([addPlaces(tx, [{ id, event }]), placesAt(tx, event).then((places) => places.length)]),
    )
    return { found: (await Promise.all(sent)).map(([, many]) => many) }
  },
})

/** Takes two places, the second before it knows whether the first is taken. */
export const takeBoth = command('test.takeBoth', {
  internal: true,
  input: z.object({ event: z.string(), ids: z.array(z.string()) }),
  topic: ({ event }) => `event:${event}`,
  who: everyone,
  async run(tx, { event, ids }): Promise<null> {
    await Promise.all(ids.map((id) => insert(tx, { event, id })))
    return null
  },
})

/** Never answers. */
export const stall = command('test.stall', {
  internal: true,
  input: Place,
  topic: ({ event }) => `event:${event}`,
  who: everyone,
  run: () => new Promise<null>(() => {}),
})

/** Lets SQLite take no page more than it has (1), or as many as it likes: a full disk without one. */
export const limitPages = command('test.limitPages', {
  internal: true,
  input: z.object({ most: z.number() }),
  topic: () => [],
  who: everyone,
  secret: true,
  async run(tx, { most }): Promise<null> {
    await sql.raw(`pragma max_page_count = ${most}`).execute(tx)
    return null
  },
})

/** Has SQLite take nothing, as where its file is read-only. */
export const turnReadOnly = command('test.turnReadOnly', {
  internal: true,
  input: z.object({}),
  topic: () => [],
  who: everyone,
  secret: true,
  async run(tx): Promise<null> {
    await sql`pragma query_only = on`.execute(tx)
    return null
  },
})

/** Lays the table of these tests. */
export const layTable = command('test.layTable', {
  internal: true,
  input: z.object({}),
  topic: () => [],
  who: everyone,
  async run(tx): Promise<null> {
    await sql`create table places (id text primary key, event text not null)`.execute(tx)
    return null
  },
})

export const placesAt = (db: Db, event: string): Promise<PlaceRow[]> =>
  db.selectFrom('places').selectAll().where('event', '=', event).orderBy('id').execute()

const ours: AnyCommand[] = [
  layTable,
  takePlace,
  takeSecretly,
  takeAndThrow,
  takeAndRefuse,
  takeInTwo,
  keepTx,
  takeMany,
  takeWithoutWaiting,
  takeBoth,
  stall,
  limitPages,
  turnReadOnly,
]

/** The commands of the service and those of these tests; also the module that the writer's thread loads. */
export const commands: ReadonlyMap<string, AnyCommand> = new Map([
  ...all,
  ...ours.map((one) => [one.name, one] as const),
])
