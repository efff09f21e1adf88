import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { test, type TestContext } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { layingLines } from './lines.ts'

/** A server that takes connections and says nothing, and one line to it that has asked something. */
async function asked(t: TestContext) {
  const server = createServer((socket) => socket.on('error', () => {}).resume())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = layingLines({ silentMs: 100, reachMs: 100 }).lay()
  socket.connect((server.address() as AddressInfo).port, '127.0.0.1')
  t.after(() => {
    server.close()
    socket.destroy()
  })
  await once(socket, 'connect')
  socket.write('Well?')
  return { server, socket }
}

test('A server that takes its time is waited for', async (t) => {
  const { socket } = await asked(t)
  await delay(800)
  assert.equal(socket.destroyed, false)
})

test('A machine to which no way leads any more is given up', async (t) => {
  const { server, socket } = await asked(t)
  // The connection stays, and a new one is refused: nothing that is asked on it will ever be answered.
  server.close()
  const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException]
  assert.equal(error.code, 'ETIMEDOUT')
  assert.equal(socket.destroyed, true)
})
