import { createHash } from 'node:crypto'
import { dayParts, dayTyped } from '../face/day-field.ts'
import type { Refusal } from '../store/command.ts'
import type { Values } from '../form/state.ts'
import type { Nouns } from './path.ts'
import type { FormDefinition, RequestContext } from './site.ts'

const digest = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value ?? null))
    .digest('base64url')
    .slice(0, 12)

/**
 * Digests, as short as can be told apart, of each answer that stands in a form at first. A merge sees by them which
 * answers have changed since, and who changed them. Nothing for forms that change nothing that stands.
 */
export function standingOf<P extends string, Data, Input, Outcome>(
  { stands, values }: FormDefinition<P, Data, Input, Outcome>,
  data: Data,
  visit: RequestContext<Nouns<P>>,
): string | undefined {
  if (!stands) return undefined
  if (stands !== true) return digest(stands(data))
  return Object.entries(values?.(data, visit) ?? {})
    .map(([name, value]) => `${name}:${digestOf(value)}`)
    .join(' ')
}

const digestOf = (value: string | string[] | undefined): string => digest(plain(value))

/** The same answer as the same words, whether it was stored or typed: a day without noughts is the same day. */
const plain = (value: string | string[] | undefined): string[] =>
  [value ?? []]
    .flat()
    .map((one) => String(one).replace(/^(\d{4})-(\d{1,2})-(\d{1,2})$/, asDay))
    .filter((one) => one !== '')

const asDay = (_all: string, year: string, month: string, day: string) =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

/** The typed answer that stands under one name, be it in one field, in boxes, or not at all. */
const typedFor = (typed: Values, name: string): string | string[] | undefined =>
  typed[name] ?? (dayParts.some((part) => `${name}-${part}` in typed) ? dayTyped(typed, name) : undefined)

function withAnswer(values: Values, name: string, value: string | string[]): Values {
  const boxes = new Set(dayParts.map((part) => `${name}-${part}`))
  const others = Object.entries(values).filter(([other]) => !boxes.has(other))
  return { ...Object.fromEntries(others), [name]: value }
}

export interface Merged {
  /** The typed answers; where somebody else alone has changed one, the stored one. */
  values: Values
  /** Answers that both have changed, and differently. */
  conflict?: Refusal
  /** Something that somebody else stored has been kept. */
  keptTheirs: boolean
}

/**
 * A three-way merge of the values when the form was shown (`stood`), the typed ones, and the stored ones. An untouched
 * answer takes the stored value; only answers that both have changed are asked about.
 */
export function merged(stood: string, typed: Values, stored: Values): Merged {
  const base = new Map(stood.split(' ').map((pair) => pair.split(':') as [string, string]))
  const conflicts: [string, string][] = []
  let values = typed
  let keptTheirs = false
  for (const [name, value] of Object.entries(stored)) {
    const answer = typedFor(typed, name)
    const [then, now, mine] = [base.get(name), digestOf(value), digestOf(answer)]
    // A field that was not in the form when it was shown cannot have been changed.
    if (then === undefined && answer === undefined) continue
    if (now === then || now === mine) continue
    if (mine === then) {
      values = withAnswer(values, name, value)
      keptTheirs = true
    } else conflicts.push([name, `Saved meanwhile: ${short(plain(value).join(', ')) || 'nothing'}`])
  }
  return {
    values,
    keptTheirs,
    ...(conflicts.length > 0 && { conflict: overtaken(Object.fromEntries(conflicts)) }),
  }
}

const longestShown = 1000

const short = (text: string) =>
  text.length > longestShown ? `${text.slice(0, longestShown).toWellFormed()} …` : text

/** Says that somebody was quicker, with their answers beside the typed ones. Sent again, it replaces theirs. */
export const overtaken = (fields?: Record<string, string>): Refusal => ({
  kind: 'overtaken',
  refused:
    'Somebody has saved this since you opened it, and changed what you changed. Nothing of yours is lost: put together what should stay, then save again.',
  ...(fields && { fields }),
})
