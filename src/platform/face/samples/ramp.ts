import { ramp } from '../ramp.ts'
import { longWord, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['ramp.ts'],
  states: {
    plain: ramp({
      label: '4 tests, from one person to the whole service',
      steps: [
        {
          text: 'Does one family ring back?',
          href: '#1',
          size: 1,
          state: 'over',
          note: 'One person · adapted',
        },
        {
          text: 'Do five families?',
          href: '#2',
          size: 2,
          state: 'over',
          note: 'A few people · on a larger scale',
        },
        {
          text: 'Does it hold for a whole clinic?',
          href: '#3',
          size: 3,
          state: 'done',
          note: 'One clinic · adopted',
          honour: 'Biggest breakthrough',
        },
        {
          text: 'And in every clinic?',
          size: 4,
          state: 'now',
          note: 'The whole service · under way',
          current: true,
        },
      ],
    }),
    stopped: ramp({
      label: '1 test, stopped',
      steps: [{ text: 'Does a leaflet help?', href: '#1', size: 0, state: 'stopped', note: 'Stopped' }],
    }),
    'long words': ramp({
      label: longWord,
      steps: [{ text: longWord, href: '#1', size: 5, state: 'now', note: longWord }],
    }),
  },
}
