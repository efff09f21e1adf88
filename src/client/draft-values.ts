import { notIdentifiers } from '../platform/contract.ts'
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** A value in a form, with its place and the value that the page had given there. */
export type Kept = [at: string, value: string, before: string]

export interface Typed {
  at: string
  /** The question of the form here. */
  question: string
  value: string
  before: string
  set(value: string): void
  /** A value as the page says it; nothing where it cannot be given here. */
  words(value: string): string | undefined
  /** The separator between the words that stand here and more of them; nothing where there is only a choice. */
  between: string | undefined
}

const chosen = 'yes'

const given = ({ options }: HTMLSelectElement): string =>
  ([...options].findLast((option) => option.defaultSelected) ?? options[0])?.value ?? ''

const textOf = (element: Element | null | undefined): string =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
const labelOf = (field: Field | undefined): string => textOf(field?.labels?.[0])

function tell(field: Field, ...events: string[]): void {
  for (const event of events) field.dispatchEvent(new Event(event, { bubbles: true }))
}

type OfField = Omit<Typed, 'at'>

const written = (field: Exclude<Field, HTMLSelectElement>): OfField => ({
  question: labelOf(field),
  value: field.value,
  before: field.defaultValue,
  between: field instanceof HTMLTextAreaElement ? '\n\n' : ' ',
  words: (value) => value,
  set(value) {
    field.value = value
    tell(field, 'input')
  },
})

const listed = (field: HTMLSelectElement): OfField => ({
  question: labelOf(field),
  value: field.value,
  before: given(field),
  between: undefined,
  words: (value) => textOf([...field.options].find((option) => option.value === value)),
  set(value) {
    field.value = value
    tell(field, 'input')
  },
})

const ticked = (field: HTMLInputElement): OfField => ({
  question: labelOf(field),
  value: field.checked ? chosen : '',
  before: field.defaultChecked ? chosen : '',
  between: undefined,
  words: () => labelOf(field),
  set(value) {
    field.checked = value === chosen
    // Parts that a choice opens listen to its change.
    tell(field, 'input', 'change')
  },
})

/** Those of one name are one question. */
function oneOf(fields: HTMLInputElement[]): OfField {
  const valued = (value: string) => fields.find((field) => field.value === value)
  return {
    question: textOf(fields[0]!.closest('fieldset')?.querySelector('legend')),
    value: fields.find(({ checked }) => checked)?.value ?? '',
    before: fields.find(({ defaultChecked }) => defaultChecked)?.value ?? '',
    between: undefined,
    words: (value) => labelOf(valued(value)),
    set(value) {
      for (const field of fields) field.checked = field.value === value
      tell(valued(value) ?? fields[0]!, 'input', 'change')
    },
  }
}

function typedIn(field: Field, all: Field[]): OfField {
  if (field instanceof HTMLSelectElement) return listed(field)
  if (field.type === 'checkbox') return ticked(field as HTMLInputElement)
  if (field.type !== 'radio') return written(field)
  return oneOf(all.filter(({ type, name }) => type === 'radio' && name === field.name) as HTMLInputElement[])
}

/** The answers that somebody can type or choose in a form, but for confirmations. */
export function draftOf(form: HTMLFormElement): Typed[] {
  const fields = form.querySelectorAll<Field>(
    `textarea,select,input:is([type=text],[type=radio],[type=checkbox]):not([name=${notIdentifiers}])`,
  )
  const all = [...fields]
  const many = new Map<string, number>()
  return all
    .filter(({ type, name }, at) => type !== 'radio' || all.findIndex((one) => one.name === name) === at)
    .map((field) => {
      const name = `${field.name} ${field.type === 'checkbox' ? field.value : ''}`
      many.set(name, (many.get(name) ?? 0) + 1)
      return { at: `${name} ${many.get(name)}`, ...typedIn(field, all) }
    })
}
