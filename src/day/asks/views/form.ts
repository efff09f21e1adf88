import { button } from '../../../platform/face/button.ts'
import { day } from '../../../platform/face/dates.ts'
import { dayTyped } from '../../../platform/face/day-field.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { checkedForm, postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { prose } from '../../../platform/face/prose.ts'
import { radios } from '../../../platform/face/radios.ts'
import { recordFields } from '../../../platform/face/record-fields.ts'
import { summaryList } from '../../../platform/face/summary-list.ts'
import { asked, valueOf, type FieldsOf, type FormState } from '../../../platform/form/state.ts'
import { OptionalDay } from '../../../platform/form/fields.ts'
import { answerFields, askFields, type AskView } from '../record.ts'
import { answerWords, type AnswerKind } from '../rules.ts'
import type { answerAsk, makeAsk } from '../commands.ts'

interface Filling<Name extends string = never> {
  action: string
  sending: FormToken
  form: FormState<Name>
}

export const askForm = ({
  action,
  sending,
  form,
  team,
  addressees,
  told,
}: Filling<FieldsOf<typeof makeAsk>> & {
  team: string
  addressees: { value: string; text: string }[]
  told: boolean
}): Html =>
  html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${team}</span>
      Ask for support
    </h1>
    <p>
      What would help you keep the pledge? Everyone can read it.
      ${told ? 'You are told by mail when it is answered.' : 'Look on the page of the ask for the answer.'}
    </p>
    ${postingForm(
      { action, sending },
      radios({
        ...asked(form, 'toWhom'),
        fieldset: { legend: { text: 'Who do you ask?', size: 's' } },
        items: addressees,
      }),
      recordFields(askFields, form),
      button({ text: 'Ask', preventDoubleClick: true }),
    )}`

const question = ({ ask }: { ask: AskView }): Html =>
  insetText({
    content: html`<p>${ask.team.name} asks the ${ask.to}:</p>
      ${prose(ask.what)}`,
  })

export interface Answering extends Filling<FieldsOf<typeof answerAsk>> {
  ask: AskView
  /** An organiser writes down what somebody else has said. */
  onBehalf: boolean
  /** The asker has an address. */
  told: boolean
}

export const answerForm = ({ action, sending, form, ask, onBehalf }: Answering): Html =>
  html`<h1 class="nhsuk-heading-l">${ask.answers.length > 0 ? 'Change the answer' : 'Answer an ask'}</h1>
    ${question({ ask })}
    ${
      onBehalf &&
      html`<p>
        You record this answer on behalf of the ${ask.to}. Your name stands on the record, for people with a
        role in this network.
      </p>`
    }
    ${ask.answers.length > 0 && html`<p>The earlier answer stays in the history of this ask.</p>`}
    ${postingForm({ action, sending }, recordFields(answerFields, form), button({ text: 'Continue' }))}`

export function answerCheck({ action, sending, form, ask, told }: Answering): Html {
  const onDay = OptionalDay('Date').parse(dayTyped(form.values, 'onDay'))
  const kind = valueOf(form, 'kind') as AnswerKind
  const owner = valueOf(form, 'owner')
  return html`<h1 class="nhsuk-heading-l">Check the answer before it is sent</h1>
    ${question({ ask })}
    ${summaryList({
      rows: [
        { key: 'Answer', value: answerWords({ kind, onDay }) },
        { key: 'Reason', value: prose(valueOf(form, 'reason')) },
        owner !== '' && { key: 'Who sees to it', value: owner },
        onDay !== null && { key: 'Date', value: day(onDay) },
      ],
    })}
    <p>
      ${told ? 'Whoever asked is told by mail.' : 'Whoever asked gave no address: they look for the answer here.'}
    </p>
    ${checkedForm({ action, sending, values: form.values }, 'Send the answer')}`
}
