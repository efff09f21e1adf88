import { textarea } from '../textarea.ts'
import { longText, longWord, type Sample } from './sample.ts'

const label = 'What happened?'

export const sample: Sample = {
  of: ['textarea.ts'],
  states: {
    plain: textarea({ name: 'area-plain', label }),
    'with a hint': textarea({ name: 'area-hint', label, hint: 'What surprised you tells the most' }),
    'with an error': textarea({ name: 'area-error', label, error: 'Enter what happened' }),
    filled: textarea({ name: 'area-filled', label, rows: 3, value: longText }),
    disabled: textarea({ name: 'area-disabled', label, rows: 3, disabled: true }),
    'long words': textarea({ name: 'area-long', label: longText, hint: longWord, value: longWord }),
  },
}
