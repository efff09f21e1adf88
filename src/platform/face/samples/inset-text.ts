import { html } from '../html.ts'
import { insetText } from '../inset-text.ts'
import { longText, longWord, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['inset-text.ts'],
  states: {
    plain: insetText({ content: 'Your vote is counted.' }),
    'with more': insetText({
      content: html`<p><strong>This event is cancelled.</strong> Screens and phones say so.</p>`,
    }),
    'long words': insetText({ content: `${longText} ${longWord}` }),
  },
}
