import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { test, type TestContext } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { paths } from '../../paths.ts'
import { addItem } from '../../day/programme/commands/items.ts'
import { dayOf } from '../../../test/day.ts'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { orThrow } from '../store/store.ts'
import { arriving } from './connections.ts'

const live = paths.eventLive({ network: 'north', event: 'day' })
const form = 'Content-Type: application/x-www-form-urlencoded\r\n'
const json = 'Content-Type: application/json\r\n'

const request = (method: string, url: string, more = ''): string =>
  `${method} ${url} HTTP/1.1\r\nHost: localhost\r\n${more}\r\n`

interface Limits {
  headersTimeout: number
  requestTimeout: number
  connectionsCheckingInterval: number
}

/** A house on a port with a day in it, and a client that sends given bytes and keeps the answers. */
async function listening(t: TestContext, limits?: Limits) {
  const house = await openHouse(t, { database: 'sqlite', environment: { LOG_LEVEL: 'warn' } })
  const people = await peopleOf(house.store)
  await dayOf(house, people, { perTeam: 0 })
  const logged: unknown[] = []
  const { log, server } = house.app.server
  log.error = log.warn = ((line: unknown) => void logged.push(line)) as typeof log.error
  Object.assign(server as Server, limits)
  const { port } = new URL(await house.app.server.listen({ port: 0, host: '127.0.0.1' }))
  const client = async (words: string) => {
    const socket = connect(Number(port), '127.0.0.1')
    t.after(() => socket.destroy())
    socket.setEncoding('utf8').on('error', () => {})
    let heard = ''
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
    socket.on('data', (more) => void (heard += more))
    await once(socket, 'connect')
    socket.write(words)
    return {
      socket,
      closed,
      heard: () => heard,
      async until(pattern: RegExp): Promise<string> {
        while (!pattern.test(heard))
          await Promise.race([once(socket, 'data'), closed.then(() => assert.fail(`closed after: ${heard}`))])
        return heard
      },
    }
  }
  const add = async (title: string) => {
    const item = { network: 'north', event: 'day', kind: 'talk', title }
    orThrow(await house.store.dispatch(addItem, item, { actor: people.organiser }))
  }
  return { ...house, server: server as Server, client, add, logged, port: Number(port) }
}

/** Sends a byte now and then, as an attacker who wants to hold a connection does. */
function trickle(socket: Socket): void {
  const beats = setInterval(() => socket.write('a'), 20)
  socket.once('close', () => clearInterval(beats))
}

test('A request has a minute to arrive, and its first lines a third of that', async (t) => {
  const { server } = await listening(t)
  assert.equal(server.requestTimeout, 60_000)
  assert.equal(server.headersTimeout, 20_000)
  assert.equal(arriving.lookEveryMs, 5_000)
})

test('What is sent too slowly is ended, whatever it is, and a stream goes on', async (t) => {
  const limits = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 }
  const { client, add, logged } = await listening(t, limits)
  const stream = await client(request('GET', `${live}?parts=screen`))
  await stream.until(/event: changed/)
  const slow = await Promise.all(
    [
      '',
      'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ',
      request('POST', '/join', `${form}Content-Length: 100000\r\n`),
      request('POST', '/sign-in', `${form}Transfer-Encoding: chunked\r\n`),
      request('POST', '/api/v1/join', `${json}Content-Length: 100000\r\n`),
      request('POST', '/nowhere/at/all', `${form}Content-Length: 100000\r\n`),
      request('GET', '/', 'Content-Length: 100000\r\n'),
    ].map(client),
  )
  for (const { socket } of [slow[1]!, slow[2]!, slow[4]!, slow[5]!, slow[6]!]) trickle(socket)
  await Promise.all(slow.map(({ closed }) => closed))
  assert.match(slow[2]!.heard(), /^HTTP\/1\.1 408 Request Timeout\r\n.*took too long to arrive/s)
  await add('How ideas spread')
  await stream.until(/How ideas spread/)
  assert.deepEqual(logged, [])
})

