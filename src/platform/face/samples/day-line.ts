import { dayLine, type DayLinePart } from '../day-line.ts'
import { longText, type Sample } from './sample.ts'

const parts: DayLinePart[] = [
  {
    at: '9:30am',
    title: 'How ideas spread',
    minutes: 34,
    planned: 30,
    state: 'done',
    note: 'took 4 minutes more',
  },
  { at: '10:04am', title: 'Assess in one go', minutes: 15, planned: 15, state: 'done' },
  { title: 'A film', minutes: 10, state: 'out' },
  { at: '10:19am', title: 'Tea', minutes: 20, state: 'done', light: true },
  {
    at: '10:39am',
    title: 'Peer call while you wait',
    minutes: 15,
    state: 'now',
    mark: { minutes: 8, words: '10:47' },
  },
  { at: '10:54am', title: 'Reflect', minutes: 30, state: 'next', note: 'planned for 10:45am' },
  { at: '11:24am', title: 'Lunch', minutes: 60, state: 'later', light: true },
  { title: 'Goodbye', minutes: null, state: 'later' },
]

export const sample: Sample = {
  of: ['day-line.ts'],
  states: {
    'in the middle of a day': dayLine({ label: 'The day so far', parts }),
    'in little room': dayLine({ label: 'The day in little room', parts, room: 260 }),
    'long words': dayLine({
      label: 'A day with long names',
      parts: [{ at: '9:30am', title: longText, minutes: 15, state: 'next', note: longText }],
    }),
    'between two parts': dayLine({
      label: 'Between two parts',
      parts: [
        { at: '9:30am', title: 'Welcome', minutes: 20, state: 'done' },
        {
          at: '10am',
          title: 'Lunch',
          minutes: 60,
          state: 'next',
          light: true,
          mark: { minutes: 0, words: '9:58' },
        },
      ],
    }),
    empty: dayLine({ label: 'Nothing is planned', parts: [] }),
  },
}
