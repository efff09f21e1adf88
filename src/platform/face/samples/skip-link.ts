import { html } from '../html.ts'
import { skipLink } from '../skip-link.ts'
import type { Sample } from './sample.ts'

export const sample: Sample = {
  of: ['skip-link.ts'],
  states: {
    'seen once it has the focus': html`<p>
        Press Tab on a page: it is the first thing there. The one below leads to the content of this page.
      </p>
      ${skipLink()}`,
  },
}
