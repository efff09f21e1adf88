import RateLimiterRes from 'rate-limiter-flexible/lib/RateLimiterRes.js'
import RateLimiterStoreAbstract from 'rate-limiter-flexible/lib/RateLimiterStoreAbstract.js'
import { z } from 'zod'
import { command, everyone, theClock, type Circumstances } from './command.ts'
import type { Db, Tx } from './database.ts'
import { batchLoader } from './batch-loader.ts'
import { preparedAmong } from './prepared.ts'

/** A counter of events since its first. */
export interface TallyRow {
  key: string
  points: number
  ends_at: string
}

declare module './database.ts' {
  interface Tables {
    tallies: TallyRow
  }
}

/** The number of times that something may happen, counted from its first on. Limits of one name share a counter. */
export interface Limit {
  name: string
  most: number
  seconds: number
}

/** A limit, and a keyed hash of its subject, because addresses are stored nowhere for this. */
export interface Counted {
  limit: Limit
  of: string
}

const talliesAmong = preparedAmong((db, among) => db.selectFrom('tallies').selectAll().where(among('key')))

const tallyRow = batchLoader(
  async (db, keys) => new Map((await talliesAmong(db, keys)).map((row) => [row.key, row])),
)

/** The limiter's counts in our own tables, so that a limit holds over all instances and over a restart. */
class Limiter extends RateLimiterStoreAbstract {
  readonly #db: Db
  readonly #now: string

  constructor({ name, most, seconds }: Limit, db: Db, now: string) {
    super({ storeClient: db, keyPrefix: name, points: most, duration: seconds })
    this.#db = db
    this.#now = now
  }

  async _get(key: string): Promise<TallyRow | null> {
    const row = await tallyRow(this.#db, key)
    return row && row.ends_at > this.#now ? row : null
  }

  async _upsert(key: string, points: number, ms: number): Promise<TallyRow> {
    const now = this.#now
    const ends_at = new Date(Date.parse(now) + ms).toISOString()
    return (this.#db as Tx)
      .insertInto('tallies')
      .values({ key, points, ends_at })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((is) => {
          const goesOn = is('tallies.ends_at', '>', now)
          const more = is('tallies.points', '+', is.ref('excluded.points'))
          return {
            points: is.case().when(goesOn).then(more).else(is.ref('excluded.points')).end(),
            ends_at: is.case().when(goesOn).then(is.ref('tallies.ends_at')).else(ends_at).end(),
          }
        }),
      )
      .returningAll()
      .executeTakeFirstOrThrow()
  }

  _getRateLimiterRes(_key: string, _changed: number, { points, ends_at }: TallyRow): RateLimiterRes {
    const left = Date.parse(ends_at) - Date.parse(this.#now)
    return new RateLimiterRes(Math.max(0, this.points - points), left, points)
  }
}

export interface Reached {
  limit: Limit
  /** In how many seconds it may happen again. */
  seconds: number
}

/** The limit that has been reached and makes wait the longest, if any has. */
export async function reachedOf(db: Db, now: string, counted: Counted[]): Promise<Reached | undefined> {
  const found = await Promise.all(
    counted.map(async ({ limit, of }): Promise<Reached[]> => {
      const tally = await new Limiter(limit, db, now).get(of)
      if (!tally || tally.remainingPoints > 0) return []
      return [{ limit, seconds: Math.ceil(tally.msBeforeNext / 1000) }]
    }),
  )
  return found.flat().sort((one, other) => other.seconds - one.seconds)[0]
}

/** Counts once, or as often as it has happened. In the order of the keys, so that no two wait for each other. */
export async function tally(tx: Tx, now: string, counted: Counted[], times = 1): Promise<void> {
  const nameOf = ({ limit, of }: Counted) => `${limit.name}:${of}`
  const sorted = counted.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))
  for (const { limit, of } of sorted) await new Limiter(limit, tx, now).penalty(of, times)
}

const Tallied = z.object({
  counted: z.array(
    z.object({
      limit: z.object({ name: z.string(), most: z.number().int(), seconds: z.number().int().positive() }),
      of: z.string(),
    }),
  ),
  times: z.number().int().positive().default(1),
})

type Batch = { input: z.infer<typeof Tallied>; circumstances: Circumstances }[]

/** A refused command leaves nothing behind, so each attempt is counted by a change of its own. */
export const tallyUp = command('store.tallyUp', {
  input: Tallied,
  topic: () => [],
  who: everyone,
  internal: true,
  secret: true,
  run: async (tx, input, circumstances): Promise<null> =>
    (await tallyAll(tx, [{ input, circumstances }]))[0]!,
  runAll: tallyAll,
})

/** In a rush of guesses those that count for the same are one statement. */
async function tallyAll(tx: Tx, batch: Batch): Promise<null[]> {
  const all = new Map<string, { counted: Counted; times: number }>()
  for (const { counted, times } of batch.map(({ input }) => input))
    for (const one of counted) {
      const key = `${one.limit.name}:${one.of}`
      all.set(key, { counted: one, times: (all.get(key)?.times ?? 0) + times })
    }
  const now = batch
    .map(({ circumstances }) => circumstances.now)
    .sort()
    .at(-1)!
  for (const [, { counted, times }] of [...all].sort(([one], [other]) => (one < other ? -1 : 1)))
    await tally(tx, now, [counted], times)
  return batch.map(() => null)
}

/** Deletes counters that have ended and limit nothing any more. */
export const forgetTallies = command('store.forgetTallies', {
  input: z.object({}),
  topic: () => 'jobs',
  who: theClock,
  internal: true,
  async run(tx, _nothing, { now }): Promise<{ forgotten: number }> {
    const gone = await tx.deleteFrom('tallies').where('ends_at', '<=', now).executeTakeFirst()
    return { forgotten: Number(gone.numDeletedRows) }
  },
})

export const tallyCommands = [tallyUp, forgetTallies]
