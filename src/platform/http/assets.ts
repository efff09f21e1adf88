import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const built = fileURLToPath(new URL('../../../built/', import.meta.url))

/** The built files by name with the hash of their content, so that a phone keeps them until they change. */
export function assetVersions(): Record<string, string> {
  const file = `${built}manifest.json`
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {}
}

const versions = assetVersions()

export const assetVersion = (name: string): string => versions[name] ?? '0'

/** The CSS that was built of the Sass, as text. */
export const stylesheet = (): string =>
  ['face.css', 'wide.css', 'screen.css'].map((name) => readFileSync(`${built}${name}`, 'utf8')).join('\n')

const types: Record<string, string> = {
  'face.css': 'text/css; charset=utf-8',
  'wide.css': 'text/css; charset=utf-8',
  'screen.css': 'text/css; charset=utf-8',
  'client.js': 'text/javascript; charset=utf-8',
  'screen.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
}

const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

/** Answers with a built file out of memory: a room that comes in at once asks for thousands. */
function answering(name: string, type: string, cacheControl: string) {
  const read = (ending: string) =>
    existsSync(built + name + ending) ? readFileSync(built + name + ending) : undefined
  const plain = read('')
  const small = encodings.map(([encoding, ending]) => [encoding, read(ending)] as const)
  return (request: FastifyRequest, reply: FastifyReply) => {
    if (!plain) return reply.callNotFound()
    const accepted = String(request.headers['accept-encoding'] ?? '').split(/[\s,;]+/)
    const [encoding, bytes] = small.find(([one, has]) => has && accepted.includes(one)) ?? []
    if (encoding) reply.header('content-encoding', encoding)
    return reply
      .header('cache-control', cacheControl)
      .header('vary', 'accept-encoding')
      .type(type)
      .send(bytes ?? plain)
  }
}

/** The stylesheet, scripts and icon, compressed beforehand. Their addresses hold their hash, so they never change. */
export async function serveAssets(server: FastifyInstance): Promise<void> {
  const who = { config: { who: 'everyone' } }
  for (const [name, type] of Object.entries(types))
    server.get(`/assets/${name}`, who, answering(name, type, 'public, max-age=31536000, immutable'))
  // At the root, because a worker answers only for addresses below its own. Browsers ask for it anew each time.
  server.get('/service-worker.js', who, answering('service-worker.js', types['client.js']!, 'no-cache'))
}
