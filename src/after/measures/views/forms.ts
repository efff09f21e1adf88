import { button } from '../../../platform/face/button.ts'
import { checkboxes } from '../../../platform/face/checkboxes.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { day } from '../../../platform/face/dates.ts'
import { dayField } from '../../../platform/face/day-field.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { recordFields } from '../../../platform/face/record-fields.ts'
import { select } from '../../../platform/face/select.ts'
import { textarea } from '../../../platform/face/textarea.ts'
import { asked, errorOf, valueOf, type FieldsOf, type FormState } from '../../../platform/form/state.ts'
import type { addMeasure, changeMeasure, setChart } from '../commands/measures.ts'
import type { addReading, changeReading } from '../commands/readings.ts'
import type { addRebase } from '../commands/rebases.ts'
import { charted, defined, type MeasureView } from '../record/measure.ts'
import { hasDenominator } from '../rules/definition.ts'

export interface Filling<Command> {
  action: string
  sending: FormToken
  form: FormState<FieldsOf<Command>>
}

/** Something that can be chosen, by its id. */
export interface Choice {
  id: string
  name: string
}

const options = (none: string, some: readonly Choice[]) => [
  { value: '', text: none },
  ...some.map(({ id, name }) => ({ value: id, text: name })),
]

const heading = (caption: string, text: string) =>
  html`<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">${caption}</span> ${text}</h1>`

const measureFields = (form: FormState<keyof typeof defined.fields>) => recordFields(defined, form)

interface NewMeasure extends Filling<typeof addMeasure> {
  network: { name: string; teamNoun: string }
  teams: readonly Choice[]
  ideas: readonly Choice[]
  pledges: readonly Choice[]
  /** Organisers define what all teams measure. */
  mayShare: boolean
}

export const newMeasureForm = (page: NewMeasure): Html => {
  const { action, sending, form, network, teams, ideas, pledges, mayShare } = page
  return html`${heading(network.name, 'Define a measure')}
    <p>One that a team can keep up for a year. It can be changed later, and what was changed is kept.</p>
    ${postingForm(
      { action, sending },
      select({
        ...asked(form, 'team'),
        label: `Whose measure is it?`,
        items: options(mayShare ? `The network’s: every ${network.teamNoun} measures it` : 'Choose', teams),
      }),
      recordFields(defined, form),
      ideas.length > 0 &&
        select({
          ...asked(form, 'idea'),
          label: 'Which idea does it follow? (optional)',
          items: options('None', ideas),
        }),
      pledges.length > 0 &&
        select({
          ...asked(form, 'pledge'),
          label: 'Which pledge does it follow? (optional)',
          items: options('None', pledges),
        }),
      button({ text: 'Define the measure', preventDoubleClick: true }),
    )}`
}

export const editMeasureForm = ({
  action,
  sending,
  form,
  caption,
}: Filling<typeof changeMeasure> & { caption: string }): Html =>
  html`${heading(caption, 'Change the measure')}
    <p>The readings stay as they are. What you change is kept in the history of the measure.</p>
    ${postingForm(
      { action, sending },
      measureFields(form),
      button({ text: 'Save changes', preventDoubleClick: true }),
    )}`

export const chartForm = ({
  action,
  sending,
  form,
  measure,
  because,
}: Filling<typeof setChart> & { measure: MeasureView; because: string | null }): Html =>
  html`${heading(measure.name, 'The chart and its rules')}
  ${because !== null && html`<p>Proposed now: ${because}</p>`}
  ${postingForm(
    { action, sending },
    recordFields(charted, form),
    button({ text: 'Save the chart', preventDoubleClick: true }),
  )}`

type Numbers = 'value' | 'denominator'

/** The one or two numbers of a reading, under the words of the measure. */
function numbers(measure: MeasureView, form: FormState<Numbers>): Html {
  const two = hasDenominator(measure.counted)
  const unit = !two && measure.unit ? ` (${measure.unit})` : ''
  const label = two ? (measure.numerator ?? 'How many?') : `${measure.name}${unit}`
  return html`${input({ ...asked(form, 'value'), label, width: 10, inputmode: 'decimal', autocomplete: 'off' })}
  ${
    two &&
    input({
      ...asked(form, 'denominator'),
      label: `Of ${measure.denominator ?? 'how many?'}`,
      width: 10,
      inputmode: 'decimal',
      autocomplete: 'off',
    })
  }`
}

