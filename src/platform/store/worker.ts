import { parentPort, workerData } from 'node:worker_threads'
import { settle } from '../jobs/settling.ts'
import { Clearing } from './clearing.ts'
import { openWriting } from './dialect.ts'
import type { Answer, Change } from './group.ts'
import { keyedHasher } from './keyed-hash.ts'
import { newId } from './uuid.ts'
import { groupWriter, Unavailable } from './writer.ts'

/** The thread's `workerData`; `commands` is the address of a module that exports the map of them. */
export interface WorkerStart {
  /** `postgres://…`, or the file of the embedded database. */
  at: string
  secret: string
  commands: string
  durable: boolean
}

/** The result of one change; it was not stored where the store is unavailable, and may be sent again. */
export type Settled = { id: number; answer: Answer } | { id: number; unavailable: string }

/** Few are enough: changes of the same topics share one anyway. */
const connections = 5

const start = workerData as WorkerStart
const { commands } = await import(start.commands)
const { dialect, onConnection, close } = await openWriting(start.at, start.durable, connections)
const port = parentPort!
const writer = groupWriter({
  dialect,
  onConnection,
  commands,
  keyedHash: keyedHasher(start.secret),
  newId,
  clearing: new Clearing(),
  committed: (revised) => port.postMessage({ revised }),
})

let answered: Settled[] = []

/** The answers of one group go back together. Not a turn of the loop later: the next group would go before it. */
function reply(settled: Settled) {
  answered.push(settled)
  if (answered.length > 1) return
  queueMicrotask(() => {
    port.postMessage({ answered })
    answered = []
  })
}

async function take(id: number, change: Change) {
  try {
    reply({ id, answer: await writer.write(change) })
  } catch (error) {
    if (error instanceof Unavailable) reply({ id, unavailable: String(error.cause) })
    else
      reply({
        id,
        answer: { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      })
  }
}

port.on('message', async (message: { changes: { id: number; change: Change }[] } | 'close') => {
  if (message !== 'close') {
    for (const { id, change } of message.changes) void take(id, change)
    return
  }
  await writer.close()
  await close()
  port.close()
})
port.postMessage('ready')
settle()
