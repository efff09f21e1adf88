import { button } from '../../../platform/face/button.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { dayField } from '../../../platform/face/day-field.ts'
import { element } from '../../../platform/face/element.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { radios } from '../../../platform/face/radios.ts'
import { recordField } from '../../../platform/face/record-fields.ts'
import { asked, type FieldsOf, type FormState } from '../../../platform/form/state.ts'
import { paths } from '../../../paths.ts'
import type { answerAsk } from '../commands.ts'
import { answerFields, type AskView } from '../record.ts'

/** The form in which one ask of a list is answered, where it stands. */
export interface Answering {
  ask: AskView
  form: FormState<FieldsOf<typeof answerAsk>>
  sending: FormToken
  /** An organiser writes down what somebody else has said. */
  onBehalf: boolean
  /** The asker has an address. */
  told: boolean
  /** The names of those who saw to such things before. */
  owners: string[]
  /** The suggestions in the form, which are left out where they make no sense beside the answer. */
  suggested: { owner: string; onDay: string }
  /** The ask that is to be answered after this one. */
  next: string | undefined
}

const { kind, reason, owner, onDay } = answerFields.fields

const hidden = (name: string, value: string): Html => element('input', { type: 'hidden', name, value })

const answers = (form: Answering['form']): Html =>
  radios({
    ...asked(form, 'kind'),
    classes: 'app-pill-choices',
    inline: true,
    fieldset: { legend: { text: kind.label, classes: 'nhsuk-u-visually-hidden' } },
    items: Object.entries(kind.names!).map(([value, text]) => ({ value, text })),
  })

const whoSeesToIt = (form: Answering['form'], owners: string[]): Html =>
  html`${input({
    ...asked(form, 'owner'),
    label: owner.label,
    autocomplete: 'off',
    attributes: owners.length > 0 ? { list: 'owners' } : {},
  })}${
    owners.length > 0 &&
    element(
      'datalist',
      { id: 'owners' },
      owners.map((value) => element('option', { value })),
    )
  }`

const advice = ({ ask, onBehalf, told }: Answering): Html =>
  html`<p class="app-answering__advice">
    ${
      onBehalf &&
      html`You record this answer on behalf of the ${ask.to}. Your name stands on the record, for people with
      a role in this network. `
    }
    ${ask.answers.length > 0 && 'The earlier answer stays in the history of this ask. '}Everyone can read the
    answer and why; who sees to it is for people with a role in this network. For a no or not now, both may
    stay as suggested: they are left out.
    ${told ? 'Whoever asked is told by mail.' : 'Whoever asked gave no address: they look for the answer here.'}
  </p>`

export function answerForm(answering: Answering, network: string): Html {
  const { ask, form, sending, owners, suggested, next } = answering
  return postingForm(
    {
      action: paths.answerAsk({ network, ask: ask.id }),
      sending,
      attributes: { class: 'app-answering', 'aria-label': `Answer: ${ask.what}` },
    },
    hidden('suggestedOwner', suggested.owner),
    hidden('suggestedDay', suggested.onDay),
    next !== undefined && hidden('next', next),
    answers(form),
    html`<div class="app-answering__fields">
      ${recordField('reason', reason, form)} ${whoSeesToIt(form, owners)}
      ${dayField(form, 'onDay', { legend: onDay.label })}
    </div>`,
    html`<div class="nhsuk-button-group">
      ${button({ text: next === undefined ? 'Answer' : 'Answer, and next', preventDoubleClick: true })}
      <a class="nhsuk-link" href="${paths.asks({ network })}">Close</a>
    </div>`,
    advice(answering),
  )
}
