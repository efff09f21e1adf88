import { Migrator, type Migration } from 'kysely/migration'
import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { GaveUp } from '../jobs/patience.ts'
import { operator, type Actor } from './actor.ts'
import { checkWriter } from './writer-probe.ts'
import { Clearing } from './clearing.ts'
import { isRefusal, topicsOf, understood } from './command.ts'
import type { AnyCommand, Command, Origin, Refusal } from './command.ts'
import type { Db, Tx } from './database.ts'
import { isPostgresUrl, openSqlite, openWriting, type Dialect, type Opened } from './dialect.ts'
import type { Change, Revised } from './group.ts'
import { keepToOwner } from './embedded.ts'
import { questionsOn } from './identifiers.ts'
import { refuseIdentifiers } from './nhs-number.ts'
import { tryWriting } from './idempotency-keys.ts'
import { lookerAt } from './table-probe.ts'
import { openNotices } from './notices.ts'
import { keyedHasher } from './keyed-hash.ts'
import { unhurried } from './throttle.ts'
import { threadWriter } from './thread.ts'
import { mayNotAnyway } from './may-not.ts'
import { writeUnless } from './write-unless.ts'
import { newId } from './uuid.ts'
import { groupWriter, type Writer } from './writer.ts'

export interface By {
  actor: Actor
  /** Sent twice under the same key, a change is done once. Without one, each call is a change of its own. */
  key?: string
  /**
   * A digest of the content, for the key of a page on which several things can be sent: then only a repeat of the last
   * thing under it is done once, and something else, or the first again after that, is a change of its own.
   */
  sent?: string
  /** The time that it has waited on the sender's device, as they claim. */
  waitedMs?: number
  origin?: Origin
  /** The objection as things stand: asked again when they have changed before it could be done. */
  unless?(): Promise<Refusal | undefined>
}

export interface Store {
  readonly db: Db
  readonly dialect: Dialect
  /** Every command there is, by its name. */
  readonly commands: ReadonlyMap<string, AnyCommand>
  now(): string
  id(): string
  keyedHash(...words: string[]): string
  dispatch<Input, Outcome>(
    command: Command<Input, Outcome>,
    input: unknown,
    by: By,
  ): Promise<Outcome | Refusal>
  /** Called after each commit with the topics that changed. Returns a function that stops it. */
  onRevised(listener: (revised: Revised[]) => void): () => void
  /** Throws when changes cannot be stored just now. */
  check(): Promise<void>
  /** Throws when the store cannot be read. */
  look(): Promise<void>
  /** Finishes what has been taken; what takes longer than some seconds is given up. */
  close(gaveUp?: GaveUp): Promise<void>
}

export interface StoreChoices {
  /** `postgres://…`, or a folder for the embedded database. */
  at: string
  secret: string
  /** The folder of migrations, and the address of the module that exports the map of commands. */
  migrations: URL
  commandsModule: string
  commands: ReadonlyMap<string, AnyCommand>
  clock?: () => Date
  /** The writer in a thread of its own. Tests run it in theirs. */
  thread?: boolean
  durable?: boolean
  connections?: number
  /** Told of every statement of the reader (SQLite only). */
  onQuery?: (statement: string) => void
}

/** Shorter waits count as none. None is longer than keys are kept, but clocks are set right. */
const leastWaitMs = 60_000
const longestWaitMs = 7 * 86_400_000

export const databaseFile = (folder: string): string => join(folder, 'spreadathon.db')

/** A command that went wrong: a bug, never an expected "no". */
export class CommandFailed extends Error {}

