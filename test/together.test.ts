import { deepEqual, equal } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { test, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { together } from '../bin/together.js'

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

const bars = at('src/platform/face/bars.test.ts')
const uuid = at('src/platform/store/uuid.test.ts')
const byItself = at('test/paths.test.ts')

function sharing(t: TestContext, files: string[]) {
  const shared = together(files)
  t.after(shared.remove)
  const run = (...options: string[]) => {
    const env = { ...process.env }
    delete env['NODE_TEST_CONTEXT']
    return spawnSync(process.execPath, [...options, shared.started[0]!], { env, encoding: 'utf8' })
  }
  return { ...shared, run }
}

test('Files of slices share a process; what is about the whole, and what is alone, has its own', (t) => {
  const { started } = sharing(t, [bars, uuid, byItself])
  equal(started.length, 2)
  equal(started[1], byItself)
  const alone = [bars, byItself]
  deepEqual(sharing(t, alone).started, alone)
})

test('Files that share a process all run, and need not run again', (t) => {
  const { run, cutShort } = sharing(t, [bars, uuid])
  deepEqual(cutShort(), [bars, uuid])
  const { status, stdout } = run('--test-reporter=tap')
  equal(status, 0, stdout)
  deepEqual(cutShort(), [])
})

test('When their process ends early, each of them is to run by itself, even if it says that all is well', (t) => {
  const { run, cutShort } = sharing(t, [bars, uuid])
  const { status } = run('--import=data:text/javascript,process.exit(0)')
  equal(status, 0)
  deepEqual(cutShort(), [bars, uuid])
})

test('Nothing is left of it', (t) => {
  const { started, remove } = sharing(t, [bars, uuid])
  equal(existsSync(started[0]!), true)
  remove()
  equal(existsSync(started[0]!), false)
})
