// The command line of a process of load.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    clients: { type: 'string' },
    /** Requests in a second. */
    rate: { type: 'string' },
    /** A file of whole requests, as a JSON array of texts. */
    requests: { type: 'string' },
    /** The address of the stream; without it who listens is a client of socket.io. */
    stream: { type: 'string' },
  },
})

export const port = Number(values.port)
export const clients = Number(values.clients)
export const rate = Number(values.rate)
export const stream = values.stream
export const requests = (JSON.parse(readFileSync(values.requests!, 'utf8')) as string[]).map((text) =>
  Buffer.from(text),
)
