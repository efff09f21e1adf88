import { keyField, stoodField } from '../platform/contract.ts'
import { isUnsaved } from './morph.ts'
import type { Entry } from './queue-store.ts'

/** The address of this page. */
export const here = (): string => location.pathname + location.search

/** The person for whom this page was made. */
export const sender = (): string => document.body.dataset['sender'] ?? ''

export const isQueued = (form: HTMLFormElement): boolean => form.dataset['queue'] !== undefined

export const queuedForms = (): HTMLFormElement[] => [
  ...document.querySelectorAll<HTMLFormElement>('form[data-queue]'),
]

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

export const fieldsOf = (form: HTMLFormElement, name: string): Control[] =>
  [...form.elements].filter((one): one is Control => (one as Control).name === name)

const isChoice = (field: Control): field is HTMLInputElement => /^(radio|checkbox)$/.test(field.type)

const textOf = (element: Element | null | undefined): string =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? ''

function answerOf(field: Control): string {
  if (isChoice(field)) return field.checked ? textOf(field.labels?.[0]) : ''
  if (field instanceof HTMLSelectElement) return field.value && textOf(field.selectedOptions[0])
  return field.type === 'hidden' ? '' : field.value.trim()
}

const questionOf = (field: Control): string =>
  textOf(isChoice(field) ? field.closest('fieldset')?.querySelector('legend') : field.labels?.[0])

/** The typed and chosen answers, in the words of the form. */
export const wordsOf = (form: HTMLFormElement): [string, string][] =>
  [...form.elements]
    .filter(
      (one): one is Control =>
        'name' in one && (one as Control).name !== '' && !(one instanceof HTMLButtonElement),
    )
    .map((field): [string, string] => [questionOf(field), answerOf(field)])
    .filter(([, answer]) => answer !== '')

/** Fields with the version that somebody began from: by them the server sees that a colleague has saved meanwhile. */
const sawThen = new Set(['seen', stoodField])

/** Puts the sent values back into their form, to be changed. The server's other fields stay as they are. */
export function fillIn(form: HTMLFormElement, { values }: Entry): void {
  for (const [name, value] of values)
    if (sawThen.has(name)) for (const field of fieldsOf(form, name)) field.value = value
  for (const field of [...form.elements] as Control[]) {
    if (!('name' in field) || field.type === 'hidden' || field.type === 'submit' || field.name === '')
      continue
    const sent = values.filter(([name]) => name === field.name).map(([, value]) => value)
    const at = fieldsOf(form, field.name).indexOf(field)
    if (isChoice(field)) field.checked = sent.includes(field.value)
    else if (sent[at] !== undefined) field.value = sent[at]
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

const isAsked = (field: Control): boolean =>
  Boolean(field.name) && !/^(hidden|submit|button)$/.test(field.type) && field.tagName !== 'BUTTON'

/** True if nothing stands in a form but the values that were sent. */
const holdsThis = (form: HTMLFormElement, { values }: Entry): boolean =>
  ([...form.elements] as Control[])
    .filter((field) => 'name' in field && isAsked(field))
    .every((field) => {
      const sent = values.filter(([name]) => name === field.name).map(([, value]) => value)
      return isChoice(field) ? field.checked === sent.includes(field.value) : sent.includes(field.value)
    })

/** True if a form may be filled: nothing was typed in it that is not kept elsewhere. */
export const isFree = (form: HTMLFormElement, among: readonly Entry[]): boolean =>
  !isUnsaved(form) || among.some((one) => holdsThis(form, one))

/** All forms of a page come with one key. The next form sent from the page must not be taken for an earlier one. */
export function isSpent(key: string | undefined): void {
  for (const form of document.forms)
    for (const field of fieldsOf(form, keyField)) if (field.value === key) field.value = crypto.randomUUID()
}

/** A page that is shown from its copy, or was gone back to, may have been sent already with the keys that stand in it. */
export function freshKeys(): void {
  for (const form of document.forms)
    for (const field of fieldsOf(form, keyField)) field.value = crypto.randomUUID()
}

/** Submits as if there were no script: the page that comes back shows the errors. */
export function submitItself(form: HTMLFormElement, submitter: HTMLElement | null = null): void {
  form.dataset['itself'] = ''
  form.requestSubmit(submitter)
}

/** The entries of a form, where more than one may wait there. */
export const entriesOf = (form: HTMLFormElement, all: readonly Entry[]): Entry[] =>
  all.filter((one) => one.sender === sender() && one.action === form.getAttribute('action'))
