import assert from 'node:assert/strict'
import { once } from 'node:events'
import { renameSync } from 'node:fs'
import { connect } from 'node:net'
import { DatabaseSync } from 'node:sqlite'
import { test, type TestContext } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { paths } from '../../src/paths.ts'
import { databaseFile } from '../../src/platform/store/store.ts'
import { postgresPlace, sqlitePlace } from '../stores.ts'
import { Crowd, readyFor } from './crowd.ts'
import { fallingSilent } from './falling-silent.ts'
import { listenTo } from './listener.ts'
import { served, type Served } from './served.ts'

/** Ten seconds are promised; a machine that has much to do may need some more. */
const mostMs = 20_000

/** Tells it to stop, and gives what it said in the meantime. */
async function stopped(server: Served): Promise<string> {
  const before = server.complaints().length
  server.signal('SIGTERM')
  const end = await Promise.race([server.ended, delay(mostMs, 'not at all', { ref: false })])
  assert.equal(end, 0, `it ended with ${end}\n${server.complaints()}`)
  return server.complaints().slice(before)
}

async function embedded(t: TestContext, many = 6) {
  const place = sqlitePlace()
  t.after(place.remove)
  const ready = await readyFor(place.at, many)
  return { ready, place, server: await served(t, { DATA_DIR: place.at }) }
}

/** A connection on which these words were said, and that stays open whatever comes. */
async function saying(t: TestContext, { address }: Served, words: string) {
  const socket = connect({ port: Number(new URL(address).port), host: '127.0.0.1', allowHalfOpen: true })
  t.after(() => socket.destroy())
  socket.on('error', () => {})
  await once(socket, 'connect')
  socket.write(words)
  return socket
}

test('It stops where nobody wants anything, whatever connections are open', async (t) => {
  const { server, ready } = await embedded(t)
  const page = `GET ${paths.event(ready.at)} HTTP/1.1\r\nHost: localhost\r\n`
  await saying(t, server, '')
  const idle = await saying(t, server, `${page}\r\n`)
  await once(idle.resume(), 'data')
  assert.equal(await stopped(server), '')
})

test('It stops although a request never ends, and says so', async (t) => {
  const { server, ready } = await embedded(t)
  const form = `POST ${paths.signUp(ready.at)} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n`
  await saying(t, server, `${form}Content-Length: 100\r\n\r\n{`)
  await delay(200)
  assert.match(await stopped(server), /1 request that had no answer yet/)
})

test('It stops although those who listen do not read', async (t) => {
  const { server, ready } = await embedded(t)
  const address = paths.eventLive(ready.at)
  await Promise.all(Array.from({ length: 200 }, () => listenTo(server.address + address)))
  for (let at = 0; at < 20; at += 1) {
    const deaf = await saying(t, server, `GET ${address} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
    deaf.pause()
  }
  await delay(500)
  assert.equal(await stopped(server), '')
})

test('It stops under load without losing what it acknowledged', async (t) => {
  const { server, ready, place } = await embedded(t, 24)
  const crowd = new Crowd(server.address, ready, 24)
  t.after(() => crowd.stop())
  while (crowd.served < 100) await delay(20)
  assert.equal(await stopped(server), '')
  await crowd.stop()
  await crowd.checkStored(place.at)
})

test('It stops although PostgreSQL does not answer, and says what it gave up', async (t) => {
  const place = await postgresPlace()
  t.after(place.remove)
  const ready = await readyFor(place.at, 24)
  const way = await fallingSilent(t, place.at)
  const server = await served(t, { DATABASE_URL: way.url })
  const crowd = new Crowd(server.address, ready, 24)
  t.after(() => crowd.stop())
  while (crowd.served < 50) await delay(20)
  way.fall()
  await delay(500)
  const said = await stopped(server)
  assert.match(said, /24 requests that had no answer yet/)
  assert.match(said, /\d+ changes? that the database had not stored/)
  await crowd.stop()
  await crowd.checkStored(place.at)
})

test('It stops although another program holds the database', async (t) => {
  const { server, ready, place } = await embedded(t, 24)
  const crowd = new Crowd(server.address, ready, 24)
  t.after(() => crowd.stop())
  while (crowd.served < 50) await delay(20)
  const other = new DatabaseSync(databaseFile(place.at), { timeout: 30_000 })
  t.after(() => other.close())
  other.exec('begin immediate')
  await delay(500)
  assert.match(await stopped(server), /requests? that had no answer yet/)
})

test('It stops although its folder has vanished', async (t) => {
  const { server, ready, place } = await embedded(t)
  const crowd = new Crowd(server.address, ready, 6)
  t.after(() => crowd.stop())
  while (crowd.served < 50) await delay(20)
  renameSync(place.at, `${place.at}-gone`)
  t.after(() => renameSync(`${place.at}-gone`, place.at))
  await delay(500)
  await stopped(server)
})

test('Told twice, it ends at once', async (t) => {
  const { server, ready } = await embedded(t)
  await saying(
    t,
    server,
    `POST ${paths.signUp(ready.at)} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n`,
  )
  await delay(200)
  server.signal('SIGTERM')
  await delay(1000)
  assert.ok(server.lives())
  server.signal('SIGINT')
  assert.equal(await server.ended, 'SIGINT')
})
