import { createHash } from 'node:crypto'
import type { Refusal } from '../store/command.ts'
import type { Values } from './form.ts'
import type { FormDefinition, Visit } from './site.ts'

/** What a form changes, as short as can be told apart; nothing for forms that change nothing that stands. */
export function standingOf<P extends string, Data, Input, Outcome>(
  { stands, values }: FormDefinition<P, Data, Input, Outcome>,
  data: Data,
  visit: Visit,
): string | undefined {
  if (!stands) return undefined
  const standing = stands === true ? values?.(data, visit as never) : stands(data)
  return createHash('sha256')
    .update(JSON.stringify(standing ?? null))
    .digest('base64url')
    .slice(0, 16)
}

const short = (text: string) => (text.length > 300 ? `${text.slice(0, 300)} …` : text)

/** Says that somebody was quicker, with what they stored beside what was typed. Sent again, it replaces theirs. */
export function overtaken(typed: Values, stored: Values | undefined): Refusal {
  const refused =
    'Somebody has saved this since you opened it. Nothing of yours is lost: put together what should stay, then save again.'
  const differing = Object.entries(stored ?? {}).filter(
    ([name, value]) => name in typed && String(value) !== String(typed[name]),
  )
  const fields = differing.map(([name, value]) => [
    name,
    `Saved meanwhile: ${short(String(value)) || 'nothing'}`,
  ])
  return {
    refused,
    overtaken: true,
    ...(fields.length > 0 && { fields: Object.fromEntries(fields) as Record<string, string> }),
  }
}
