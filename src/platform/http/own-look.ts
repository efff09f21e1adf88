import type { FastifyInstance } from 'fastify'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { extname } from 'node:path'

const types: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
}

/** True if a file is named as a picture that every browser shows. */
export const isPicture = (file: string): boolean => extname(file).toLowerCase() in types

/** The organisation's own look: a file with its logo, a colour for the header, either or both. */
export interface OwnLook {
  logo: string
  colour: string
}

const logoAt = '/assets/organisation-logo'
const styleAt = '/assets/organisation.css'

const styleOf = (colour: string): string => `:root{--deep:${colour}}`

const versioned = (address: string, content: string | Buffer): string =>
  `${address}?v=${createHash('sha256').update(content).digest('hex').slice(0, 8)}`

const addresses = new Map<string, string>()

/** The address of the logo, with a hash of the file as it was when the server read it first. */
export function logoAddress({ logo }: OwnLook): string | undefined {
  if (!logo) return undefined
  const known = addresses.get(logo) ?? versioned(logoAt, readFileSync(logo))
  addresses.set(logo, known)
  return known
}

/** The address of the style sheet with the organisation's colour. */
export const styleAddress = ({ colour }: OwnLook): string | undefined =>
  colour ? versioned(styleAt, styleOf(colour)) : undefined

/** Serves the organisation's own look. A picture may hold scripts, which nothing runs. */
export function serveOwnLook(server: FastifyInstance, look: OwnLook): void {
  const who = { config: { who: 'everyone' } }
  const kept = 'public, max-age=31536000, immutable'
  const { logo, colour } = look
  if (logo) {
    const content = readFileSync(logo)
    server.get(logoAt, who, (_request, reply) =>
      reply
        .header('cache-control', kept)
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .type(types[extname(logo).toLowerCase()]!)
        .send(content),
    )
  }
  if (colour)
    server.get(styleAt, who, (_request, reply) =>
      reply.header('cache-control', kept).type('text/css; charset=utf-8').send(styleOf(colour)),
    )
}
