import type { Refusal } from '../store/command.ts'
import { withoutControl } from '../store/control-characters.ts'

export type Values = Record<string, string | string[]>

/** A form as it is shown: what was typed, what is wrong with it, and the key under which it will be done once. */
export interface FormState {
  values: Values
  errors: Record<string, string>
  /** The error that belongs to no single field. */
  general?: string
}

export const emptyForm = (values: Values = {}): FormState => ({ values, errors: {} })

/** One value of a form, as text. */
export function valueOf(form: FormState, name: string): string {
  const value: unknown = [form.values[name]].flat()[0] ?? ''
  // A program may have sent anything where a form sends text.
  return typeof value === 'object' ? '' : String(value)
}

/** Props with which a component asks for one value again: its name, the typed value and its error. */
export const asked = (form: FormState, name: string): { name: string; value: string; error?: string } => ({
  name,
  value: valueOf(form, name),
  ...(form.errors[name] && { error: form.errors[name] }),
})

/** All values that a form gives one name (checkboxes). */
export function valuesOf(form: FormState, name: string): string[] {
  const value = form.values[name]
  return Array.isArray(value) ? value : value === undefined ? [] : [value]
}

/** A path as the name of a form's field: `hands.hub` of a command is `hands-hub`. */
const fieldNamed = (path: string, values: Values) => {
  const name = path.replaceAll('.', '-')
  return name in values ? name : path
}

/** The form as typed, with the refusal said where it belongs. */
export function refusedForm(values: Values, refusal: Refusal): FormState {
  const errors = Object.fromEntries(
    Object.entries(refusal.fields ?? {}).map(([path, error]) => [fieldNamed(path, values), error]),
  )
  const isSaid = Object.keys(errors).length > 0 && !refusal.overtaken
  return isSaid ? { values, errors } : { values, errors, general: refusal.refused }
}

/** Ours, and the one name that would not become a field of the object but what it descends from. */
const notValues = new Set(['_token', '_key', '_step', '_stood', '__proto__'])

/** The body of a form without our own hidden fields. Text is trimmed; line ends are made one kind. */
export function valuesIn(body: unknown): Values {
  const values: Values = {}
  if (typeof body !== 'object' || body === null) return values
  for (const [given, value] of Object.entries(body)) {
    const name = tidy(given)
    if (notValues.has(name)) continue
    if (typeof value === 'string') values[name] = tidy(value)
    else if (Array.isArray(value)) values[name] = value.filter((one) => typeof one === 'string').map(tidy)
  }
  return values
}

/** The body from a program, with its text as a form would have it; anything else is for the command to refuse. */
export const sentByProgram = (body: unknown): Values =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? (tidied(body) as Values) : {}

/** The server has refused what is nested without end. */
function tidied(value: unknown): unknown {
  if (typeof value === 'string') return tidy(value)
  if (Array.isArray(value)) return value.map(tidied)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [tidy(name), tidied(one)]))
}

const tidy = (text: string): string => withoutControl(text.toWellFormed().replace(/\r\n?/g, '\n')).trim()
