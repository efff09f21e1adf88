import type { FastifyInstance } from 'fastify'
import { promisify } from 'node:util'
import { endsWithin, nobodyTold, type GaveUp } from '../jobs/patience.ts'
import { counted } from '../text/english.ts'

const patienceMs = 3000

/** Connections that nobody uses would be kept for the next request: an answer says that there is none. */
export function closeAfterAnswers(server: FastifyInstance): void {
  let closing = false
  server.addHook('preClose', async () => {
    closing = true
  })
  server.addHook('onSend', (_request, reply, _payload, next) => {
    if (closing) reply.header('connection', 'close')
    next()
  })
}

/** Takes no more requests, and waits some seconds for the answers of those that are under way. */
export async function closeServer(server: FastifyInstance, gaveUp: GaveUp = nobodyTold): Promise<void> {
  const closed = server.close()
  if (await endsWithin(patienceMs, closed)) return
  const { server: http } = server
  const left = await promisify(http.getConnections.bind(http))()
  gaveUp(`${counted(left, 'request')} that had no answer yet`)
  http.closeAllConnections()
  await endsWithin(500, closed)
}
