import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const textOf = (name: string) => readFileSync(join(root, name), 'utf8')

interface Locked {
  dev?: boolean
  devOptional?: boolean
  optional?: boolean
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

const locked = (JSON.parse(textOf('package-lock.json')) as { packages: Record<string, Locked> }).packages
const wanted = JSON.parse(textOf('package.json')) as Locked

/** True if Node would find it: beside the package that asks, or beside one that holds that. */
function isLocked(name: string, asking: string): boolean {
  for (let place = asking; ; place = dirname(place)) {
    if (join(place, 'node_modules', name) in locked) return true
    if (place === '.' || place === '') return false
  }
}

test('The lock holds every package that npm ci asks for, those of other systems too', () => {
  const missing = Object.entries(locked).flatMap(([place, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !isLocked(name, place))
      .map((name) => `${name}, which ${place || 'the project'} asks for`),
  )
  assert.deepEqual(
    missing,
    [],
    'Delete these entries and node_modules, then: npm install --package-lock-only',
  )
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'] as const)
    assert.deepEqual(locked['']![kind], wanted[kind])
})

const filesBelow = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))

/** All of src but its tests, their fixtures, and what is built for browsers. */
const isServed = (path: string) => !/\.test\.ts$|^src\/(client|platform\/face\/fixtures)(\/|$)/.test(path)

/** The packages that the server imports. */
function served(): Set<string> {
  const sources = filesBelow('src').filter((path) => path.endsWith('.ts') && isServed(path))
  const naming = /\b(?:from\s+|import\s+|import\()'(@[^'/]+\/[^'/]+|[^'./@][^'/]*)[^']*'/g
  const names = sources.flatMap((path) => [...textOf(path).matchAll(naming)].map(([, name]) => name!))
  return new Set(names.filter((name) => !name.startsWith('node:')))
}

test('What the server imports, and nothing else, is a dependency for production', () => {
  assert.deepEqual(Object.keys(wanted.dependencies!).sort(), [...served()].sort())
})

/** A folder as the container's image has it: no development package, no binary of Node, no test. */
function installed(): string {
  const folder = mkdtempSync(join(tmpdir(), 'spreadathon-installed-'))
  for (const name of ['package.json', 'bin', 'built', 'examples'])
    cpSync(join(root, name), join(folder, name), { recursive: true })
  cpSync(join(root, 'src'), join(folder, 'src'), {
    recursive: true,
    filter: (path) => isServed(relative(root, path)),
  })
  const kept = Object.entries(locked).filter(
    ([place, { dev, devOptional, optional }]) => place !== '' && !dev && !devOptional && !optional,
  )
  for (const [place] of kept) cpSync(join(root, place), join(folder, place), { recursive: true })
  return folder
}

test('The server starts and answers with the packages of production alone', async (t) => {
  const folder = installed()
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const server = spawn(process.execPath, [join(folder, 'bin', 'spreadathon'), 'start'], {
    cwd: folder,
    env: { ...process.env, DATA_DIR: join(folder, 'data'), PORT: '0', DATABASE_URL: '', PUBLIC_URL: '' },
  })
  t.after(() => server.kill('SIGKILL'))
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    server.once('exit', () => reject(new Error(`It did not start: ${said}`)))
    for (const stream of [server.stdout, server.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
        const found = /http:\/\/localhost:\d+/.exec(said)
        if (found) resolve(found[0])
      })
  })
  const page = await (await fetch(`${address}/`)).text()
  const stylesheet = /\/assets\/face\.css[^"]*/.exec(page)![0]
  assert.equal((await fetch(address + stylesheet)).status, 200)
  server.kill('SIGTERM')
  assert.deepEqual(await once(server, 'exit'), [0, null], said)
})

/** The command of each place that starts the service, as words below the project, without the verb. */
const launches: Record<string, () => string[]> = {
  'npm start': () =>
    (JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }).scripts['start']!.split(' '),
  container: () => JSON.parse(/^CMD (\[.*\])$/m.exec(textOf('Dockerfile'))![1]!) as string[],
  unit: () => /^ExecStart=(.*)$/m.exec(textOf('deploy/spreadathon.service'))![1]!.split(' '),
}

for (const [place, words] of Object.entries(launches))
  test(`Node is told the same by the launcher of: ${place}`, () => {
    const file = words().find((word) => word.startsWith('bin/'))
    assert.ok(file, `${words().join(' ')} starts no launcher of bin/`)
    // Node prints its flags first, whatever it runs; an unknown verb ends it.
    const telling = "--import=data:text/javascript,console.log('flags',...process.execArgv)"
    const { stdout } = spawnSync(process.execPath, [join(root, file), 'no-such-verb'], {
      env: { ...process.env, NODE_OPTIONS: telling, DATA_DIR: '/nowhere', npm_lifecycle_event: '' },
      encoding: 'utf8',
    })
    const flags = stdout.split('\n').findLast((line) => line.startsWith('flags'))
    assert.equal(flags, 'flags --max-semi-space-size=2 --expose-gc', stdout)
  })
