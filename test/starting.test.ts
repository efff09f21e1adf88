import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'

const spreadathon = fileURLToPath(new URL('../bin/spreadathon', import.meta.url))

/** The addresses that a serving verb prints, by label, once it has printed a last one. */
async function places(t: TestContext, verb: string, last: string, environment: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'spreadathon-start-'))
  const child = spawn(spreadathon, [verb], {
    env: {
      ...process.env,
      DATA_DIR: join(folder, 'data'),
      PORT: '0',
      LOG_LEVEL: 'error',
      DATABASE_URL: '',
      PUBLIC_URL: '',
      ...environment,
    },
  })
  t.after(async () => {
    const closed = once(child, 'close')
    child.kill('SIGTERM')
    await closed
    rmSync(folder, { recursive: true, force: true })
  })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.once('close', () => reject(new Error(`It did not start: ${said}`)))
    child.stderr.on('data', (text: Buffer) => (said += String(text)))
    child.stdout.on('data', (text: Buffer) => {
      said += String(text)
      if (new RegExp(`^${last}  .*\n`, 'm').test(said)) resolve()
    })
  })
  const lines = said.trim().split('\n')
  for (const line of lines) assert.match(line, /^\w+ {2}http:\/\/\S+$/)
  return Object.fromEntries(lines.map((line) => line.split('  ') as [string, string]))
}

/** A proxy that passes everything on to somewhere else and says nothing of itself. */
async function bareProxy(t: TestContext, to: string): Promise<string> {
  const proxy = createServer((incoming, answer) => {
    const options = { method: incoming.method, headers: { ...incoming.headers, host: new URL(to).host } }
    const onward = request(new URL(incoming.url!, to), options, (back) => {
      answer.writeHead(back.statusCode!, back.headers)
      back.pipe(answer)
    })
    incoming.pipe(onward)
  })
  await once(proxy.listen(0, '127.0.0.1'), 'listening')
  t.after(() => void proxy.close())
  return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
}

const status = async (url: string) => (await fetch(url)).status

test('The start names a way in for each role, and an address of the outgoing mail that nobody can guess', async (t) => {
  const where = await places(t, 'start', 'mail')
  const roles = ['organiser', 'lead', 'member', 'representative', 'board']
  assert.deepEqual(Object.keys(where), ['home', 'screen', ...roles, 'mail'])
  for (const url of Object.values(where)) assert.equal(await status(url), 200)
  const [, key] = /\/outgoing-mail\/([\w-]{24})$/.exec(where['mail']!)!
  const proxy = await bareProxy(t, where['home']!)
  assert.equal(await status(proxy), 200)
  for (const url of ['/outgoing-mail', `/outgoing-mail/${'a'.repeat(24)}`]) {
    assert.equal(await status(new URL(url, where['home']).href), 404)
    assert.equal(await status(new URL(url, proxy).href), 404)
  }
  for (const url of ['/', '/sign-in', '/outgoing-mail'])
    assert.ok(!(await (await fetch(new URL(url, proxy))).text()).includes(key!), url)
})

test('To serve in earnest, or for more than this machine, names neither', async (t) => {
  assert.deepEqual(Object.keys(await places(t, 'serve', 'home')), ['home'])
  const elsewhere = { PUBLIC_URL: 'http://spread.example' }
  assert.deepEqual(Object.keys(await places(t, 'start', 'screen', elsewhere)), ['home', 'screen'])
})
