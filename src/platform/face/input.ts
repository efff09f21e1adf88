import { classes, element, type Attributes, type Decoration } from './element.ts'
import { besideControl, field, wrong, type FieldProps } from './field.ts'
import type { Html } from './html.ts'
import { spelled, type Words } from './text.ts'

export type AffixProps = { text: Words; classes?: string; attributes?: Attributes }

export type InputProps = FieldProps &
  Decoration & {
    type?: string
    value?: string | number
    width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
    large?: boolean
    /** Monospaced, for codes that are compared character by character. */
    code?: boolean
    prefix?: Words | AffixProps
    suffix?: Words | AffixProps
    spellcheck?: boolean
    autocomplete?: string
    autocapitalize?: string
    inputmode?: string
    pattern?: string
    placeholder?: string
    disabled?: boolean
    wrapper?: { classes?: string; attributes?: Attributes }
  }

function affix(given: Words | AffixProps | undefined, side: 'prefix' | 'suffix') {
  if (given === undefined) return undefined
  const { text, classes: own, attributes } = spelled<AffixProps>(given)
  return element(
    'div',
    { class: classes(`nhsuk-input-wrapper__${side}`, own), 'aria-hidden': 'true', ...attributes },
    text,
  )
}

const inputElement = (props: InputProps, id: string, describedBy: string | undefined) =>
  element('input', {
    class: classes(
      'nhsuk-input',
      props.large && 'nhsuk-input--large',
      props.code && 'nhsuk-input--code',
      wrong(props.error) && 'nhsuk-input--error',
      props.width && `nhsuk-input--width-${props.width}`,
      props.classes,
    ),
    id,
    name: props.name,
    type: props.type || 'text',
    spellcheck: props.spellcheck === undefined ? undefined : String(props.spellcheck),
    value: props.value,
    disabled: props.disabled,
    'aria-describedby': describedBy,
    autocomplete: props.autocomplete,
    autocapitalize: props.autocapitalize,
    pattern: props.pattern,
    placeholder: props.placeholder,
    inputmode: props.inputmode,
    ...props.attributes,
  })

export const input = (props: InputProps): Html =>
  field(props, (id, describedBy) => {
    const before = affix(props.prefix, 'prefix')
    const after = affix(props.suffix, 'suffix')
    const wrapper = {
      class: classes(
        'nhsuk-input-wrapper',
        props.large && 'nhsuk-input-wrapper--large',
        props.wrapper?.classes,
      ),
      ...props.wrapper?.attributes,
    }
    const control = [before, inputElement(props, id, describedBy), after]
    return besideControl(control, props.group, wrapper, Boolean(before || after || props.wrapper))
  })
