import { classes, element, type Attributes } from './element.ts'
import { errorMessage, type ErrorMessageProps } from './error-message.ts'
import { hint, type HintProps } from './hint.ts'
import { html, type Html, type Part } from './html.ts'
import { label, type LabelProps } from './label.ts'
import { said, spelled, type Words } from './text.ts'

/** The box around a question, and the parts beside the control inside it. */
export type GroupProps = { classes?: string; attributes?: Attributes; before?: Part; after?: Part }

/** The error of an answer. `true` marks it as wrong where the words stand elsewhere. */
export type FieldError = Words | ErrorMessageProps | boolean

export type FieldProps = {
  name: string
  /** The name, unless given. */
  id?: string
  label: Words | LabelProps
  hint?: Words | HintProps
  error?: FieldError
  describedBy?: string
  group?: GroupProps
}

export type Explanation = { hint?: Words | HintProps; error?: FieldError; describedBy?: string }

const messageOf = (error: FieldError | undefined): ErrorMessageProps | undefined => {
  if (error === undefined || typeof error === 'boolean') return undefined
  const message = spelled<ErrorMessageProps>(error)
  return said(message.text) ? message : undefined
}

export const wrong = (error: FieldError | undefined): boolean =>
  error === true || messageOf(error) !== undefined

/** The hint and the error of a question, and the ids by which its control points at them. */
export function explained(id: string, props: Explanation): { describedBy?: string; markup: Html } {
  const given = props.hint === undefined ? undefined : spelled<HintProps>(props.hint)
  const advice = given && said(given.text) ? { ...given, id: given.id ?? `${id}-hint` } : undefined
  const message = messageOf(props.error)
  const problem = message && { ...message, id: message.id ?? `${id}-error` }
  return {
    describedBy: classes(props.describedBy, advice?.id, problem?.id) || undefined,
    markup: html`${advice && hint(advice)}${problem && errorMessage(problem)}`,
  }
}

export const groupClasses = (
  props: { error?: FieldError; group?: GroupProps },
  marked = wrong(props.error),
) => classes('nhsuk-form-group', marked && 'nhsuk-form-group--error', props.group?.classes)

/** Label, hint, error and control of one question, tied together for assistive technology. */
export function field(
  props: FieldProps,
  control: (id: string, describedBy: string | undefined) => Part,
  box: Attributes = {},
): Html {
  const id = props.id || props.name
  const { describedBy, markup } = explained(id, props)
  const named = spelled<LabelProps>(props.label)
  return element(
    'div',
    { class: groupClasses(props), ...box, ...props.group?.attributes },
    label({ ...named, for: named.for ?? id }),
    markup,
    control(id, describedBy),
  )
}

/** A control with something set against it, such as a unit or a button. */
export const besideControl = (
  control: Part,
  group: GroupProps | undefined,
  wrapper: Attributes,
  always: boolean,
) =>
  always || group?.before || group?.after
    ? element('div', wrapper, group?.before, control, group?.after)
    : control
