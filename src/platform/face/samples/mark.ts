import { html } from '../html.ts'
import { mark, markCount, marked } from '../mark.ts'
import { longText, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['mark.ts'],
  states: {
    'every one': html`<ul class="nhsuk-list">
      ${Array.from({ length: markCount }, (_, place) => html`<li>${mark(place)} Number ${String(place + 1)}</li>`)}
    </ul>`,
    'before words': html`<ul class="nhsuk-list">
      ${['Talk first', longText].map((words, place) => html`<li class="app-marked">${marked(place, words)}</li>`)}
    </ul>`,
    'without a place': html`<p class="app-marked">${marked(undefined, 'Talk first')}</p>`,
  },
}
