// A process of load: sends the votes of a file over so many kept connections, each the next as soon as the one before
// is answered.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Line } from './wire.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    connections: { type: 'string' },
    votes: { type: 'string' },
  },
})
const votes = (JSON.parse(readFileSync(values.votes!, 'utf8')) as string[]).map((text) => Buffer.from(text))
const lines = Array.from({ length: Number(values.connections) }, () => new Line(Number(values.port)))
let next = 0
let answered = 0

async function one(line: Line) {
  for (let vote = next++; vote < votes.length; vote = next++)
    if ((await line.ask(votes[vote]!)).status === 200) answered += 1
}

const began = performance.now()
await Promise.all(lines.map(one))
const seconds = (performance.now() - began) / 1000
process.stdout.write(JSON.stringify({ answered, perSecond: answered / seconds }))
process.exit()