test('HEAD of a stream tells its head and sends no body, and nobody listens', async (t) => {
  const { client } = await listening(t)
  const { closed, heard } = await client(request('HEAD', live))
  await closed
  assert.match(heard(), /^HTTP\/1\.1 200 OK\r\n/)
  assert.match(heard(), /Content-Type: text\/event-stream/i)
  assert.equal(heard().split('\r\n\r\n')[1], '')
})

test('A page and then a stream on one connection are answered in order', async (t) => {
  const { client, add } = await listening(t)
  for (const page of ['/networks/north', `${live}?poll`]) {
    const { until } = await client(request('GET', page) + request('GET', `${live}?parts=screen`))
    const heard = await until(/"part":"screen"/)
    const second = heard.indexOf('HTTP/1.1 200 OK\r\nContent-Type: text/event-stream')
    const first = heard.slice(0, second)
    const length = Number(/content-length: (\d+)/i.exec(first)![1])
    assert.equal(Buffer.byteLength(first.slice(first.indexOf('\r\n\r\n') + 4)), length)
    await add('How ideas spread')
    await until(/event: changed/)
  }
})

test('What is asked for behind a stream on its connection is not done, and the connection ends', async (t) => {
  const { client } = await listening(t)
  const body = 'code=ABCD'
  const after = [
    request('GET', '/networks/north'),
    request('POST', '/join', `${form}Content-Length: ${body.length}\r\n`) + body,
    request('GET', live),
  ]
  for (const second of after) {
    const { closed, heard } = await client(request('GET', live) + second)
    await closed
    assert.deepEqual(heard().match(/HTTP\/1\.1 .*/g), ['HTTP/1.1 200 OK'])
    assert.match(heard(), /text\/event-stream/)
  }
})

test('Who may not see the stream is refused, and what comes behind is answered', async (t) => {
  const { client } = await listening(t)
  const nowhere = paths.eventLive({ network: 'north', event: 'nowhere' })
  const { until } = await client(
    request('GET', nowhere) +
      request('GET', '/ping') +
      request('GET', `${live}?poll`) +
      request('GET', '/ping'),
  )
  const heard = await until(/pong.*pong/s)
  assert.deepEqual(
    heard.match(/HTTP\/1\.1 \d+/g)!.map((line) => line.slice(9)),
    ['404', '200', '200', '200'],
  )
})

test('A client that went away is no error in the log', async (t) => {
  const { client, logged } = await listening(t)
  const partial = [
    request('POST', '/join', `${form}Content-Length: 100\r\n`) + 'code=A',
    request('POST', '/api/v1/join', `${json}Content-Length: 100\r\n`) + '{"co',
    request('GET', '/networks/north'),
    request('GET', live),
    request('HEAD', live),
    request('GET', '/networks/north') + request('GET', live),
    'nonsense\r\n\r\n',
  ]
  const leaving = ['destroy', 'resetAndDestroy', 'end'] as const
  for (const words of partial)
    for (const leave of leaving)
      for (const afterMs of [0, 3, 60]) {
        const { socket } = await client(words)
        await delay(afterMs)
        socket[leave]()
      }
  // The next client is answered.
  const { until } = await client(request('GET', '/ping'))
  await until(/pong/)
  assert.deepEqual(logged, [])
})

test('What comes on an open connection while the server stops is answered, and the connection ends', async (t) => {
  const { client, app } = await listening(t)
  const body = 'code=ABCD'
  const held = await client(request('POST', '/join', `${form}Content-Length: ${body.length}\r\n`))
  const other = await client(request('GET', '/networks/north'))
  await other.until(/<\/html>/)
  const stopped = app.close()
  await delay(100)
  other.socket.write(request('GET', '/networks/north'))
  held.socket.write(body)
  await held.closed
  await stopped
  assert.match(held.heard(), /^HTTP\/1\.1 4\d\d /)
  assert.match(held.heard(), /connection: close/i)
})
