// A process of load: so many listen; then, one after another and each in a quiet moment, something is changed, and it
// is measured how long it takes until the last of them has been told.
import { setTimeout as delay } from 'node:timers/promises'
import { listenToEvents } from './listener.ts'
import { clients, port, requests, stream } from './told.ts'
import { Line } from './wire.ts'

let wanted = Number.POSITIVE_INFINITY
let missing = 0
let all = () => {}
let latest = 0

function listener(): (count: number) => void {
  let had = 0
  return (count) => {
    latest = Math.max(latest, count)
    if (had < wanted && count >= wanted) {
      missing -= 1
      if (missing === 0) all()
    }
    had = count
  }
}

let left = clients
await Promise.all(
  Array.from({ length: 100 }, async () => {
    while (left > 0) {
      left -= 1
      await listenToEvents(port, stream!, listener())
    }
  }),
)
const line = new Line(port)
const took: number[] = []
for (const trigger of requests) {
  await delay(700)
  wanted = latest + 1
  missing = clients
  const everyone = new Promise<void>((resolve) => (all = resolve))
  const began = performance.now()
  const { status } = await line.ask(trigger)
  if (status !== 200) throw new Error(`What should change something was answered ${status}`)
  await everyone
  took.push(performance.now() - began)
}
process.stdout.write(JSON.stringify({ took }))
process.exit()
