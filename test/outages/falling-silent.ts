import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import type { TestContext } from 'node:test'

/** A way to a database that can fall silent: whoever asks then is neither answered nor refused. */
export async function fallingSilent(t: Pick<TestContext, 'after'>, url: string) {
  const sockets = new Set<Socket>()
  let silent = false
  const server = createServer((near) => {
    sockets.add(near)
    near.on('error', () => {})
    if (silent) return
    const far = connect(Number(new URL(url).port), '127.0.0.1')
    sockets.add(far)
    far.on('error', () => {})
    near.on('data', (bytes) => silent || far.write(bytes))
    far.on('data', (bytes) => silent || near.write(bytes))
    near.on('close', () => far.destroy())
    far.on('close', () => silent || near.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  const at = new URL(url)
  at.port = String((server.address() as AddressInfo).port)
  return { url: at.href, fall: () => void (silent = true) }
}
