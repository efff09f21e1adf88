import { choice, choices, type ChoiceProps, type ChoicesProps } from './choices.ts'
import { element } from './element.ts'
import type { Html } from './html.ts'

export type CheckboxProps = ChoiceProps & {
  name?: string
  /** `exclusive` clears the others when ticked ("None of these"); `inclusive` ticks all of them. */
  behaviour?: 'exclusive' | 'inclusive'
  behaviourGroup?: string
}

export type CheckboxDivider = { divider: string; behaviour?: 'inclusive' }

export type CheckboxesProps = ChoicesProps<CheckboxProps | CheckboxDivider> & {
  values?: readonly (string | number)[]
  describedBy?: string
}

// "All of these" does nothing without the script, so it is hidden there.
const scripted = (item: { behaviour?: string }) =>
  item.behaviour === 'inclusive' ? ' nhsuk-u-frontend-not-supported-hidden' : ''

export const checkboxes = (props: CheckboxesProps): Html =>
  choices<CheckboxProps | CheckboxDivider>('checkboxes', props, (item, at, describedBy) => {
    if ('divider' in item)
      return element('div', { class: `nhsuk-checkboxes__divider${scripted(item)}` }, item.divider)
    const given = {
      name: item.name ?? props.name,
      type: 'checkbox',
      value: item.value,
      checked: item.checked ?? props.values?.includes(item.value) ?? false,
      disabled: item.disabled ?? props.disabled,
      'data-behaviour': item.behaviour,
      'data-behaviour-group': item.behaviourGroup,
    }
    const asked = props.fieldset ? '' : describedBy
    return choice('checkboxes', item, item.id ?? at, given, scripted(item).trim(), asked)
  })
