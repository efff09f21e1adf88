import { html } from '../html.ts'
import { prose } from '../prose.ts'
import { unbroken } from '../text.ts'
import { longText, longWord, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['prose.ts', 'text.ts'],
  states: {
    plain: prose('We asked first.\nThen we listened.\n\nIt took a year.'),
    'long words': prose(`${longText} ${longWord}`),
    'words that stay in one line': html`<p class="nhsuk-body-l">
      ${unbroken('The third Spread-a-thon of North-West London and of co-production')}
    </p>`,
  },
}
