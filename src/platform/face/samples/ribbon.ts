import { ribbon } from '../ribbon.ts'
import type { Sample } from './sample.ts'

export const sample: Sample = {
  of: ['ribbon.ts'],
  states: {
    'in the middle of a day': ribbon({
      label: 'Part 5 of 8 is on. 3 are over, 1 was left out, 3 are to come.',
      parts: [
        { minutes: 30, state: 'done' },
        { minutes: 15, state: 'done' },
        { minutes: 15, state: 'out' },
        { minutes: 20, state: 'done', light: true },
        { minutes: 15, state: 'now' },
        { minutes: 15, state: 'next' },
        { minutes: 60, state: 'later', light: true },
        { minutes: 90, state: 'later' },
      ],
    }),
    'a day of one part': ribbon({
      label: 'The only part is to come.',
      parts: [{ minutes: 0, state: 'next' }],
    }),
    'many short parts': ribbon({
      label: '40 parts, half of them over.',
      parts: Array.from({ length: 40 }, (_, at) => ({
        minutes: at % 5,
        state: at < 20 ? ('done' as const) : ('later' as const),
      })),
    }),
    empty: ribbon({ label: 'Nothing is planned.', parts: [] }),
  },
}
