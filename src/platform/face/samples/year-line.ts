import { yearLine } from '../year-line.ts'
import { longWord, type Sample } from './sample.ts'

const year = { from: '2026-04-01', to: '2027-04-01', today: '2026-10-20' }

export const sample: Sample = {
  of: ['year-line.ts'],
  states: {
    plain: yearLine({
      ...year,
      caption: '2 of 4 meetings held; 1 promise overdue.',
      marks: [
        { on: '2026-04-18', kind: 'day', text: 'The first day', href: '#day', done: true },
        { on: '2026-06-02', kind: 'meeting', text: 'Meeting', href: '#june', done: true },
        { on: '2026-09-15', kind: 'meeting', text: 'Meeting', done: true },
        { on: '2026-10-01', kind: 'late', text: 'A promise of Harrow, overdue', href: '#late' },
        { on: '2026-12-08', kind: 'meeting', text: 'Meeting' },
        { on: '2027-01-15', kind: 'due', text: 'A promise of Brent due' },
        { on: '2027-03-02', kind: 'meeting', text: 'Meeting' },
      ],
    }),
    'long words': yearLine({
      ...year,
      caption: longWord,
      marks: [
        { on: '2027-03-28', kind: 'day', text: longWord },
        { on: '2026-04-01', kind: 'day', text: longWord },
      ],
    }),
    empty: yearLine({ ...year, caption: 'Nothing is planned yet.', marks: [] }),
  },
}
