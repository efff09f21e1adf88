import { hint } from '../hint.ts'
import { longText, longWord, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['hint.ts'],
  states: {
    plain: hint({ text: 'Everyone can read this. Name roles, not people.' }),
    'long words': hint({ text: `${longText} ${longWord}` }),
  },
}
