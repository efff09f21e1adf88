import { curve } from '../curve.ts'
import { longWord, type Sample } from './sample.ts'

const year = { of: 6, all: '6 services', from: '2027-01-12', to: '2027-12-01' }

export const sample: Sample = {
  of: ['curve.ts'],
  states: {
    plain: curve({
      ...year,
      caption: '3 of 6 services have adopted an idea of another.',
      points: [
        { on: '2027-04-02', text: 'Harrow' },
        { on: '2027-06-18', text: 'Brent' },
        { on: '2027-06-18', text: 'Hillingdon' },
      ],
    }),
    'long words': curve({
      ...year,
      caption: longWord,
      all: longWord,
      points: [{ on: '2027-04-02', text: longWord }],
    }),
    empty: curve({ ...year, caption: 'None has adopted one yet.', points: [] }),
  },
}
