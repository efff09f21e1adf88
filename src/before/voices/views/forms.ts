import { button } from '../../../platform/face/button.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { prose } from '../../../platform/face/prose.ts'
import { recordFields } from '../../../platform/face/record-fields.ts'
import type { FormState } from '../../../platform/form/state.ts'
import { answerFields, commentFields, supportFields } from '../record.ts'

interface Filling<Name extends string> {
  action: string
  sending: FormToken
  form: FormState<Name>
  idea: string
}

export const supportForm = ({
  action,
  sending,
  form,
  idea,
}: Filling<keyof typeof supportFields.fields>): Html =>
  html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${idea}</span>
      We have this problem, too
    </h1>
    ${postingForm(
      { action, sending },
      recordFields(supportFields, form),
      button({ text: 'Say so', preventDoubleClick: true }),
    )}`

export const commentForm = ({
  action,
  sending,
  form,
  idea,
}: Filling<keyof typeof commentFields.fields>): Html =>
  html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${idea}</span>
      Ask or say something
    </h1>
    ${postingForm(
      { action, sending },
      recordFields(commentFields, form),
      button({ text: 'Send it to the team', preventDoubleClick: true }),
    )}`

export const answerForm = ({
  action,
  sending,
  form,
  idea,
  says,
}: Filling<keyof typeof answerFields.fields> & { says: string }): Html =>
  html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${idea}</span>
      Answer the comment
    </h1>
    ${insetText({ content: prose(says) })}
    ${postingForm(
      { action, sending },
      recordFields(answerFields, form),
      button({ text: 'Answer', preventDoubleClick: true }),
    )}`
