// The most that a process can do: holds the sockets of all who GET, and writes the same bytes to each on every POST.
import { readFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'

const update = readFileSync(process.argv[2]!).toString()
const listeners = new Set<Socket>()
let revision = 1
const bytes = () => Buffer.from(update.replace(/^id: \d+/gm, `id: ${revision}`))
const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n'

const server = createServer((socket) => {
  socket.setNoDelay(true)
  socket.on('error', () => socket.destroy())
  socket.on('close', () => listeners.delete(socket))
  socket.on('data', (asked: Buffer) => {
    if (asked.toString('latin1', 0, 3) === 'GET') {
      listeners.add(socket)
      socket.write(Buffer.concat([Buffer.from(head), bytes()]))
      return
    }
    revision += 1
    const told = bytes()
    for (const listener of listeners) listener.write(told)
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
  })
})
server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => {
  process.stdout.write(`${(server.address() as { port: number }).port}\n`)
})
