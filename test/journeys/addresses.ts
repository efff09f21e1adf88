import type { App } from '../../src/app.ts'
import { api } from '../../src/platform/http/command-endpoint.ts'
import { paths } from '../../src/paths.ts'
import { samples, type Values } from '../sample.ts'
import { hiddenFieldsOf, type Visitor } from '../visitor.ts'

export type Nouns = Record<string, string>
export type Address = App['admissions'][number]

/** The address with its nouns filled in; what nobody has made is `nowhere`. */
export const urlOf = (pattern: string, nouns: Nouns): string =>
  pattern.replace(/:([a-z]+)/gi, (_all, noun: string) => encodeURIComponent(nouns[noun] ?? 'nowhere'))

export const nounsIn = (pattern: string): string[] =>
  [...pattern.matchAll(/:([a-z]+)/gi)].map(([, noun]) => noun!)

/** Streams do not end, so they are not asked for here. */
export const isStream = ({ url }: Address): boolean => url.endsWith('/live')

export const jsonOf = (url: string): string => api + url

/** A token that the visitor's forms are good with, from a form that everybody has. */
export async function tokenOf(visitor: Visitor): Promise<string> {
  const { text } = await visitor.get(paths.join({}))
  return hiddenFieldsOf(text, paths.join({}))['_token'] ?? ''
}

/** Something for every box of a form, so that what is refused is refused for who sends it. */
export const plausibleAt = (pattern: string): Values =>
  Object.assign(
    { _step: 'confirmed' },
    ...samples.map(({ plausible }) => plausible ?? {}),
    ...samples.flatMap(({ at = [] }) => at).map(([where, values]) => (where.test(pattern) ? values : {})),
  ) as Values
