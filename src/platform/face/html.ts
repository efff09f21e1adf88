/** Markup that has been escaped already. Only `html` and `trusted` make one. */
export class Html {
  readonly #markup: string
  constructor(markup: string) {
    this.#markup = markup
  }
  toString(): string {
    return this.#markup
  }
}

/** A value that may stand in a template. Nothing is shown for null, undefined, false and true. */
export type Part = Html | string | number | bigint | boolean | null | undefined | readonly Part[]

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const special = /[&<>"']/
const specials = /[&<>"']/g

export const escape = (text: string): string =>
  special.test(text) ? text.replace(specials, (character) => entities[character]!) : text

function markupOf(part: Part): string {
  if (typeof part === 'string') return escape(part)
  if (part instanceof Html) return part.toString()
  if (part === null || part === undefined || typeof part === 'boolean') return ''
  if (Array.isArray(part)) {
    let all = ''
    for (const each of part) all += markupOf(each)
    return all
  }
  return escape(String(part))
}

/** A template whose values are escaped unless they are markup already. Attributes must be quoted. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let markup = strings[0]!
  for (let at = 0; at < parts.length; at += 1) markup += markupOf(parts[at]) + strings[at + 1]!
  return new Html(markup)
}

/** Markup from a source that is not a person: a library that escapes, a file of ours. */
export const trusted = (markup: string): Html => new Html(markup)

/** An address that may be followed: http, https, mailto, tel, or a path of this site; otherwise nothing. */
export const safeHref = (address: string): string | undefined =>
  /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#|\?)/i.test(address.trim()) ? address.trim() : undefined
