import { button } from '../../../platform/face/button.ts'
import { postingButton, postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { recordFields } from '../../../platform/face/record-fields.ts'
import type { FormState } from '../../../platform/form/state.ts'
import { componentFields } from '../record.ts'

interface Filling {
  action: string
  sending: FormToken
  form: FormState<keyof typeof componentFields.fields>
  idea: string
  /** The address at which the part is taken off, for one that is there. */
  removal?: string
}

export const componentForm = ({ action, sending, form, idea, removal }: Filling): Html =>
  html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${idea}</span>
      ${removal === undefined ? 'Add a part of the idea' : 'Change a part of the idea'}
    </h1>
    <p>
      Others will not do all of it as you do. Say what must come of each part, so that they can find their own
      way there.
    </p>
    ${postingForm(
      { action, sending },
      recordFields(componentFields, form),
      button({ text: removal === undefined ? 'Add this part' : 'Save', preventDoubleClick: true }),
    )}
    ${
      removal !== undefined &&
      postingButton(
        { action: removal, sending },
        { text: 'Take this part off the idea', variant: 'secondary' },
      )
    }`
