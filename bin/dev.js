// npm run dev: as npm start, but what is changed under src is seen at once. Scripts and styles are built again, the
// server is started again, and pages that are open load anew. A proxy of its own adds to each page the script that does
// so; the service knows nothing of it.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { createServer, request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { ensureBuilt, ensurePackages, node26, root } from './setup.js'

const port = Number(process.env.PORT ?? 3000)
const quietMs = 150
const script = `new EventSource('/__dev/changes').onmessage = () => location.reload()`

ensurePackages()
ensureBuilt()

/** @type {Set<import('node:http').ServerResponse>} */
const open = new Set()
let serverPort = 0
/** @type {import('node:child_process').ChildProcess | undefined} */
let server

const say = (words) => process.stderr.write(`${words}\n`)

/** A port that nobody listens on just now. */
async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port: free } = /** @type {import('node:net').AddressInfo} */ (probe.address())
  probe.close()
  return free
}

async function answers() {
  const socket = connect(serverPort, '127.0.0.1')
  const open = once(socket, 'connect').then(
    () => true,
    () => false,
  )
  const is = await open
  socket.destroy()
  return is
}

async function startServer() {
  serverPort = await freePort()
  const env = {
    PUBLIC_URL: `http://localhost:${port}`,
    ...process.env,
    PORT: String(serverPort),
  }
  const started = spawn(node26(), [join(root, 'src', 'cli.ts'), 'start'], { stdio: 'inherit', env })
  server = started
  while (started.exitCode === null && !(await answers()))
    await new Promise((resolve) => setTimeout(resolve, 50))
  return started.exitCode === null
}

async function stopServer() {
  if (!server || server.exitCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  const again = setTimeout(() => server?.kill('SIGTERM'), 1000)
  await ended
  clearTimeout(again)
}

/** @type {Promise<void>} */
let working = Promise.resolve()
let changed = new Set()
/** @type {NodeJS.Timeout | undefined} */
let timer

const isOfBrowser = (name) =>
  /^client[\\/]/.test(name) || /\.(scss|svg)$/.test(name) || changed.has('package.json')

async function again() {
  const names = [...changed]
  changed = new Set()
  say(`${names.join(', ')} changed: starting again`)
  // The browser's scripts share a few files of the server; the build knows which, and does nothing where none changed.
  if (names.some(isOfBrowser)) spawnSync(node26(), [join(root, 'bin', 'build.js')], { stdio: 'inherit' })
  else ensureBuilt()
  await stopServer()
  if (await startServer()) for (const page of open) page.write('data: changed\n\n')
  else say('The server did not start. It is started again when a file changes.')
}

watch(join(root, 'src'), { recursive: true }, (_event, name) => {
  if (!name || /(\.test\.ts|~|\.swp)$/.test(name)) return
  changed.add(name)
  clearTimeout(timer)
  timer = setTimeout(() => (working = working.then(again)), quietMs)
})

/** @param {import('node:http').ServerResponse} outgoing */
function tellChanges(outgoing) {
  outgoing.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  outgoing.write('retry: 500\n\n')
  open.add(outgoing)
  outgoing.on('close', () => open.delete(outgoing))
}

const proxy = createServer((incoming, outgoing) => {
  if (incoming.url === '/__dev/changes') return tellChanges(outgoing)
  if (incoming.url === '/__dev/script.js') {
    outgoing.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' })
    return outgoing.end(script)
  }
  const { method, url, headers } = incoming
  const passed = request(
    {
      host: '127.0.0.1',
      port: serverPort,
      method,
      path: url,
      headers: { ...headers, 'accept-encoding': 'identity' },
    },
    (answer) => {
      const isPage = String(answer.headers['content-type']).startsWith('text/html') && method === 'GET'
      const told = { ...answer.headers }
      if (isPage) delete told['content-length']
      outgoing.writeHead(answer.statusCode ?? 502, told)
      if (!isPage) return answer.pipe(outgoing)
      answer.pipe(outgoing, { end: false })
      answer.on('end', () => outgoing.end('<script src="/__dev/script.js"></script>'))
    },
  )
  passed.on('error', () => {
    if (outgoing.headersSent) return outgoing.destroy()
    outgoing.writeHead(503, { 'content-type': 'text/html' })
    outgoing.end('<p>The server is being started again.</p><script src="/__dev/script.js"></script>')
  })
  outgoing.on('close', () => passed.destroy())
  incoming.pipe(passed)
})

for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, async () => {
    await stopServer()
    process.exit(0)
  })

if (!(await startServer())) process.exit(1)
proxy.listen(port, '127.0.0.1', () => say(`Changes under src are seen at http://localhost:${port}`))
