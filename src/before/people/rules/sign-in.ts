import { z } from 'zod'

/** A link works once, and not for longer than this. */
export const linkMinutes = 30
/** A code is short: whoever guesses wrong this often starts again. */
export const mostTries = 5
/** So many links are sent to one address within so many minutes. */
export const mostLinks = 5
export const linksWithinMinutes = 15
/** 30⁸ codes: five guesses at one are as good as none. */
export const codeLength = 8

export type LinkState = 'open' | 'used' | 'expired' | 'spoilt' | 'unknown'

export interface LinkFacts {
  used_at: string | null
  expires_at: string
  tries: number
}

export function stateOf(link: LinkFacts | undefined, now: string): LinkState {
  if (!link) return 'unknown'
  if (link.used_at) return 'used'
  if (link.tries >= mostTries) return 'spoilt'
  return link.expires_at <= now ? 'expired' : 'open'
}

const again = 'Ask for a new one.'

export const linkRefusals: Record<Exclude<LinkState, 'open'>, string> = {
  used: `This link has been used already, and each link works only once. ${again}`,
  expired: `This link is too old: links work for ${linkMinutes} minutes. ${again}`,
  spoilt: `A wrong code was entered ${mostTries} times, so this link does not work any more. ${again}`,
  unknown: `This link is not one of ours, or a part of it is missing. Open it from the e-mail once more, or ask for a new one.`,
}

export const codeRefusals: Record<Exclude<LinkState, 'open'>, string> = {
  used: `This code has been used already, and each code works only once. ${again}`,
  expired: `This code is too old: codes work for ${linkMinutes} minutes. ${again}`,
  spoilt: `A wrong code was entered ${mostTries} times, so this code does not work any more. ${again}`,
  unknown: `This page does not belong to an e-mail of ours any more. ${again}`,
}

/** The answer to a wrong code, with the tries that are left. */
export function wrongCode(left: number): string {
  if (left <= 0) return codeRefusals.spoilt
  const tries = left === 1 ? 'once more' : `${left} more times`
  return `This is not the code in the e-mail. Check it and try again: you can try ${tries}.`
}

export const minutesAfter = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()

const here = 'http://here.invalid'

/** The path of this site to which somebody goes on; anything else is nowhere. */
export function pathWithin(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || next.length > 500) return ''
  if (!URL.canParse(next, here)) return ''
  const url = new URL(next, here)
  // A page to go on to, not a way back into signing in or out.
  if (url.origin !== here || /^\/(\/|api\/|sign-in|sign-out)/.test(url.pathname)) return ''
  return url.pathname + url.search + url.hash
}

/** A name for somebody of whom only the address was known, until they say their own. */
export const nameFrom = (email: string): string => email.split('@')[0]!

export const isUnnamed = ({ name, email }: { name: string; email: string | null }): boolean =>
  email !== null && name === nameFrom(email)

export const Next = z
  .string()
  .optional()
  .transform((next) => pathWithin(next))
