import { pills } from '../pills.ts'
import { longWord, nowhere as href, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['pills.ts'],
  states: {
    plain: pills({
      label: 'An event',
      items: [
        { text: 'Prepare', href },
        { text: 'Day', href, current: true },
        { text: 'After', href },
      ],
    }),
    'long words': pills({
      label: 'Long names',
      items: [
        { text: longWord, href },
        { text: 'After', href },
      ],
    }),
  },
}
