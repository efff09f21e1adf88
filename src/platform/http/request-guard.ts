import type { FastifyInstance } from 'fastify'
import type { Config } from '../../config.ts'
import { sendPlainly } from './bare-page.ts'

/** Deeper than any form or command of ours, and shallow enough for recursion. */
const deepest = 32

function isDeeper(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return left === 0 || Object.values(value).some((one) => isDeeper(one, left - 1))
}

/** True for a host that an absolute URL can be made of; old programs send none. */
const isHost = (host: string | undefined): boolean =>
  !host || (/^(\[[\da-f:.]+\]|[\w.-]+)(:\d+)?$/i.test(host) && URL.canParse(`http://${host}`))

/**
 * Refuses requests that no browser and no program that means well sends: an address that holds NUL, which is no text to
 * PostgreSQL, or a host that is none, and JSON nested so deep that recursion would overflow.
 */
export function keepDoor(server: FastifyInstance, config: Config): void {
  server.addHook('onRequest', async (request, reply) => {
    if (/%00|\0/.test(request.url) || !isHost(request.host))
      return sendPlainly(request, reply, { config, status: 400 })
    return undefined
  })
  server.addHook('preValidation', async (request, reply) => {
    if (isDeeper(request.body, deepest)) return sendPlainly(request, reply, { config, status: 400 })
    return undefined
  })
}
