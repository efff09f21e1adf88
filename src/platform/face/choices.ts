import { classes, element, type Attributes, type Decoration, type Listed, present } from './element.ts'
import { explained, groupClasses, type Explanation, type FieldError, type GroupProps } from './field.ts'
import { fieldset, type FieldsetProps } from './fieldset.ts'
import { hint, type HintProps } from './hint.ts'
import { html, type Html } from './html.ts'
import { label } from './label.ts'
import { said, spelled, type Words } from './text.ts'

export type ChoiceProps = {
  value: string | number
  text: Words
  hint?: Words | HintProps
  id?: string
  classes?: string
  attributes?: Attributes
  checked?: boolean
  disabled?: boolean
  /** Shown only while this choice is made; without the script it is always shown. */
  conditional?: Html
}

export type ChoicesProps<Choice> = Decoration & {
  name: string
  items: Listed<Choice>
  /** The start of each item's id; the name, unless given. */
  idPrefix?: string
  hint?: Words | HintProps
  error?: FieldError
  fieldset?: Omit<FieldsetProps, 'content'>
  group?: GroupProps
  small?: boolean
  inline?: boolean
  disabled?: boolean
}

type Kind = 'radios' | 'checkboxes'

/** One radio button or checkbox with its label, hint and the part that it reveals. */
export function choice(
  kind: Kind,
  item: ChoiceProps,
  id: string,
  given: Attributes,
  outer = '',
  describedBy = '',
) {
  const advice = item.hint === undefined ? undefined : spelled<HintProps>(item.hint)
  const hinted = advice && said(advice.text) ? { ...advice, id: advice.id ?? `${id}-item-hint` } : undefined
  const revealed = item.conditional && `conditional-${id}`
  const { name, type, value, checked, disabled, ...behaviour } = given
  const box = element('input', {
    class: classes(`nhsuk-${kind}__input`, item.classes),
    id,
    name,
    type,
    value,
    checked,
    disabled,
    ...behaviour,
    'data-aria-controls': revealed,
    'aria-describedby': classes(describedBy, hinted?.id) || undefined,
    ...item.attributes,
  })
  const words = label({ text: item.text, for: id, classes: `nhsuk-${kind}__label` })
  const below = hinted && hint({ ...hinted, classes: classes(`nhsuk-${kind}__hint`, hinted.classes) })
  const hidden = !checked && `nhsuk-${kind}__conditional--hidden`
  return html`${element('div', { class: classes(`nhsuk-${kind}__item`, outer) }, box, words, below)}${
    revealed &&
    element('div', { class: classes(`nhsuk-${kind}__conditional`, hidden), id: revealed }, item.conditional)
  }`
}

/** The question around a list of choices. */
export function choices<Choice>(
  kind: Kind,
  props: ChoicesProps<Choice> & Explanation,
  drawn: (item: Choice, id: string, describedBy: string) => Html,
): Html {
  const prefix = props.idPrefix || props.name
  const { describedBy, markup } = explained(prefix, {
    ...props,
    describedBy: props.fieldset?.describedBy ?? props.describedBy,
  })
  // The first id has no number, so that an error summary can link to the name of the field.
  const idAt = (at: number) => (at === 0 ? prefix : `${prefix}-${at + 1}`)
  const list = element(
    'div',
    {
      class: classes(
        `nhsuk-${kind}`,
        props.small && `nhsuk-${kind}--small`,
        props.inline && `nhsuk-${kind}--inline`,
        props.classes,
      ),
      id: props.id,
      'data-module': `nhsuk-${kind}`,
      ...props.attributes,
    },
    props.group?.before,
    present(props.items).map((item, at) => drawn(item, idAt(at), describedBy ?? '')),
    props.group?.after,
  )
  const inner = html`${markup}${list}`
  return element(
    'div',
    { class: groupClasses(props), ...props.group?.attributes },
    props.fieldset ? fieldset({ ...props.fieldset, describedBy, content: inner }) : inner,
  )
}
