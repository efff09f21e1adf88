import { button } from '../button.ts'
import { html } from '../html.ts'
import { longText, longWord, nowhere, type Sample } from './sample.ts'

const row = (...buttons: ReturnType<typeof button>[]) =>
  html`<div class="nhsuk-button-group">${buttons}</div>`

export const sample: Sample = {
  of: ['button.ts'],
  states: {
    plain: row(
      button({ text: 'Save' }),
      button({ text: 'Save', variant: 'secondary' }),
      button({ text: 'Save', variant: 'secondary-solid' }),
      button({ text: 'Remove', variant: 'warning' }),
    ),
    small: row(
      button({ text: 'Start', small: true }),
      button({ text: 'Leave out', small: true, variant: 'secondary' }),
    ),
    'a link': button({ text: 'Sign up', href: nowhere }),
    'with a picture': row(
      button({ text: 'Go on', icon: { name: 'arrow-right', placement: 'end' } }),
      button({ ariaLabel: 'Search', icon: { name: 'search' } }),
    ),
    disabled: row(
      button({ text: 'Save', disabled: true }),
      button({ text: 'Save', disabled: true, variant: 'secondary' }),
    ),
    'long words': row(button({ text: longText }), button({ text: longWord, variant: 'secondary' })),
  },
}
