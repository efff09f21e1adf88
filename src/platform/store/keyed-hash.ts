import { createHmac } from 'node:crypto'

/** Words in, one token out. */
export type KeyedHash = (...words: string[]) => string

/**
 * A keyed hash (HMAC-SHA-256, base64url): the same words always give the same token on this server, so
 * that a link can be printed again without being stored, and nobody without the secret can make one.
 */
export const keyedHasher =
  (secret: string): KeyedHash =>
  (...words) =>
    createHmac('sha256', secret).update(JSON.stringify(words)).digest('base64url')
