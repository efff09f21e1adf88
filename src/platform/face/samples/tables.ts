import { table } from '../tables.ts'
import { longText, longWord, type Sample } from './sample.ts'

const head = ['Service', { text: 'People', format: 'numeric' as const }]
const rows = [
  ['Brent', { text: '12', format: 'numeric' as const }],
  ['Harrow', { text: '3', format: 'numeric' as const }],
]
const wide = {
  head: ['Service', 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
  rows: ['Brent', 'Harrow'].map((name) => [name, ...'12345678'.split('').map((one) => `${one}00 people`)]),
}

export const sample: Sample = {
  of: ['tables.ts', 'table-cell.ts'],
  states: {
    plain: table({ caption: 'Who comes', head, rows }),
    'headed by row': table({ caption: 'Who comes, by service', head, rows, firstCellIsHeader: true }),
    'blocks on a phone': table({ caption: 'Who comes, in blocks', head, rows, responsive: true }),
    'compact and striped': table({ caption: 'Who comes, compact', head, rows, compact: true, striped: true }),
    'to be sorted': table({
      caption: 'Who comes, sorted',
      head: [
        { text: 'Service', sort: 'ascending' },
        { text: 'People', format: 'numeric', sort: 'none' },
      ],
      rows,
    }),
    'too wide, so it scrolls': table({ caption: 'Who came, by month', scroll: 'by keyboard', ...wide }),
    'in a card': table({
      head,
      rows,
      card: { heading: { text: 'Who comes, in a card', level: 3, size: 's' } },
    }),
    'long words': table({
      caption: longText,
      head,
      rows: [
        [longWord, { text: '12', format: 'numeric' }],
        [longText, longWord],
      ],
    }),
    empty: table({ caption: 'Nobody yet', head, rows: [] }),
  },
}
