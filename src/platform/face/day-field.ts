import { dateInput } from './date-input.ts'
import type { FormState, Values } from '../form/state.ts'
import type { Html } from './html.ts'
import { capitalised } from '../text/english.ts'

/** The boxes in which a day is asked for: `byDay` in `byDay-day`, `byDay-month` and `byDay-year`. */
export const dayParts = ['day', 'month', 'year'] as const

// A program may have sent anything where a form sends text.
function typed(values: Values, name: string): string {
  const one: unknown = [values[name] ?? ''].flat()[0] ?? ''
  return typeof one === 'object' ? '' : String(one)
}

const hasBoxes = (values: Values, name: string) =>
  dayParts.some((part) => values[`${name}-${part}`] !== undefined)

/**
 * The day that a form gives in three boxes, as YYYY-MM-DD; as it was typed where it is no day, so that the
 * schema (`Day`, `OptionalDay`) can say what is wrong. Empty when nothing was typed.
 */
export function dayTyped(values: Values, name: string): string {
  if (!hasBoxes(values, name)) return typed(values, name)
  const [day, month, year] = dayParts.map((part) => typed(values, `${name}-${part}`).replaceAll('-', ' '))
  return day || month || year ? `${year}-${month}-${day}` : ''
}

/** Three boxes for a day. They show the typed values, or the YYYY-MM-DD that the form's values hold under the name. */
export function dayField<Name extends string>(
  form: FormState<Name>,
  name: NoInfer<Name>,
  props: { legend: string; hint?: string },
): Html {
  const [year, month, day] = typed(form.values, name).split('-')
  const stored = { day: day?.replace(/^0/, ''), month: month?.replace(/^0/, ''), year }
  const shown = hasBoxes(form.values, name)
  return dateInput({
    id: `${name}-date`,
    fieldset: { legend: { text: props.legend, size: 's' } },
    ...(props.hint && { hint: props.hint }),
    ...(form.errors[name] && { error: form.errors[name] }),
    items: dayParts.map((part) => ({
      name: `${name}-${part}`,
      label: capitalised(part),
      // The error summary links to the name of the question, which is the first box.
      id: part === 'day' ? name : `${name}-${part}`,
      width: part === 'year' ? 4 : 2,
      value: shown ? typed(form.values, `${name}-${part}`) : stored[part],
    })),
  })
}
