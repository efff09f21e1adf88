import { sql, type Kysely } from 'kysely'
import { actorKey, type Actor } from './actor.ts'
import { isRefusal, mayNot, topicsOf, type AnyCommand, type Circumstances, type Origin } from './command.ts'
import { Left, type Clearing } from './clearing.ts'
import type { Tables, Tx } from './database.ts'
import { begin, writesOneAtATime, type Dialect } from './dialect.ts'
import { mayBeTriedAgain, placeFails } from './database-faults.ts'
import { commandsSince, dropUnused, enterAll, lockTopics, type Entry, type TopicState } from './journal.ts'
import { answersUnder, isSame, keepAnswers, type Answered, type Done } from './idempotency-keys.ts'
import { forgetNetwork } from './forget-network.ts'
import { Nested, Spoiled, type Part } from './nested-commands.ts'
import { inTime } from './time-limit.ts'
import { guard } from './tx.ts'

/** A change on its way: plain data, so that it can cross to another thread. */
export interface Change {
  command: string
  input: unknown
  actor: Actor
  key: string
  sent?: string
  now: string
  happenedAt?: string
  origin?: Origin
  /** Done only if its topics stand where they stood when this was read, votes apart. */
  seen?: Record<string, number>
}

export interface Revised {
  topic: string
  revision: number
}

export type Answer = { answer: unknown } | { failed: string } | { moved: true }

export interface Surroundings {
  dialect: Dialect
  commands: ReadonlyMap<string, AnyCommand>
  keyedHash(...words: string[]): string
  newId(nowMs: number): string
  clearing: Clearing
}

interface Prepared {
  change: Change
  command: AnyCommand
  topics: string[]
  circumstances: Omit<Circumstances, 'do'>
}

export async function runGroup(
  connection: Kysely<Tables>,
  changes: Change[],
  surroundings: Surroundings,
): Promise<{ answers: Answer[]; revised: Revised[] }> {
  const prepared = changes.map((change) => prepare(change, surroundings))
  try {
    return await attempt(connection, prepared, surroundings, false)
  } catch (error) {
    if (!(error instanceof Spoiled)) throw error
    return attempt(connection, prepared, surroundings, true)
  }
}

function prepare(change: Change, { commands, keyedHash, newId }: Surroundings): Prepared {
  const command = commands.get(change.command)
  if (!command) throw new Error(`There is no command called ${change.command}`)
  const nowMs = Date.parse(change.now)
  return {
    change,
    command,
    topics: topicsOf(command, change.input),
    circumstances: {
      actor: change.actor,
      now: change.now,
      happenedAt: change.happenedAt ?? null,
      origin: change.origin,
      id: () => newId(nowMs),
      keyedHash,
    },
  }
}

async function attempt(
  connection: Kysely<Tables>,
  group: Prepared[],
  surroundings: Surroundings,
  careful: boolean,
) {
  try {
    const begun = begin(surroundings.dialect).execute(connection)
    // A group that may have to wait for others waits first: nothing is written outside of the transaction.
    if (writesOneAtATime(surroundings.dialect)) await begun
    const [, topics, done] = await Promise.all([
      begun,
      lockTopics(connection, [...new Set(group.flatMap((each) => each.topics))].sort()),
      answersUnder(
        connection,
        group.filter((each) => !each.command.secret).map((each) => each.change),
      ),
    ])
    const run = new GroupRun(connection, { topics, done, careful, commands: surroundings.commands })
    const answers = await run.all(group)
    const revised = await enterAll(connection, topics, run.entries)
    await Promise.all([dropUnused(connection, topics), keepAnswers(connection, [...run.kept.values()])])
    for (const network of run.forgotten) await forgetNetwork(connection, network)
    await sql`commit`.execute(connection)
    await surroundings.clearing.after(connection, surroundings.dialect, run.left)
    return { answers, revised }
  } catch (error) {
    await sql`rollback`.execute(connection).catch(() => {})
    throw error
  }
}

/** The state that a group finds when it begins. */
interface GroupStart {
  topics: Map<string, TopicState>
  done: Map<string, Done>
  careful: boolean
  commands: Surroundings['commands']
}

class GroupRun {
  readonly entries: Entry[] = []
  readonly kept = new Map<string, Answered>()
  readonly left = new Left()
  readonly forgotten = new Set<string>()
  readonly #connection: Kysely<Tables>
  readonly #topics: Map<string, TopicState>
  readonly #done: Map<string, Done>
  readonly #careful: boolean
  readonly #commands: Surroundings['commands']

  constructor(connection: Kysely<Tables>, { topics, done, careful, commands }: GroupStart) {
    this.#connection = connection
    this.#topics = topics
    this.#done = done
    this.#careful = careful
    this.#commands = commands
  }

  async all(group: Prepared[]): Promise<Answer[]> {
    const answers = new Map<Prepared, Answer>()
    let rest = group
    while (rest.length > 0) {
      const batch = this.#careful ? [rest[0]!] : alikeIn(rest)
      const given = batch.length > 1 ? await this.#together(batch) : [await this.#one(batch[0]!)]
      batch.forEach((one, at) => answers.set(one, given[at]!))
      rest = rest.filter((one) => !answers.has(one))
    }
    return group.map((one) => answers.get(one)!)
  }

