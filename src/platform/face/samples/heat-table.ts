import { heatTable } from '../heat-table.ts'
import { longWord, type Sample } from './sample.ts'

const words = { corner: 'Trade, by place', none: 'nobody yet', hidden: 'fewer than 3' }
const columns = ['Brent', 'Harrow', 'Hillingdon']

export const sample: Sample = {
  of: ['heat-table.ts'],
  states: {
    plain: heatTable({
      id: 'heat-1',
      ...words,
      caption: 'Harrow brings nobody yet.',
      columns,
      rows: [
        { head: 'Bakers', counts: [1, 0, 4], all: 5 },
        { head: 'Smiths', counts: [10, 0, 7], all: 17 },
        { head: 'Weavers', counts: [0, 0, 0], all: 0 },
      ],
      sums: { head: 'All', counts: [11, 0, 11], all: 22 },
    }),
    'small counts are hidden': heatTable({
      id: 'heat-2',
      ...words,
      caption: 'A number under 3 is not shown.',
      columns,
      rows: [{ head: 'Bakers', counts: [1, 0, 4], all: 5 }],
      apart: [{ head: 'Members', counts: [4, null, null], all: null }],
      hiddenSum: 'not shown',
    }),
    'long words': heatTable({
      id: 'heat-3',
      ...words,
      caption: longWord,
      columns: Array.from({ length: 12 }, (_, at) => (at === 3 ? longWord : `Place ${at + 1}`)),
      rows: [{ head: longWord, counts: Array.from({ length: 12 }, (_, at) => at), all: 66 }],
    }),
  },
}
