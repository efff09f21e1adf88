import { pagination } from '../pagination.ts'
import { longText, nowhere as href, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['pagination.ts'],
  states: {
    plain: pagination({
      ariaLabel: 'Pages, by number',
      previous: { href },
      next: { href },
      items: [
        { number: 1, href },
        { ellipsis: true },
        { number: 6, href },
        { number: 7, href, current: true },
        { number: 8, href },
        { ellipsis: true },
        { number: 42, href },
      ],
    }),
    'by name': pagination({
      ariaLabel: 'Pages, by name',
      previous: { href, label: 'Assess in one go' },
      next: { href, label: 'Fewer letters' },
    }),
    'the first of two': pagination({ ariaLabel: 'Pages, the first', next: { href, label: 'Fewer letters' } }),
    'long words': pagination({
      ariaLabel: 'Pages, with long names',
      previous: { href, label: longText },
      next: { href, label: longText },
    }),
  },
}
