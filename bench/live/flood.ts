// A process of load: sends the votes of a file over so many kept connections, each the next as soon as the one before
// is answered. The first so many only warm what is measured and are not timed.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Line } from './wire.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    connections: { type: 'string' },
    votes: { type: 'string' },
    warming: { type: 'string', default: '0' },
  },
})
const votes = (JSON.parse(readFileSync(values.votes!, 'utf8')) as string[]).map((text) => Buffer.from(text))
const lines = Array.from({ length: Number(values.connections) }, () => new Line(Number(values.port)))
const warming = Number(values.warming)
let next = 0
let answered = 0

async function send(line: Line, until: number) {
  while (next < until) if ((await line.ask(votes[next++]!)).status === 200) answered += 1
}

const sendAll = (until: number) => Promise.all(lines.map((line) => send(line, until)))

await sendAll(warming)
const began = performance.now()
await sendAll(votes.length)
const seconds = (performance.now() - began) / 1000
process.stdout.write(JSON.stringify({ answered, perSecond: (votes.length - warming) / seconds }))
process.exit()
