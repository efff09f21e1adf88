import type { FastifyInstance } from 'fastify'
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { wrongIn } from './interface.ts'
import { faultsOf } from './markup.ts'

export interface Answered {
  status: number
  text: string
  location: string
  headers: Record<string, string | string[] | undefined>
}

/** A browser without scripts: keeps cookies, takes the form's hidden fields along, does not follow redirects. */
export class Visitor {
  readonly #server: FastifyInstance
  readonly #cookies = new Map<string, string>()

  constructor(server: FastifyInstance, session?: string) {
    this.#server = server
    if (session) this.#cookies.set('session', session)
  }

  /** Takes a cookie over from another, as two tabs of one browser share theirs. */
  adopt(other: Visitor, name: string): void {
    const value = other.#cookies.get(name)
    if (value) this.#cookies.set(name, value)
  }

  /** As they are sent. */
  get cookies(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async get(url: string, headers: Record<string, string> = {}): Promise<Answered> {
    return this.#send('GET', url, headers)
  }

  /** Fills in and sends the form of a page; `from` is the page where it stands, when that is another. */
  async submit(url: string, values: Record<string, string | string[]> = {}, from = url): Promise<Answered> {
    const page = await this.get(from)
    const hidden = hiddenFieldsOf(page.text, url)
    return this.post(url, { ...hidden, ...values })
  }

  /** Sends a form as it is given. */
  async post(
    url: string,
    values: Record<string, string | string[]> = {},
    headers: Record<string, string> = {},
  ): Promise<Answered> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(values))
      for (const one of [value].flat()) body.append(name, one)
    return this.#send(
      'POST',
      url,
      {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'http://localhost:80',
        host: 'localhost:80',
        ...headers,
      },
      body.toString(),
    )
  }

  /** Sends and receives JSON, as another program with the session's token would. */
  async json(method: 'GET' | 'POST', url: string, body?: unknown, headers: Record<string, string> = {}) {
    const session = this.#cookies.get('session')
    const response = await this.#server.inject({
      method,
      url,
      headers: {
        accept: 'application/json',
        ...(session && { authorization: `Bearer ${session}` }),
        ...headers,
      },
      ...(body !== undefined && { payload: body as object }),
    })
    const [status, told] = [response.statusCode, response.json<unknown>()]
    const wrong = await wrongIn(this.#server, { method, url, status, body: told })
    if (wrong.length > 0)
      throw new Error(
        `${method} ${url} answers otherwise than described:\n${wrong.join('\n')}\n${response.body}`,
      )
    return { status, body: told }
  }

  async #send(
    method: 'GET' | 'POST',
    url: string,
    headers: Record<string, string>,
    payload?: string,
  ): Promise<Answered> {
    const response = await this.#server.inject({
      method,
      url,
      headers: {
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
      ...(payload !== undefined && { payload }),
    })
    for (const { name, value, maxAge } of response.cookies as {
      name: string
      value: string
      maxAge?: number
    }[]) {
      if (value === '' || maxAge === 0) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    if (String(response.headers['content-type']).startsWith('text/html')) {
      const faults = faultsOf(response.body)
      if (faults.length > 0) throw new Error(`The markup of ${url} is not valid:\n${faults.join('\n')}`)
    }
    return {
      status: response.statusCode,
      text: response.body,
      location: String(response.headers.location ?? ''),
      headers: response.headers as Answered['headers'],
    }
  }
}

const attribute = (node: Tree.Element, name: string): string | undefined =>
  node.attrs.find((one) => one.name === name)?.value

/** The elements of a page, in order. */
export function elementsOf(text: string): Tree.Element[] {
  const found: Tree.Element[] = []
  const walk = (node: Tree.Node) => {
    if ('tagName' in node) found.push(node)
    if ('childNodes' in node) node.childNodes.forEach(walk)
  }
  walk(parse(text))
  return found
}

/** The words of an element or page as a reader has them. */
export const wordsOn = (text: string): string => wordsOf(parse(text))

function wordsOf(within: Tree.Node): string {
  const words: string[] = []
  const walk = (node: Tree.Node) => {
    if ('tagName' in node && ['script', 'style', 'head'].includes(node.tagName)) return
    if ('value' in node && node.nodeName === '#text') words.push(node.value)
    if ('childNodes' in node) node.childNodes.forEach(walk)
  }
  walk(within)
  return words.join(' ').replace(/\s+/g, ' ').trim()
}

/** The elements of a page that have a class, in order. */
const classed = (text: string, name: string): Tree.Element[] =>
  elementsOf(text).filter((node) => attribute(node, 'class')?.split(' ').includes(name))

/** The elements within another of these names, in order. */
function within(element: Tree.Element, ...names: string[]): Tree.Element[] {
  const found: Tree.Element[] = []
  const walk = (node: Tree.Node) => {
    if ('tagName' in node && node !== element && names.includes(node.tagName)) found.push(node)
    if ('childNodes' in node) node.childNodes.forEach(walk)
  }
  walk(element)
  return found
}

