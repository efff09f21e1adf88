import { input } from '../input.ts'
import { longText, longWord, type Sample } from './sample.ts'

const label = 'Name of the service'

export const sample: Sample = {
  of: ['input.ts', 'label.ts', 'field.ts'],
  states: {
    plain: input({ name: 'input-plain', label }),
    'with a hint': input({ name: 'input-hint', label, hint: 'As it stands on its door' }),
    'with an error': input({
      name: 'input-error',
      label,
      hint: 'As it stands on its door',
      error: 'Enter the name of the service',
    }),
    filled: input({ name: 'input-filled', label, value: 'Brent Memory Service' }),
    'with what it is counted in': input({
      name: 'input-minutes',
      label: 'How long does it take?',
      width: 3,
      suffix: 'minutes',
      inputmode: 'numeric',
      value: 20,
    }),
    'a code, larger': input({
      name: 'input-code',
      label: 'Code',
      code: true,
      large: true,
      width: 10,
      value: 'K7QM-2XWD',
    }),
    disabled: input({ name: 'input-disabled', label, disabled: true, value: 'Brent Memory Service' }),
    'long words': input({
      name: 'input-long',
      label: `${longText} ${longWord}`,
      error: longText,
      value: longText,
    }),
  },
}
