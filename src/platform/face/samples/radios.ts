import { html } from '../html.ts'
import { input } from '../input.ts'
import { radios } from '../radios.ts'
import { longText, longWord, type Sample } from './sample.ts'

const items = [
  { value: 'adopt', text: 'Adopt it' },
  { value: 'adapt', text: 'Adapt it', hint: 'Change it and test it again' },
  { value: 'stop', text: 'Stop' },
]
/** Of what cannot be chosen the hints are too pale, so none is given one. */
const plain = items.map(({ value, text }) => ({ value, text }))
const fieldset = { legend: { text: 'What does the team do now?', size: 's' as const } }

export const sample: Sample = {
  of: ['radios.ts', 'choices.ts'],
  states: {
    plain: radios({ name: 'radios-plain', fieldset, items, value: 'adapt' }),
    'with a hint': radios({ name: 'radios-hint', fieldset, hint: 'You can change it later', items }),
    'with an error': radios({
      name: 'radios-error',
      fieldset,
      error: 'Choose what the team does now',
      items,
    }),
    'in a line': radios({
      name: 'radios-line',
      fieldset,
      inline: true,
      items: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ],
    }),
    'one that asks on': radios({
      name: 'radios-on',
      fieldset,
      items: [
        ...items,
        { divider: 'or' },
        {
          value: 'other',
          text: 'Something else',
          checked: true,
          conditional: html`${input({ name: 'radios-other', label: 'What?' })}`,
        },
      ],
    }),
    small: radios({ name: 'radios-small', fieldset, small: true, items }),
    disabled: radios({ name: 'radios-disabled', fieldset, disabled: true, items: plain }),
    'long words': radios({
      name: 'radios-long',
      fieldset: { legend: { text: longText, size: 's' } },
      items: [
        { value: 'one', text: longText, hint: longText },
        { value: 'two', text: longWord },
      ],
    }),
  },
}
