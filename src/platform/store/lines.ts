import { once } from 'node:events'
import { connect, Socket } from 'node:net'
import { endsWithin } from '../jobs/patience.ts'

/** Time for the other side to hang up. */
const hangUpMs = 300

/** After how long a silence it is asked whether the other side is still there, and how long that may take. */
const patience = { silentMs: 15_000, reachMs: 5_000 }

/** True if a connection could be made to the far end of this one. */
async function isThere({ remoteAddress, remotePort }: Socket, withinMs: number): Promise<boolean> {
  if (remoteAddress === undefined || remotePort === undefined) return true
  const knock = connect({ host: remoteAddress, port: remotePort })
  const answers = once(knock, 'connect').then(
    () => true,
    () => false,
  )
  const inTime = await endsWithin(withinMs, answers)
  knock.destroy()
  return inTime && (await answers)
}

/**
 * A server may take long over an answer, but a machine that has vanished never refuses anything: without this, a query
 * to it would wait for a quarter of an hour.
 */
function watch(socket: Socket, { silentMs, reachMs }: typeof patience): void {
  const look = async () => {
    if (await isThere(socket, reachMs)) socket.setTimeout(silentMs)
    else socket.destroy(Object.assign(new Error('Nobody answers at the database'), { code: 'ETIMEDOUT' }))
  }
  socket.setTimeout(silentMs)
  socket.on('timeout', () => void look())
}

/** The sockets below connections to a database server: nothing else reaches one on which nobody answers. */
export function layingLines(patient = patience): { lay(): Socket; cut(): void; tear(): Promise<void> } {
  const open = new Set<Socket>()
  return {
    lay() {
      const socket = new Socket()
      watch(socket, patient)
      open.add(socket)
      socket.once('close', () => open.delete(socket))
      return socket
    },
    cut() {
      for (const socket of open) socket.destroy()
    },
    /** Waits a moment for those that are being closed, and cuts the rest. */
    async tear() {
      const closed = [...open].map((socket) => once(socket, 'close'))
      if (await endsWithin(hangUpMs, Promise.all(closed))) return
      for (const socket of open) socket.destroy()
    },
  }
}
