import { actionLink } from '../action-link.ts'
import { longText, nowhere, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['action-link.ts'],
  states: {
    plain: actionLink({ text: 'Follow the day', href: nowhere }),
    'long words': actionLink({ text: longText, href: nowhere }),
    'in a new window': actionLink({ text: 'See the slides', href: nowhere, openInNewWindow: true }),
  },
}
