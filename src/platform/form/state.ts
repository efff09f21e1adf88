import { keyField, stoodField, tokenField } from '../contract.ts'
import type { Command, Refusal } from '../store/command.ts'
import { withoutControl } from '../store/control-characters.ts'

export type Values = Record<string, string | string[]>

/**
 * A form as it is shown, with the typed values and their errors. A view says which names it asks for, one by one
 * (`FormState<'title' | 'team'>`) or by the command (`FormState<FieldsOf<typeof editIdea>>`): it may be given a form with
 * more names, never one with fewer. Without names it asks for nothing.
 */
export interface FormState<Name extends string = never> {
  values: Values
  errors: Record<string, string>
  /** The error that belongs to no single field. */
  general?: string
  /** A type only, never a value: the compiler compares names by it. */
  asks?: (name: Name) => void
}

type TextName<Name> = Extract<Name, string>

/** Names of fields for an input: `hands.hub` is the field `hands-hub` of a form, and a list has one name. */
export type FieldNames<Input> = Input extends unknown
  ? {
      [Name in TextName<keyof Input>]: Plain<Input[Name]> extends never
        ? Name
        : Name | `${Name}-${TextName<keyof Plain<Input[Name]>>}`
    }[TextName<keyof Input>]
  : never

/** The part of a value that has fields of its own. */
type Plain<Value> = Exclude<Value, string | number | boolean | null | undefined | readonly unknown[]>

/** Names that a form may ask for: those of its command's input, in all variants of it. */
export type FieldsOf<Taken> = Taken extends Command<infer Input, infer _Outcome> ? FieldNames<Input> : never

/** A form of any names, as what was typed may have any. */
export const emptyForm = (values: Values = {}): FormState<string> => ({ values, errors: {} })

/** One value of a form, as text. */
export function valueOf<Name extends string>(form: FormState<Name>, name: NoInfer<Name>): string {
  const value: unknown = [form.values[name]].flat()[0] ?? ''
  // A program may have sent anything where a form sends text.
  return typeof value === 'object' ? '' : String(value)
}

/** The error of one value, where it has one. */
export const errorOf = <Name extends string>(
  form: FormState<Name>,
  name: NoInfer<Name>,
): string | undefined => form.errors[name]

/** Props with which a component asks for one value again: its name, the typed value and its error. */
export function asked<Name extends string>(
  form: FormState<Name>,
  name: NoInfer<Name>,
): { name: string; value: string; error?: string } {
  const error = errorOf(form, name)
  return { name, value: valueOf(form, name), ...(error && { error }) }
}

/** All values that a form gives one name (checkboxes). */
export function valuesOf<Name extends string>(form: FormState<Name>, name: NoInfer<Name>): string[] {
  const value = form.values[name]
  return Array.isArray(value) ? value : value === undefined ? [] : [value]
}

/** A path as the name of a form's field: `hands.hub` of a command is `hands-hub`. */
const fieldNamed = (path: string, values: Values) => {
  const name = path.replaceAll('.', '-')
  return name in values ? name : path
}

/** The form as typed, with the refusal said where it belongs. */
export function refusedForm(values: Values, refusal: Refusal): FormState<string> {
  const errors = Object.fromEntries(
    Object.entries(refusal.fields ?? {}).map(([path, error]) => [fieldNamed(path, values), error]),
  )
  const isSaid = Object.keys(errors).length > 0 && refusal.kind !== 'overtaken'
  return isSaid ? { values, errors } : { values, errors, general: refusal.refused }
}

/** Our own names, and `__proto__`, which would become the object's prototype and not a field. */
const notValues = new Set([tokenField, keyField, '_step', stoodField, '__proto__'])

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

/** The server has refused endless nesting. */
function tidied(value: unknown): unknown {
  if (typeof value === 'string') return tidy(value)
  if (Array.isArray(value)) return value.map(tidied)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [tidy(name), tidied(one)]))
}

const tidy = (text: string): string => withoutControl(text.toWellFormed().replace(/\r\n?/g, '\n')).trim()
