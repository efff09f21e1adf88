import { deepEqual, equal } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'

/** Each as a test of its own goes wrong where nobody waits for it. */
const tests = `
  import { describe, test } from 'node:test'
  import { once } from 'node:events'
  import { connect, createServer } from 'node:net'
  import { setTimeout as delay } from 'node:timers/promises'
  const fail = () => { throw new Error('nobody caught this') }
  const wrong = {
    async timer() { setTimeout(fail, 5) },
    async immediate() { setImmediate(fail) },
    async tick() { process.nextTick(fail) },
    async microtask() { queueMicrotask(fail) },
    async rejection() { void Promise.reject(new Error('nobody caught this')) },
    async 'function that goes on'() { void delay(5).then(fail) },
    async 'timer without an end'() { setTimeout(fail, 5); await new Promise(() => {}) },
    async fine() {},
  }
  const later = (run) => async () => { await delay(5); await run(); await delay(20) }
  for (const concurrency of [1, 9])
    describe('at once ' + concurrency, { concurrency }, () => {
      for (const [name, run] of Object.entries(wrong)) test(name, { timeout: 60_000 }, later(run))
    })
  describe('one by one', () => {
    test('socket that somebody opened', async () => {
      const server = createServer((socket) => socket.on('data', fail)).listen(0, '127.0.0.1')
      await once(server, 'listening')
      const socket = connect(server.address().port).on('error', () => {})
      socket.write('something')
      await delay(50)
      socket.destroy()
      server.close()
    })
    test('afterwards', () => {})
  })
`

test('An error that nobody caught fails the test that it belongs to, also of several at once', () => {
  const env = { ...process.env }
  delete env['NODE_TEST_CONTEXT']
  const words = ['--import=./test/naming.ts', '--test-reporter=tap', '--input-type=module', '--eval', tests]
  const { status, stdout } = spawnSync(process.execPath, words, { env, encoding: 'utf8' })
  const told = (how: string) =>
    [...stdout.matchAll(new RegExp(`^ {4}${how} \\d+ - (.+)$`, 'gm'))].map(([, name]) => name)
  const names = [
    'timer',
    'immediate',
    'tick',
    'microtask',
    'rejection',
    'function that goes on',
    'timer without an end',
  ]
  deepEqual(told('not ok'), [...names, ...names, 'socket that somebody opened'])
  deepEqual(told('ok'), ['fine', 'fine', 'afterwards'])
  equal(status, 1)
})
