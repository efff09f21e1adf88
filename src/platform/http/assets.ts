import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const built = fileURLToPath(new URL('../../../built/', import.meta.url))

/** The built files by name with the hash of what they hold, so that a phone keeps them until they change. */
export function assetVersions(): Record<string, string> {
  const file = `${built}manifest.json`
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {}
}

const versions = assetVersions()

export const assetVersion = (name: string): string => versions[name] ?? '0'

/** The stylesheet, script and icon, compressed beforehand. */
export async function serveAssets(server: FastifyInstance): Promise<void> {
  await server.register(fastifyStatic, {
    root: built,
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
    allowedPath: (path) => /^\/(client|screen)\.js$|^\/face\.css$|^\/icon\.svg$/.test(path),
  })
  serveWorker(server)
}

/** At the root, because a worker answers only for addresses below its own. Browsers ask for it anew each time. */
function serveWorker(server: FastifyInstance): void {
  const name = `${built}service-worker.js`
  const [plain, brotli] = [name, `${name}.br`].map((file) => existsSync(file) && readFileSync(file))
  server.get('/service-worker.js', { config: { who: 'everyone' } }, (request, reply) => {
    if (!plain || !brotli) return reply.callNotFound()
    const small = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))
    if (small) reply.header('content-encoding', 'br')
    return reply
      .header('cache-control', 'no-cache')
      .header('vary', 'accept-encoding')
      .type('text/javascript; charset=utf-8')
      .send(small ? brotli : plain)
  })
}
