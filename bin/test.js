// npm test: sets up what is missing, checks, and runs every test, or those below the paths that are given.
// Options go on to Node's test runner: npm test -- src/day --test-name-pattern=closed
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { stripVTControlCharacters } from 'node:util'
import { ensureBrowser } from './browser.js'
import { ensurePostgres } from './postgres.js'
import { together } from './together.js'
import { endTogether, ensureBuilt, ensurePackages, giveUp, node26, root } from './setup.js'

const options = process.argv.slice(2).filter((word) => word.startsWith('-'))
const paths = process.argv.slice(2).filter((word) => !word.startsWith('-'))

function testsBelow(path) {
  const place = resolve(path)
  if (!existsSync(place)) giveUp(`There is no ${path}.`)
  if (statSync(place).isFile()) return [place]
  return readdirSync(place, { recursive: true })
    .map((name) => join(place, String(name)))
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
}

function check() {
  const done = spawnSync(node26(), [join(root, 'bin', 'check.js')], { cwd: root, stdio: 'inherit' })
  return done.status === 0
}

/** Passes the runner's report on, but keeps its counts back, so that the run ends with them. */
function runTests(files) {
  const env = { ...process.env }
  // Set when one test run starts another; Node would then skip the files without a word.
  delete env.NODE_TEST_CONTEXT
  // Every process would translate all modules anew.
  env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'compiled')
  if (process.stdout.isTTY) env.FORCE_COLOR = '1'
  const child = spawn(
    node26(),
    [
      '--test',
      '--import=./test/naming.ts',
      '--test-global-setup=test/services.ts',
      '--test-reporter=spec',
      // Two more than can compute at once: others wait, for a database, a browser or a clock.
      `--test-concurrency=${availableParallelism() + 2}`,
      // A test that hangs should fail by name, not take the whole run with it.
      '--test-timeout=600000',
      ...options,
      ...files.map((path) => relative(root, path)),
    ],
    { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  endTogether(child)
  const counts = new Map()
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [, name, count] =
      /^ℹ (tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) ([\d.]+)$/.exec(
        stripVTControlCharacters(line),
      ) ?? []
    if (name) counts.set(name, Number(count))
    else console.log(line)
  })
  return new Promise((done) => child.on('close', (code) => done({ code, counts })))
}

let stopped = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void (stopped = true))

/** Runs tests in shared processes, and what was not done when one of these ended once more, each by itself. */
async function runTogether(files) {
  const { started, cutShort, remove } = together(files)
  try {
    const run = await runTests(started)
    const left = stopped ? [] : cutShort()
    if (left.length === 0) return run
    console.log('✖ a process that tests shared ended early; now each of its files runs in one of its own')
    const { counts } = await runTests(left)
    return {
      code: 1,
      counts: new Map([...counts].map(([name, count]) => [name, count + run.counts.get(name)])),
    }
  } finally {
    remove()
  }
}

ensurePackages()
const files = (paths.length > 0 ? paths : [join(root, 'src'), join(root, 'test')]).flatMap(testsBelow)
if (files.length === 0) giveUp('No tests found: no file that ends in .test.ts is below these paths.')
// Only tests outside the slices drive a browser; whoever works on a slice need not have one.
if (files.some((path) => relative(root, path).startsWith('test'))) ensureBrowser()
ensurePostgres()
ensureBuilt()
const checked = paths.length > 0 || check()
const { code, counts } = await runTogether(files)

const ran = counts.get('pass') + counts.get('fail') > 0
if (!ran) console.log('✖ no test ran')
if (!checked) console.log('✖ check failed; its report stands before the tests')
for (const [name, count] of counts) console.log(`ℹ ${name} ${count}`)
process.exitCode = code === 0 && checked && ran ? 0 : 1
