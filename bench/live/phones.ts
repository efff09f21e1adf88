// A process of load: so many phones listen, and of them so many vote in a second. It says how long each vote took to
// be acknowledged, and how long until each of the listeners had been shown it.
import { Latencies } from './latencies.ts'
import { listenToEvents, listenToSocketIo } from './listener.ts'
import { clients, port, rate as perSecond, requests as votes, stream } from './told.ts'
import { Line } from './wire.ts'

const listen = stream ? listenToEvents : listenToSocketIo

/** Waiting longer than this for what was sent last means that it does not come. */
const patienceMs = 60_000

const sentAt: number[] = []
const acknowledged = new Latencies()
const seen = new Latencies()
const answers = new Map<number, number>()
const reached = new Float64Array(clients)
let base = -1
let behind = 0

/** Votes are alike: the first so many that were sent are those that an update counts. */
function heardBy(phone: number): (count: number) => void {
  return (count) => {
    const before = reached[phone]!
    if (count <= before) return
    reached[phone] = count
    if (base < 0) return
    const now = performance.now()
    const last = Math.min(count - base, sentAt.length)
    for (let vote = Math.max(0, before - base); vote < last; vote += 1) seen.add(now - sentAt[vote]!)
    if (before - base < votes.length && count - base >= votes.length) behind -= 1
  }
}

async function everyoneListens() {
  const all = Array.from({ length: clients }, (_, phone) => phone)
  const worker = async () => {
    for (let phone = all.pop(); phone !== undefined; phone = all.pop())
      await listen(port, stream ?? '', heardBy(phone))
  }
  await Promise.all(Array.from({ length: 100 }, worker))
}

const lines = Array.from({ length: Math.min(votes.length, 500) }, () => new Line(port))
const free = [...lines]
const queue: number[] = []
let open = 0

function send(vote: number): void {
  const line = free.pop()
  if (!line) return void queue.push(vote)
  open += 1
  line
    .ask(votes[vote]!)
    .then(({ status }) => {
      answers.set(status, (answers.get(status) ?? 0) + 1)
      if (status === 200) acknowledged.add(performance.now() - sentAt[vote]!)
    })
    .catch(() => answers.set(0, (answers.get(0) ?? 0) + 1))
    .finally(() => {
      open -= 1
      free.push(line)
      const next = queue.shift()
      if (next !== undefined) send(next)
    })
}

const tick = () => new Promise((resolve) => setTimeout(resolve, 1))

async function everyoneVotes() {
  const began = performance.now()
  for (let vote = 0; vote < votes.length;) {
    const due = Math.min(votes.length, 1 + Math.floor(((performance.now() - began) / 1000) * perSecond))
    for (; vote < due; vote += 1) {
      sentAt.push(performance.now())
      send(vote)
    }
    await tick()
  }
}

await everyoneListens()
await new Promise((resolve) => setTimeout(resolve, 500))
base = reached.reduce((most, one) => Math.max(most, one), 0)

behind = clients
const used = process.cpuUsage()
const began = performance.now()
await everyoneVotes()
const until = performance.now() + patienceMs
const isOver = () => open === 0 && behind === 0
while (!isOver() && performance.now() < until) await tick()
const took = performance.now() - began
const { user, system } = process.cpuUsage(used)
process.stdout.write(
  JSON.stringify({
    sent: votes.length,
    acked: answers.get(200) ?? 0,
    answers: Object.fromEntries(answers),
    ackP50: acknowledged.at(0.5),
    ackP99: acknowledged.at(0.99),
    seenP50: seen.at(0.5),
    seenP99: seen.at(0.99),
    unseen: clients * votes.length - seen.many,
    loadBusy: (user + system) / 1000 / took,
  }),
)
process.exit()
