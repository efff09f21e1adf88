import { parentPort, workerData } from 'node:worker_threads'
import { settle } from '../jobs/settling.ts'
import { Clearing } from './clearing.ts'
import { openSqlite } from './dialect.ts'
import type { Answer, Change } from './group.ts'
import { sealer } from './seal.ts'
import { newId } from './uuid.ts'
import { groupWriter } from './writer.ts'

/** What the thread is started with; `commands` is the address of a module that exports the map of them. */
export interface WorkerStart {
  file: string
  secret: string
  commands: string
  durable: boolean
}

const start = workerData as WorkerStart
const { commands } = await import(start.commands)
const { dialect, kysely, close } = openSqlite({ file: start.file, durable: start.durable })
const port = parentPort!
const writer = groupWriter({
  dialect,
  kysely,
  commands,
  seal: sealer(start.secret),
  newId,
  clearing: new Clearing(),
  committed: (revised) => port.postMessage({ revised }),
})

let answered: { id: number; answer: Answer }[] = []

/** What one group answers goes back together. Not a turn of the loop later: the next group would go before it. */
function reply(id: number, answer: Answer) {
  answered.push({ id, answer })
  if (answered.length > 1) return
  queueMicrotask(() => {
    port.postMessage({ answered })
    answered = []
  })
}

async function take(id: number, change: Change) {
  try {
    reply(id, await writer.write(change))
  } catch (error) {
    reply(id, { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
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
