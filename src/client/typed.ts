type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Where something stood in its form, what it was, and what the page had given there. */
export type Kept = [at: string, value: string, before: string]

export interface Typed {
  at: string
  /** What the form asks here. */
  question: string
  value: string
  before: string
  set(value: string): void
  /** What comes between words that stand here and more of them; nothing where there is only a choice. */
  between: string | undefined
}

const chosen = 'yes'

const given = ({ options }: HTMLSelectElement): string =>
  ([...options].findLast((option) => option.defaultSelected) ?? options[0])?.value ?? ''

const isChoice = (field: Field): field is HTMLInputElement => /^(radio|checkbox)$/.test(field.type)

function valueOf(field: Field): [value: string, before: string] {
  if (isChoice(field)) return [field.checked ? chosen : '', field.defaultChecked ? chosen : '']
  return [field.value, field instanceof HTMLSelectElement ? given(field) : field.defaultValue]
}

const textOf = (element: Element | null | undefined): string => element?.textContent?.trim() ?? ''

function betweenIn(field: Field): string | undefined {
  if (field instanceof HTMLTextAreaElement) return '\n\n'
  return isChoice(field) || field instanceof HTMLSelectElement ? undefined : ' '
}

/** What somebody can type or choose in a form, but for what confirms something only now. */
export function draftOf(form: HTMLFormElement): Typed[] {
  const fields = form.querySelectorAll<Field>(
    'textarea,select,input:is([type=text],[type=radio],[type=checkbox]):not([name=notIdentifiers])',
  )
  const many = new Map<string, number>()
  return [...fields].map((field) => {
    const name = `${field.name} ${isChoice(field) ? field.value : ''}`
    many.set(name, (many.get(name) ?? 0) + 1)
    const [value, before] = valueOf(field)
    const question = textOf(field.labels?.[0])
    const between = betweenIn(field)
    return { at: `${name} ${many.get(name)}`, question, value, before, between, set: setter(field) }
  })
}

const setter = (field: Field) => (value: string) => {
  if (isChoice(field)) field.checked = value === chosen
  else field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
  // What a choice opens is opened by its being changed.
  if (isChoice(field)) field.dispatchEvent(new Event('change', { bubbles: true }))
}
