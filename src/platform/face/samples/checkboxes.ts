import { checkboxes } from '../checkboxes.ts'
import { html } from '../html.ts'
import { input } from '../input.ts'
import { longText, longWord, type Sample } from './sample.ts'

const items = [
  { value: 'keep', text: 'Keep' },
  { value: 'change', text: 'Change', hint: 'Say what, below' },
]
/** Of what cannot be chosen the hints are too pale, so none is given one. */
const plain = items.map(({ value, text }) => ({ value, text }))
const legend = { legend: { text: 'What would you do with it?', size: 's' as const } }

export const sample: Sample = {
  of: ['checkboxes.ts', 'choices.ts'],
  states: {
    plain: checkboxes({ name: 'boxes-plain', fieldset: legend, items, values: ['change'] }),
    'with a hint': checkboxes({
      name: 'boxes-hint',
      fieldset: legend,
      hint: 'Choose all that apply',
      items,
    }),
    'with an error': checkboxes({
      name: 'boxes-error',
      fieldset: legend,
      error: 'Choose what you would do with it',
      items,
    }),
    'one that asks on': checkboxes({
      name: 'boxes-on',
      fieldset: legend,
      items: [
        ...items,
        {
          value: 'other',
          text: 'Something else',
          checked: true,
          conditional: html`${input({ name: 'boxes-other', label: 'What?' })}`,
        },
      ],
    }),
    'none of these': checkboxes({
      name: 'boxes-none',
      fieldset: legend,
      items: [...items, { divider: 'or' }, { value: 'none', text: 'None of these', behaviour: 'exclusive' }],
    }),
    small: checkboxes({ name: 'boxes-small', fieldset: legend, small: true, items }),
    disabled: checkboxes({ name: 'boxes-disabled', fieldset: legend, disabled: true, items: plain }),
    'long words': checkboxes({
      name: 'boxes-long',
      fieldset: { legend: { text: longText, size: 's' } },
      items: [
        { value: 'one', text: longText, hint: longText },
        { value: 'two', text: longWord },
      ],
    }),
  },
}
