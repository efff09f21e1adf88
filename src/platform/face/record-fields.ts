import type { RecordField, RecordOf } from '../form/record.ts'
import { asked, type FormState } from '../form/state.ts'
import { dayField } from './day-field.ts'
import { html, type Html } from './html.ts'
import { input } from './input.ts'
import { prose } from './prose.ts'
import { radios } from './radios.ts'
import { textarea } from './textarea.ts'

type Fields = Readonly<Record<string, RecordField>>
type Named<F> = keyof F & string

const hinted = (hint: string | undefined) => (hint === undefined ? {} : { hint })

interface How {
  size?: 's'
  /** A hint that says more than that of the definition. */
  hint?: string | undefined
}

/** Asks for one field the way its kind is asked for, under the name that the form gives it. */
export function recordField<Name extends string>(
  name: NoInfer<Name>,
  field: RecordField,
  form: FormState<Name>,
  { size, hint = field.hint }: How = {},
): Html {
  const { kind, rows, names = {}, hints = {}, web, width } = field
  const text = field.optional && !field.sometimes ? `${field.label} (optional)` : field.label
  const label = size ? { text, size } : text
  const about = { ...asked(form, name), ...hinted(hint) }
  if (kind === 'day') return dayField(form, name, { legend: text, ...hinted(hint) })
  if (kind === 'choice')
    return radios({
      ...about,
      fieldset: { legend: { text, size: 's' } },
      items: Object.entries(names).map(([value, name]) => ({ value, text: name, ...hinted(hints[value]) })),
    })
  if (rows > 1) return textarea({ ...about, rows, label })
  // A private text says who somebody else is; a browser would offer the name of whoever types.
  const own = field.private && { autocomplete: 'off' as const }
  const small = width !== undefined && { width }
  if (kind === 'whole') return input({ ...about, label, ...small, inputmode: 'numeric' })
  if (kind === 'decimal') return input({ ...about, label, ...small, inputmode: 'decimal' })
  return input({
    ...about,
    label,
    ...own,
    ...small,
    ...(web && { type: 'url', spellcheck: false, autocomplete: 'off' as const }),
  })
}

/** The fields of a record in a form, in the order of its definition, or those that are named in an order of their own. */
export const recordFields = <F extends Fields>(
  { fields, names }: Pick<RecordOf<F>, 'fields' | 'names'>,
  form: FormState<NoInfer<Named<F>>>,
  some: readonly Named<F>[] = names,
): Html => html`${some.map((name) => recordField(name, fields[name]!, form))}`

/** Rows of a summary list: each text under its label; null reads as `none`. */
export const recordRows = <F extends Fields>(
  { fields }: Pick<RecordOf<F>, 'fields'>,
  shown: { [Name in Named<F>]?: unknown },
  some: readonly Named<F>[],
  none: string,
): { key: string; value: Html }[] =>
  some.map((name) => {
    const value = shown[name] as string | null | undefined
    return {
      key: fields[name]!.label,
      value: value === null || value === undefined ? html`${none}` : prose(value),
    }
  })
