import { html } from '../html.ts'
import { scroll } from '../scroll.ts'
import { longText, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['scroll.ts'],
  states: {
    plain: scroll({
      content: html`<p id="scroll-plain">What fits needs no scrolling.</p>`,
      labelledBy: 'scroll-plain',
      focusable: true,
    }),
    'too wide': scroll({
      content: html`<p id="scroll-wide" class="nhsuk-u-nowrap">${longText}</p>`,
      labelledBy: 'scroll-wide',
      focusable: true,
    }),
  },
}
