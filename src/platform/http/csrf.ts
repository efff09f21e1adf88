import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'

type Seal = (...words: string[]) => string

/** A token for the forms of one visitor; different each time, so that a compressed page does not give it away. */
export function formToken(seal: Seal, visitor: string): string {
  const salt = randomBytes(9).toString('base64url')
  return `${salt}.${seal('form', salt, visitor)}`
}

export function isFormToken(seal: Seal, visitor: string, token: unknown): boolean {
  if (typeof token !== 'string' || visitor === '') return false
  const [salt = '', sealed = ''] = token.split('.')
  const expected = Buffer.from(seal('form', salt, visitor))
  const given = Buffer.from(sealed)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** Whether a request that changes something was sent by a page of this service. */
export function isFromHere(request: FastifyRequest, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = request.headers.origin
  if (origin === undefined) return true
  if (publicUrl !== '') return origin === new URL(publicUrl).origin
  return origin === `${request.protocol}://${request.headers.host}`
}
