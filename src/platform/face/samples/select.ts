import { select } from '../select.ts'
import { longText, type Sample } from './sample.ts'

const label = 'Service'
const items = [
  { value: '', text: 'Choose a service' },
  { value: 'brent', text: 'Brent' },
  { value: 'harrow', text: 'Harrow' },
]

export const sample: Sample = {
  of: ['select.ts'],
  states: {
    plain: select({ name: 'select-plain', label, items, value: 'brent' }),
    'with a hint': select({ name: 'select-hint', label, items, hint: 'The one you work in' }),
    'with an error': select({ name: 'select-error', label, items, error: 'Choose a service' }),
    disabled: select({ name: 'select-disabled', label, items, disabled: true }),
    'long words': select({
      name: 'select-long',
      label: longText,
      items: [{ value: 'long', text: longText }],
    }),
  },
}
