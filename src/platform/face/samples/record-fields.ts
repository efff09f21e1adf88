import { choice, day, record, text } from '../../form/record.ts'
import { emptyForm } from '../../form/state.ts'
import { html } from '../html.ts'
import { recordFields, recordRows } from '../record-fields.ts'
import { summaryList } from '../summary-list.ts'
import { longText, longWord, type Sample } from './sample.ts'

const title = text({ label: 'In one line', most: 100, missing: 'Enter one line', says: 'In one line' })
const hint = 'What it took, in money or in hours'

const asked = record({
  title,
  costs: text({ label: 'The costs', hint, most: 500, rows: 3, says: 'What it costs' }),
  by: day({ label: 'By when', says: 'By when' }),
  then: choice(
    { on: 'Go on', off: 'Stop' },
    { label: 'What now?', missing: 'Choose what now', says: 'What now' },
  ),
})
const wrong = record({
  wrongTitle: title,
  wrongCosts: text({ label: 'The costs', hint, most: 500, rows: 3, says: 'What it costs' }),
})

export const sample: Sample = {
  of: ['record-fields.ts'],
  states: {
    plain: recordFields(asked, emptyForm()),
    'with errors': recordFields(wrong, {
      values: { wrongCosts: longText },
      errors: { wrongTitle: 'Enter one line', wrongCosts: 'The costs must be 100 characters or fewer' },
    }),
    'as they are shown': html`${summaryList({
      rows: recordRows(asked, { title: longWord, costs: null }, ['title', 'costs'], 'Not recorded'),
    })}`,
  },
}
