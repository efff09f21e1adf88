import { Worker } from 'node:worker_threads'
import type { Answer, Change, Revised } from './group.ts'
import { endsWithin, nobodyTold } from '../jobs/patience.ts'
import { finishWithinMs, Unavailable, unstored, type Writer } from './writer.ts'
import type { Settled, WorkerStart } from './worker.ts'

interface Waiting {
  resolve(answer: Answer): void
  reject(error: unknown): void
}

type FromWorker = 'ready' | { revised: Revised[] } | { answered: Settled[] }

export interface ThreadWriter extends Writer {
  /** For the test that ends the thread in the middle of its work. */
  readonly worker: Worker | undefined
}

/** After how long a thread that has died is started anew: at first, and at most. */
const [firstAgainMs, longestAgainMs] = [100, 5000]

/**
 * The writer in a thread of its own, so that neither a slow disk nor a full room stops a page or a stream. If the
 * thread dies, those who wait are told to try again and a new one is started.
 */
export async function threadWriter(
  start: WorkerStart,
  committed: (revised: Revised[]) => void,
): Promise<ThreadWriter> {
  const waiting = new Map<number, Waiting>()
  let queued: { id: number; change: Change }[] = []
  let last = 0
  let closing = false
  /** The one that takes changes, and the one that was started last: it may not be ready yet. */
  let worker: Worker | undefined
  let latest: Worker | undefined
  let again = firstAgainMs

  function launch(): Promise<void> {
    const thread = new Worker(new URL('./worker.ts', import.meta.url), { workerData: start })
    latest = thread
    const ready = new Promise<void>((resolve, reject) => {
      thread.on('message', (message: FromWorker) => {
        if (message === 'ready') resolve()
        else if ('revised' in message) committed(message.revised)
        else message.answered.forEach(settle)
      })
      thread.once('error', reject)
    })
    thread.on('error', () => {})
    thread.once('exit', () => {
      if (latest === thread) worker = latest = undefined
      for (const each of waiting.values()) each.reject(new Unavailable())
      waiting.clear()
      if (!closing) void relaunch()
    })
    return ready.then(() => {
      worker = thread
      again = firstAgainMs
    })
  }

  /** Less and less often while it does not come up, as on a disk that fails. */
  async function relaunch() {
    await new Promise((resolve) => setTimeout(resolve, again).unref())
    again = Math.min(2 * again, longestAgainMs)
    if (!closing) await launch().catch(() => {})
  }

  function settle(settled: Settled) {
    const one = waiting.get(settled.id)
    waiting.delete(settled.id)
    if ('answer' in settled) one?.resolve(settled.answer)
    else one?.reject(new Unavailable(settled.unavailable))
  }

  function send() {
    const changes = queued
    queued = []
    if (worker) worker.postMessage({ changes })
    else for (const { id } of changes) settle({ id, unavailable: 'its thread has ended' })
  }

  await launch()
  return {
    get worker() {
      return worker
    },
    write(change) {
      return new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject })
        queued.push({ id: last, change })
        if (queued.length === 1) setImmediate(send)
      })
    },
    async close(gaveUp = nobodyTold) {
      closing = true
      const thread = latest
      if (!thread) return
      let left = 0
      const ended = new Promise<void>((resolve) => {
        // Before its other listeners forget who waits.
        thread.prependOnceListener('exit', () => {
          left = waiting.size
          resolve()
        })
      })
      // One that is not ready has not taken anything.
      if (thread === worker) thread.postMessage('close')
      else void thread.terminate()
      const finished = await endsWithin(finishWithinMs, ended)
      if (!finished) left = waiting.size
      if (left > 0) gaveUp(unstored(left))
      else if (!finished) gaveUp('the thread that writes')
      if (!finished) await thread.terminate()
    },
  }
}
