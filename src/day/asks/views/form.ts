import { button } from '../../../platform/face/button.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { radios } from '../../../platform/face/radios.ts'
import { recordFields } from '../../../platform/face/record-fields.ts'
import { asked, type FieldsOf, type FormState } from '../../../platform/form/state.ts'
import { askFields } from '../record.ts'
import type { makeAsk } from '../commands.ts'

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