export async function openStore(choices: StoreChoices): Promise<Store> {
  const { at, secret, clock = () => new Date(), durable = true } = choices
  const postgres = isPostgresUrl(at)
  const file = databaseFile(at)
  if (!postgres) {
    mkdirSync(at, { recursive: true, mode: 0o700 })
    keepToOwner(file)
  }
  const writesTo = postgres ? at : file
  const writing = await openWriting(writesTo, durable, choices.connections)
  await migrate(writing, choices.migrations)
  // A server that cannot store anything learns it when it starts, not with the first change.
  if (choices.thread) await tryOnce(writing, clock())
  const listeners = new Set<(revised: Revised[]) => void>()
  const changed = (revised: Revised[]) => {
    for (const listener of listeners) listener(revised)
  }
  const notices = postgres ? await openNotices(at, changed) : undefined
  const committed = (revised: Revised[]) => {
    changed(revised)
    notices?.tell(revised)
  }
  const keyedHash = keyedHasher(secret)
  const inThread = choices.thread === true
  if (inThread && !postgres) await writing.close()
  const reading = postgres ? writing : openSqlite({ file, readOnly: true, onQuery: choices.onQuery })
  const writer: Writer = inThread
    ? await threadWriter({ at: writesTo, durable, secret, commands: choices.commandsModule }, committed)
    : groupWriter({
        dialect: writing.dialect,
        onConnection: writing.onConnection,
        commands: choices.commands,
        keyedHash,
        newId,
        clearing: new Clearing(),
        committed,
      })
  const writeUnhurried = unhurried((change) => writer.write(change))

  return {
    db: reading.kysely,
    dialect: writing.dialect,
    commands: choices.commands,
    now: () => clock().toISOString(),
    id: () => newId(clock().getTime()),
    keyedHash,
    onRevised(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async dispatch(command, input, { actor, key = randomUUID(), sent, waitedMs = 0, unless, origin }) {
      const parsed = understood(command, input)
      if (isRefusal(parsed))
        return (await mayNotAnyway(reading.kysely, command, { input, parsed, actor })) ?? parsed
      const question = questionOn(command, parsed.input, input)
      if (question) return question
      const now = clock()
      const change: Change = { command: command.name, ...parsed, actor, key, now: now.toISOString() }
      if (sent) change.sent = sent
      if (origin) change.origin = origin
      // Nothing tells when a vote was given.
      if (waitedMs >= leastWaitMs && waitedMs <= longestWaitMs && !command.secret)
        change.happenedAt = new Date(now.getTime() - waitedMs).toISOString()
      const answer = await (unless
        ? writeUnless(unless, change, topicsOf(command, parsed.input), { db: reading.kysely, writer })
        : command.unhurried
          ? writeUnhurried(command, change)
          : writer.write(change))
      if (!('answer' in answer))
        throw new CommandFailed(`${command.name}: ${'failed' in answer ? answer.failed : ''}`)
      return answer.answer as never
    },
    async check() {
      const answer = await writer.write({
        command: checkWriter.name,
        input: null,
        actor: operator,
        key: randomUUID(),
        now: clock().toISOString(),
      })
      if ('failed' in answer) throw new CommandFailed(answer.failed)
    },
    look: lookerAt(reading),
    async close(gaveUp) {
      await writer.close(gaveUp)
      await Promise.all([notices?.close(), reading.close(gaveUp)])
      if (!inThread && !postgres) await writing.close()
    },
  }
}

const tryOnce = (writing: Opened, now: Date): Promise<void> =>
  writing.kysely
    .transaction()
    .execute((tx) => tryWriting(tx as unknown as Tx, randomUUID(), now.toISOString()))

/** Ids, hashes and addresses are not words that somebody typed. */
const notWords = /^[\w-]{16,}$|^\S+@\S+$|^https?:\/\/\S+$/

/** The refusal known before an input is sent: its faults, or the question about identifiers. */
export function refusedBeforehand(command: AnyCommand, input: unknown): Refusal | undefined {
  const parsed = understood(command, input)
  return isRefusal(parsed) ? parsed : questionOn(command, parsed.input, input)
}

const questionOn = ({ internal, secret }: AnyCommand, parsed: unknown, sent: unknown): Refusal | undefined =>
  internal || secret ? undefined : askAboutIdentifiers(parsed, sent)

/** A sender says "these are not NHS numbers" with `notIdentifiers`, which every form offers when asked. */
function askAboutIdentifiers(parsed: unknown, sent: unknown): Refusal | undefined {
  if (typeof parsed !== 'object' || parsed === null) return undefined
  if ((sent as { notIdentifiers?: unknown } | null)?.notIdentifiers === 'yes') return undefined
  const words = Object.entries(parsed).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  const typed = Object.fromEntries(words.filter(([, value]) => !notWords.test(value)))
  const numbers = refuseIdentifiers(typed)
  const others = questionsOn(typed)
  if (!numbers && !others) return undefined
  const refused = numbers ? 'Is this an NHS number?' : 'Can somebody be recognised by this?'
  return { kind: 'question', refused, fields: { ...others, ...numbers } }
}

async function migratorOf(opened: Opened, folder: URL): Promise<Migrator> {
  const names = readdirSync(folder).filter((name) => /^\d{4}-[a-z-]+\.ts$/.test(name))
  const migrations: Record<string, Migration> = {}
  for (const name of names.sort()) {
    const module = await import(new URL(name, folder).href)
    migrations[name] = { up: (db) => module.up(db, opened.dialect) }
  }
  return new Migrator({ db: opened.kysely, provider: { getMigrations: async () => migrations } })
}

/** The migrations that are still to be applied. */
export async function pendingMigrations(opened: Opened, folder: URL): Promise<string[]> {
  const all = await (await migratorOf(opened, folder)).getMigrations()
  return all.filter(({ executedAt }) => !executedAt).map(({ name }) => name)
}

async function migrate(opened: Opened, folder: URL): Promise<void> {
  const { error, results } = await (await migratorOf(opened, folder)).migrateToLatest()
  if (!error) return
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'the migrations'
  throw new Error(
    `${failed} could not be applied: ${error instanceof Error ? error.message : String(error)}`,
    {
      cause: error,
    },
  )
}

/** The outcome, or an exception that carries the refusal: for where a refusal would be a mistake of ours. */
export function orThrow<Answer>(answer: Answer): Exclude<Answer, Refusal> {
  if (isRefusal(answer)) throw new Error(`${answer.refused} ${JSON.stringify(answer.fields ?? {})}`)
  return answer as Exclude<Answer, Refusal>
}
