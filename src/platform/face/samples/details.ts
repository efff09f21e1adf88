import { details } from '../details.ts'
import { html } from '../html.ts'
import { longText, longWord, type Sample } from './sample.ts'

const content = html`<p>Everybody who has signed up with a service has one vote.</p>`

export const sample: Sample = {
  of: ['details.ts'],
  states: {
    plain: details({ summary: 'Who can vote', content }),
    open: details({ summary: 'Who can vote', content, open: true }),
    'long words': details({ summary: longText, content: html`<p>${longWord}</p>`, open: true }),
  },
}
