import { figures } from '../figures.ts'
import { longWord, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['figures.ts'],
  states: {
    plain: figures([
      { value: '4 of 6', what: 'services test something that is not theirs' },
      { value: '11 of 12', what: 'answered, in 8 working days (median)' },
      { value: '9 days', what: 'to the next meeting' },
    ]),
    one: figures([{ value: '3 of 4', what: 'kept or on their way' }]),
    'long words': figures([
      { value: '1,204 of 3,000', what: longWord },
      { value: 'Not recorded', what: 'who has come' },
    ]),
  },
}
