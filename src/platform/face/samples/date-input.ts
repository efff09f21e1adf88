import { dateInput } from '../date-input.ts'
import { dayField } from '../day-field.ts'
import { emptyForm } from '../../form/state.ts'
import type { Sample } from './sample.ts'

const fieldset = { legend: { text: 'When does it start?', size: 's' as const } }

export const sample: Sample = {
  of: ['date-input.ts', 'day-field.ts'],
  states: {
    plain: dateInput({ id: 'date-plain', namePrefix: 'date-plain', fieldset }),
    'with a hint': dayField(emptyForm(), 'day-hint', { legend: 'By when?', hint: 'For example, 27 3 2027' }),
    filled: dayField(emptyForm({ 'day-filled': '2027-03-27' }), 'day-filled', { legend: 'By when?' }),
    'with an error': dayField(
      {
        values: { 'day-wrong-day': '31', 'day-wrong-month': '2', 'day-wrong-year': '2027' },
        errors: { 'day-wrong': 'By when must be a real date' },
      },
      'day-wrong',
      { legend: 'By when?', hint: 'For example, 27 3 2027' },
    ),
    'one part wrong': dateInput({
      id: 'date-part',
      namePrefix: 'date-part',
      fieldset,
      error: 'When it starts must include a year',
      items: [
        { name: 'day', value: 27 },
        { name: 'month', value: 3 },
        { name: 'year', error: true },
      ],
    }),
    disabled: dateInput({
      id: 'date-disabled',
      namePrefix: 'date-disabled',
      fieldset,
      disabled: true,
    }),
  },
}