/** What a page lists under "There is a problem"; empty where it says no such thing. */
export const errorsOn = (text: string): string[] =>
  classed(text, 'nhsuk-error-summary')
    .filter((summary) => within(summary, 'h2').map(wordsOf).join() === 'There is a problem')
    .flatMap((summary) => within(summary, 'li').map(wordsOf))

/** What the error summary says, by the box that it leads to. */
export const errorsByBox = (text: string): Record<string, string> =>
  Object.fromEntries(
    classed(text, 'nhsuk-error-summary').flatMap((summary) =>
      within(summary, 'a').map((link) => [attribute(link, 'href')?.slice(1), wordsOf(link)]),
    ),
  )

/** The banner of a page with its title, as in 'Success Saved'; empty where there is none. */
export const bannerOn = (text: string): string =>
  classed(text, 'nhsuk-notification-banner').map(wordsOf).join(' ')

/** The heading of a page. */
export const headingOf = (text: string): string =>
  elementsOf(text)
    .filter(({ tagName }) => tagName === 'h1')
    .map(wordsOf)
    .join(' ')

/** What a page sets off from the rest: its insets and warnings, without the word that says so. */
export const noticesOn = (text: string): string[] =>
  elementsOf(text)
    .filter((node) => /(^| )nhsuk-(inset-text|card--warning)( |$)/.test(attribute(node, 'class') ?? ''))
    .map((node) => wordsOf(node).replace(/^(Information|Important) ?: /, ''))

/** The rows of the tables of a page, heads too: the words of each cell. */
export const rowsOf = (text: string): string[][] =>
  elementsOf(text)
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) => within(row, 'th', 'td').map(wordsOf))

/** The summary lists of a page: what each of their rows says, by its key. */
export const summaryOn = (text: string): Record<string, string> =>
  Object.fromEntries(
    classed(text, 'nhsuk-summary-list__row').map((row) => [
      within(row, 'dt').map(wordsOf).join(' '),
      within(row, 'dd')
        .filter((cell) => attribute(cell, 'class') === 'nhsuk-summary-list__value')
        .map(wordsOf)
        .join(' '),
    ]),
  )

/** The words of the main part of a page, without what stands on every page. */
export const mainOf = (text: string): string =>
  elementsOf(text)
    .filter(({ tagName }) => tagName === 'main')
    .map(wordsOf)
    .join(' ')

/** Why something was not done, after the heading of the page that says so; empty where it is no such page. */
export function refusalOn(text: string): string {
  const elements = elementsOf(text)
  const heading = elements.findIndex(({ tagName }) => tagName === 'h1')
  const why = elements[heading + 1]
  return why && attribute(why, 'class') === 'nhsuk-body-l'
    ? `${wordsOf(elements[heading]!)}: ${wordsOf(why)}`
    : ''
}

/** What stands in a box: what is typed, chosen or ticked. */
function standsIn(box: Tree.Element): string[] {
  if (box.tagName === 'textarea')
    return [box.childNodes.map((one) => ('value' in one ? one.value : '')).join('')]
  if (box.tagName === 'select')
    return within(box, 'option')
      .filter((one) => attribute(one, 'selected') !== undefined)
      .map((one) => attribute(one, 'value') ?? '')
  const ticks = ['radio', 'checkbox'].includes(attribute(box, 'type') ?? '')
  return ticks && attribute(box, 'checked') === undefined ? [] : [attribute(box, 'value') ?? '']
}

/** The boxes of a page that are not empty, and what stands in them: what is typed, chosen or ticked. */
export function filledIn(text: string): Record<string, string> {
  const filled: Record<string, string> = {}
  for (const box of elementsOf(text)) {
    if (!['input', 'textarea', 'select'].includes(box.tagName) || attribute(box, 'type') === 'hidden')
      continue
    const name = attribute(box, 'name') ?? ''
    for (const one of standsIn(box))
      if (one !== '') filled[name] = filled[name] ? `${filled[name]} ${one}` : one
  }
  return filled
}

/** Our hidden fields in the form that is sent to an address, or in the first form that has any. */
export function hiddenFieldsOf(text: string, url: string): Record<string, string> {
  const forms = elementsOf(text).filter(
    (node) => node.tagName === 'form' && attribute(node, 'method') === 'post',
  )
  const form = forms.find((node) => attribute(node, 'action') === url) ?? forms[0]
  const fields: Record<string, string> = {}
  const walk = (node: Tree.Node) => {
    if ('tagName' in node && node.tagName === 'input' && attribute(node, 'type') === 'hidden') {
      fields[attribute(node, 'name') ?? ''] = attribute(node, 'value') ?? ''
    }
    if ('childNodes' in node) node.childNodes.forEach(walk)
  }
  if (form) walk(form)
  return fields
}
