import { setTimeout as delay } from 'node:timers/promises'
import { endsWithin, nobodyTold, type GaveUp } from '../jobs/patience.ts'
import { writesOneAtATime, type OnConnection } from './dialect.ts'
import { topicsOf } from './command.ts'
import { mayBeTriedAgain, placeFails } from './database-faults.ts'
import { runGroup, type Answer, type Change, type Revised, type Surroundings } from './group.ts'
import { counted } from '../text/english.ts'

/** Takes changes and answers each only after it is stored. */
export interface Writer {
  write(change: Change): Promise<Answer>
  /** Finishes what has been taken and stops; what takes longer than some seconds is given up. */
  close(gaveUp?: GaveUp): Promise<void>
}

/** The store cannot take changes just now; the same change may be sent again under its key. */
export class Unavailable extends Error {
  constructor(cause?: unknown) {
    super('The store cannot be written to at the moment', { cause })
  }
}

/** True while the database is away or takes nothing: nobody's mistake, and over when it is back. */
export const isAway = (error: unknown): boolean =>
  error instanceof Unavailable || mayBeTriedAgain(error) || placeFails(error)

interface Waiting {
  change: Change
  resolve(answer: Answer): void
  reject(error: unknown): void
}

export interface WriterChoices extends Surroundings {
  onConnection: OnConnection
  committed(revised: Revised[]): void
}

/** Time for the writer to finish when all is to stop. */
export const finishWithinMs = 2500

export const unstored = (many: number): string =>
  `${counted(many, 'change')} that the database had not stored: whoever sent them was not told that it had`

const largestGroup = 500
/** Changes that come in company are followed by more: waiting for them makes a few large groups of many small ones. */
const gatherMs = 1
const tries = 4

/** The lane of a change; those of one lane share a group: on SQLite all, on PostgreSQL those of the same topics. */
function laneOf({ dialect, commands }: Surroundings, change: Change): string {
  if (writesOneAtATime(dialect)) return ''
  const command = commands.get(change.command)
  return command ? topicsOf(command, change.input).join(' ') : ''
}

/**
 * Runs changes in groups: those that arrive while a group is being stored are the next group, so that one commit is
 * paid for many and a single change never waits for company. In a burst each group gathers a little first.
 */
export function groupWriter(choices: WriterChoices): Writer {
  const lanes = new Map<string, Waiting[]>()
  const running = new Set<Promise<void>>()
  let closing = false

  async function drain(lane: string, queue: Waiting[]) {
    while (queue.length > 0) {
      const group = queue.splice(0, largestGroup)
      const stored = await store(group, choices, () => closing)
      // Each would wait as long for a database that does not answer.
      if (!stored && closing) for (const each of queue.splice(0)) each.reject(new Unavailable())
      if (group.length > 1 && queue.length < largestGroup) await delay(gatherMs)
    }
    lanes.delete(lane)
  }

  return {
    write(change) {
      return new Promise((resolve, reject) => {
        const lane = laneOf(choices, change)
        const queue = lanes.get(lane)
        if (queue) {
          queue.push({ change, resolve, reject })
          return
        }
        const started: Waiting[] = [{ change, resolve, reject }]
        lanes.set(lane, started)
        // One turn of the event loop, so that changes that arrived together are stored together.
        const work = new Promise<void>((next) => setImmediate(next)).then(() => drain(lane, started))
        running.add(work)
        void work.finally(() => running.delete(work))
      })
    },
    async close(gaveUp = nobodyTold) {
      closing = true
      const finished = async () => {
        while (running.size > 0) await Promise.allSettled(running)
      }
      if (!(await endsWithin(finishWithinMs, finished()))) gaveUp(unstored(running.size))
    },
  }
}

/** Answers everybody in the group, and returns true if it was stored. */
async function store(group: Waiting[], choices: WriterChoices, closing: () => boolean): Promise<boolean> {
  const changes = group.map((each) => each.change)
  for (let left = tries; ; left -= 1) {
    try {
      const { answers, revised } = await choices.onConnection((connection) =>
        runGroup(connection, changes, choices),
      )
      if (revised.length > 0) choices.committed(revised)
      group.forEach((each, at) => each.resolve(answers[at]!))
      return true
    } catch (error) {
      if (left > 1 && mayBeTriedAgain(error)) {
        await new Promise((resolve) => setTimeout(resolve, 20 * (tries - left + 1) + 30 * Math.random()))
        // Told while it waited to stop: the next try may take longer than there is time.
        if (!closing()) continue
      }
      const said = isAway(error) ? new Unavailable(error) : error
      for (const each of group) each.reject(said)
      return false
    }
  }
}
