import { family } from '../family.ts'
import { longWord, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['family.ts'],
  states: {
    plain: family('The family', [
      {
        text: 'Brent',
        from: [
          { text: 'Harrow', from: [{ text: 'Hillingdon', from: [] }] },
          { text: 'Ealing', from: [] },
        ],
      },
    ]),
    'long words': family('The family', [{ text: longWord, from: [{ text: longWord, from: [] }] }]),
    alone: family('The family', [{ text: 'Brent', from: [] }]),
  },
}
