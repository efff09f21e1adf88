import { errorSummary } from '../error-summary.ts'
import { longWord, nowhere, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['error-summary.ts'],
  states: {
    plain: errorSummary({
      errors: [
        { text: 'Enter a title', href: nowhere },
        { text: 'Choose a service', href: nowhere },
      ],
      disableAutoFocus: true,
    }),
    'of no single field': errorSummary({
      errors: [{ text: 'Somebody else has changed this meanwhile' }],
      disableAutoFocus: true,
    }),
    'long words': errorSummary({
      errors: [{ text: `“${longWord}” is no address`, href: nowhere }],
      disableAutoFocus: true,
    }),
  },
}
