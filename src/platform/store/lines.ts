import { once } from 'node:events'
import { Socket } from 'node:net'
import { endsWithin } from '../jobs/patience.ts'

/** How long the other side may take to hang up. */
const hangUpMs = 300

/** The sockets below connections to a database server: nothing else reaches one on which nobody answers. */
export function layingLines(): { lay(): Socket; tear(): Promise<void> } {
  const open = new Set<Socket>()
  return {
    lay() {
      const socket = new Socket()
      open.add(socket)
      socket.once('close', () => open.delete(socket))
      return socket
    },
    /** Waits a moment for those that are being closed, and cuts what is left. */
    async tear() {
      const closed = [...open].map((socket) => once(socket, 'close'))
      if (await endsWithin(hangUpMs, Promise.all(closed))) return
      for (const socket of open) socket.destroy()
    },
  }
}
