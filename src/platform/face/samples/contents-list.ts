import { contentsList } from '../contents-list.ts'
import { longText, nowhere, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['contents-list.ts'],
  states: {
    plain: contentsList({
      ariaLabel: 'A list of contents',
      items: [
        { text: 'Overview', current: true },
        { text: 'Ideas', href: nowhere },
        { text: 'Teams', href: nowhere, items: [{ text: 'Brent', href: nowhere }] },
      ],
    }),
    'long words': contentsList({
      ariaLabel: 'A list of long contents',
      items: [
        { text: longText, href: nowhere },
        { text: 'Ideas', href: nowhere },
      ],
    }),
  },
}
