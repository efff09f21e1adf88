import { html } from '../html.ts'
import { icon, type IconName } from '../icon.ts'
import type { Sample } from './sample.ts'

const names: IconName[] = [
  'arrow-left',
  'arrow-right',
  'arrow-right-circle',
  'chevron-right-circle',
  'cross',
  'tick',
  'search',
  'user',
]

export const sample: Sample = {
  of: ['icon.ts'],
  states: {
    'every one': html`<ul class="nhsuk-list">
      ${names.map((name) => html`<li>${icon(name)} ${name}</li>`)}
    </ul>`,
  },
}
