import { characterCount } from '../character-count.ts'
import { longText, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['character-count.ts'],
  states: {
    plain: characterCount({ name: 'count-plain', label: 'What would you keep?', maxlength: 500 }),
    'with a hint': characterCount({
      name: 'count-hint',
      label: 'What would you keep?',
      hint: 'In a sentence or two',
      maxlength: 500,
    }),
    'too long': characterCount({
      name: 'count-error',
      label: 'What would you keep?',
      error: 'What you would keep must be 100 characters or fewer',
      value: longText,
      maxlength: 100,
    }),
    'counted in words': characterCount({ name: 'count-words', label: 'In your words', maxwords: 30 }),
  },
}
