import { errorMessage } from '../error-message.ts'
import { longWord, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['error-message.ts'],
  states: {
    plain: errorMessage({ text: 'Enter a title' }),
    'long words': errorMessage({ text: `“${longWord}” is no address` }),
  },
}
