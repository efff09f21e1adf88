import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { actorKey, type Actor } from '../store/actor.ts'
import {
  command,
  Done,
  everyone,
  policy,
  theClock,
  whoeverRunsTheServer,
  type Circumstances,
  type Refusal,
} from '../store/command.ts'
import type { Db, Tx } from '../store/database.ts'
import { batchLoader } from '../store/batch-loader.ts'
import { preparedAmong } from '../store/prepared.ts'

/** A session of one actor on one device. The token is on the device alone; here is its hash. */
export interface SessionRow {
  id: string
  actor: string
  actor_kind: 'person' | 'attendee'
  actor_id: string
  actor_network: string
  idle_minutes: number
  started_at: string
  seen_at: string
  ended_at: string | null
}

declare module '../store/database.ts' {
  interface Tables {
    sessions: SessionRow
  }
}

export interface Session {
  id: string
  actor: Actor
  seenAt: string
  idleMinutes: number
}

export const newSessionToken = (): string => randomBytes(24).toString('base64url')
export const sessionId = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Opens a session for an actor; `id` is the hash of the token that the device keeps. */
export async function openSession(
  tx: Tx,
  session: { id: string; actor: Actor; idleMinutes: number; now: string },
): Promise<void> {
  const { actor } = session
  if (actor.kind !== 'person' && actor.kind !== 'attendee') throw new Error('Only people have sessions')
  await tx
    .insertInto('sessions')
    .values({
      id: session.id,
      actor: actorKey(actor),
      actor_kind: actor.kind,
      actor_id: actor.id,
      actor_network: actor.kind === 'attendee' ? actor.network : '',
      idle_minutes: session.idleMinutes,
      started_at: session.now,
      seen_at: session.now,
      ended_at: null,
    })
    .execute()
}

const sessionsAmong = preparedAmong((db, among) => db.selectFrom('sessions').selectAll().where(among('id')))

const sessionRow = batchLoader(
  async (db, ids) => new Map((await sessionsAmong(db, ids)).map((row) => [row.id, row])),
)

/** The session of a token, unless it has ended or been idle for too long. */
export async function sessionOf(db: Db, token: string, now: string): Promise<Session | undefined> {
  const row = await sessionRow(db, sessionId(token))
  if (!row || row.ended_at || idleTooLong(row, now)) return undefined
  const actor: Actor =
    row.actor_kind === 'person'
      ? { kind: 'person', id: row.actor_id }
      : { kind: 'attendee', id: row.actor_id, network: row.actor_network }
  return { id: row.id, actor, seenAt: row.seen_at, idleMinutes: row.idle_minutes }
}

export async function endSessionRow(tx: Tx, id: string, now: string): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** The sessions that an actor has now, the one used last first. */
export async function openSessionsOf(db: Db, actor: Actor, now: string): Promise<SessionRow[]> {
  const rows = await db
    .selectFrom('sessions')
    .selectAll()
    .where('actor', '=', actorKey(actor))
    .where('ended_at', 'is', null)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.filter((row) => !idleTooLong(row, now))
}

const idleTooLong = (row: SessionRow, now: string): boolean =>
  Date.parse(now) - Date.parse(row.seen_at) > row.idle_minutes * 60_000

export async function endSessionsOf(tx: Tx, actor: Actor, now: string): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('actor', '=', actorKey(actor))
    .where('ended_at', 'is', null)
    .execute()
}

/** Leaves no session of the attendees of a network. */
export async function forgetSessionsIn(tx: Tx, network: string): Promise<void> {
  await tx.deleteFrom('sessions').where('actor_network', '=', network).execute()
}

const SessionInput = z.object({ session: z.string() })

const itsOwner = policy<{ session: string }>(
  'the person whose session it is',
  async (db, { session }, actor) => {
    const row = await db.selectFrom('sessions').select('actor').where('id', '=', session).executeTakeFirst()
    return row !== undefined && row.actor === actorKey(actor)
  },
)