const oneBox = (name: string, chosen: string, text: string, error?: string): Html =>
  checkboxes({
    name,
    ...(error && { error, fieldset: { legend: 'Before it is kept' } }),
    items: [{ value: 'yes', text, checked: chosen === 'yes' }],
  })

const missingBox = (form: FormState<'missing'>) =>
  oneBox('missing', valueOf(form, 'missing'), 'Nothing was measured')

/** Asked only where the numbers are small. */
const smallBox = (form: FormState<'small'>) => {
  const error = errorOf(form, 'small')
  const chosen = valueOf(form, 'small')
  return (
    (error !== undefined || chosen === 'yes') &&
    oneBox('small', chosen, 'Nobody can be recognised: keep it', error)
  )
}

const note = (form: FormState<'note'>) =>
  textarea({
    ...asked(form, 'note'),
    label: 'What should people know about it? (optional)',
    hint: 'It is shown with the point. No patient may be recognised.',
    rows: 2,
  })

const reason = (form: FormState<'reason'>) =>
  input({ ...asked(form, 'reason'), label: 'Why is it corrected? (optional)', autocomplete: 'off' })

export const readingForm = ({
  action,
  sending,
  form,
  caption,
  measure,
}: Filling<typeof addReading> & { caption: string; measure: MeasureView }): Html => {
  const already = errorOf(form, 'existing')
  const chosen = valueOf(form, 'existing')
  return html`${heading(caption, measure.name)}
  ${measure.definition !== null && html`<p>${measure.definition}</p>`}
  ${postingForm(
    { action, sending },
    dayField(form, 'on', { legend: 'Day or period', hint: 'For a week or a month, its first day' }),
    numbers(measure, form),
    missingBox(form),
    note(form),
    smallBox(form),
    (already !== undefined || chosen === 'change') &&
      html`${checkboxes({
        name: 'existing',
        ...(already && { error: already }),
        fieldset: { legend: 'There is a reading for this day' },
        items: [{ value: 'change', text: 'Change it, and keep it as it was', checked: chosen === 'change' }],
      })}
      ${reason(form)}`,
    button({ text: 'Keep the reading', preventDoubleClick: true }),
  )}`
}

export const correctionForm = ({
  action,
  sending,
  form,
  caption,
  measure,
  on,
}: Filling<typeof changeReading> & { caption: string; measure: MeasureView; on: string }): Html =>
  html`${heading(caption, `Correct the reading for ${day(on)}`)}
    <p>${measure.name}. For another day, take this reading out and enter a new one.</p>
    ${postingForm(
      { action, sending },
      numbers(measure, form),
      missingBox(form),
      note(form),
      smallBox(form),
      reason(form),
      button({ text: 'Save the correction', preventDoubleClick: true }),
    )}`

export const rebaseForm = ({
  action,
  sending,
  form,
  caption,
  measure,
  cycles,
}: Filling<typeof addRebase> & { caption: string; measure: MeasureView; cycles: readonly Choice[] }): Html =>
  html`${heading(caption, 'Begin the chart anew')}
    <p>${measure.name}</p>
    <p>
      Only where you know what changed, the change is lasting, and the readings before it no longer tell what
      to expect. Centre and limits are worked out anew from that day. It can be taken back.
    </p>
    ${postingForm(
      { action, sending },
      dayField(form, 'on', { legend: 'From which reading?', hint: 'The day of a reading' }),
      textarea({
        ...asked(form, 'cause'),
        label: 'What changed?',
        hint: 'It is shown on the chart. Name roles, not people.',
        rows: 2,
      }),
      cycles.length > 0 &&
        select({
          ...asked(form, 'cycle'),
          label: 'Which test does it belong to? (optional)',
          items: options('None', cycles),
        }),
      button({ text: 'Begin the chart anew', preventDoubleClick: true }),
    )}`
