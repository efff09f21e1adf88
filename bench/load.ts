// One process of load: asks for a page over and over on so many connections, and says how often it was answered.
import { Agent, request } from 'node:http'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '32' },
    cookie: { type: 'string', default: '' },
  },
})
const url = new URL(values.url!)
const agent = new Agent({ keepAlive: true, maxSockets: Number(values.connections) })
const until = performance.now() + Number(values.seconds) * 1000
let answered = 0
let refused = 0
const took: number[] = []

function ask(): Promise<void> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'identity', ...(values.cookie && { cookie: values.cookie }) }
    const asked = request(url, { agent, headers }, (response) => {
      response.resume()
      response.on('end', () => {
        if (response.statusCode === 200) answered += 1
        else refused += 1
        took.push(performance.now() - began)
        resolve()
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

async function one() {
  while (performance.now() < until) await ask()
}

const began = performance.now()
await Promise.all(Array.from({ length: Number(values.connections) }, one))
const seconds = (performance.now() - began) / 1000
took.sort((a, b) => a - b)
const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN
process.stdout.write(JSON.stringify({ perSecond: answered / seconds, refused, p50: at(0.5), p99: at(0.99) }))
agent.destroy()
