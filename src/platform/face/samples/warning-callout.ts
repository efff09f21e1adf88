import { warningCallout } from '../warning-callout.ts'
import { longText, longWord, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['warning-callout.ts'],
  states: {
    plain: warningCallout({ heading: 'No patient may be recognised', content: 'Name roles, not people.' }),
    'long words': warningCallout({ heading: longWord, content: longText }),
  },
}
