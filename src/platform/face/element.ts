import { escape, html, trusted, type Html, type Part } from './html.ts'

/** Names are ours, values may be anyone's. `true` is a bare name; `false`, null and undefined leave it out. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** An item that a condition may leave out: `[first, mayEdit && second]`. */
export type Listed<Item> = readonly (Item | false | null | undefined)[]

/** Props of every component besides its own: a place for a class, an id and further attributes. */
export type Decoration = { id?: string; classes?: string; attributes?: Attributes }

const empty = new Set(['br', 'hr', 'img', 'input', 'link', 'meta'])

export function attributes(given: Attributes = {}): string {
  let all = ''
  for (const [name, value] of Object.entries(given)) {
    if (value === true) all += ` ${name}`
    else if (value !== false && value !== null && value !== undefined)
      all += ` ${name}="${escape(String(value))}"`
  }
  return all
}

/**
 * One element with its attributes in the order given, which the fixtures of nhsuk-frontend check. It escapes,
 * but it cannot know where an address came from: one that a person typed passes `safeHref` where it enters.
 */
export function element(name: string, given: Attributes, ...children: Part[]): Html {
  const opening = `<${name}${attributes(given)}>`
  return trusted(empty.has(name) ? opening : `${opening}${html`${children}`.toString()}</${name}>`)
}

export const classes = (...names: (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ')

export const present = <Item>(items: Listed<Item> = []): Item[] =>
  items.filter((item): item is Item => item !== false && item !== null && item !== undefined)
