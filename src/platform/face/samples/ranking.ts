import { button } from '../button.ts'
import { html } from '../html.ts'
import { ranking } from '../ranking.ts'
import { select } from '../select.ts'
import { longText, type Sample } from './sample.ts'

const things = [
  { value: 'talk', text: 'Talk first', hint: 'From Harrow', mark: 0 },
  { value: 'letters', text: 'Fewer letters', hint: 'From Brent', mark: 1 },
  { value: 'long', text: longText, mark: 2 },
]

const lists = html`<form>
  ${ranking({ name: 'liked', how: 'Tap them in the order in which you like them.', items: things })}
  ${['First', 'Second', 'Third'].map((place, at) =>
    select({
      name: 'liked',
      id: `liked-${at + 1}`,
      label: `${place} choice`,
      group: { classes: 'app-place' },
      items: [
        { value: '', text: 'No choice' },
        ...things.map(({ value, text }, which) => ({ value, text, selected: at === 0 && which === 1 })),
      ],
    }),
  )}
  ${button({ text: 'Send', preventDoubleClick: true })}
</form>`

export const sample: Sample = { of: ['ranking.ts'], states: { 'one is chosen': lists } }
