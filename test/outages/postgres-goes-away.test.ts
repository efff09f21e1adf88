import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { paths } from '../../src/paths.ts'
import { wordsOn } from '../visitor.ts'
import { Crowd, readyFor } from './crowd.ts'
import { listenTo } from './listener.ts'
import { ownPostgres, type OwnPostgres } from './own-postgres.ts'
import { served } from './served.ts'

const inFlight = 24
const roundsEach = 2
const patienceMs = 60_000

/** Faults that befall the database; each gives the way back. */
const blows: Record<string, (postgres: OwnPostgres) => Promise<() => Promise<void>>> = {
  async 'its connections are cut'(postgres) {
    await postgres.cutEverybodyOff()
    return async () => {}
  },
  async 'it is shut down'(postgres) {
    await postgres.end('SIGINT')
    return postgres.start
  },
  async 'it crashes'(postgres) {
    await postgres.end('SIGQUIT')
    return postgres.start
  },
}

async function until(what: string, condition: () => boolean | Promise<boolean>) {
  const began = Date.now()
  while (!(await condition())) {
    assert.ok(Date.now() - began < patienceMs, `waited in vain: ${what}`)
    await delay(20)
  }
}

test('Whatever befalls PostgreSQL, the process lives, says so in words, and loses nothing', async (t) => {
  const postgres = await ownPostgres(t)
  const ready = await readyFor(postgres.url, inFlight)
  const server = await served(t, { DATABASE_URL: postgres.url })
  const live = await Promise.all(
    Array.from({ length: 5 }, () => listenTo(server.address + paths.eventLive(ready.at))),
  )
  t.after(() => live.forEach((one) => one.stop()))
  const crowd = new Crowd(server.address, ready, inFlight)
  t.after(() => crowd.stop())
  for (const [what, befalls] of Object.entries(blows))
    for (let round = 0; round < roundsEach; round += 1) {
      const before = crowd.served
      await until('the crowd is served', () => crowd.served > before + 5 * inFlight || !server.lives())
      const comesBack = await befalls(postgres)
      await delay(300)
      await comesBack()
      await until(`${what}: the page is back`, async () => {
        const { status } = await crowd.ask(paths.event(ready.at))
        return status === 200 || !server.lives()
      })
      assert.ok(server.lives(), `${what}: the process ended\n${server.complaints()}`)
    }
  const told = live.map((one) => one.told())
  await until('the streams go on', () => live.every((one, at) => one.told() > told[at]!))
  await crowd.stop()
  assert.ok(live.every((one) => !one.ended()))

  assert.ok(crowd.turnedAway.size > 0, 'nobody noticed anything')
  for (const [said, { status, retryAfter, body }] of crowd.turnedAway) {
    assert.equal(status, 503, said)
    assert.ok(Number(retryAfter) > 0, said)
    const sentence = said.startsWith('read') ? wordsOn(body) : (JSON.parse(body) as { error: string }).error
    assert.match(sentence, /cannot reach its data just now/, said)
  }
  server.signal('SIGTERM')
  assert.equal(await server.ended, 0)
  const stored = await crowd.checkStored(postgres.url)
  assert.ok(stored.people > 0 && stored.votes > 0)
})
