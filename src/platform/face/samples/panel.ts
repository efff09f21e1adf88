import { panel } from '../panel.ts'
import { longText, longWord, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['panel.ts'],
  states: {
    plain: panel({ heading: { text: 'You are signed up', level: 3 }, content: 'Your code is K7QM-2XWD' }),
    interruption: panel({
      heading: { text: 'Are you sure?', level: 3 },
      content: 'What is cleared does not come back.',
      variant: 'interruption',
    }),
    'without more': panel({ heading: { text: 'You are signed up', level: 3 } }),
    'long words': panel({ heading: { text: longWord, level: 3 }, content: longText }),
  },
}
