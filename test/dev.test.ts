import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))

test('npm run dev serves the pages with a script that loads them anew, and ends when it is told', async (t) => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  const folder = mkdtempSync(join(tmpdir(), 'spreadathon-dev-'))
  const env = { ...process.env, PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'silent' }
  const dev = spawn(process.execPath, [join(root, 'bin', 'dev.js')], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = once(dev, 'exit')
  t.after(() => {
    dev.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  for await (const line of createInterface({ input: dev.stderr })) if (line.includes(`:${port}`)) break
  const page = await fetch(`http://localhost:${port}/`)
  assert.equal(page.status, 200)
  assert.match(await page.text(), /<h1.*<script src="\/__dev\/script\.js"><\/script>$/s)
  assert.match(await (await fetch(`http://localhost:${port}/__dev/script.js`)).text(), /location\.reload/)
  const style = await fetch(`http://localhost:${port}/assets/icon.svg`)
  assert.match(await style.text(), /<\/svg>\s*$/)
  dev.kill('SIGTERM')
  assert.deepEqual(await ended, [0, null])
})
