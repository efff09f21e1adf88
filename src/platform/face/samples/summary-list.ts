import { summaryList } from '../summary-list.ts'
import { longText, longWord, nowhere, type Sample } from './sample.ts'

const rows = [
  { key: 'Date', value: 'Wednesday 27 January 2027' },
  { key: 'Place', value: 'The Hub, Harrow' },
]
const actions = [{ text: 'Change', href: nowhere, visuallyHiddenText: 'the date' }]

export const sample: Sample = {
  of: ['summary-list.ts'],
  states: {
    plain: summaryList({ rows }),
    'with actions': summaryList({ rows: [{ ...rows[0]!, actions }, rows[1]] }),
    'without lines': summaryList({ rows, border: false }),
    'in a card': summaryList({ rows, card: { heading: { text: 'The event', level: 3, size: 's' } } }),
    'long words': summaryList({
      rows: [
        { key: longWord, value: longWord, actions },
        { key: longText, value: longText },
      ],
    }),
  },
}