/** A session begun by the server's operator: for tests, and for nothing that listens to the world. */
export const startSession = command('auth.startSession', {
  input: z.object({
    id: z.string(),
    kind: z.enum(['person', 'attendee']),
    actor: z.string(),
    network: z.string().default(''),
    idleMinutes: z.number().int().positive(),
  }),
  topic: () => [],
  who: whoeverRunsTheServer,
  internal: true,
  async run(tx, { id, kind, actor, network, idleMinutes }, { now }): Promise<null> {
    const who: Actor = kind === 'person' ? { kind, id: actor } : { kind, id: actor, network }
    await openSession(tx, { id, actor: who, idleMinutes, now })
    return null
  },
})

/** Notes that somebody is still there. In a full room many say so at once. */
export const touchSession = command('auth.touchSession', {
  input: SessionInput,
  topic: () => [],
  who: itsOwner,
  internal: true,
  secret: true,
  async run(tx, input, circumstances): Promise<null | Refusal> {
    return (await touchAll(tx, [{ input, circumstances }]))[0]!
  },
  runAll: touchAll,
})

type Touches = { input: { session: string }; circumstances: Circumstances }[]

async function touchAll(tx: Tx, touches: Touches): Promise<null[]> {
  const ids = touches.map(({ input }) => input.session)
  const rows = await tx.selectFrom('sessions').select(['id', 'actor']).where('id', 'in', ids).execute()
  const owners = new Map(rows.map(({ id, actor }) => [id, actor]))
  const own = touches.filter(
    ({ input, circumstances }) => owners.get(input.session) === actorKey(circumstances.actor),
  )
  const last = own
    .map(({ circumstances }) => circumstances.now)
    .sort()
    .at(-1)
  const touched = own.map(({ input }) => input.session).sort()
  if (last) await tx.updateTable('sessions').set({ seen_at: last }).where('id', 'in', touched).execute()
  return touches.map(() => null)
}

export const endSession = command('auth.endSession', {
  input: SessionInput,
  topic: () => [],
  who: itsOwner,
  internal: true,
  async run(tx, { session }, { now }): Promise<null | Refusal> {
    await endSessionRow(tx, session, now)
    return null
  },
})

/** Signs out the visitor; somebody without a session is signed out already. */
export const signOut = command('auth.signOut', {
  input: z.object({ session: z.string().optional() }),
  topic: () => [],
  who: everyone,
  internal: true,
  async run(tx, { session }, { actor, now }): Promise<null> {
    if (session && (await itsOwner.allows(tx, { session }, actor))) await endSessionRow(tx, session, now)
    return null
  },
})

export const withASession = policy(
  'anyone with a session',
  (_db: Db, _nouns, { kind }) => kind === 'person' || kind === 'attendee',
)

/** Signs out on every device. */
export const signOutEverywhere = command('auth.signOutEverywhere', {
  said: 'signed out everywhere',
  input: z.object({}),
  topic: () => [],
  who: withASession,
  outcome: Done,
  async run(tx, _nothing, { actor, now }): Promise<Done> {
    await endSessionsOf(tx, actor, now)
    return { done: true }
  },
})

const keptDays = 30

/** Takes away sessions that ended or were left idle; an ended one stays for a while, for questions about it. */
export const forgetOldSessions = command('auth.forgetOldSessions', {
  input: z.object({}),
  topic: () => 'jobs',
  who: theClock,
  internal: true,
  async run(tx, _nothing, { now }): Promise<{ forgotten: number }> {
    const before = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString()
    const ended = await tx
      .deleteFrom('sessions')
      .where('ended_at', '<', before(keptDays * 1440))
      .executeTakeFirst()
    let forgotten = Number(ended.numDeletedRows)
    const kinds = await tx
      .selectFrom('sessions')
      .select('idle_minutes')
      .distinct()
      .orderBy('idle_minutes')
      .execute()
    for (const { idle_minutes: minutes } of kinds) {
      const idle = await tx
        .deleteFrom('sessions')
        .where('idle_minutes', '=', minutes)
        .where('seen_at', '<', before(minutes + keptDays * 1440))
        .executeTakeFirst()
      forgotten += Number(idle.numDeletedRows)
    }
    return { forgotten }
  },
})

export const sessionCommands = [
  startSession,
  touchSession,
  endSession,
  signOut,
  signOutEverywhere,
  forgetOldSessions,
]
