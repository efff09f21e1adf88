import { equal, ok } from 'node:assert/strict'
import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { elementsOf, wordsOn, type Answered, type Visitor } from '../visitor.ts'

type Filled = Record<string, string | string[]>

const attribute = (node: Tree.Element, name: string): string | undefined =>
  node.attrs.find((one) => one.name === name)?.value

const textOf = (node: Tree.ParentNode): string =>
  node.childNodes.map((one) => ('value' in one ? one.value : 'childNodes' in one ? textOf(one) : '')).join('')

function descendants(node: Tree.ParentNode): Tree.Element[] {
  return node.childNodes.flatMap((one) => ('tagName' in one ? [one, ...descendants(one)] : []))
}

/** The value that a browser would send for a box as it stands, or nothing. */
function standing(node: Tree.Element): string[] {
  if (node.tagName === 'textarea') return [textOf(node).replace(/^\n/, '')]
  if (node.tagName === 'select') {
    const options = descendants(node).filter((one) => one.tagName === 'option')
    const chosen = options.find((one) => attribute(one, 'selected') !== undefined) ?? options[0]
    return chosen ? [attribute(chosen, 'value') ?? textOf(chosen)] : []
  }
  const ticked = attribute(node, 'checked') !== undefined
  if (/^(checkbox|radio)$/.test(attribute(node, 'type') ?? '') && !ticked) return []
  return [attribute(node, 'value') ?? '']
}

/** The form of a page that is sent to an address: every name that it asks for, with what stands there. */
export function formOn(text: string, url: string): Record<string, string[]> | undefined {
  const form = elementsOf(text).find(
    (node) =>
      node.tagName === 'form' && attribute(node, 'method') === 'post' && attribute(node, 'action') === url,
  )
  if (!form) return undefined
  const fields: Record<string, string[]> = {}
  for (const node of descendants(form)) {
    const name = attribute(node, 'name')
    if (!name || !/^(input|textarea|select)$/.test(node.tagName)) continue
    fields[name] = [...(fields[name] ?? []), ...standing(node)]
  }
  return fields
}

/** Fills in the form that stands on a page, as a browser does: only what it asks for, and what stands in it already. */
export async function trySending(
  visitor: Visitor,
  url: string,
  filled: Filled = {},
  from = url,
): Promise<Answered> {
  const page = await visitor.get(from)
  const form = formOn(page.text, url)
  ok(form, `${from} has no form for ${url} (${page.status} ${page.location}): ${wordsOn(page.text)}`)
  for (const name of Object.keys(filled))
    ok(name in form, `${from} does not ask for ${name}: ${Object.keys(form)}`)
  const answer = await visitor.post(url, { ...form, ...filled })
  const checking = answer.status === 200 ? formOn(answer.text, url) : undefined
  return checking ? visitor.post(url, { ...checking, _step: 'confirmed' }) : answer
}

/** Fills in a form, checks the answers where that is asked for, and says where it led. */
export async function send(visitor: Visitor, url: string, filled: Filled = {}, from = url): Promise<string> {
  const answer = await trySending(visitor, url, filled, from)
  equal(answer.status, 303, `${url}: ${wordsOn(answer.text)}`)
  return answer.location
}

/** Presses a button that stands on a page. */
export const press = (visitor: Visitor, url: string, from: string): Promise<string> =>
  send(visitor, url, {}, from)

/** The words of a page that is there. */
export async function read(visitor: Visitor, url: string): Promise<string> {
  const page = await visitor.get(url)
  equal(page.status, 200, `${url}: ${page.status} ${page.location}`)
  return wordsOn(page.text)
}

/** A day in the three boxes of a form. */
export function dayIn(name: string, day: string): Record<string, string> {
  const [year, month, date] = day.split('-')
  return { [`${name}-day`]: date!, [`${name}-month`]: month!, [`${name}-year`]: year! }
}

/** The id at the end of an address, or behind a word in it. */
export const idIn = (location: string): string => location.split(/[?#]/)[0]!.split('/').at(-1)!

/** The addresses like this one to which a page leads, by a link or a form, each once. */
export async function addressesOn(visitor: Visitor, url: string, like: RegExp): Promise<string[]> {
  const { text } = await visitor.get(url)
  const all = elementsOf(text).flatMap((node) => attribute(node, 'href') ?? attribute(node, 'action') ?? [])
  return [...new Set(all)].filter((one) => like.test(one))
}
