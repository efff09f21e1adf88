import { classes, element, type Attributes, type Decoration, type Listed, present } from './element.ts'
import { explained, groupClasses, wrong, type FieldError, type GroupProps } from './field.ts'
import { fieldset, type FieldsetProps } from './fieldset.ts'
import type { HintProps } from './hint.ts'
import { html, type Html } from './html.ts'
import { input } from './input.ts'
import type { Words } from './text.ts'
import { capitalised } from '../text/english.ts'

export type DatePart = {
  name: string
  label?: string
  value?: string | number
  width?: 2 | 4
  id?: string
  autocomplete?: string
  disabled?: boolean
  /** This part is wrong; when no part says so, an error of the whole date marks every part. */
  error?: boolean
  attributes?: Attributes
}

export type DateInputProps = Decoration & {
  id: string
  /** `starts` gives the names `starts[day]`, `starts[month]` and `starts[year]`. */
  namePrefix?: string
  values?: Readonly<Record<string, string | number | undefined>>
  /** Day, month and year, unless given. */
  items?: Listed<DatePart>
  hint?: Words | HintProps
  error?: FieldError
  fieldset?: Omit<FieldsetProps, 'content'>
  group?: GroupProps
  disabled?: boolean
}

const wholeDate: DatePart[] = [{ name: 'day' }, { name: 'month' }, { name: 'year' }]

function datePart(part: DatePart, props: DateInputProps, marked: boolean): Html {
  const control = input({
    label: { text: part.label ?? capitalised(part.name), classes: 'nhsuk-date-input__label' },
    id: part.id ?? `${props.id}-${part.name}`,
    name: props.namePrefix ? `${props.namePrefix}[${part.name}]` : part.name,
    value: part.value ?? props.values?.[part.name],
    width: part.width ?? (part.name === 'year' ? 4 : 2),
    inputmode: 'numeric',
    autocomplete: part.autocomplete,
    disabled: part.disabled ?? props.disabled,
    error: marked,
    classes: 'nhsuk-date-input__input',
    attributes: part.attributes,
  })
  return element('div', { class: 'nhsuk-date-input__item' }, control)
}

export function dateInput(props: DateInputProps): Html {
  const parts = present(props.items ?? wholeDate)
  const anyWrong = parts.some((part) => part.error)
  const { describedBy, markup } = explained(props.id, { ...props, describedBy: props.fieldset?.describedBy })
  const marked = (part: DatePart) => part.error ?? (wrong(props.error) && !anyWrong)
  const inner = html`${markup}${element(
    'div',
    { class: classes('nhsuk-date-input', props.classes), id: props.id, ...props.attributes },
    props.group?.before,
    parts.map((part) => datePart(part, props, marked(part))),
    props.group?.after,
  )}`
  return element(
    'div',
    { class: groupClasses(props, wrong(props.error) || anyWrong), ...props.group?.attributes },
    // Some screen readers leave out the description of a fieldset of text boxes unless it is a group.
    props.fieldset ? fieldset({ role: 'group', ...props.fieldset, describedBy, content: inner }) : inner,
  )
}
