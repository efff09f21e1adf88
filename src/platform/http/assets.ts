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
    allowedPath: (path) => /^\/(client|service-worker|screen)\.js$|^\/face\.css$|^\/icon\.svg$/.test(path),
  })
}
