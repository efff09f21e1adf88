import { classes, element, type Attributes, type Decoration, type Listed, present } from './element.ts'
import { besideControl, field, wrong, type FieldProps } from './field.ts'
import type { Html } from './html.ts'

export type OptionProps =
  | { text: string; value?: string | number; selected?: boolean; disabled?: boolean; attributes?: Attributes }
  | { divider: true }

export type SelectProps = FieldProps &
  Decoration & {
    items: Listed<OptionProps>
    value?: string | number
    disabled?: boolean
    wrapper?: { classes?: string; attributes?: Attributes }
  }

function option(item: OptionProps, chosen: string | number | undefined): Html {
  if ('divider' in item) return element('hr', {})
  const selected = item.selected ?? (chosen ? (item.value ?? item.text) === chosen : false)
  return element(
    'option',
    { value: item.value, selected, disabled: item.disabled, ...item.attributes },
    item.text,
  )
}

export const select = (props: SelectProps): Html =>
  field(props, (id, describedBy) => {
    const control = element(
      'select',
      {
        class: classes('nhsuk-select', wrong(props.error) && 'nhsuk-select--error', props.classes),
        id,
        name: props.name,
        disabled: props.disabled,
        'aria-describedby': describedBy,
        ...props.attributes,
      },
      present(props.items).map((item) => option(item, props.value)),
    )
    const wrapper = {
      class: classes('nhsuk-input-wrapper', props.wrapper?.classes),
      ...props.wrapper?.attributes,
    }
    return besideControl(control, props.group, wrapper, Boolean(props.wrapper))
  })
