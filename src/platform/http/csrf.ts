import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { KeyedHash } from '../store/keyed-hash.ts'

/** The owner of a form: the browser, and the session that it is in. */
export interface Sitting {
  visitor: string
  /** The hash of its token, or nothing. */
  session: string
}

/**
 * A token for the forms of one sitting; different each time, so that a compressed page does not give it away. The
 * session is part of it: a token that somebody got before others came in, for a cookie that they had planted, is none
 * after.
 */
export function formToken(keyedHash: KeyedHash, { visitor, session }: Sitting): string {
  const salt = randomBytes(9).toString('base64url')
  return `${salt}.${keyedHash('form', salt, visitor, session)}`
}

export function isFormToken(keyedHash: KeyedHash, { visitor, session }: Sitting, token: unknown): boolean {
  if (typeof token !== 'string' || visitor === '') return false
  const [salt = '', sealed = ''] = token.split('.')
  const expected = Buffer.from(keyedHash('form', salt, visitor, session))
  const given = Buffer.from(sealed)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/**
 * A browser says by itself that a page of this service sends, and no page of another can make it say so. It does over
 * https and on the machine itself, and since 2023 in every browser; elsewhere the token tells.
 */
export const isSaidOurs = (request: FastifyRequest): boolean =>
  request.headers['sec-fetch-site'] === 'same-origin'

/** True if a page of this service sent the request that changes something. */
export function isFromHere(request: FastifyRequest, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = request.headers.origin
  if (origin === undefined) return true
  if (publicUrl !== '') return origin === new URL(publicUrl).origin
  return origin === `${request.protocol}://${request.headers.host}`
}
