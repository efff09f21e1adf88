import { breadcrumb } from '../breadcrumb.ts'
import { longText, nowhere, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['breadcrumb.ts'],
  states: {
    plain: breadcrumb({
      ariaLabel: 'Breadcrumb of two',
      items: [
        { text: 'Home', href: nowhere },
        { text: 'North West London', href: nowhere },
      ],
    }),
    'long words': breadcrumb({
      ariaLabel: 'Breadcrumb with long words',
      items: [
        { text: 'Home', href: nowhere },
        { text: 'North West London Mental Health Collaborative', href: nowhere },
        { text: longText, href: nowhere },
      ],
    }),
  },
}
