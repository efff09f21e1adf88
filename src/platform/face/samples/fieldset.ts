import { fieldset } from '../fieldset.ts'
import { html } from '../html.ts'
import { input } from '../input.ts'
import { longText, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['fieldset.ts', 'legend.ts'],
  states: {
    plain: fieldset({
      legend: { text: 'Where is it held?', size: 'm' },
      content: html`${input({ name: 'set-place', label: 'Place' })}${input({ name: 'set-link', label: 'Link' })}`,
    }),
    'with a caption': fieldset({
      legend: { text: 'Where is it held?', size: 'l', caption: 'New event' },
      content: input({ name: 'set-caption', label: 'Place' }),
    }),
    'long words': fieldset({
      legend: { text: longText, size: 's' },
      content: input({ name: 'set-long', label: longText }),
    }),
  },
}
