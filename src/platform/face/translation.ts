import type { Attributes } from './element.ts'

/** One wording per plural rule of the language, with `%{count}` where the number stands. */
export type Plurals = Readonly<Record<string, string>>

/** Wordings that the browser's script reads from attributes, by the name it knows them under. */
export function translations(wordings: Readonly<Record<string, string | Plurals | undefined>>): Attributes {
  const found: Record<string, string> = {}
  for (const [name, wording] of Object.entries(wordings)) {
    if (typeof wording === 'string' && wording) found[`data-i18n.${name}`] = wording
    else if (typeof wording === 'object')
      for (const [rule, words] of Object.entries(wording)) found[`data-i18n.${name}.${rule}`] = words
  }
  return found
}