  async #together(batch: Prepared[]): Promise<Answer[]> {
    const command = batch[0]!.command
    const { tx, watch, revoke } = guard(this.#connection)
    try {
      const answers = await inTime(
        command.runAll!(
          tx,
          batch.map(({ change, circumstances }) => ({
            input: change.input,
            circumstances: { ...circumstances, do: notInABatch },
          })),
        ),
      )
      answers.forEach((answer, at) => {
        if (!isRefusal(answer) && watch.wrote) this.#enter(batch[at]!, [whole(batch[at]!, answer)])
      })
      return answers.map((answer) => ({ answer }))
    } catch (error) {
      throw isOfAll(error) ? error : new Spoiled()
    } finally {
      revoke()
    }
  }

  async #one(prepared: Prepared): Promise<Answer> {
    const { change, command } = prepared
    const slot = `${actorKey(change.actor)} ${change.key}`
    const done = command.secret ? undefined : this.#done.get(slot)
    if (done && isSame(done, change)) return { answer: done.answer }
    if (await this.#hasMoved(prepared)) return { moved: true }
    if (this.#careful) await sql`savepoint one`.execute(this.#connection)
    const { tx, watch, revoke } = guard(this.#connection)
    const nested = new Nested(this.#connection, prepared, this.#careful)
    let answer: unknown
    try {
      answer = await inTime(run(prepared, tx, nested.circumstances), command.longest)
    } catch (error) {
      if (isOfAll(error)) throw error
      if (!this.#careful) throw new Spoiled()
      await this.#undo()
      return { failed: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error) }
    } finally {
      revoke()
    }
    if (isRefusal(answer)) {
      if ((watch.wrote || nested.parts.length > 0) && !this.#careful) throw new Spoiled()
      if (this.#careful) await this.#undo()
      return { answer }
    }
    if (this.#careful) await sql`release savepoint one`.execute(this.#connection)
    if (watch.wrote || nested.parts.length > 0)
      this.#enter(prepared, [whole(prepared, answer), ...nested.parts])
    if (!command.secret) {
      this.#done.set(slot, { answer, sent: change.sent ?? null })
      this.kept.set(slot, { change, answer })
    }
    return { answer }
  }

  /** True if one of its topics has changed since it was looked at. A vote changes nothing that anybody edits. */
  async #hasMoved({ change: { seen }, topics }: Prepared): Promise<boolean> {
    for (const topic of seen ? topics : []) {
      const [then, { revision }] = [seen?.[topic], this.#topics.get(topic)!]
      if (then === undefined || then > revision) return true
      if (then === revision) continue
      const here = this.entries.filter((entry) => entry.topic === topic).map(({ command }) => command)
      const since = [...(await commandsSince(this.#connection, topic, then)), ...here]
      if (since.some((name) => !this.#commands.get(name)?.secret)) return true
    }
    return false
  }

  async #undo() {
    await sql`rollback to savepoint one`.execute(this.#connection)
    await sql`release savepoint one`.execute(this.#connection)
  }

  #enter({ change }: Prepared, parts: Part[]) {
    for (const { command, input, outcome, cause } of parts) {
      const subject = command.secret ? '' : (command.subject?.(input, outcome) ?? idOf(outcome))
      const actor = command.secret ? '' : actorKey(change.actor)
      const network = (input as { network?: unknown } | null)?.network
      const networkId = typeof network === 'string' ? network : ''
      for (const table of command.clears ?? []) this.left.cleared.add(table)
      for (const table of command.erases ?? []) this.left.erased.add(table)
      if (command.forgets) this.forgotten.add(command.forgets(input))
      for (const topic of topicsOf(command, input)) {
        const state = this.#topics.get(topic)!
        state.revision += 1
        const { revision } = state
        this.entries.push({
          topic,
          revision,
          networkId,
          command: command.name,
          subject,
          actor,
          at: change.now,
          cause,
        })
      }
    }
  }
}

const whole = ({ command, change: { input } }: Prepared, outcome: unknown): Part => ({
  command,
  input,
  outcome,
  cause: '',
})

const notInABatch = () => Promise.reject(new Error('A command that is done in a batch does no other'))

/** A fault that is no mistake of one command: nothing of the group is stored. */
const isOfAll = (error: unknown): boolean => mayBeTriedAgain(error) || placeFails(error)

async function run({ change, command }: Prepared, tx: Tx, circumstances: Circumstances) {
  if (!(await command.who.allows(tx, change.input as never, change.actor))) return mayNot(command)
  return command.run(tx, change.input, circumstances)
}

/**
 * The first change, with those after it that can be done together with it. Changes of other topics may be passed: it
 * makes no difference which of the two is done first.
 */
function alikeIn(rest: Prepared[]): Prepared[] {
  const [first] = rest as [Prepared]
  if (!first.command.runAll || first.change.seen) return [first]
  const [done, passed] = [new Set<string>(), new Set<string>()]
  const alike: Prepared[] = []
  for (const one of rest) {
    const joins = one.command === first.command && !one.change.seen
    const [own, others] = joins ? [done, passed] : [passed, done]
    if (one.topics.some((topic) => others.has(topic))) break
    for (const topic of one.topics) own.add(topic)
    if (own === done) alike.push(one)
  }
  return alike
}

const idOf = (outcome: unknown): string => {
  const id = (outcome as { id?: unknown } | null | undefined)?.id
  return typeof id === 'string' ? id : ''
}
