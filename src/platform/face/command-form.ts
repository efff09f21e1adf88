import { keyField, notIdentifiers, stoodField, tokenField } from '../contract.ts'
import { button, type ButtonProps } from './button.ts'
import { checkboxes } from './checkboxes.ts'
import { element, type Attributes } from './element.ts'
import { html, type Html, type Part } from './html.ts'

/** Hidden fields of every form that changes something: the visitor's token and a key under which it is done once. */
export interface FormToken {
  token: string
  key: string
  question?: true
  stood?: string
  limits?: Limits
}

/** Messages for an answer that cannot count: missing, too long, or no day. */
export interface Limit {
  missing?: string
  most?: number
  tooLong?: string
  /** It asks for a day, of which this is said first: "By when". */
  day?: string
  /** Said of a day that is past. */
  past?: string
}

/** Of each value that a form asks for, by its name. */
export type Limits = Readonly<Record<string, Limit>>

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" />`

const noIdentifiers = (): Html =>
  checkboxes({
    name: notIdentifiers,
    fieldset: { legend: 'No patient may be recognised from what is kept here' },
    items: [{ value: 'yes', text: 'What I wrote holds no NHS number, and nobody is recognised by it' }],
  })

export interface PostingProps {
  action: string
  sending: FormToken
  /**
   * Keeps a sent form on the device until it has arrived, and tells of it under this name (“Your vote”). With `more`
   * the form may be used again while something waits.
   */
  queue?: { name: string; more?: true; needs?: Needs }
  attributes?: Attributes
}

/**
 * Checks that a device makes without a network, beside its limits: one of these must be answered, or else these words
 * are said. The answers may be an order, in which none stands twice, or at most so many.
 */
interface Needs {
  oneOf: readonly string[]
  or: string
  inOrder?: boolean
  most?: number
}

/** A form that changes something. It works without scripts; the browser's own checks are off, ours are kinder. */
export function postingForm({ action, sending, queue, attributes }: PostingProps, ...fields: Part[]): Html {
  return element(
    'form',
    {
      method: 'post',
      action,
      novalidate: true,
      'data-queue': queue?.name,
      'data-queue-more': queue?.more,
      'data-needs': queue?.needs?.oneOf.join(' '),
      'data-needs-words': queue?.needs?.or,
      'data-needs-order': queue?.needs?.inOrder,
      'data-needs-most': queue?.needs?.most,
      'data-limits': queue && sending.limits && JSON.stringify(sending.limits),
      ...attributes,
    },
    hidden(tokenField, sending.token),
    hidden(keyField, sending.key),
    sending.stood && hidden(stoodField, sending.stood),
    sending.question && noIdentifiers(),
    fields,
  )
}

/** A button that does one thing at once, with the values it takes along. */
export function postingButton(
  { action, sending, values = {} }: { action: string; sending: FormToken; values?: Record<string, string> },
  props: ButtonProps,
): Html {
  const carried = Object.entries(values).map(([name, value]) => hidden(name, value))
  return postingForm(
    { action, sending, attributes: { class: 'app-button-form' } },
    carried,
    button({ preventDoubleClick: true, ...props }),
  )
}

/**
 * The form that a page sends by itself once it is shown; without scripts a button sends it. With `renews`, the part
 * that it was sent for is shown when it is done.
 */
export const autoSubmittedForm = (
  { action, sending, renews }: { action: string; sending: FormToken; renews?: boolean },
  text: string,
): Html =>
  postingForm(
    {
      action,
      sending,
      attributes: { class: 'app-without-scripts', 'data-auto-submit': renews ? 'renews' : 'once' },
    },
    button({ text, variant: 'secondary', preventDoubleClick: true }),
  )

/** The two buttons under answers to be checked: send them, or go back to change them. Nothing is lost either way. */
export function checkedForm(
  {
    action,
    sending,
    values,
  }: { action: string; sending: FormToken; values: Record<string, string | string[]> },
  confirm: string,
): Html {
  const carried = Object.entries(values).flatMap(([name, value]) =>
    [value].flat().map((one) => hidden(name, one)),
  )
  return postingForm(
    { action, sending },
    carried,
    html`<div class="nhsuk-button-group">
      ${button({ text: confirm, name: '_step', value: 'confirmed', preventDoubleClick: true })}
      ${button({ text: 'Change answers', name: '_step', value: 'change', variant: 'secondary' })}
    </div>`,
  )
}
