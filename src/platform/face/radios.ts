import { choice, choices, type ChoiceProps, type ChoicesProps } from './choices.ts'
import { element } from './element.ts'
import type { Html } from './html.ts'

export type RadioProps = ChoiceProps
export type RadiosProps = ChoicesProps<RadioProps | { divider: string }> & { value?: string | number }

export const radios = (props: RadiosProps): Html =>
  choices<RadioProps | { divider: string }>('radios', props, (item, at) => {
    if ('divider' in item) return element('div', { class: 'nhsuk-radios__divider' }, item.divider)
    return choice('radios', item, item.id ?? at, {
      name: props.name,
      type: 'radio',
      value: item.value,
      checked: item.checked ?? (props.value ? item.value === props.value : false),
      disabled: item.disabled ?? props.disabled,
    })
  })
