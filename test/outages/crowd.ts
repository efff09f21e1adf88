import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { Agent, request, type IncomingMessage } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { everyAttendeeOf } from '../../src/before/sign-ups/store/places.ts'
import { commands } from '../../src/commands.ts'
import { voteId } from '../../src/day/ballots/voting/commands/casting.ts'
import { votesWithIds } from '../../src/day/ballots/voting/store/votes.ts'
import { paths } from '../../src/paths.ts'
import { startSession } from '../../src/platform/auth/sessions.ts'
import { normaliseCode } from '../../src/platform/auth/codes.ts'
import { sessionStart } from '../../src/platform/http/request-context.ts'
import { operator } from '../../src/platform/store/actor.ts'
import { openStore, orThrow } from '../../src/platform/store/store.ts'
import { ballotOf, secretOf } from '../ballot.ts'
import { commandsModule, migrations } from '../stores.ts'
import { secret } from './served.ts'

const openAt = (at: string) => openStore({ at, secret, migrations, commandsModule, commands, connections: 2 })

export interface Ready {
  at: { network: string; event: string; ballot: string }
  voters: { token: string; secret: string; choices: string[] }[]
}

/** Makes a day with an open ballot in a database, for a crowd of so many. */
export async function readyFor(at: string, many: number): Promise<Ready> {
  const store = await openAt(at)
  try {
    const on = new Date().toISOString().slice(0, 10)
    const ballot = await ballotOf(store, { perTeam: Math.ceil(many / 3), on })
    const others = { brent: ['hub', 'step'], harrow: ['tree', 'step'], hillingdon: ['tree', 'hub'] }
    const voters: Ready['voters'] = []
    for (const [team, choices] of Object.entries(others))
      for (const { id: attendee, network } of ballot.of[team]!) {
        const { token, id } = sessionStart()
        const session = { id, kind: 'attendee', actor: attendee, network, idleMinutes: 1200 }
        orThrow(await store.dispatch(startSession, session, { actor: operator }))
        voters.push({ token, choices, secret: secretOf(attendee) })
      }
    return { at: ballot.at, voters }
  } finally {
    await store.close()
  }
}

export interface Answered {
  /** 0 where the connection broke. */
  status: number
  retryAfter: string | undefined
  body: string
}

/** Reads, votes and sign-ups without end, each a part of them, and what has been acknowledged. */
export class Crowd {
  readonly answers = new Map<string, number>()
  /** The answers to people who were not served, by kind of request, once for each wording. */
  readonly turnedAway = new Map<string, Answered>()
  served = 0
  readonly #address: string
  readonly #ready: Ready
  readonly #agent = new Agent({ keepAlive: true, maxSockets: Infinity })
  readonly #people = new Set<string>()
  readonly #votes = new Map<number, string[]>()
  readonly #voted = new Set<number>()
  readonly #work: Promise<void>[]
  #over = false

  constructor(address: string, ready: Ready, inFlight: number) {
    this.#address = address
    this.#ready = ready
    const kinds = [() => this.#read(), (who: number) => this.#vote(who), () => this.#signUp()]
    this.#work = Array.from({ length: inFlight }, async (_, who) => {
      while (!this.#over) await kinds[who % kinds.length]!(who)
    })
  }

  async #send(kind: string, path: string, headers: Record<string, string>, body?: object): Promise<boolean> {
    const answer = await this.ask(path, headers, body)
    const said = `${kind} ${answer.status}`
    this.answers.set(said, (this.answers.get(said) ?? 0) + 1)
    if (answer.status === 200) this.served += 1
    else if (answer.status !== 0) this.turnedAway.set(`${said} ${answer.body.slice(0, 300)}`, answer)
    // As a phone would; without it the crowd would ask nothing but whether it may ask again.
    if (answer.status !== 200) await delay(20 + 60 * Math.random())
    return answer.status === 200
  }

  ask(path: string, headers: Record<string, string> = {}, body?: object): Promise<Answered> {
    const payload = body && JSON.stringify(body)
    return new Promise((resolve) => {
      const failed = () => resolve({ status: 0, retryAfter: undefined, body: '' })
      const sending = request(
        this.#address + path,
        {
          agent: this.#agent,
          method: payload ? 'POST' : 'GET',
          headers: { ...headers, ...(payload && { 'content-type': 'application/json' }) },
        },
        (response: IncomingMessage) => {
          let text = ''
          response.setEncoding('utf8').on('data', (more: string) => (text += more))
          response.on('error', failed)
          response.on('end', () =>
            resolve({
              status: response.statusCode!,
              retryAfter: response.headers['retry-after'],
              body: text,
            }),
          )
        },
      )
      sending.on('error', failed)
      sending.end(payload)
    })
  }

  #read = () => this.#send('read', paths.event(this.#ready.at), {})

  async #vote(who: number) {
    const { token, secret: ours, choices } = this.#ready.voters[who % this.#ready.voters.length]!
    const tried = this.#votes.get(who) ?? []
    const choice = choices[Math.floor(Math.random() * choices.length)]!
    this.#votes.set(who, [...tried, choice])
    const path = `/api/v1${paths.vote(this.#ready.at)}`
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() }
    // An unacknowledged vote may or may not stand; an acknowledged one stands until another is sent.
    if (!(await this.#send('vote', path, headers, { choice, secret: ours }))) return
    this.#votes.set(who, [choice])
    this.#voted.add(who)
  }

  async #signUp() {
    // Letters alone: digits may look like an NHS number.
    const name = `Guest ${randomUUID().replace(/[^a-f]/g, (sign) => (sign === '-' ? '' : 'ghijklmnop'[Number(sign)]!))}`
    const path = `/api/v1${paths.signUp(this.#ready.at)}`
    const guest = { name, team: 'brent', profession: 'Nurse' }
    if (await this.#send('sign-up', path, { 'idempotency-key': randomUUID() }, guest)) this.#people.add(name)
  }

  async stop() {
    this.#over = true
    await Promise.all(this.#work)
    this.#agent.destroy()
  }

  /** Counts the acknowledged people and votes; throws where one is not stored, or stored otherwise. */
  async checkStored(at: string): Promise<{ people: number; votes: number }> {
    const store = await openAt(at)
    try {
      const { network, event, ballot } = this.#ready.at
      const there = (await everyAttendeeOf(store.db, network, event)).map(({ name }) => name)
      assert.deepEqual(
        [...this.#people].filter((name) => !there.includes(name)),
        [],
      )
      assert.equal(new Set(there).size, there.length, 'somebody was stored twice')
      const nameOf = (who: number) =>
        voteId(network, ballot, normaliseCode(this.#ready.voters[who % this.#ready.voters.length]!.secret))
      const names = [...this.#votes.keys()].map(nameOf)
      const rows = await votesWithIds(store.db, network, ballot, names)
      const stored = new Map(rows.map(({ id, choices }) => [id, choices]))
      for (const who of this.#voted) {
        const choice = stored.get(nameOf(who))
        assert.ok(choice && this.#votes.get(who)!.includes(choice), `a vote for ${choice} was not sent last`)
      }
      return { people: this.#people.size, votes: this.#voted.size }
    } finally {
      await store.close()
    }
  }
}
