import { backLink } from '../back-link.ts'
import { longText, nowhere, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['back-link.ts'],
  states: {
    plain: backLink({ href: nowhere }),
    'with words': backLink({ href: nowhere, text: 'How the vote stands' }),
    'long words': backLink({ href: nowhere, text: longText }),
  },
}
