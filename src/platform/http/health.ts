import type { FastifyInstance } from 'fastify'
import { endsWithin } from '../jobs/patience.ts'
import { about } from '../about.ts'
import type { Store } from '../store/store.ts'

const open = { config: { who: 'everyone', raw: true as const } }

/** Addresses for monitors: `/ping` (the process lives), `/health` (it can do its work), `/info` (its version). */
export function serveHealth(server: FastifyInstance, store: Store): void {
  server.get('/ping', open, async (_request, reply) => reply.type('text/plain').send('pong'))
  server.get('/info', open, async () => ({ name: about.name, version: about.version, node: process.version }))
  let looking: Promise<boolean[]> | undefined
  server.get('/health', open, async (_request, reply) => {
    // Requests that come during a look share its result.
    looking ??= look(store).finally(() => (looking = undefined))
    const [writing = false, reading = false] = await looking
    const up = reading && writing
    return reply
      .code(up ? 200 : 503)
      .send({ status: up ? 'UP' : 'DOWN', components: { reading: said(reading), writing: said(writing) } })
  })
}

/** The write check comes first: the read check then looks at the files anew. */
const look = async (store: Store): Promise<boolean[]> => [
  await answers(() => store.check()),
  await answers(() => store.look()),
]

const said = (up: boolean) => (up ? 'UP' : 'DOWN')

/** So long a monitor is kept waiting: a database that is frozen never answers. */
const patienceMs = 3_000

async function answers(question: () => Promise<unknown>): Promise<boolean> {
  const answered = question().then(
    () => true,
    () => false,
  )
  return (await endsWithin(patienceMs, answered)) && answered
}
