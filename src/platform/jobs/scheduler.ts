import { actorKey, type Actor } from '../store/actor.ts'
import type { Command, Refusal } from '../store/command.ts'
import type { Db } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import { isAway } from '../store/writer.ts'
import { endsWithin, type GaveUp } from './patience.ts'

/** The tools of a job: it reads, and changes things by commands alone. */
export interface Doing {
  db: Db
  now(): string
  keyedHash: Store['keyedHash']
  /** The moment for which it runs; all instances agree on it, but when it was woken early. */
  due: string
  /** Under the key `job:name:due`, so that it is done once however many instances run it. */
  dispatch<Input, Outcome>(
    command: Command<Input, Outcome>,
    input: unknown,
    part?: string,
  ): Promise<Outcome | Refusal>
  log: Log
}

export interface Log {
  error(facts: object, message: string): void
}

export interface Job {
  name: string
  everySeconds: number
  run(doing: Doing): Promise<void>
}

export const every = (everySeconds: number, name: string, run: Job['run']): Job => ({
  everySeconds,
  name,
  run,
})

export interface Jobs {
  /** Runs a job soon, before its time. */
  wake(name: string): void
  /** Starts nothing more, and waits some seconds for running jobs. */
  stop(gaveUp: GaveUp): Promise<void>
}

/** The tools of a job for one moment of running. */
export function doingOf(store: Store, job: Job, due: string, log: Log): Doing {
  const actor: Actor = { kind: 'job', id: job.name }
  const key = `${actorKey(actor)}:${due}`
  return {
    db: store.db,
    now: store.now,
    keyedHash: store.keyedHash,
    due,
    dispatch: (command, input, part) =>
      store.dispatch(command, input, { actor, key: part ? `${key}:${part}` : key }),
    log,
  }
}

/** Time for running jobs to end when all is to stop. */
export const patienceMs = 3000

/** Woken by every commit, a job still runs only this often. */
const wakeAfterMs = 300

/** The beginning of the period in which a moment lies: the same in every instance. */
export const periodOf = (now: string, seconds: number): string =>
  new Date(Math.floor(Date.parse(now) / (seconds * 1000)) * seconds * 1000).toISOString()

class Timed {
  readonly #job: Job
  readonly #store: Store
  readonly #log: Log
  #timer: NodeJS.Timeout | undefined
  #waking: NodeJS.Timeout | undefined
  #running: Promise<void> | undefined
  #stopped = false
  #isAway = false

  constructor(job: Job, store: Store, log: Log) {
    this.#job = job
    this.#store = store
    this.#log = log
    this.#plan()
  }

  /** At the next full period, a little late by chance: not all jobs of all instances at once. */
  #plan() {
    const lasts = this.#job.everySeconds * 1000
    const jitter = Math.random() * Math.min(lasts / 10, 30_000)
    const wait = lasts - (Date.now() % lasts) + jitter
    this.#timer = setTimeout(() => {
      void this.#once(periodOf(this.#store.now(), this.#job.everySeconds)).then(() => {
        if (!this.#stopped) this.#plan()
      })
    }, wait)
    this.#timer.unref()
  }

  wake() {
    if (this.#waking || this.#stopped) return
    this.#waking = setTimeout(() => {
      // A change during a run is looked at when the run has ended.
      const before = this.#running ?? Promise.resolve()
      void before.then(() => {
        this.#waking = undefined
        return this.#stopped ? undefined : this.#once(this.#store.now())
      })
    }, wakeAfterMs)
    this.#waking.unref()
  }

  async #once(due: string) {
    while (this.#running) await this.#running
    if (this.#stopped) return
    const { name } = this.#job
    const run = async () => this.#job.run(doingOf(this.#store, this.#job, due, this.#log))
    this.#running = run()
      .then(
        () => void (this.#isAway = false),
        (error: unknown) => {
          // Said once while it lasts: a job that is woken often would fill the log, and the rest of the disk.
          if (!isAway(error) || !this.#isAway) this.#log.error({ err: error, job: name }, 'job failed')
          this.#isAway = isAway(error)
        },
      )
      .finally(() => {
        this.#running = undefined
      })
    await this.#running
  }

  async stop() {
    this.#stopped = true
    clearTimeout(this.#timer)
    clearTimeout(this.#waking)
    await this.#running
  }
}

/** Runs jobs by the clock, each never twice at once. */
export function startJobs(store: Store, jobs: readonly Job[], log: Log): Jobs {
  const timed = new Map(jobs.map((job) => [job.name, new Timed(job, store, log)]))
  return {
    wake: (name) => timed.get(name)?.wake(),
    async stop(gaveUp) {
      const stopping = [...timed].map(async ([name, one]) => {
        if (!(await endsWithin(patienceMs, one.stop()))) gaveUp(`the job ${name}`)
      })
      await Promise.all(stopping)
    },
  }
}
