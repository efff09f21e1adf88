import { matrix } from '../matrix.ts'
import { longWord, type Sample } from './sample.ts'

const columns = [{ text: 'Brent', href: '#brent' }, { text: 'Harrow' }, { text: 'Hillingdon' }]
const legend = [
  { shade: 1 as const, text: 'looked' },
  { shade: 3 as const, text: 'promised' },
  { shade: 5 as const, text: 'adopted' },
  { shade: 'home' as const, text: 'where it comes from' },
]

export const sample: Sample = {
  of: ['matrix.ts', 'shade-key.ts'],
  states: {
    plain: matrix({
      caption: 'One of two others has adopted the first.',
      corner: 'What, by service',
      columns,
      none: 'nothing yet',
      rows: [
        {
          head: { text: 'One conversation', sub: 'from Brent', href: '#one' },
          cells: [
            { shade: 'home', word: 'Home' },
            { shade: 5, word: 'Adopted', detail: '2 October', href: '#two' },
            { shade: 0 },
          ],
        },
        {
          head: { text: 'Fewer letters', sub: 'from Harrow' },
          cells: [
            { shade: 4, word: 'Tests', detail: 'third' },
            { shade: 'home', word: 'Home' },
            { shade: 'stopped', word: 'Stopped', detail: 'nobody to do it' },
          ],
        },
      ],
      legend,
    }),
    'long words': matrix({
      caption: longWord,
      corner: 'What, by service',
      columns,
      none: 'nothing yet',
      rows: [
        {
          head: { text: longWord },
          cells: [
            { shade: 1, word: 'Looked', detail: longWord },
            { shade: 2, word: 'Chose' },
            { shade: 3, word: longWord },
          ],
        },
      ],
    }),
    empty: matrix({
      caption: 'Nothing has been shown yet.',
      corner: 'What, by service',
      columns,
      rows: [],
      none: 'nothing yet',
    }),
  },
}
